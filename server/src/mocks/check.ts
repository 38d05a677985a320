// Everything wrong with a file with mocks: by the grammar's table, and by the state machine beside it.
import { member, type ObjectNode } from '../syntax/tree';
import { checkStateKey } from './check-state';
import { checkAws } from './check-aws';
import { checkRules } from './check-rules';
import { checkObject } from './check-object';
import type { MocksDocument } from './document';
import { meant, type MockProblem, type Report } from './problem';

/** In the order of the text. */
export function checkMocks(document: MocksDocument): MockProblem[] {
  const { tree, form } = document;
  const found: MockProblem[] = tree.problems.map(({ span, message }) => ({ code: 'invalid-syntax', severity: 'error', span, message }));
  const report: Report = (problem) => void found.push(problem);
  const { root } = tree;
  if (root && root.kind !== 'object') {
    report({ code: 'mock-wrong-type', severity: 'error', span: root.span, message: 'A file with mocks is an object with "mocks" and "cases".' });
  } else if (root && form === 'aws') {
    checkAws(document, root, report);
  } else if (root && document.isBare) {
    checkRulesByState(document, root, report);
  } else if (root) {
    checkFile(document, root, report);
  }
  return found.sort((one, other) => one.span.start - other.span.start);
}

function checkFile(document: MocksDocument, root: ObjectNode, report: Report): void {
  checkObject(document, 'file', root, report);
  const shared = member(root, 'mocks');
  if (shared?.kind === 'object') {
    checkRulesByState(document, shared, report);
  }
  const cases = member(root, 'cases');
  for (const { key, value } of cases?.kind === 'object' ? cases.properties : []) {
    if (value?.kind !== 'object') {
      report({ code: 'mock-wrong-type', severity: 'error', span: (value ?? key).span, message: `The case "${key.value}" is an object with "input", "mocks" and "expect".` });
      continue;
    }
    checkObject(document, 'case', value, report);
    const own = member(value, 'mocks');
    if (own?.kind === 'object') {
      checkRulesByState(document, own, report);
    }
    checkPath(document, value, report);
  }
}

function checkRulesByState(document: MocksDocument, rules: ObjectNode, report: Report): void {
  const states = document.statesOf();
  for (const property of rules.properties) {
    checkStateKey(states, property, report);
    checkRules(document, states, property, report);
  }
}

/** The states that a run is to go through are those of the top level. */
function checkPath(document: MocksDocument, testCase: ObjectNode, report: Report): void {
  const states = document.statesOf();
  const path = member(member(testCase, 'expect'), 'path');
  if (!states || states.isOpen || path?.kind !== 'array') {
    return;
  }
  const names = states.topLevel.map(({ name }) => name);
  for (const item of path.items) {
    if (item.kind === 'string' && !names.includes(item.value)) {
      const inside = states.named(item.value).length > 0;
      const { question: asked, fixes } = meant(item, names);
      const message = inside ? `"${item.value}" is inside of another state. A path has the states of the top level alone.` : `The state machine has no state "${item.value}", so no run goes through it.${asked}`;
      report({ code: 'mock-unknown-case-state', severity: 'error', span: item.span, message, fixes: inside ? [] : fixes });
    }
  }
}

// AWS's own `MockConfigFile.json`: machines with cases, which name an answer for each state, and the answers themselves.
// Source: Step Functions Developer Guide, "Using Mocked Service Integrations".
import { member, property, type Node, type ObjectNode, type ObjectProperty, type StringNode } from '../syntax/tree';
import { listed } from '../text/words';
import { checkStateKey } from './check-state';
import { rangeOf } from './check-object';
import type { MocksDocument } from './document';
import { meant, type Report } from './problem';

const keys = ['StateMachines', 'MockedResponses'];

export function checkAws(document: MocksDocument, root: ObjectNode, report: Report): void {
  for (const { key } of root.properties) {
    if (!keys.includes(key.value) && key.value !== 'MockedResponse' && key.value !== '$schema') {
      unknown(key, keys, report);
    }
  }
  const responses = [...propertiesIn(member(root, 'MockedResponses')), ...propertiesIn(member(root, 'MockedResponse'))];
  const used = new Set<string>();
  for (const { machine, key, hasCases, cases } of machinesIn(root)) {
    if (!hasCases) {
      report({ code: 'mock-missing-key', severity: 'warning', span: key.span, message: `"${machine}" has no "TestCases", so no run is mocked.` });
    }
    for (const testCase of cases) {
      checkCase(document, machine, testCase, responses, used, report);
    }
  }
  for (const response of responses) {
    checkResponse(response, report);
    if (!used.has(response.key.value)) {
      report({ code: 'mock-unused-response', severity: 'hint', unnecessary: true, span: response.key.span, message: `No test case uses "${response.key.value}".`, fixes: [{ title: `Remove "${response.key.value}"`, edit: (editor) => editor.remove(response) }] });
    }
  }
}

/** The machines of such a file, with their cases. */
export function machinesIn(root: Node | undefined): { readonly machine: string; readonly key: StringNode; readonly hasCases: boolean; readonly cases: readonly ObjectProperty[] }[] {
  return propertiesIn(member(root, 'StateMachines')).map(({ key, value }) => ({ machine: key.value, key, hasCases: property(value, 'TestCases') !== undefined, cases: propertiesIn(member(value, 'TestCases')) }));
}

function checkCase(document: MocksDocument, machine: string, testCase: ObjectProperty, responses: readonly ObjectProperty[], used: Set<string>, report: Report): void {
  if (testCase.value && testCase.value.kind !== 'object') {
    wrongType(testCase.value, `The test case "${testCase.key.value}" is an object with the name of an answer for each state.`, report);
  }
  const states = document.statesOf(machine);
  for (const state of propertiesIn(testCase.value)) {
    checkStateKey(states, state, report);
    const { value } = state;
    if (value?.kind === 'string') {
      used.add(value.value);
      if (!responses.some(({ key }) => key.value === value.value)) {
        const { question, fixes } = meant(value, responses.map(({ key }) => key.value));
        report({ code: 'mock-unknown-response', severity: 'error', span: value.span, message: `"MockedResponses" has no "${value.value}", so a run of this case stops at "${state.key.value}".${question}`, fixes });
      }
    } else if (value && value.kind !== 'unknown') {
      wrongType(value, `"${state.key.value}" takes the name of one of "MockedResponses".`, report);
    }
  }
}

function checkResponse({ key, value }: ObjectProperty, report: Report): void {
  if (value && value.kind !== 'object') {
    wrongType(value, `"${key.value}" is an object with an answer for each attempt, such as { "0": { "Return": … } }.`, report);
  }
  const before: { first: number; last: number }[] = [];
  for (const { key: attempts, value: answer } of propertiesIn(value)) {
    const range = rangeOf(attempts);
    if (!range) {
      report({ code: 'mock-range', severity: 'error', span: attempts.span, message: `"${attempts.value}" names no attempt: it is a number from 0, or a range such as 0-2 with the smaller number first.` });
    } else if (before.some(({ first, last }) => first <= range.last && range.first <= last)) {
      report({ code: 'mock-range', severity: 'warning', span: attempts.span, message: 'Some of these attempts have an answer already, and the first one counts.' });
    }
    if (range) {
      before.push(range);
    }
    if (answer) {
      checkAnswer(answer, report);
    }
  }
}

function checkAnswer(answer: Node, report: Report): void {
  const answers = ['Return', 'Throw'];
  const written = propertiesIn(answer);
  if (answer.kind !== 'object' || !written.some(({ key }) => answers.includes(key.value))) {
    report({ code: 'mock-missing-key', severity: 'error', span: answer.span, message: `An answer has ${listed(answers)}.` });
  }
  for (const { key, value } of written) {
    if (!answers.includes(key.value)) {
      unknown(key, answers, report);
    } else if (key.value === 'Throw') {
      if (value && value.kind !== 'object') {
        wrongType(value, '"Throw" is an object with "Error" and "Cause".', report);
      }
      for (const inner of propertiesIn(value)) {
        if (inner.key.value !== 'Error' && inner.key.value !== 'Cause') {
          unknown(inner.key, ['Error', 'Cause'], report);
        } else if (inner.value && inner.value.kind !== 'string' && inner.value.kind !== 'unknown') {
          wrongType(inner.value, `"${inner.key.value}" is a text.`, report);
        }
      }
    }
  }
  if (written.filter(({ key }) => answers.includes(key.value)).length > 1) {
    report({ code: 'mock-conflicting-keys', severity: 'warning', span: answer.span, message: 'Where both are there, "Throw" counts.' });
  }
}

function unknown(key: ObjectProperty['key'], candidates: readonly string[], report: Report): void {
  const { question, fixes } = meant(key, candidates);
  report({ code: 'mock-unknown-key', severity: 'warning', span: key.span, message: `"${key.value}" says nothing here; ${listed(candidates, 'and')} do.${question}`, fixes });
}

function wrongType(value: Node, message: string, report: Report): void {
  report({ code: 'mock-wrong-type', severity: 'error', span: value.span, message });
}

/** The members of an object, none of anything else. */
function propertiesIn(node: Node | undefined): readonly ObjectProperty[] {
  return node?.kind === 'object' ? node.properties : [];
}

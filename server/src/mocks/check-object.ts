// An object of the grammar: the keys it has, and what stands behind them.
import { mockField, mockGrammar, mockHandler, mockStatuses, type MockField, type MockObject, type MockType } from '../spec/mocks';
import { isJsonata } from '../expressions/jsonata/parse';
import type { Node, ObjectNode } from '../syntax/tree';
import { listed } from '../text/words';
import type { MocksDocument } from './document';
import { checkExpressions } from './check-expressions';
import { meant, type Report } from './problem';

/** Checks an object and those of its members that have a table. */
export function checkObject(document: MocksDocument, object: MockObject, node: ObjectNode, report: Report): void {
  const names = mockGrammar[object].map(({ name }) => name);
  for (const { key, value } of node.properties) {
    const field = mockField(object, key.value);
    if (!field && !(object === 'file' && key.value === '$schema')) {
      const { question, fixes } = meant(key, names);
      // With a name close by it is a slip, and what was meant does not count.
      report({ code: 'mock-unknown-key', severity: object === 'expect' || question !== '' ? 'error' : 'warning', span: key.span, message: `"${key.value}" says nothing here. ${objectWords[object]} can have ${listed(names, 'and')}.${question}`, fixes });
    } else if (field && value) {
      checkField(document, field, value, report);
    }
  }
  for (const { name } of mockGrammar[object].filter((field) => field.required)) {
    if (!node.isOpen && !node.properties.some(({ key }) => key.value === name)) {
      report({ code: 'mock-missing-key', severity: 'warning', span: node.span, message: `${objectWords[object]} needs "${name}".`, fixes: [{ title: `Add "${name}"`, edit: (editor) => editor.insert(node, name, 'States.TaskFailed') }] });
    }
  }
}

const objectWords: Readonly<Record<MockObject, string>> = { file: 'The file', rule: 'A rule', throw: '"throw"', case: 'A case', expect: '"expect"' };

function checkField(document: MocksDocument, { name, takes }: MockField, value: Node, report: Report): void {
  if (value.kind === 'unknown') {
    return;
  }
  const wanted = wrong(takes, value);
  if (wanted !== undefined) {
    report({ code: takes === 'range' ? 'mock-range' : 'mock-wrong-type', severity: 'error', span: value.span, message: `"${name}" takes ${wanted}.` });
  } else if (typeof takes === 'object' && value.kind === 'object') {
    checkObject(document, takes.object, value, report);
  } else if (name === 'return' || name === 'when') {
    checkExpressions(document, value, report);
  }
}

/** What a value should be, where it is something else. */
function wrong(takes: MockType, value: Node): string | undefined {
  const need = (is: boolean, words: string): string | undefined => (is ? undefined : words);
  if (typeof takes === 'object') {
    return need(value.kind === 'object', 'an object');
  }
  switch (takes) {
    case 'any':
      return undefined;
    case 'text':
      return need(value.kind === 'string' || value.kind === 'number', 'a text');
    case 'true':
      return need(value.kind === 'boolean' && value.value, 'true, or is left out');
    case 'range':
      return need(rangeOf(value) !== undefined, 'a number from 0, or a range such as 0-2 with the smaller number first');
    case 'seconds':
      return need(isSeconds(value), 'a number of seconds from 0');
    case 'list of seconds':
      return need(value.kind === 'array' && value.items.every(isSeconds), 'a list of seconds, such as [10, 20]');
    case 'condition':
      return need(value.kind === 'boolean' || (value.kind === 'string' && isJsonata(value.value)), 'a JSONata expression such as "{% $arguments.amount > 100 %}"; anything else is never true');
    case 'handler':
      return need(value.kind === 'string' && mockHandler.test(value.value), 'a file and the name of a function in it, such as ./src/app.mjs#handler');
    case 'status':
      return need(value.kind === 'string' && mockStatuses.some((status) => status === value.value), listed(mockStatuses));
    case 'names of states':
      return need(value.kind === 'array' && value.items.every(({ kind }) => kind === 'string' || kind === 'unknown'), 'a list of names of states');
    case 'rules by state':
      return need(value.kind === 'object', 'an object with rules by the names of states');
    case 'cases':
      return need(value.kind === 'object', 'an object with cases by name');
  }
}

function isSeconds(value: Node): boolean {
  return value.kind === 'number' && value.value >= 0;
}

/** `2`, or `0-1` with both ends, as the simulator reads it; `undefined` for what takes nothing in. */
export function rangeOf(value: Node | undefined): { readonly first: number; readonly last: number } | undefined {
  const text = value?.kind === 'number' || value?.kind === 'string' ? String(value.value) : '';
  const found = /^(\d+)(?:-(\d+))?$/.exec(text);
  if (!found) {
    return undefined;
  }
  const [, first = '', last = first] = found;
  return Number(first) <= Number(last) ? { first: Number(first), last: Number(last) } : undefined;
}

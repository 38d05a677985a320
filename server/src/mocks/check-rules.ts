// The rules of one state: each by itself, and whether each can be reached.
import { nearest } from '../text/nearest';
import { listed } from '../text/words';
import { mockAnswers } from '../spec/mocks';
import { canOccur, errorNames } from '../spec/error-names';
import { items, member, property, toValue, type Node, type ObjectNode, type ObjectProperty } from '../syntax/tree';
import { checkObject, rangeOf } from './check-object';
import { checkOutput } from './check-output';
import type { MocksDocument } from './document';
import { question, replacements, type Report } from './problem';
import type { MockedStates } from './states';

export function checkRules(document: MocksDocument, states: MockedStates | undefined, { key, value }: ObjectProperty, report: Report): void {
  const rules: readonly Node[] = value?.kind === 'array' ? value.items : value ? [value] : [];
  if (!value || (value.kind === 'array' && rules.length === 0)) {
    report({ code: 'mock-missing-key', severity: 'warning', span: key.span, message: `"${key.value}" has no rule, so the run stops there: a rule says ${listed(mockAnswers)}.` });
    return;
  }
  // Recorded answers have no table.
  if (rules.some((rule) => member(rule, 'outcome'))) {
    return;
  }
  const before: ObjectNode[] = [];
  for (const rule of rules) {
    if (rule.kind === 'object') {
      checkRule(document, rule, report);
      checkReached(before, rule, report);
      checkMeaning(states, key.value, rule, report);
      before.push(rule);
    } else if (rule.kind !== 'unknown') {
      report({ code: 'mock-wrong-type', severity: 'error', span: rule.span, message: `A rule is an object that says ${listed(mockAnswers)}.`, fixes: [{ title: 'Return this value', edit: (editor) => editor.setValue(rule, { return: toValue(rule) }) }] });
    }
  }
}

function checkRule(document: MocksDocument, rule: ObjectNode, report: Report): void {
  checkObject(document, 'rule', rule, report);
  const [first, ...more] = rule.properties.filter(({ key }) => mockAnswers.some((name) => name === key.value));
  if (!first && !rule.isOpen) {
    report({ code: 'mock-missing-key', severity: 'error', span: rule.span, message: `This rule has no answer, so a run that comes here stops: it needs ${listed(mockAnswers)}.`, fixes: [{ title: 'Add "default: true"', edit: (editor) => editor.insert(rule, 'default', true) }] });
  }
  for (const { key } of more) {
    report({ code: 'mock-conflicting-keys', severity: 'warning', span: key.span, message: `A rule gives one answer, and this one has "${first?.key.value ?? ''}" too.` });
  }
}

/** A rule answers all calls where nothing narrows it down; what it takes of attempts nothing behind it gets. */
function checkReached(before: readonly ObjectNode[], rule: ObjectNode, report: Report): void {
  const all = before.find((each) => !property(each, 'attempt') && isNarrowed(each) === false);
  if (all) {
    report({ code: 'mock-unreachable-rule', severity: 'warning', unnecessary: true, span: rule.span, message: 'A rule before this one answers every call, so this one is never reached.', fixes: [{ title: 'Remove the rule', edit: (editor) => editor.remove(rule) }] });
    return;
  }
  const attempt = member(rule, 'attempt');
  const range = rangeOf(attempt);
  if (!attempt || !range) {
    return;
  }
  const taken = before.filter((each) => isNarrowed(each) === false).flatMap((each) => rangeOf(member(each, 'attempt')) ?? []);
  const isTaken = (number: number): boolean => taken.some(({ first, last }) => number >= first && number <= last);
  // A range may be as long as one likes; only its ends and those of the others can be the first that is free.
  const ends = [range.first, ...taken.map(({ last }) => last + 1).filter((number) => number >= range.first && number <= range.last)];
  if (ends.every(isTaken)) {
    report({ code: 'mock-unreachable-rule', severity: 'warning', unnecessary: true, span: rule.span, message: 'The rules before this one answer all of these attempts, so this one is never reached.', fixes: [{ title: 'Remove the rule', edit: (editor) => editor.remove(rule) }] });
  } else if (taken.some(({ first, last }) => first <= range.last && range.first <= last)) {
    report({ code: 'mock-range', severity: 'warning', span: attempt.span, message: 'A rule before this one answers some of these attempts already.' });
  }
}

/** True where a rule is for some calls of an attempt alone; `undefined` where that can't be told. */
function isNarrowed(rule: ObjectNode): boolean | undefined {
  const when = member(rule, 'when');
  return rule.isOpen ? undefined : member(rule, 'iteration') !== undefined || (when !== undefined && !(when.kind === 'boolean' && when.value));
}

/** What a rule answers, held against what the task calls. */
function checkMeaning(states: MockedStates | undefined, key: string, rule: ObjectNode, report: Report): void {
  const named = states?.named(key) ?? [];
  const error = member(member(rule, 'throw'), 'error');
  if (error?.kind === 'string') {
    const raised = named.flatMap((state) => [...(states?.errors(state) ?? []), ...handled(state.retriers), ...handled(state.catchers)]);
    const known = [...raised, ...errorNames.map(({ name }) => name)];
    if (!canOccur(error.value)) {
      const near = nearest(error.value, known.filter((name) => name.startsWith('States.')));
      report({ code: 'mock-error-name', severity: 'warning', span: error.span, message: `Step Functions has no error "${error.value}".${question(near)}`, fixes: replacements(error, near) });
    } else if (!known.includes(error.value) && error.value.includes('.')) {
      const near = nearest(error.value, raised, 1).filter((name) => name.split('.')[0] === error.value.split('.')[0]);
      if (near.length > 0) {
        report({ code: 'mock-error-name', severity: 'warning', span: error.span, message: `The task does not fail with "${error.value}".${question(near)}`, fixes: replacements(error, near) });
      }
    }
  }
  const [state] = named;
  const given = member(rule, 'return');
  // With `.sync:2` what the model has as a text comes as the JSON that it holds.
  const isJson = state && states?.call(state)?.text.endsWith('.sync:2');
  const shape = state && named.length === 1 && !isJson ? states?.output(state) : undefined;
  if (shape && given) {
    checkOutput(shape, given, report);
  }
}

function handled(handlers: readonly ObjectNode[]): string[] {
  return handlers.flatMap((handler) => items(member(handler, 'ErrorEquals'))).flatMap((name) => (name.kind === 'string' ? [name.value] : []));
}

// The mocks of a run, from a file in one of the forms that are known.
import { isList, isObject, memberOf, type Json } from '../../expressions/value';
import { listed } from '../../text/words';
import { awsMocks, isAwsMocks } from './aws';
import type { MockHelpers, Mocks } from './mocks';
import { recordedMocks } from './recorded';
import { MockMistake } from './mistake';
import { scriptedMocks, type ScriptedMocks } from './scripted';

/** A case of a file with mocks beside a definition. */
export interface MockCase {
  readonly input: Json | undefined;
  readonly mocks: Json;
  readonly expected: Json | undefined;
}

export function casesIn(file: Json | undefined): Map<string, MockCase> {
  const cases = memberOf(file, 'cases');
  return new Map(Object.entries(isObject(cases) ? cases : {}).map(([name, each]) => [name, { input: memberOf(each, 'input'), mocks: memberOf(each, 'mocks') ?? {}, expected: memberOf(each, 'expect') }]));
}

/** The names that can be chosen from: of AWS's file `Machine#Case`. */
export function caseNames(file: Json): string[] {
  return isAwsMocks(file) ? awsCases(file).map(({ name }) => name) : [...casesIn(file).keys()];
}

/**
 * The answers of a file, from the first one. Throws a `MockMistake` where there is no such case.
 *
 * @param testCase of AWS's file `Machine#Case`, or the case alone where there is one of that name
 * @param naming how a case is named: `--case`
 */
export function mocksFrom(file: Json, testCase: string | undefined, random: () => number, start: number, naming: string, helpers: MockHelpers = {}): Mocks | ScriptedMocks {
  if (isAwsMocks(file)) {
    return ofAwsCase(file, testCase, naming);
  }
  const shared = memberOf(file, 'mocks') ?? (memberOf(file, 'cases') === undefined ? file : {});
  if (isRecorded(shared)) {
    return recordedMocks(shared);
  }
  const own = testCase === undefined ? undefined : casesIn(file).get(testCase);
  if (testCase !== undefined && !own) {
    throw new MockMistake(`The file with mocks has no case "${testCase}". ${known([...casesIn(file).keys()])}`);
  }
  return scriptedMocks([own?.mocks ?? {}, shared], random, start, helpers);
}

/** Recorded answers tell what event they were. */
function isRecorded(answers: Json): boolean {
  return isObject(answers) && Object.values(answers).some((each) => isList(each) && each.some((answer) => memberOf(answer, 'outcome') !== undefined));
}

function known(names: readonly string[]): string {
  return names.length === 0 ? 'It has none.' : `It has ${listed(names, 'and')}.`;
}

function awsCases(file: Json): { readonly machine: string; readonly testCase: string; readonly name: string }[] {
  return [...awsMocks(file).machines].flatMap(([machine, cases]) => cases.map((testCase) => ({ machine, testCase, name: `${machine}#${testCase}` })));
}

function ofAwsCase(file: Json, written: string | undefined, naming: string): Mocks {
  const names = awsCases(file);
  const fitting = written === undefined ? names : names.filter(({ testCase, name }) => name === written || testCase === written);
  const [only] = fitting;
  const mocks = only && fitting.length === 1 ? awsMocks(file).mocks(only.machine, only.testCase) : undefined;
  if (!mocks) {
    throw new MockMistake(`${written === undefined ? `The file with mocks has several cases: name one with ${naming}.` : `The file with mocks has no one case "${written}".`} ${known(names.map(({ name }) => name))}`);
  }
  return mocks;
}

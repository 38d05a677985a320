// The mocks of a run, from a file in one of the forms that are known.
import { existsSync } from 'node:fs';
import { isList, isObject, memberOf, type Json } from '../../expressions/value';
import { awsMocks, isAwsMocks } from '../../simulator/mocks/aws';
import type { Mocks } from '../../simulator/mocks/mocks';
import { recordedMocks } from '../../simulator/mocks/recorded';
import { scriptedMocks, type ScriptedMocks } from '../../simulator/mocks/scripted';
import { listed } from '../../text/words';
import { UsageError } from '../command';

/** The ends of a definition's name, and of that of the mocks beside it. */
export const definitionEnds = ['.asl.json', '.asl.yaml', '.asl.yml', '.asl'] as const;
export const mockEnds = ['.asl.mocks.yaml', '.asl.mocks.yml', '.asl.mocks.json'] as const;

/** The file with mocks beside a definition, if there is one. */
export function mocksBeside(definition: string): string | undefined {
  const end = definitionEnds.find((each) => definition.endsWith(each));
  return end && mockEnds.map((each) => `${definition.slice(0, -end.length)}${each}`).find((path) => existsSync(path));
}

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

/** @param testCase of AWS's file `Machine#Case`, or the case alone where there is one of that name */
export function mocksFrom(file: Json, testCase: string | undefined, random: () => number, start: number): Mocks | ScriptedMocks {
  if (isAwsMocks(file)) {
    return ofAwsCase(file, testCase);
  }
  const shared = memberOf(file, 'mocks') ?? (memberOf(file, 'cases') === undefined ? file : {});
  if (isRecorded(shared)) {
    return recordedMocks(shared);
  }
  const own = testCase === undefined ? undefined : casesIn(file).get(testCase);
  if (testCase !== undefined && !own) {
    throw new UsageError(`The file with mocks has no case "${testCase}". ${known([...casesIn(file).keys()])}`);
  }
  return scriptedMocks([own?.mocks ?? {}, shared], random, start);
}

/** Recorded answers tell what event they were. */
function isRecorded(answers: Json): boolean {
  return isObject(answers) && Object.values(answers).some((each) => isList(each) && each.some((answer) => memberOf(answer, 'outcome') !== undefined));
}

function known(names: readonly string[]): string {
  return names.length === 0 ? 'It has none.' : `It has ${listed(names, 'and')}.`;
}

function ofAwsCase(file: Json, written: string | undefined): Mocks {
  const all = awsMocks(file);
  const names = [...all.machines].flatMap(([machine, cases]) => cases.map((each) => ({ machine, testCase: each, name: `${machine}#${each}` })));
  const fitting = written === undefined ? names : names.filter(({ testCase, name }) => name === written || testCase === written);
  const [only] = fitting;
  const mocks = only && fitting.length === 1 ? all.mocks(only.machine, only.testCase) : undefined;
  if (!mocks) {
    throw new UsageError(`${written === undefined ? 'The file with mocks has several cases: name one with --case.' : `The file with mocks has no one case "${written}".`} ${known(names.map(({ name }) => name))}`);
  }
  return mocks;
}

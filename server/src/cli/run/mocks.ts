// The mocks of a run, from a file in one of the forms that are known.
import { memberOf, type Json } from '../../expressions/value';
import { awsMocks, isAwsMocks } from '../../simulator/mocks/aws';
import type { Mocks } from '../../simulator/mocks/mocks';
import { recordedMocks } from '../../simulator/mocks/recorded';
import { listed } from '../../text/words';
import { UsageError } from '../command';

/** @param testCase `Machine#Case`, or the case alone where the file has one machine */
export function mocksFrom(file: Json, testCase: string | undefined): Mocks {
  return isAwsMocks(file) ? ofCase(file, testCase) : recordedMocks(memberOf(file, 'mocks') ?? file);
}

function ofCase(file: Json, written: string | undefined): Mocks {
  const all = awsMocks(file);
  const names = [...all.machines].flatMap(([machine, cases]) => cases.map((each) => ({ machine, testCase: each, name: `${machine}#${each}` })));
  const fitting = written === undefined ? names : names.filter(({ testCase, name }) => name === written || testCase === written);
  const [only] = fitting;
  const mocks = only && fitting.length === 1 ? all.mocks(only.machine, only.testCase) : undefined;
  if (!mocks) {
    const known = names.length === 0 ? 'It has none.' : `It has ${listed(names.map(({ name }) => name), 'and')}.`;
    throw new UsageError(`${written === undefined ? 'The file with mocks has several cases: name one with --case.' : `The file with mocks has no one case "${written}".`} ${known}`);
  }
  return mocks;
}

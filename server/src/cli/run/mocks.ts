// Mocks as the command line is given them: from files, and with its own way to name a case.
import { existsSync } from 'node:fs';
import type { Json } from '../../expressions/value';
import { mocksFrom as mocksIn } from '../../simulator/mocks/file';
import { mocksBeside as pathsBeside } from '../../mocks/names';
import type { MockHelpers, Mocks } from '../../simulator/mocks/mocks';
import { MockMistake } from '../../simulator/mocks/mistake';
import type { ScriptedMocks } from '../../simulator/mocks/scripted';
import { UsageError } from '../command';

/** The file with mocks beside a definition, if there is one. */
export function mocksBeside(definition: string): string | undefined {
  return pathsBeside(definition).find((path) => existsSync(path));
}

/** @param testCase of AWS's file `Machine#Case`, or the case alone where there is one of that name */
export function mocksFrom(file: Json, testCase: string | undefined, random: () => number, start: number, helpers: MockHelpers): Mocks | ScriptedMocks {
  try {
    return mocksIn(file, testCase, random, start, '--case', helpers);
  } catch (error) {
    throw error instanceof MockMistake ? new UsageError(error.message) : error;
  }
}

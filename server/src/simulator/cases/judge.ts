// What came of a run, held against what its case expects.
import { isList, isObject, isSame, type Json } from '../../expressions/value';
import type { Outcome } from '../run';
import { differences } from './differences';

export interface Problem {
  /** In one line. */
  readonly message: string;
  /** The member of `expect` that it is about, which need not be written there: a case without one has to succeed. */
  readonly aspect?: string;
  /** The two values that differ. */
  readonly difference?: { readonly expected: Json; readonly actual: Json };
  /** More than fits into the message, a line each: the way that was gone, or the places in the output. */
  readonly steps?: readonly string[];
}

/**
 * What is not as expected; nothing where all is.
 *
 * @param expected the case's `expect`; `null` where the file has no way to say it, so that only a mistake of the definition's own counts
 * @param path the states that the run went through
 */
export function judge(outcome: Outcome, path: readonly string[], expected: Json | undefined): Problem[] {
  if (expected === null) {
    return outcome.status !== 'SUCCEEDED' && outcome.error === 'States.Runtime' ? [{ message: `The run failed for a reason that no mock gave: ${reasonOf(outcome)}`, aspect: 'status' }] : [];
  }
  const wanted = isObject(expected) ? expected : {};
  const failed = wanted['error'] !== undefined || wanted['cause'] !== undefined;
  const actual: Readonly<Record<string, Json | undefined>> = {
    status: outcome.status,
    output: outcome.status === 'SUCCEEDED' ? outcome.output : undefined,
    error: outcome.status === 'SUCCEEDED' ? undefined : outcome.error,
    cause: outcome.status === 'SUCCEEDED' ? undefined : outcome.cause,
    path,
  };
  return Object.entries({ status: failed ? 'FAILED' : 'SUCCEEDED', ...wanted }).flatMap(([aspect, value]): Problem[] => {
    if (!Object.hasOwn(actual, aspect)) {
      return [{ message: `"${aspect}" can't be expected; status, output, error, cause and path can.`, aspect }];
    }
    const found = actual[aspect];
    if (found === undefined) {
      return [{ message: `${aspect} is not there, where ${JSON.stringify(value)} is expected`, aspect }];
    }
    if (isSame(found, value)) {
      return [];
    }
    const difference = { expected: value, actual: found };
    if (aspect === 'path' && isList(value)) {
      return [{ ...stepByStep(path, value), aspect, difference }];
    }
    if (aspect === 'output') {
      const places = differences(aspect, found, value);
      return [places.length === 1 ? { message: places.join(''), aspect, difference } : { message: 'output is another one than expected', steps: places, aspect, difference }];
    }
    const reason = aspect === 'status' && outcome.status !== 'SUCCEEDED' ? ` (${reasonOf(outcome)})` : '';
    return [{ message: `${aspect} is ${JSON.stringify(found)}${reason}, and not ${JSON.stringify(value)}`, aspect, difference }];
  });
}

function reasonOf({ error, cause }: Exclude<Outcome, { readonly status: 'SUCCEEDED' }>): string {
  return [error, cause].filter((each) => each !== undefined).join(': ') || 'it says no more';
}

/** Where two ways part. */
function stepByStep(path: readonly string[], expected: readonly Json[]): Pick<Problem, 'message' | 'steps'> {
  const said = (step: Json | undefined): string => (step === undefined ? 'the end' : JSON.stringify(step));
  const count = Math.max(path.length, expected.length);
  const all = Array.from({ length: count }, (_, index) => ({ went: path[index], wanted: expected[index] }));
  const parting = all.findIndex(({ went, wanted }) => went !== wanted);
  const digits = String(count).length;
  return {
    message: `path is another one from step ${parting + 1} on: ${said(path[parting])}, and not ${said(expected[parting])}`,
    steps: all.map(({ went, wanted }, index) => `${String(index + 1).padStart(digits)} ${said(went)}${went === wanted ? '' : `  expected: ${said(wanted)}`}`),
  };
}

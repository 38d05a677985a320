// The `MockConfigFile.json` of AWS's own tool for running Step Functions on one's machine, as it is.
// Source: Step Functions Developer Guide, "Using Mocked Service Integrations".
import { isObject, memberOf, textOf, type Json } from '../../expressions/value';
import type { Answer } from '../world';
import { MissingMock, type Mocks } from './mocks';

export interface AwsMocks {
  /** The cases of each machine that the file knows. */
  readonly machines: ReadonlyMap<string, readonly string[]>;
  /** The answers in a case; `undefined` where there is no such case. */
  mocks(machine: string, testCase: string): Mocks | undefined;
}

/** True for a file of that form. */
export function isAwsMocks(file: Json): boolean {
  return isObject(memberOf(file, 'StateMachines'));
}

export function awsMocks(file: Json): AwsMocks {
  const machines = objectIn(file, 'StateMachines');
  // The guide has one place with the name in the singular.
  const responses = { ...objectIn(file, 'MockedResponse'), ...objectIn(file, 'MockedResponses') };
  const casesOf = (machine: string): Readonly<Record<string, Json>> => objectIn(machines[machine] ?? null, 'TestCases');
  return {
    machines: new Map(Object.keys(machines).map((machine) => [machine, Object.keys(casesOf(machine))])),
    mocks(machine, testCase) {
      const states = casesOf(machine)[testCase];
      return isObject(states) ? inCase(states, responses) : undefined;
    },
  };
}

function objectIn(value: Json, name: string): Readonly<Record<string, Json>> {
  const member = memberOf(value, name);
  return isObject(member) ? member : {};
}

/** The attempts of a state are counted over all its visits and iterations. */
function inCase(states: Readonly<Record<string, Json>>, responses: Readonly<Record<string, Json>>): Mocks {
  const attempts = new Map<string, number>();
  return (call) => {
    const name = states[call.state];
    const attempt = attempts.get(call.state) ?? 0;
    attempts.set(call.state, attempt + 1);
    const response = typeof name === 'string' ? responses[name] : undefined;
    if (!isObject(response)) {
      throw new MissingMock(call);
    }
    const [, answer] = Object.entries(response).find(([range]) => isIn(attempt, range)) ?? [];
    if (answer === undefined) {
      throw new MissingMock(call, ` at attempt ${attempt}: "${textOf(name)}" has no more`);
    }
    return answerOf(answer);
  };
}

/** `0`, or `1-2` with both ends. */
function isIn(attempt: number, range: string): boolean {
  const [first = NaN, last = first] = range.split('-').map(Number);
  return attempt >= first && attempt <= last;
}

function answerOf(answer: Json): Answer {
  const thrown = memberOf(answer, 'Throw');
  if (isObject(thrown)) {
    const { Error: error, Cause: cause } = thrown;
    return { is: 'error', error: typeof error === 'string' ? error : undefined, cause: typeof cause === 'string' ? cause : undefined };
  }
  return { is: 'result', value: memberOf(answer, 'Return') ?? null };
}

// What is told of a case that did not come out as expected: the two values, and where it was expected and where the run stopped.
import * as vscode from 'vscode';
import type { State } from '../../../server/src/model/machine';
import type { Problem } from '../../../server/src/simulator/cases/judge';
import type { CaseReport } from '../../../server/src/simulator/cases/run-case';
import type { Definition, ReadyCase } from './prepare';

/** One for each problem, at what is expected in the file with mocks; and one at the state where the run stopped. */
export function messagesOf({ definition, others, found, mocks, rangeOf }: ReadyCase, { problems, outcome, stoppedAt }: CaseReport): vscode.TestMessage[] {
  const [stop] = stoppedAt ? [definition, ...others].filter(({ program }) => program.states.includes(stoppedAt)).map((within) => ({ within, state: stoppedAt })) : [];
  const told = problems.map((problem) => {
    const message = messageOf(problem);
    message.location = new vscode.Location(mocks, rangeOf(found.expectationAt(problem.aspect)));
    if (stop) {
      message.stackTrace = framesTo(stop.within, stop.state);
    }
    return message;
  });
  const [first] = problems;
  // A failure that was expected is no mistake of the state's.
  if (!stop || !first || (outcome && !problems.some(({ aspect = '' }) => ['status', 'error', 'cause'].includes(aspect)))) {
    return told;
  }
  const reason = outcome && outcome.status !== 'SUCCEEDED' ? [outcome.error, outcome.cause].filter((each) => each !== undefined).join(': ') : first.message;
  const there = new vscode.TestMessage(`${found.label}: ${outcome ? `the run failed here: ${reason}` : reason}`);
  there.location = new vscode.Location(stop.within.uri, stop.within.rangeOf(stop.state.nameNode));
  return [...told, there];
}

function messageOf({ message, difference, steps = [] }: Problem): vscode.TestMessage {
  const text = [message, ...steps].join('\n');
  const pretty = (value: unknown): string => JSON.stringify(value, undefined, 2);
  return difference ? vscode.TestMessage.diff(text, pretty(difference.expected), pretty(difference.actual)) : new vscode.TestMessage(text);
}

/** The state, and those around it. */
function framesTo(definition: Definition, state: State): vscode.TestMessageStackFrame[] {
  const { owner } = state.machine;
  const { uri, rangeOf } = definition;
  return [new vscode.TestMessageStackFrame(state.name, uri, rangeOf(state.nameNode).start), ...(owner ? framesTo(definition, owner) : [])];
}

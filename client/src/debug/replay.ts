// A run that is replayed: with the input, the time and the answers that a history tells.
import { statePath } from '../../../server/src/model/state-path';
import { recordedMocks } from '../../../server/src/simulator/mocks/recorded';
import type { Names } from '../../../server/src/simulator/world';
import { answersOf, insteadOf } from '../history/answers';
import { payloadOf } from '../history/events';
import { eventsOfRun, readHistory } from '../history/read';
import { Tracker } from '../history/tracker';
import { Refusal } from './conversation';
import type { Launch } from './launch';
import type { LaunchArguments } from './messages';
import type { Program } from './program';

/**
 * @param text of the history
 * @throws a Refusal where it is none, or does not tell the input
 */
export function replayed(args: LaunchArguments, program: Program, text: string): Launch {
  const history = readHistory(text);
  if (typeof history === 'string') {
    throw new Refusal(history);
  }
  const run = args.execution ?? history.runs[0] ?? '';
  const recording = new Tracker(eventsOfRun(history, run));
  const [first] = recording.events;
  const answers = answersOf(recording);
  const input = first && payloadOf(first, 'input');
  if (!input || input.value === undefined) {
    throw new Refusal(`The history does not tell ${input ? 'all of the input: AWS has cut it off' : 'what the run was started with: its first event is missing'}. Without it nothing can be replayed.`);
  }
  return {
    program,
    others: [],
    recording,
    setup: {
      machine: program.machine,
      objects: () => undefined,
      input: input.value,
      seed: args.seed ?? 1,
      world: { names: namesIn(run), start: first.timestamp ?? 0, workflowType: args.workflowType ?? (run.includes(':express:') ? 'EXPRESS' : 'STANDARD'), instead: ({ state, scope, fields }) => insteadOf(recording, statePath(state), scope.item?.Index, fields['ResultPath']) },
      mocks: () => recordedMocks(answers),
    },
  };
}

/** The names that the context object tells, where the history has the ARN of its run. */
function namesIn(run: string): Partial<Names> {
  const [, , , region, account, , machine, execution] = run.split(':');
  return region && account && machine && execution ? { region, account, machine, execution } : {};
}

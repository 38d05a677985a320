// Strands that wait for those they started, and what happens to the others when one of them fails.
import type { EventType } from './history';
import type { Strand, Work } from './scheduler';
import type { Visit } from './visit';

/** Waits until at least one of the strands that were started has ended, and gives those that have. */
export function* joined(strand: Strand): Work<readonly Strand[]> {
  if (strand.ended.length === 0) {
    yield { do: 'join' };
  }
  const { ended } = strand;
  strand.ended = [];
  return ended;
}

/** What is told of each strand that is ended with the one that failed; nothing of branches. */
export type TellAborted = (strand: Strand) => Work<unknown>;

/**
 * Ends what is left after the first failure, and throws it. All that is told follows the event that failed.
 * A failure that no machine can handle ends the whole run, and nothing more is told.
 */
export function* abandon(visit: Visit, failed: Strand, others: readonly Strand[], tellFailed?: TellAborted, tellAborted?: TellAborted): Work<never> {
  const { strand } = visit;
  const { failure } = failed;
  // Others may have failed in the same moment; theirs does not count.
  const rest = [...others.filter((each) => each !== failed && each.failure), ...strand.children].sort((one, other) => one.index - other.index);
  strand.ended = [];
  for (const each of rest) {
    each.cancel();
  }
  strand.cursor = failed.cursor;
  strand.children.clear();
  if (failure?.kind !== 'runtime') {
    yield* tellFailed?.(failed) ?? nothing();
    if (failed.visit?.type === 'Task') {
      yield* visit.tell('TaskStateAborted', {}, { aside: true });
    }
    for (const each of rest) {
      yield* tellAborted?.(each) ?? nothing();
      yield* tellStates(visit, each);
    }
  }
  throw failure ?? new Error('A strand failed without a failure.');
}

function* nothing(): Work<void> {
  // A branch has no event of its own.
}

/** The states that were under way, inner ones first. */
function* tellStates(visit: Visit, strand: Strand): Work<void> {
  for (const child of strand.children) {
    yield* tellStates(visit, child);
  }
  const type = strand.visit?.type;
  if (type === 'Task' || type === 'Wait' || type === 'Map' || type === 'Parallel') {
    yield* visit.tell(`${type}StateAborted` satisfies EventType, {}, { aside: true });
  }
}

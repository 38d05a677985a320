// What becomes of a failure, and which failures a person wants to see.
import { catches, retries } from '../../../server/src/simulator/handlers';
import type { Failure } from '../../../server/src/simulator/failure';
import type { Visit } from '../../../server/src/simulator/visit';

export type Fate =
  | { readonly is: 'retried'; readonly by: Visit; readonly after?: number }
  | { readonly is: 'caught'; readonly by: Visit }
  /** It ends the run. */
  | { readonly is: 'uncaught' };

export function fateOf(visit: Visit, failure: Failure): Fate {
  if (visit.failure === failure && visit.untilRetry !== undefined) {
    return { is: 'retried', by: visit, after: visit.untilRetry };
  }
  if (catches(visit, failure)) {
    return { is: 'caught', by: visit };
  }
  for (let { parent } = visit.strand; parent; { parent } = parent) {
    const around = parent.visit;
    if (!around || parent.execution !== visit.strand.execution) {
      break;
    }
    if (retries(around, failure)) {
      return { is: 'retried', by: around };
    }
    if (catches(around, failure)) {
      return { is: 'caught', by: around };
    }
  }
  return { is: 'uncaught' };
}

export const filters = [
  { filter: 'caught', label: 'Caught and retried errors', description: 'Stops at a state whose error is caught or tried again, there or further out.', default: false },
  { filter: 'uncaught', label: 'Uncaught errors', description: 'Stops at a state whose error nothing catches.', default: true },
];

/** A sentence for the person. */
export function wordsFor(fate: Fate, visit: Visit): string {
  const by = 'by' in fate && fate.by !== visit ? ` by "${fate.by.name}"` : '';
  switch (fate.is) {
    case 'retried':
      return fate.after === undefined ? `It is tried again${by}.` : `It is tried again in ${fate.after} s.`;
    case 'caught':
      return `It is caught${by}.`;
    case 'uncaught':
      return 'Nothing catches it.';
  }
}

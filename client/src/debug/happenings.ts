// The history of a run as a list to choose from.
import type { HistoryEvent } from '../../../server/src/simulator/history';
import type { Happening } from './messages';
import type { Playback } from './playback';

/** All that was told so far, and what lies ahead after a step back. */
export function happenings({ told, position }: Playback): Happening[] {
  const states = new Map<string, string>();
  return told.map(({ at, event }) => {
    const state = stateOf(event, states);
    return { at, id: event.id, type: event.type, ...(state === undefined ? {} : { state }), timestamp: event.timestamp, isAhead: at > position };
  });
}

/** An event says the state's name, or follows one that did. */
function stateOf({ execution, id, previousEventId, type, details }: HistoryEvent, states: Map<string, string>): string | undefined {
  const own = details['name'];
  const state = /State(?:Entered|Exited)$/.test(type) && typeof own === 'string' ? own : states.get(`${execution}#${previousEventId}`);
  // What follows an exit is of another state.
  if (state !== undefined && !type.endsWith('StateExited')) {
    states.set(`${execution}#${id}`, state);
  }
  return type.startsWith('Execution') ? undefined : state;
}

// A history as `GetExecutionHistory` gives it.
import { timestampOf } from '../expressions/instant';
import { isObject, type Json, type JsonObject } from '../expressions/value';
import type { HistoryEvent } from './history';

/** Details whose values are JSON text there. Each has a note beside it that nothing was cut off. */
const texts: ReadonlySet<string> = new Set(['input', 'output']);

/** One event as the service writes it. */
export function awsEvent({ id, previousEventId, type, timestamp, details }: HistoryEvent): JsonObject {
  const name = detailsName(type);
  const written: [string, Json][] = Object.entries(details).flatMap(([key, value]): [string, Json][] => {
    if (texts.has(key)) {
      return [
        [key, JSON.stringify(value)],
        [`${key}Details`, { truncated: false }],
      ];
    }
    if (key === 'parameters') {
      return [[key, JSON.stringify(value)]];
    }
    if (key === 'assignedVariables' && isObject(value)) {
      return [
        [key, Object.fromEntries(Object.entries(value).map(([variable, each]) => [variable, JSON.stringify(each)]))],
        ['assignedVariablesDetails', { truncated: false }],
      ];
    }
    return [[key, value]];
  });
  return { timestamp: timestampOf(timestamp), type, id, previousEventId, ...(written.length > 0 ? { [name]: Object.fromEntries(written) } : {}) };
}

/** All kinds of states share one name for entering and one for leaving. */
function detailsName(type: string): string {
  const shared = /State(Entered|Exited)$/.exec(type);
  if (shared) {
    return `state${shared[1] ?? ''}EventDetails`;
  }
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
}

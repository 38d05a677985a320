// A run of the debugger as a file, so that its history is there when the window comes back: as AWS would print it, and whose it was.
import type { JsonObject } from '../../../server/src/expressions/value';
import { awsEvent } from '../../../server/src/simulator/aws-history';
import type { HistoryEvent } from '../../../server/src/simulator/history';

/**
 * The text of the file. Runs that were started in the run have their events in it too, told apart by their ARNs.
 *
 * @param definition the address of the definition
 */
export function keptRun(events: readonly HistoryEvent[], definition: string): string {
  const written = events.map((event): JsonObject => ({ ...awsEvent(event), executionArn: event.execution }));
  return JSON.stringify({ definition, events: written }, undefined, 1);
}

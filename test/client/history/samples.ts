// Runs for the tests of histories: made by the simulator, and written down as AWS writes them.
import type { HistoryEvent } from '../../../server/src/simulator/history';
import { awsEvent } from '../../../server/src/simulator/aws-history';
import { recorded } from '../../../client/src/history/events';
import { retriesAt, itemsAt } from '../../../client/src/history/moment';
import { errorOf } from '../../../client/src/history/rows';
import { Tracker } from '../../../client/src/history/tracker';
import { strandInWords } from '../../../client/src/history/visits';
import { runStory, type Script, type StoryOptions } from '../../support/story';

/** The events of a run. */
export async function eventsOf(definition: string, script: Script = {}, options: StoryOptions = {}): Promise<HistoryEvent[]> {
  const { events } = await runStory(definition, script, options);
  return events.filter((event) => event.kind === 'history');
}

export async function trackerOf(definition: string, script: Script = {}, options: StoryOptions = {}): Promise<Tracker> {
  return new Tracker((await eventsOf(definition, script, options)).map(recorded));
}

/** As `aws stepfunctions get-execution-history` prints it: without the events of runs that were started in the run. */
export function asAwsPrints(events: readonly HistoryEvent[]): string {
  return JSON.stringify({ events: events.filter(({ execution }) => execution === events[0]?.execution).map(awsEvent) }, undefined, 4);
}

/** One line a visit: `Train caught after 2 retries: States.TaskFailed`. */
export function toldOf({ visits, events }: Tracker): string[] {
  return visits.map((visit) => {
    const { name, status, strand } = visit;
    const [retries, error, where, items] = [retriesAt(visit, Infinity), status === 'succeeded' ? undefined : errorOf(visit, events), strandInWords(strand), itemsAt(visit, Infinity)];
    return [
      `${name} ${status}`,
      retries > 0 && ` after ${String(retries)} ${retries === 1 ? 'retry' : 'retries'}`,
      items && ` (${String(items.succeeded)} of ${String(items.total)} items)`,
      where !== '' && ` in ${where}`,
      error !== undefined && `: ${error}`,
    ].filter((part) => typeof part === 'string').join('');
  });
}

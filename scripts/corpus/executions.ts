// Recorded runs, run again: the same definition, input and answers, and what came of it against what AWS recorded.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../server/src/expressions/value';
import { runCase, type Case, type CaseResult } from '../../server/src/simulator/case';
import { jsonFiles } from '../../test/support/corpus';
import { isAsRecorded } from './same';

export interface Recorded extends Case {
  readonly id: string;
  readonly category: string;
  readonly placeholders: readonly string[];
  readonly orderedEvents?: boolean;
  readonly tasksWithoutResult?: readonly string[];
  readonly expected: { readonly status: string; readonly output?: Json; readonly error?: string; readonly cause?: Json; readonly events?: readonly { readonly type: string }[] };
}

type Aspect = 'status and output or error' | 'causes' | 'event types in order' | 'links' | 'details';

/** Why a recording can't be met, by the beginning of its name and the aspect. */
const reasons: readonly { readonly of: RegExp; readonly reason: string }[] = [
  { of: /^express-test-query-runtime-memory.*status/, reason: 'the stand-ins for its role and its times are not among its placeholders' },
  { of: /^scenarios-test-map-.*links: event \d+, MapStateExited/, reason: 'recordings up to August 2024 link the end of a distributed Map to MapRunSucceeded, newer ones to MapRunStarted' },
  { of: /^timeouts-test-service-lambda-map-timeout.*links/, reason: 'which of several tasks that run out of time together is first, AWS leaves to chance' },
  { of: /details: event \d+, TaskSubmitted/, reason: 'the mocks do not have what the call itself gave' },
  { of: /details: event \d+, ActivityStarted/, reason: 'the mocks do not have the name of the worker' },
];

/** Prints how many are as recorded, and each that is not. */
export async function reportRuns(folder: string, verbose: boolean): Promise<void> {
  const files = jsonFiles(join(folder, 'executions'));
  const tally = new Map<Aspect, { total: number; right: number }>();
  const misses: string[] = [];
  let left = 0;
  for (const file of files) {
    const recorded = JSON.parse(readFileSync(join(folder, 'executions', file), 'utf8')) as Recorded;
    const result = await runCase(recorded);
    if (result.error === 'Stepwise.MissingMock' && recorded.tasksWithoutResult) {
      left++;
      continue;
    }
    for (const [aspect, problem] of compare(recorded, result)) {
      const { total, right } = tally.get(aspect) ?? { total: 0, right: 0 };
      tally.set(aspect, { total: total + 1, right: right + (problem === undefined ? 1 : 0) });
      if (problem !== undefined) {
        const told = `${recorded.id}, ${aspect}: ${problem}`;
        const reason = reasons.find(({ of }) => of.test(told.split('\n')[0] ?? ''))?.reason;
        misses.push(`  ${told}${reason === undefined ? '' : `\n    because ${reason}`}`);
      }
    }
  }
  console.log(`\nRecorded runs, run again: ${String(files.length - left)}, and ${String(left)} left out, whose tasks have no recorded result`);
  for (const [aspect, { total, right }] of tally) {
    console.log(`  ${((right / total) * 100).toFixed(1).padStart(5)} %  ${String(right)} of ${String(total)}  ${aspect}`);
  }
  console.log(misses.filter((miss) => verbose || !/, (links|details):/.test(miss)).join('\n'));
}

/** Whether status and output, or status and error, are those of the recording. */
export function endsAsRecorded({ expected, placeholders }: Recorded, { status, output, error }: CaseResult): boolean {
  return status === expected.status && (status === 'SUCCEEDED' ? isAsRecorded(output, expected.output, placeholders) : (error ?? undefined) === expected.error);
}

function compare(recorded: Recorded, result: CaseResult): Map<Aspect, string | undefined> {
  const { expected, placeholders, orderedEvents } = recorded;
  const same = (actual: unknown, wanted: unknown): boolean => isAsRecorded(actual, wanted, placeholders);
  const found = new Map<Aspect, string | undefined>();
  found.set('status and output or error', endsAsRecorded(recorded, result) ? undefined : told(result.status === 'SUCCEEDED' ? result.output : [result.status, result.error, result.cause], expected.status === 'SUCCEEDED' ? expected.output : [expected.status, expected.error, expected.cause]));
  if (expected.cause !== undefined) {
    found.set('causes', same(result.cause, expected.cause) ? undefined : told(result.cause, expected.cause));
  }
  if (expected.events && orderedEvents) {
    const types = (events: readonly { readonly type: string }[]): string => events.map(({ type }) => type).join(' ');
    const [actual, wanted] = [types(result.events), types(expected.events)];
    found.set('event types in order', actual === wanted ? undefined : told(actual, wanted));
    if (actual === wanted) {
      const links = firstDifference(expected.events, result.events, (each) => (each as unknown as { prev: number }).prev, (one, other) => one === other);
      found.set('links', links);
      found.set('details', firstDifference(expected.events, result.events, ({ ...each }) => ({ ...each, id: 0, prev: 0, roleArn: undefined }), (one, other) => same(withoutUndefined(one), withoutUndefined(other))));
    }
  }
  return found;
}

function withoutUndefined(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function firstDifference<E extends { readonly type: string }>(wanted: readonly E[], actual: readonly E[], part: (event: E) => unknown, same: (actual: unknown, wanted: unknown) => boolean): string | undefined {
  for (const [index, event] of wanted.entries()) {
    const other = actual[index];
    if (!other || !same(part(other), part(event))) {
      return `event ${String(index + 1)}, ${event.type}: ${told(other && part(other), part(event))}`;
    }
  }
  return undefined;
}

function told(actual: unknown, wanted: unknown): string {
  const text = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing'));
  return `\n    ${text(actual).slice(0, 600)}\n    recorded: ${text(wanted).slice(0, 600)}`;
}

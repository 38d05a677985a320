// Runs told as stories: what a person would say happened, line by line.
import assert from 'node:assert/strict';
import type { Json } from '../../server/src/expressions/value';
import { lower } from '../../server/src/model/lower';
import { run, type Outcome, type RunEvent } from '../../server/src/simulator/run';
import { seeded } from '../../server/src/simulator/seeded';
import type { Answer, ObjectStore, TaskCall, World } from '../../server/src/simulator/world';
import { parse } from '../../server/src/syntax/parse';

/** What the tasks of each state answer, one after the other; the last one again and again. A function answers what it is called with. */
export type Script = Readonly<Record<string, readonly (Answer | ((call: TaskCall) => Answer))[]>>;

export function returns(value: Json, more: Partial<Answer> = {}): Answer {
  return { ...more, is: 'result', value };
}

export function fails(error: string, cause?: string, more: Partial<Answer> = {}): Answer {
  return { ...more, is: 'error', error, cause };
}

export const staysSilent: Answer = { is: 'silence' };

/** The same text with all that is asked. */
export function echo(call: TaskCall): Answer {
  return { is: 'result', value: call.arguments };
}

export interface StoryOptions extends Partial<Omit<World, 'answer' | 'objects'>> {
  readonly input?: Json;
  /** Objects by their addresses, `bucket/key`; what is written is put here. */
  readonly objects?: Record<string, string>;
}

export interface Told {
  readonly events: readonly RunEvent[];
  readonly outcome: Outcome;
}

/** Runs a machine to its end. */
export async function runStory(definition: string, script: Script = {}, { input = {}, objects, ...world }: StoryOptions = {}): Promise<Told> {
  const { root } = parse(definition, 'json');
  assert.equal(root?.kind, 'object');
  const asked = new Map<string, number>();
  const running = run(lower(root), input, {
    start: Date.UTC(2025, 0, 1),
    random: seeded(1),
    answer: (call) => {
      const answers = script[call.state] ?? [];
      const count = asked.get(call.state) ?? 0;
      asked.set(call.state, count + 1);
      const answer = answers[Math.min(count, answers.length - 1)];
      assert.ok(answer, `nothing answers ${call.state}`);
      return typeof answer === 'function' ? answer(call) : answer;
    },
    ...(objects ? { objects: storeIn(objects) } : {}),
    ...world,
  });
  const events: RunEvent[] = [];
  for (;;) {
    const next = await running.next();
    if (next.done) {
      return { events, outcome: next.value };
    }
    events.push(next.value);
  }
}

/** Runs a machine and compares its story; blanks around the lines do not count. */
export async function checkStory(definition: string, script: Script, story: string, options: StoryOptions = {}): Promise<void> {
  const told = await runStory(definition, script, options);
  assert.equal(storyOf(told), story.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n'));
}

/** Runs a machine and gives what came of it. */
export async function outcomeOf(definition: string, script: Script = {}, options: StoryOptions = {}): Promise<Outcome> {
  return (await runStory(definition, script, options)).outcome;
}

/** A machine of one state. */
export function machineOf(state: string): string {
  return `{ "StartAt": "A", "States": { "A": ${state}, "B": { "Type": "Succeed" } } }`;
}

function storyOf({ events, outcome }: Told): string {
  const [first] = events;
  const root = first?.kind === 'history' ? first.execution : '';
  const names = new Map<number, string>();
  const lines = events.flatMap((event): string[] => {
    if (event.kind === 'waited') {
      return [`waited ${Number(event.seconds.toFixed(3))} s`, ...(event.before === 'retry' ? [`entered ${event.state}`] : [])];
    }
    if (event.kind !== 'history' || event.execution !== root) {
      return [];
    }
    const { id, previousEventId, type, details } = event;
    const name = [details['name'], details['state'], names.get(previousEventId)].find((each) => typeof each === 'string') ?? '';
    names.set(id, name);
    return line(type, name, details);
  });
  return [...lines, outcome.status === 'SUCCEEDED' ? `succeeded with ${JSON.stringify(outcome.output)}` : `${outcome.status === 'TIMED_OUT' ? 'ran out of time' : 'failed'}: ${reason(outcome)}`].join('\n');
}

function line(type: string, name: string, details: Readonly<Record<string, unknown>>): string[] {
  const index = `#${String(details['index'])}`;
  if (type.endsWith('StateEntered')) {
    return [`entered ${name}`];
  }
  if (type.endsWith('StateExited')) {
    return details['assignedVariables'] ? [`set ${JSON.stringify(details['assignedVariables'])}`] : [];
  }
  switch (type) {
    case 'TaskFailed':
    case 'LambdaFunctionFailed':
    case 'ActivityFailed':
      return [`${name} failed: ${reason(details)}`];
    case 'TaskTimedOut':
    case 'LambdaFunctionTimedOut':
    case 'ActivityTimedOut':
      return [`${name} timed out`];
    case 'EvaluationFailed':
      return [`${name} could not evaluate ${String(details['location'])}`];
    case 'MapIterationStarted':
      return [`began ${name}${index}`];
    case 'MapIterationSucceeded':
      return [`ended ${name}${index}`];
    case 'MapIterationFailed':
      return [`${name}${index} failed`];
    case 'MapIterationAborted':
      return [`${name}${index} was given up`];
    case 'TaskSubmitted':
      return [`${name} waits for its result`];
    case 'MapRunFailed':
      return [`the run of ${name} failed`];
    default:
      return [];
  }
}

function reason({ error, cause }: { error?: unknown; cause?: unknown }): string {
  return [error, cause].filter((each) => each !== undefined).join(', ');
}

function storeIn(objects: Record<string, string>): ObjectStore {
  return {
    read: (bucket, key) => objects[`${bucket}/${key}`],
    list: (bucket, prefix) => Object.entries(objects).filter(([address]) => address.startsWith(`${bucket}/${prefix}`)).map(([address, body]) => ({ key: address.slice(bucket.length + 1), size: body.length })),
    write: (bucket, key, text) => void (objects[`${bucket}/${key}`] = text),
  };
}

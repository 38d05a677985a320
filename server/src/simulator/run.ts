// A run of a machine: an async generator of what happens in it. Each `next()` runs to the next event; a paused run is one that was not asked.
import { isJsonata } from '../expressions/jsonata/parse';
import { uuid } from '../expressions/functions/random';
import { JsonataEvaluator } from '../expressions/jsonata/evaluate';
import { parseIntrinsic } from '../expressions/intrinsics/parse';
import type { IntrinsicCall } from '../expressions/intrinsics/tree';
import { parsePath } from '../expressions/jsonpath/parse';
import type { Path } from '../expressions/jsonpath/tree';
import { isList, isObject, sizeOf, type Json, type JsonObject } from '../expressions/value';
import type { State, StateMachine } from '../model/machine';
import { toValue } from '../syntax/tree';
import { Execution } from './execution';
import { Failure, tooLarge } from './failure';
import type { HistoryEvent } from './history';
import type { Instead } from './instead';
import { runMachine } from './machine';
import { Scheduler, Strand, type Work } from './scheduler';
import { Scope } from './scope';
import type { Point, Visit } from './visit';
import { usualLimits, usualNames, type Limits, type Names, type World } from './world';

export type RunEvent =
  | HistoryEvent
  /** Time has passed. */
  | { readonly kind: 'waited'; readonly state: string; readonly seconds: number; readonly before: 'retry' | 'exit' }
  | { readonly kind: 'point'; readonly point: Point; readonly visit: Visit };

export type Outcome =
  | { readonly status: 'SUCCEEDED'; readonly output: Json }
  | { readonly status: 'FAILED' | 'TIMED_OUT'; readonly error?: string; readonly cause?: string };

/** What a world can do beside answering: look on, and say what the context is. */
export interface Observed extends World {
  /** True where the points of each state are told too. */
  readonly points?: boolean;
  /**
   * What stands in for all that is inside a Map or a Parallel state.
   *
   * @param iterations how many items a Map has, where it does not read them
   */
  instead?(visit: Visit, iterations?: number): Instead | undefined;
  /** The context object, where it is not the run's own. */
  context?(visit: Visit): JsonObject;
}

/** Runs a machine from its start. */
export async function* run(machine: StateMachine, input: Json, world: Observed): AsyncGenerator<RunEvent, Outcome, undefined> {
  const current = new Run(machine, world);
  const root = current.begin(input);
  yield* current.scheduler.drive(root);
  const { failure } = root;
  if (!root.isOver) {
    throw new Error('The run stands still.');
  }
  return failure ? { status: failure.kind === 'timeout' && failure.reason === undefined && current.timedOut ? 'TIMED_OUT' : 'FAILED', ...failure.details } : { status: 'SUCCEEDED', output: root.output };
}

/** What all parts of one run share. */
export class Run {
  readonly scheduler: Scheduler;
  readonly jsonata: JsonataEvaluator;
  readonly names: Names;
  readonly limits: Limits;
  private readonly paths = new Map<string, Path | undefined>();
  private readonly calls = new Map<string, IntrinsicCall | undefined>();
  private readonly fields = new WeakMap<State, JsonObject>();
  private readonly expressions = new WeakMap<object, boolean>();
  private entered = 0;
  private rootExecution: Execution | undefined;

  constructor(
    private readonly machine: StateMachine,
    readonly world: Observed,
  ) {
    this.scheduler = new Scheduler(world.start);
    this.names = { ...usualNames, ...world.names };
    this.limits = { ...usualLimits, ...world.limits };
    this.jsonata = new JsonataEvaluator({ random: this.random, now: () => this.now });
  }

  get now(): number {
    return this.scheduler.now;
  }

  /** True where the whole run took longer than it may. */
  get timedOut(): boolean {
    return this.rootExecution !== undefined && this.now >= this.rootExecution.deadline;
  }

  readonly random = (): number => this.world.random();

  begin(input: Json): Strand {
    const { region, account, machine, execution } = this.names;
    const type = this.world.workflowType ?? 'STANDARD';
    const strand = this.execute(this.machine, input, {
      id: `arn:aws:states:${region}:${account}:${type === 'EXPRESS' ? 'express' : 'execution'}:${machine}:${execution}${type === 'EXPRESS' ? `:${this.uuid()}` : ''}`,
      name: execution,
      machine: `arn:aws:states:${region}:${account}:stateMachine:${machine}`,
      machineName: machine,
      type,
      isSynchronous: this.world.isSynchronous ?? false,
      parent: undefined,
    });
    this.rootExecution = strand.execution;
    return strand;
  }

  /** Runs one piece of work where the machine's own run would be. */
  beginWith(input: Json, work: (strand: Strand) => Work<Json>): Strand {
    const { execution } = this.begin(input);
    execution.root.cancel();
    const strand = new Strand(execution, undefined, 0);
    execution.root = strand;
    this.scheduler.start(strand, work(strand));
    return strand;
  }

  /** Starts a run of its own, with its own history. */
  execute(machine: StateMachine, input: Json, options: Pick<Execution['options'], 'id' | 'name' | 'machine' | 'machineName' | 'type' | 'parent' | 'isSynchronous'>, parent?: Strand, index = 0, scope = new Scope(undefined)): Strand {
    const seconds = toValue(machine.node.properties.find(({ key }) => key.value === 'TimeoutSeconds')?.value);
    const longest = options.type === 'EXPRESS' ? 300 : undefined;
    const timeout = typeof seconds === 'number' && seconds > 0 ? Math.min(seconds, longest ?? seconds) : longest;
    const execution = new Execution({ ...options, names: this.names, input, start: this.now, timeout, mostEvents: this.limits.events });
    const strand = new Strand(execution, parent, index);
    execution.root = strand;
    this.scheduler.start(strand, this.fromStartToEnd(strand, machine, scope, input));
    return strand;
  }

  private *fromStartToEnd(strand: Strand, machine: StateMachine, scope: Scope, input: Json): Work<Json> {
    const { execution } = strand;
    const role = `arn:aws:iam::${this.names.account}:role/${this.names.role}`;
    yield { do: 'tell', event: execution.tell('ExecutionStarted', 0, this.now, { input, roleArn: role }) };
    try {
      const output = yield* runMachine(this, strand, machine, scope, input);
      yield { do: 'tell', event: execution.tell('ExecutionSucceeded', strand.cursor, this.now, { output }) };
      return output;
    } catch (error) {
      if (error instanceof Failure) {
        yield { do: 'tell', event: execution.tell('ExecutionFailed', strand.cursor, this.now, error.details) };
      }
      throw error;
    }
  }

  /** Counts the states that are entered, so that a run without end ends. */
  count(): void {
    if (++this.entered > this.limits.states) {
      throw new Failure('States.Runtime', `The run entered more than ${this.limits.states} states. The service would go on.`, 'runtime');
    }
  }

  isTooLarge(value: Json): boolean {
    return sizeOf(value) > this.limits.payload;
  }

  checkSize(value: Json, what: string): void {
    if (this.isTooLarge(value)) {
      throw tooLarge(what);
    }
  }

  /** A random identifier. */
  uuid(): string {
    return uuid(this.random);
  }

  /** What a state says, as a value. */
  fieldsOf(state: State): JsonObject {
    let fields = this.fields.get(state);
    if (!fields) {
      fields = toValue(state.node) as JsonObject;
      this.fields.set(state, fields);
    }
    return fields;
  }

  /** A path read; `undefined` where it can't be. */
  path(text: string): Path | undefined {
    return kept(this.paths, text, () => {
      const { path, problems } = parsePath(text);
      return problems.some(({ refused }) => refused) ? undefined : path;
    });
  }

  call(text: string): IntrinsicCall | undefined {
    return kept(this.calls, text, () => {
      const { call, problems } = parseIntrinsic(text);
      return problems.some(({ refused }) => refused) ? undefined : call;
    });
  }

  /** True where some text in the value is a JSONata expression. */
  hasExpressions(value: Json): boolean {
    if (typeof value !== 'object' || value === null) {
      return typeof value === 'string' && isJsonata(value);
    }
    let has = this.expressions.get(value);
    if (has === undefined) {
      has = (isList(value) ? value : isObject(value) ? Object.values(value) : []).some((each) => this.hasExpressions(each));
      this.expressions.set(value, has);
    }
    return has;
  }
}

function kept<T>(cache: Map<string, T>, text: string, read: () => T): T {
  let found = cache.get(text);
  if (found === undefined && !cache.has(text)) {
    found = read();
    cache.set(text, found);
  }
  return found as T;
}

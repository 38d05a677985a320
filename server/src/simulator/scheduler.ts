// Who goes on when. A run has a strand for itself, for each branch and for each iteration; one at a time goes on, the one that is due first.
// The time jumps to where the next strand is due, so that a wait of a year takes none.
import type { Json } from '../expressions/value';
import type { Execution } from './execution';
import { Failure } from './failure';
import { Queue } from './queue';
import type { RunEvent } from './run';
import type { Visit } from './visit';

export type Step =
  | { readonly do: 'tell'; readonly event: RunEvent }
  /** Goes on at that time, behind all others that are due by then. */
  | { readonly do: 'sleep'; readonly until: number }
  | { readonly do: 'await'; readonly promise: Promise<unknown> }
  /** Goes on once a strand that it started has ended. */
  | { readonly do: 'join' };

/** A piece of a run: it gives its steps to the scheduler and gets back what it awaited. */
export type Work<T> = Generator<Step, T, unknown>;

export class Strand {
  /** The event that the next one follows. */
  cursor = 0;
  /** The state that has been entered and not yet left. */
  visit: Visit | undefined;
  work: Work<Json> | undefined;
  isOver = false;
  output: Json = null;
  failure: Failure | undefined;
  readonly children = new Set<Strand>();
  /** The strands that ended since the last look. */
  ended: Strand[] = [];
  isJoining = false;

  constructor(
    readonly execution: Execution,
    readonly parent: Strand | undefined,
    /** Its place among those that were started with it. */
    readonly index: number,
  ) {}

  /** Neither it nor what it started goes on. */
  cancel(): void {
    this.isOver = true;
    for (const child of this.children) {
      child.cancel();
    }
  }
}

/** Waits for a promise; nothing else goes on meanwhile. */
export function* awaited<T>(promise: T | Promise<T>): Work<T> {
  return promise instanceof Promise ? ((yield { do: 'await', promise }) as T) : promise;
}

export class Scheduler {
  private readonly queue = new Queue<Strand>();

  constructor(public now: number) {}

  /** Starts a strand; it goes on when those that are already due have. */
  start(strand: Strand, work: Work<Json>): void {
    strand.work = work;
    strand.parent?.children.add(strand);
    this.queue.add(this.now, strand);
  }

  /** Runs until the root has ended, and gives what is told on the way. */
  async *drive(root: Strand): AsyncGenerator<RunEvent, void, undefined> {
    while (!root.isOver) {
      const next = this.queue.next();
      if (!next) {
        return;
      }
      const { due, item: strand } = next;
      if (strand.isOver || !strand.work) {
        continue;
      }
      const late = strand.execution.outOfTime(due);
      if (late) {
        this.queue.add(due, strand);
        this.now = Math.max(this.now, late.deadline);
        late.root.cancel();
        yield late.tell('ExecutionTimedOut', 0, this.now, { error: 'States.Timeout' });
        this.end(late.root, new Failure('States.Timeout', undefined, 'timeout'));
        continue;
      }
      this.now = Math.max(this.now, due);
      let given: unknown;
      for (let isGoing = true; isGoing; ) {
        let step: IteratorResult<Step, Json>;
        try {
          step = strand.work.next(given);
        } catch (error) {
          if (!(error instanceof Failure)) {
            throw error;
          }
          this.end(strand, error);
          break;
        }
        given = undefined;
        if (step.done) {
          strand.output = step.value;
          this.end(strand, undefined);
          break;
        }
        switch (step.value.do) {
          case 'tell':
            yield step.value.event;
            break;
          case 'sleep':
            this.queue.add(step.value.until, strand);
            isGoing = false;
            break;
          case 'await':
            given = await step.value.promise;
            break;
          case 'join':
            isGoing = strand.ended.length > 0;
            strand.isJoining = !isGoing;
            break;
        }
      }
    }
  }

  private end(strand: Strand, failure: Failure | undefined): void {
    const { parent } = strand;
    strand.isOver = true;
    strand.failure = failure;
    strand.work = undefined;
    if (parent && !parent.isOver) {
      parent.children.delete(strand);
      parent.ended.push(strand);
      if (parent.isJoining) {
        parent.isJoining = false;
        this.queue.add(this.now, parent);
      }
    }
  }
}

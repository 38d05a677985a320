// A run that can go back. It comes out the same each time, so that going back is running again, up to an earlier event,
// with all that a person has changed on the way changed again.
import type { Json } from '../../../server/src/expressions/value';
import { MissingMock, type Mocks } from '../../../server/src/simulator/mocks/mocks';
import { seeded } from '../../../server/src/simulator/seeded';
import type { ScriptedMocks } from '../../../server/src/simulator/mocks/scripted';
import type { StateMachine } from '../../../server/src/model/machine';
import { statePath } from '../../../server/src/model/state-path';
import type { HistoryEvent } from '../../../server/src/simulator/history';
import { run, type Observed, type Outcome, type RunEvent } from '../../../server/src/simulator/run';
import type { Strand } from '../../../server/src/simulator/scheduler';
import type { Visit } from '../../../server/src/simulator/visit';
import type { Answer, ObjectStore, TaskCall } from '../../../server/src/simulator/world';

export interface Setup {
  readonly machine: StateMachine;
  readonly input: Json;
  readonly seed: number;
  readonly world: Omit<Observed, 'answer' | 'random' | 'points' | 'objects'>;
  /** The buckets as they are at the start: what a run writes is its own. */
  objects(): ObjectStore | undefined;
  /** Made anew for each time it is run: mocks remember what they have answered. */
  mocks(random: () => number): Mocks | ScriptedMocks;
}

/** Who hears of the events of a run. One that goes back begins anew. */
export interface Ears {
  begin(): void;
  event(event: HistoryEvent): void;
}

export type Moment =
  | RunEvent
  /** A task that no mock answers; the run waits until `answer` is called. */
  | { readonly kind: 'asks'; readonly call: TaskCall }
  | { readonly kind: 'over'; readonly outcome: Outcome };

/** What a person has changed: where, and after how many events. */
type Change = { readonly at: number } & (
  | { readonly what: 'input' | 'result'; readonly strand: number; readonly value: Json }
  | { readonly what: 'variable'; readonly strand: number; readonly name: string; readonly value: Json }
  | { readonly what: 'answer'; readonly task: string; readonly value: Answer }
);

/** Where a state was entered: a place to go back to. */
export interface Mark {
  readonly at: number;
  readonly strand: number;
}

/** An event of the history, and after how many events of the run it was told. */
export interface Told {
  readonly at: number;
  readonly event: HistoryEvent;
}

export class Playback {
  /** So many events have been told. */
  position = 0;
  /** The history as far as the run has ever come: behind the position too, as long as nothing has been changed that leads elsewhere. */
  told: Told[] = [];
  /** The states that were entered up to here. */
  marks: Mark[] = [];
  question: TaskCall | undefined;
  private changes: Change[] = [];
  private strands: Strand[] = [];
  private numbers = new Map<Strand, number>();
  private prepared = new Map<string, Answer>();
  private running!: AsyncGenerator<RunEvent, Outcome, undefined>;
  private going: Promise<IteratorResult<RunEvent, Outcome>> | undefined;
  private reply: ((answer: Answer) => void) | undefined;
  private wake: (() => void) | undefined;

  constructor(
    private readonly setup: Setup,
    private readonly ears?: Ears,
  ) {
    this.begin();
  }

  private begin(): void {
    const { machine, input, seed, world, mocks } = this.setup;
    const objects = this.setup.objects();
    const random = seeded(seed);
    const mocked = mocks(random);
    this.position = 0;
    this.marks = [];
    this.question = undefined;
    this.strands = [];
    this.numbers = new Map();
    this.prepared = new Map();
    this.going = undefined;
    this.reply = undefined;
    this.ears?.begin();
    this.running = run(machine, input, { ...world, ...(objects ? { objects } : {}), random, points: true, answer: (call) => this.answer(call, mocked) });
  }

  private async answer(call: TaskCall, mocks: Mocks | ScriptedMocks): Promise<Answer> {
    const prepared = this.take(call);
    try {
      // Asked in any case: it counts the attempts.
      const mocked = await mocks(call);
      return prepared ?? mocked;
    } catch (error) {
      if (!(error instanceof MissingMock)) {
        throw error;
      }
    }
    if (prepared) {
      return prepared;
    }
    this.question = call;
    const answered = new Promise<Answer>((resolve) => (this.reply = resolve));
    this.wake?.();
    return answered;
  }

  private take(call: TaskCall): Answer | undefined {
    const task = taskOf(call.path, call.iteration);
    const prepared = this.prepared.get(task);
    this.prepared.delete(task);
    return prepared;
  }

  /** Runs to the next event. */
  async next(): Promise<Moment> {
    if (this.question) {
      return { kind: 'asks', call: this.question };
    }
    const asked = new Promise<undefined>((resolve) => (this.wake = () => resolve(undefined)));
    this.going ??= this.running.next();
    const next = await Promise.race([this.going, asked]);
    if (!next) {
      // It was just asked.
      return this.next();
    }
    this.going = undefined;
    if (next.done) {
      return { kind: 'over', outcome: next.value };
    }
    this.position++;
    if (next.value.kind === 'history') {
      this.ears?.event(next.value);
    }
    if (next.value.kind === 'point') {
      const { point, visit } = next.value;
      const strand = this.numberOf(visit.strand);
      if (point === 'enter') {
        this.marks.push({ at: this.position, strand });
      }
    }
    if (next.value.kind === 'history' && this.position > (this.told.at(-1)?.at ?? 0)) {
      this.told.push({ at: this.position, event: next.value });
    }
    for (const change of this.changes) {
      if (change.at === this.position) {
        this.make(change);
      }
    }
    return next.value;
  }

  /** Begins anew; what a person has changed is changed again when its time comes. */
  restart(): void {
    this.begin();
  }

  // Strands have numbers, which are the same each time.

  numberOf(strand: Strand): number {
    let number = this.numbers.get(strand);
    if (number === undefined) {
      number = this.strands.push(strand);
      this.numbers.set(strand, number);
    }
    return number;
  }

  strand(number: number): Strand | undefined {
    return this.strands[number - 1];
  }

  /** Where the last state before here was entered, in the thread or around it; at the beginning, where the first one was. */
  markBefore(thread: number): Mark | undefined {
    const numbers = new Set<number>();
    for (let strand = this.strand(thread); strand; strand = strand.parent) {
      numbers.add(this.numberOf(strand));
    }
    // A task that waits for an answer was entered here.
    const here = this.question ? this.position + 1 : this.position;
    return this.marks.findLast(({ at, strand }) => at < here && numbers.has(strand)) ?? this.marks[0];
  }

  /** Where the state of a visit was entered. */
  enteringOf(visit: Visit): Mark | undefined {
    const number = this.numberOf(visit.strand);
    return this.marks.findLast(({ strand }) => strand === number);
  }

  /** The strands that go on, by number, as far as they have been heard of. */
  get alive(): { readonly number: number; readonly strand: Strand }[] {
    return this.strands.flatMap((strand, index) => (strand.isOver ? [] : [{ number: index + 1, strand }]));
  }

  /** The state that an event of the last moment belongs to, if that goes on. */
  visitOf({ id, execution }: HistoryEvent): Visit | undefined {
    return this.alive.find(({ strand }) => strand.cursor === id && strand.execution.id === execution)?.strand.visit;
  }

  // Changes: what was changed later belongs to a future that there is no more.

  changeInput(visit: Visit, value: Json): void {
    this.change({ at: this.position, what: 'input', strand: this.numberOf(visit.strand), value });
  }

  changeResult(visit: Visit, value: Json): void {
    this.change({ at: this.position, what: 'result', strand: this.numberOf(visit.strand), value });
  }

  changeVariable(visit: Visit, name: string, value: Json): void {
    this.change({ at: this.position, what: 'variable', strand: this.numberOf(visit.strand), name, value });
  }

  /** Answers the task that the run waits for. */
  answerQuestion(value: Answer): void {
    const { question } = this;
    if (question) {
      this.change({ at: this.position, what: 'answer', task: taskOf(question.path, question.iteration), value });
    }
  }

  /** Has a task answer something else when it is asked next. */
  prepareAnswer(visit: Visit, value: Answer): void {
    this.change({ at: this.position, what: 'answer', task: taskOf(statePath(visit.state), visit.scope.item?.Index), value });
  }

  private change(change: Change): void {
    this.changes = [...this.changes.filter(({ at }) => at <= this.position), change];
    this.told = this.told.filter(({ at }) => at <= this.position);
    this.make(change);
  }

  private make(change: Change): void {
    if (change.what === 'answer') {
      this.prepared.set(change.task, change.value);
      if (this.question && taskOf(this.question.path, this.question.iteration) === change.task) {
        this.take(this.question);
        this.reply?.(change.value);
        this.question = undefined;
        this.reply = undefined;
      }
      return;
    }
    const visit = this.strand(change.strand)?.visit;
    if (visit && change.what === 'variable') {
      visit.scope.change(change.name, change.value);
    } else if (visit && change.what === 'input') {
      visit.input = change.value;
      visit.stages['input'] = change.value;
    } else if (visit) {
      visit.result = change.value;
    }
  }
}

function taskOf(path: readonly string[], iteration: number | undefined): string {
  return JSON.stringify([path, iteration ?? null]);
}

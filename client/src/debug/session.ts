// A debug session: the protocol on one side, a run on the other. A session that stands still is one that has not asked for the next event.
// Nothing of VS Code is in here.
import type { DebugProtocol } from '@vscode/debugprotocol';
import type { Json } from '../../../server/src/expressions/value';
import { MockMistake } from '../../../server/src/simulator/mocks/mistake';
import type { HistoryEvent } from '../../../server/src/simulator/history';
import type { Strand } from '../../../server/src/simulator/scheduler';
import type { Point, Visit } from '../../../server/src/simulator/visit';
import type { TaskCall } from '../../../server/src/simulator/world';
import { durationText } from '../../../server/src/text/duration';
import { Comparison } from '../history/comparison';
import { recorded } from '../history/events';
import type { Tracker } from '../history/tracker';
import { capabilities } from './capabilities';
import { complete } from './completions';
import { readCommand } from './console';
import { Conversation, Refusal, type Requests } from './conversation';
import { Exceptions } from './exceptions';
import { Frames, threadsOf } from './frames';
import { happenings } from './happenings';
import { Inspection } from './inspection';
import { LastValues } from './last-values';
import { prepare, type Around, type Launch } from './launch';
import { answerRequest, askEvent, eventsRequest, seekRequest, valuesEvent, type Happening, type LaunchArguments, type Question, type Sought, type TypedAnswer } from './messages';
import { Playback, type Ears, type Mark, type Moment } from './playback';
import { Places } from './places';
import { Sources } from './sources';
import { endsAt, type Step } from './stepping';
import type { Stop } from './stop';
import { TaskTimes } from './task-times';

/** What the session needs of whoever runs it. */
export interface SessionHost extends Around {
  send(message: DebugProtocol.ProtocolMessage): void;
  /** An error of ours. */
  complain(error: unknown): void;
  /** Lets others have their turn; a long run shares its thread with them. */
  breathe(): Promise<void>;
  /** Hears of all events of the run. */
  readonly ears?: Ears;
}

type OwnRequests = Requests & {
  [answerRequest]: [args: TypedAnswer, body: undefined];
  [eventsRequest]: [args: undefined, body: { events: Happening[] }];
  [seekRequest]: [args: Sought, body: undefined];
};

const betweenBreaths = 250;

export class DebugSession {
  private readonly conversation: Conversation<OwnRequests>;
  private readonly inspection = new Inspection(() => this);
  private readonly lastValues = new LastValues();
  private args: LaunchArguments | undefined;
  /** The run, and where it stands: for what looks at both. */
  playback: Playback | undefined;
  /** The run that is replayed, and the replay held against it. */
  private recording: Tracker | undefined;
  private comparison: Comparison | undefined;
  private readonly toldTroubles = new Set<string>();
  private readonly exceptions = new Exceptions();
  private step: Step = { kind: 'continue' };
  stop: Stop | undefined;
  private readonly times = new TaskTimes();
  private wantsPause = false;
  private isOver = false;
  private readonly places = new Places();
  private readonly sources = new Sources(this.places);
  private readonly frames = new Frames((visit) => this.sources.placeOf(visit));

  constructor(private readonly host: SessionHost) {
    this.conversation = new Conversation<OwnRequests>((message) => host.send(message), (error) => host.complain(error), {
      initialize: (args) => {
        this.places.agree(args);
        return capabilities;
      },
      launch: async (args) => this.launch(args as unknown as LaunchArguments),
      configurationDone: () => this.conversation.afterwards(() => this.begin()),
      restart: async () => this.restart(),
      disconnect: () => this.end(),
      terminate: () => this.conversation.afterwards(() => this.finish(0)),
      setBreakpoints: (args) => this.sources.setBreakpoints(args),
      setExceptionBreakpoints: ({ filters: chosen }) => void (this.exceptions.filters = new Set(chosen)),
      breakpointLocations: (args) => ({ breakpoints: this.sources.locations(args) }),
      threads: () => ({ threads: threadsOf(this.playback) }),
      stackTrace: (args) => this.frames.stackTrace(this.playback, args),
      scopes: ({ frameId }) => ({ scopes: this.inspection.values.scopes(this.frames.visit(frameId)) }),
      variables: (args) => ({ variables: this.inspection.values.variables(args) }),
      setVariable: async (args) => this.inspection.setVariable(args),
      evaluate: async (args) => this.evaluate(args),
      completions: async ({ text, column, frameId }) => ({ targets: await complete(text, this.places.columnIn(column), this.visitFor(frameId)) }),
      exceptionInfo: () => this.inspection.exceptionInfo(),
      continue: () => {
        this.resume({ kind: 'continue' });
        return { allThreadsContinued: true };
      },
      next: ({ threadId }) => this.resume({ kind: 'over', from: this.strand(threadId) }),
      stepIn: ({ threadId }) => this.resume({ kind: 'in', from: this.strand(threadId) }),
      stepOut: ({ threadId }) => this.resume({ kind: 'out', from: this.strand(threadId) }),
      stepBack: ({ threadId }) => this.goBack(() => this.backTo(this.playback?.markBefore(threadId))),
      reverseContinue: () => this.goBack(() => this.reverseContinue()),
      restartFrame: ({ frameId }) => {
        const visit = this.frames.visit(frameId);
        this.goBack(() => this.backTo(this.playback?.enteringOf(visit)));
      },
      pause: () => void (this.wantsPause = true),
      [answerRequest]: (answer) => this.answer(answer),
      [eventsRequest]: () => ({ events: this.playback ? happenings(this.playback) : [] }),
      [seekRequest]: ({ at }) => {
        if (!Number.isInteger(at)) {
          throw new Refusal('There is no such event.');
        }
        this.goBack(() => this.seek(at));
      },
    });
  }

  /** Takes what the person's editor says. Answers and events go to the host. */
  receive(message: DebugProtocol.ProtocolMessage): Promise<void> {
    return this.conversation.receive(message);
  }

  /** Nothing more is run or told. */
  end(): void {
    this.isOver = true;
  }

  private async launch(args: LaunchArguments): Promise<void> {
    const launch = await prepare(args, this.host);
    this.args = args;
    this.load(launch);
    // Only now can be said at which states breakpoints stand.
    this.conversation.afterwards(() => this.conversation.tell('initialized'));
  }

  private load({ program, others, setup, recording }: Launch): void {
    this.sources.load([program, ...others]);
    this.recording = recording;
    this.toldTroubles.clear();
    this.playback = new Playback(setup, { begin: () => this.beginHearing(), event: (event) => this.hear(event) });
  }

  private beginHearing(): void {
    this.comparison = this.recording && new Comparison(this.recording);
    this.host.ears?.begin();
  }

  private hear(event: HistoryEvent): void {
    this.host.ears?.event(event);
    const trouble = this.comparison?.add(recorded(event));
    // Going back and forth again tells it once.
    if (trouble !== undefined && !this.toldTroubles.has(trouble)) {
      this.toldTroubles.add(trouble);
      this.say(trouble, 'important');
    }
  }

  private begin(): void {
    const { stopAt, stopOnEntry, noDebug } = this.args ?? {};
    this.go(noDebug ? { kind: 'continue' } : stopAt !== undefined ? { kind: 'to', state: stopAt } : { kind: stopOnEntry ? 'entry' : 'continue' });
  }

  /** Reads all files again, since that is what a person has changed, and runs from the start. */
  private async restart(): Promise<void> {
    const { args } = this;
    if (!args) {
      throw new Refusal('Nothing was started yet.');
    }
    this.load(await prepare(args, this.host));
    this.lastValues.clear();
    this.exceptions.forget();
    this.conversation.afterwards(() => {
      for (const breakpoint of this.sources.rebound()) {
        this.conversation.tell('breakpoint', { reason: 'changed', breakpoint });
      }
      this.begin();
    });
  }

  // Running

  private resume(step: Step): void {
    this.needsStop();
    this.conversation.afterwards(() => this.go(step));
  }

  private goBack(way: () => Promise<void>): void {
    this.needsStop();
    this.conversation.afterwards(() => this.inBackground(way()));
  }

  /** One thing at a time asks the run to go on. */
  private needsStop(): void {
    if (!this.stop) {
      throw new Refusal('The run is under way.');
    }
  }

  private go(step: Step): void {
    this.step = step;
    this.leave();
    this.inBackground(this.run());
  }

  private inBackground(task: Promise<void>): void {
    task.catch((error: unknown) => {
      if (!(error instanceof MockMistake)) {
        this.host.complain(error);
      }
      this.say(`The run can't go on: ${error instanceof Error ? error.message : String(error)}`, 'stderr');
      this.finish(1);
    });
  }

  private leave(): void {
    this.stop = undefined;
    this.frames.clear();
    this.inspection.values.clear();
    this.wantsPause = false;
  }

  private async run(): Promise<void> {
    const { playback } = this;
    // A restart puts another run in its place.
    while (playback && playback === this.playback && !this.isOver) {
      const moment = await playback.next();
      if (playback !== this.playback) {
        return;
      }
      if (moment.kind === 'asks') {
        this.ask(moment.call);
        return;
      }
      if (moment.kind === 'over') {
        this.tellEnd(moment);
        return;
      }
      if (moment.kind === 'waited') {
        this.say(`${durationText(moment.seconds)} passed ${moment.before === 'retry' ? `before "${moment.state}" is tried again` : `in "${moment.state}"`}.`, 'console');
      }
      if (moment.kind === 'history') {
        const took = this.times.took(moment);
        if (took !== undefined) {
          this.say(`${durationText(took / 1000)} passed in "${playback.visitOf(moment)?.name ?? ''}".`, 'console');
        }
      }
      if (moment.kind === 'point') {
        this.lastValues.reached(moment.point, moment.visit);
      }
      const stop = moment.kind === 'point' ? await this.stopAt(moment.point, moment.visit, true) : undefined;
      if (stop) {
        this.tellStop(stop);
        return;
      }
      await this.pace(playback);
    }
  }

  private async pace({ position }: Playback): Promise<void> {
    if (position % betweenBreaths === 0) {
      await this.host.breathe();
    }
  }

  /** Whether something holds the run here. `isLoud` where what is logged is written too. */
  private async stopAt(point: Point, visit: Visit, isLoud: boolean): Promise<Stop | undefined> {
    if (this.args?.noDebug) {
      return undefined;
    }
    const failure = point === 'error' ? this.exceptions.at(visit) : undefined;
    if (failure) {
      return failure;
    }
    if (point === 'enter') {
      const { ids, lines } = await this.sources.breakpoints.entered(visit);
      if (isLoud) {
        for (const line of lines) {
          this.say(line, 'stdout', visit);
        }
      }
      if (ids.length > 0) {
        return { reason: 'breakpoint', visit, point, hitBreakpointIds: ids };
      }
    }
    if (isLoud && endsAt(this.step, point, visit)) {
      return { reason: this.step.kind === 'entry' ? 'entry' : this.step.kind === 'to' ? 'goto' : 'step', visit, point };
    }
    if (isLoud && this.wantsPause) {
      return { reason: 'pause', visit, point };
    }
    return undefined;
  }

  private ask(call: TaskCall): void {
    const visit = this.playback?.alive.map(({ strand }) => strand.visit).find((each) => each?.name === call.state && each.input === call.input && each.type === 'Task' && each.scope.item?.Index === call.iteration);
    this.tellStop({ reason: 'pause', description: 'Waits for an answer', text: `No mock answers "${call.state}".`, visit, point: 'arguments' });
    this.say(`No mock answers "${call.state}" (${call.resource}). Type .return {…} or .throw Error cause here to go on.`, 'console', visit);
    this.conversation.tell(askEvent, { state: call.state, resource: call.resource, arguments: call.arguments, errors: visit ? errorsOf(visit) : [] } satisfies Question);
  }

  private answer(answer: TypedAnswer): void {
    const { playback, stop } = this;
    if (playback?.question) {
      playback.answerQuestion(answer);
      this.conversation.afterwards(() => {
        this.conversation.tell('continued', { threadId: 1, allThreadsContinued: true });
        this.go(this.step);
      });
    } else if (stop?.visit?.type === 'Task' && (stop.point === 'enter' || stop.point === 'arguments')) {
      playback?.prepareAnswer(stop.visit, answer);
    } else {
      throw new Refusal('No task is about to be answered here. Step to one, or back to where it is entered.');
    }
  }

  private tellStop(stop: Stop): void {
    this.stop = stop;
    this.wantsPause = false;
    this.conversation.tell(valuesEvent, { states: this.lastValues.all });
    const { reason, description, text, visit, hitBreakpointIds } = stop;
    this.conversation.tell('stopped', {
      reason,
      threadId: visit ? (this.playback?.numberOf(visit.strand) ?? 1) : 1,
      allThreadsStopped: true,
      ...(description === undefined ? {} : { description }),
      ...(text === undefined ? {} : { text }),
      ...(hitBreakpointIds ? { hitBreakpointIds } : {}),
    });
  }

  private tellEnd({ outcome }: Moment & { kind: 'over' }): void {
    this.conversation.tell(valuesEvent, { states: this.lastValues.all });
    if (this.step.kind === 'to') {
      this.say(`The run never came to "${this.step.state}".`, 'console');
    }
    if (outcome.status === 'SUCCEEDED') {
      this.say('SUCCEEDED', 'stdout', undefined, outcome.output);
    } else {
      this.say([outcome.status, [outcome.error, outcome.cause].filter((each) => each !== undefined).join(': ')].join(' '), 'stderr');
    }
    if (this.comparison?.isAsRecorded) {
      this.say('The replay came out as recorded.', 'console');
    }
    this.finish(outcome.status === 'SUCCEEDED' ? 0 : 1);
  }

  private finish(exitCode: number): void {
    if (!this.isOver) {
      this.isOver = true;
      this.conversation.tell('exited', { exitCode });
      this.conversation.tell('terminated');
    }
  }

  /** Writes a line to the console, with a value below that can be opened. */
  private say(text: string, category: 'console' | 'important' | 'stdout' | 'stderr', visit?: Visit, value?: Json): void {
    this.conversation.tell('output', { category, output: value === undefined ? `${text}\n` : `${text} ${JSON.stringify(value, undefined, 2)}\n`, ...(visit ? this.sources.placeOf(visit) : {}) });
  }

  // Going back

  private async reverseContinue(): Promise<void> {
    const { playback } = this;
    if (!playback) {
      return;
    }
    const here = playback.position;
    const [first] = playback.marks;
    let last: number | undefined;
    this.rewind();
    await this.travel(({ at, isHeld }) => {
      last = isHeld ? at : last;
      return at >= here - 1;
    });
    await this.backTo(last === undefined ? first : { at: last }, last === undefined ? 'entry' : 'breakpoint');
  }

  /** Runs again up to an earlier point. */
  private async backTo(mark: Pick<Mark, 'at'> | undefined, reason: Stop['reason'] = 'step'): Promise<void> {
    if (mark) {
      this.rewind();
      this.arrive(await this.travel(({ kind, at }) => kind === 'point' && at >= mark.at), reason);
    }
  }

  /** Goes to where the event is told, forth or back, and on to the next point at which something can be seen. */
  private async seek(at: number): Promise<void> {
    const isBack = this.playback !== undefined && at <= this.playback.position;
    if (isBack) {
      this.rewind();
    } else {
      this.leave();
    }
    let last = 0;
    const moment = await this.travel(({ kind, at: here }) => {
      last = kind === 'point' ? here : last;
      return kind === 'point' && here >= at;
    });
    if (moment?.kind === 'over' && last > 0) {
      // Behind the last event nothing can be seen any more.
      await this.backTo({ at: last }, 'goto');
    } else {
      this.arrive(moment, 'goto');
    }
  }

  /** Runs on without a stop, until it is there, or asks, or is over; `isHeld` where something would have stopped it. */
  private async travel(isThere: (moment: { readonly kind: Moment['kind']; readonly at: number; readonly isHeld: boolean }) => boolean): Promise<Moment | undefined> {
    const { playback } = this;
    while (playback && playback === this.playback && !this.isOver) {
      const moment = await playback.next();
      let isHeld = false;
      if (moment.kind === 'point') {
        // For the hits to be counted, the failures and the values to be seen as they were.
        this.lastValues.reached(moment.point, moment.visit);
        isHeld = (await this.stopAt(moment.point, moment.visit, false)) !== undefined;
      }
      if (moment.kind === 'asks' || moment.kind === 'over' || isThere({ kind: moment.kind, at: playback.position, isHeld })) {
        return moment;
      }
      await this.pace(playback);
    }
    return undefined;
  }

  private arrive(moment: Moment | undefined, reason: Stop['reason']): void {
    if (moment?.kind === 'point') {
      this.tellStop({ reason, visit: moment.visit, point: moment.point });
    } else if (moment?.kind === 'asks') {
      this.ask(moment.call);
    } else if (moment?.kind === 'over') {
      this.tellEnd(moment);
    }
  }

  private rewind(): void {
    this.leave();
    this.playback?.restart();
    this.sources.breakpoints.restart();
    this.lastValues.clear();
    this.exceptions.forget();
  }

  // Where the run stands

  private visitFor(frameId: number | undefined): Visit | undefined {
    return frameId === undefined ? this.stop?.visit : this.frames.at(frameId);
  }

  private strand(threadId: number): Strand {
    const strand = this.playback?.strand(threadId);
    if (!strand) {
      throw new Refusal('There is no such branch any more.');
    }
    return strand;
  }

  private async evaluate({ expression, frameId, context }: DebugProtocol.EvaluateArguments): Promise<DebugProtocol.EvaluateResponse['body']> {
    const answer = context === 'repl' ? readCommand(expression) : undefined;
    if (answer) {
      const isAsked = this.playback?.question !== undefined;
      this.answer(answer);
      return { result: isAsked ? '' : 'So it will be answered.', variablesReference: 0 };
    }
    return this.inspection.evaluate(expression, context, this.visitFor(frameId));
  }
}

function errorsOf({ fields }: Visit): string[] {
  const entries = [fields['Retry'], fields['Catch']].flatMap((list) => (Array.isArray(list) ? (list as readonly Json[]) : []));
  const names = entries.flatMap((entry) => (typeof entry === 'object' && entry !== null && 'ErrorEquals' in entry && Array.isArray(entry['ErrorEquals']) ? (entry['ErrorEquals'] as readonly Json[]) : []));
  return [...new Set(names.filter((name) => typeof name === 'string'))];
}

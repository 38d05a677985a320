// Reads a run event by event: which state and which branch or iteration each belongs to. AWS says so by the number of the event before,
// and not for all events; what an event says by its type and by the name in it comes first. A record with numbers blanked is followed as well as can be.
import { detail, type RecordedEvent } from './events';
import { chain, isFailure, isTimeout, type Strand, type Visit, type VisitStatus } from './visits';

/** What stands around an event. */
interface Place {
  readonly strand: Strand;
  readonly visit?: Visit;
  /** True where branches begin behind it. */
  readonly opens?: boolean;
}

export class Tracker {
  readonly events: RecordedEvent[] = [];
  readonly visits: Visit[] = [];
  readonly strands: Strand[] = [];
  /** The visit that each event belongs to; `undefined` for those of the run itself. */
  readonly visitOf: (Visit | undefined)[] = [];
  private readonly places = new Map<string, Place>();
  private readonly roots = new Map<string, Strand>();
  /** By the event that failed, the innermost Map that an iteration of it was in. */
  private readonly failedIn = new Map<string, Visit>();
  /** What iteration the events aside are about. */
  private aside: Strand | undefined;
  /** What the end of the run has closed, for when it is taken up again. */
  private closed: (Visit | Strand)[] = [];

  constructor(events: Iterable<RecordedEvent> = []) {
    for (const event of events) {
      this.add(event);
    }
  }

  add(event: RecordedEvent): void {
    const at = this.events.push(event) - 1;
    const before = this.places.get(key(event, event.previousEventId));
    const place = this.read(event, at, before);
    this.visitOf[at] = place.visit;
    this.places.set(key(event, event.id), place);
    if (!/^MapIteration(?:Failed|Aborted)$|StateAborted$/.test(event.type)) {
      this.aside = undefined;
    }
  }

  private read(event: RecordedEvent, at: number, before: Place | undefined): Place {
    const { type } = event;
    const state = /^([A-Z]\w*?)State(Entered|Exited|Aborted|Started|Succeeded|Failed)$/.exec(type);
    if (state) {
      const [, kind = '', what] = state;
      switch (what) {
        case 'Entered':
          return this.enter(event, at, before, kind);
        case 'Exited':
          return this.exit(event, at, before);
        case 'Aborted':
          return this.abort(event, at, before, kind);
        case 'Started':
          return this.begin(event, at, before, kind);
        default:
          return this.settle(event, at, before, kind, what === 'Failed');
      }
    }
    if (type.startsWith('MapIteration')) {
      return this.iteration(event, at, before);
    }
    if (type.startsWith('Execution')) {
      return this.execution(event, at, before);
    }
    return this.work(event, at, type === 'EvaluationFailed' ? this.evaluated(event, before) : (before?.visit ?? this.lastOpen(event)));
  }

  private enter(event: RecordedEvent, at: number, before: Place | undefined, type: string): Place {
    const opener = before?.visit;
    const strand = before?.opens && opener ? this.strand('branch', opener, opener.strands.filter(({ round }) => round === opener.round).length, at, event.execution) : (before?.strand ?? this.root(event, at));
    const visit: Visit = { index: this.visits.length, name: detail(event, 'name') ?? '', type, strand, place: strand.visits.length, entered: at, ended: undefined, status: 'running', attempts: [], failures: [], others: [], strands: [], round: 0, length: 0 };
    this.visits.push(visit);
    strand.visits.push(visit);
    // It does nothing but fail.
    if (type === 'Fail') {
      end(visit, at, 'failed');
    }
    return { strand, visit };
  }

  private exit(event: RecordedEvent, at: number, before: Place | undefined): Place {
    const name = detail(event, 'name') ?? '';
    const visit = chain(before?.visit).find((each) => each.name === name && each.ended === undefined) ?? this.lastOpen(event, (each) => each.name === name);
    if (!visit) {
      return { strand: before?.strand ?? this.root(event, at) };
    }
    const previous = this.eventBefore(event, visit);
    // Where a task is left before anything was asked, its own fields have failed, and that was caught.
    const isCaught = previous !== undefined && (isFailure(previous) || (visit.type === 'Task' && visit.attempts.length === 0 && previous.type === 'TaskStateEntered'));
    this.endInside(visit, at, 'aborted');
    end(visit, at, isCaught ? 'caught' : 'succeeded');
    return { strand: visit.strand, visit };
  }

  /** The event that another follows, where that is one of the visit. */
  private eventBefore({ previousEventId, execution }: RecordedEvent, visit: Visit): RecordedEvent | undefined {
    return [...visit.failures, ...visit.attempts, visit.entered].map((at) => this.events[at]).find((each) => each?.id === previousEventId && each.execution === execution && previousEventId !== 0);
  }

  private begin(event: RecordedEvent, at: number, before: Place | undefined, type: string): Place {
    const visit = this.failedIn.get(key(event, event.previousEventId)) ?? this.around(before, type) ?? this.lastOpen(event, (each) => each.type === type);
    if (!visit) {
      return { strand: before?.strand ?? this.root(event, at) };
    }
    this.endInside(visit, at, 'aborted');
    visit.attempts.push(at);
    visit.round++;
    const { length } = event.details;
    visit.length = typeof length === 'number' ? length : 0;
    return { strand: visit.strand, visit, opens: type === 'Parallel' };
  }

  private settle(event: RecordedEvent, at: number, before: Place | undefined, type: string, isFailed: boolean): Place {
    const visit = (type === 'Map' ? this.failedIn.get(key(event, event.previousEventId)) : undefined) ?? this.around(before, type) ?? this.lastOpen(event, (each) => each.type === type);
    if (!visit) {
      return { strand: before?.strand ?? this.root(event, at) };
    }
    (isFailed ? visit.failures : visit.others).push(at);
    if (isFailed) {
      this.fail(before?.visit, visit, at);
      this.endInside(visit, at, 'aborted');
    }
    return { strand: visit.strand, visit };
  }

  private iteration(event: RecordedEvent, at: number, before: Place | undefined): Place {
    const name = detail(event, 'name') ?? '';
    const index = Number(event.details['index'] ?? 0);
    const visit = chain(before?.visit).find((each) => each.name === name && each.type === 'Map') ?? this.lastOpen(event, (each) => each.name === name);
    if (!visit) {
      return { strand: before?.strand ?? this.root(event, at) };
    }
    visit.others.push(at);
    if (event.type === 'MapIterationStarted') {
      return { strand: this.strand('iteration', visit, index, at, event.execution), visit };
    }
    const strand = visit.strands.findLast((each) => each.index === index && each.round === visit.round);
    const status = event.type === 'MapIterationSucceeded' ? 'succeeded' : event.type === 'MapIterationFailed' ? 'failed' : 'aborted';
    if (strand) {
      this.aside = strand;
      if (status === 'failed') {
        this.fail(before?.visit, visit, at);
      }
      this.endStrand(strand, at, status);
    }
    if (status === 'failed') {
      this.failedIn.set(key(event, event.previousEventId), visit);
    }
    return { strand: visit.strand, visit };
  }

  private abort(event: RecordedEvent, at: number, before: Place | undefined, type: string): Place {
    const isMeant = (each: Visit): boolean => each.type === type && (each.ended === undefined || this.events[each.ended]?.previousEventId === event.previousEventId);
    const inside = this.aside?.visits.findLast(isMeant);
    const own = before?.visit && isMeant(before.visit) && before.visit.failures.length > 0 && !before.visit.others.includes(at) ? before.visit : undefined;
    const visit = inside ?? (own?.ended === undefined ? own : undefined) ?? this.lastOpen(event, (each) => each.type === type && each !== before?.visit) ?? own;
    if (visit) {
      visit.others.push(at);
      end(visit, at, visit === before?.visit ? failedAs(visit, this.events) : 'aborted');
    }
    // What follows goes on from the event that failed.
    return { strand: visit?.strand ?? before?.strand ?? this.root(event, at), ...(visit && { visit }) };
  }

  private work(event: RecordedEvent, at: number, visit: Visit | undefined): Place {
    if (!visit) {
      return { strand: this.root(event, at) };
    }
    (event.type.endsWith('Scheduled') ? visit.attempts : isFailure(event) ? visit.failures : visit.others).push(at);
    return { strand: visit.strand, visit };
  }

  /** The failure of an expression follows what the state itself follows, and tells its name. */
  private evaluated(event: RecordedEvent, before: Place | undefined): Visit | undefined {
    const name = detail(event, 'state');
    const follows = (each: Visit): boolean => this.events[each.entered]?.previousEventId === event.previousEventId;
    return this.lastOpen(event, (each) => each.name === name && follows(each)) ?? chain(before?.visit).find((each) => each.name === name && each.ended === undefined) ?? this.lastOpen(event, (each) => each.name === name) ?? before?.visit;
  }

  private execution(event: RecordedEvent, at: number, before: Place | undefined): Place {
    const strand = this.root(event, at);
    switch (event.type) {
      case 'ExecutionStarted':
        break;
      case 'ExecutionRedriven':
        for (const each of this.closed) {
          each.ended = undefined;
          each.status = 'running';
        }
        this.closed = [];
        return { strand, ...(before?.visit && { visit: before.visit }) };
      case 'ExecutionSucceeded':
        this.endStrand(strand, at, 'succeeded');
        break;
      case 'ExecutionFailed':
        this.fail(before?.visit ?? strand.visits.at(-1), strand.owner, at);
        this.endStrand(strand, at, 'failed');
        break;
      case 'ExecutionTimedOut':
        this.endStrand(strand, at, 'timedOut');
        break;
      case 'ExecutionAborted':
        this.endStrand(strand, at, 'aborted');
    }
    return { strand };
  }

  /** A failure that went from where it arose outwards, up to the state that had to deal with it. */
  private fail(from: Visit | undefined, upTo: Visit | undefined, at: number): void {
    for (const visit of chain(from)) {
      if (visit === upTo) {
        break;
      }
      if (visit.ended === undefined) {
        if (visit.failures.length === 0) {
          visit.failures.push(at);
        }
        end(visit, at, failedAs(visit, this.events));
        this.closed.push(visit);
        this.endInside(visit, at, 'aborted');
      }
    }
  }

  private endInside(visit: Visit, at: number, status: VisitStatus): void {
    for (const strand of visit.strands) {
      if (strand.ended === undefined) {
        // Of a run of its own nothing is told by the one around it.
        this.endStrand(strand, at, strand.visits.some((each) => each.status === 'failed' || each.status === 'timedOut') ? 'failed' : status);
      }
    }
  }

  private endStrand(strand: Strand, at: number, status: VisitStatus): void {
    end(strand, at, status);
    this.closed.push(strand);
    for (const visit of strand.visits) {
      if (visit.ended === undefined) {
        end(visit, at, status === 'timedOut' ? 'timedOut' : 'aborted');
        this.closed.push(visit);
        this.endInside(visit, at, 'aborted');
      }
    }
  }

  /** The innermost state of that type around a place that has not come to its end. */
  private around(before: Place | undefined, type: string): Visit | undefined {
    return chain(before?.visit).find((each) => each.type === type && each.ended === undefined);
  }

  private lastOpen({ execution }: RecordedEvent, isMeant: (visit: Visit) => boolean = () => true): Visit | undefined {
    return this.visits.findLast((each) => each.ended === undefined && each.strand.execution === execution && isMeant(each));
  }

  /** The beginning of the run, or of one that was started in it. */
  private root(event: RecordedEvent, at: number): Strand {
    const { execution } = event;
    let root = this.roots.get(execution);
    if (!root) {
      const owner = this.roots.size === 0 ? undefined : this.starter(execution);
      root = owner ? this.strand('child', owner, owner.strands.length, at, execution) : this.strand('run', undefined, this.roots.size, at, execution);
      this.roots.set(execution, root);
    }
    return root;
  }

  /** The state that started a run: a task that was told its ARN, or the Map whose label is in it. */
  private starter(execution: string): Visit | undefined {
    const machine = execution.split(':')[6] ?? '';
    return this.visits.findLast((visit) => {
      if (visit.ended !== undefined) {
        return false;
      }
      return visit.type === 'Map' ? visit.others.some((at) => detail(this.events[at] as RecordedEvent, 'mapRunArn')?.includes(`:mapRun:${machine}:`)) : visit.others.some((at) => detail(this.events[at] as RecordedEvent, 'output')?.includes(execution));
    });
  }

  private strand(kind: Strand['kind'], owner: Visit | undefined, index: number, started: number, execution: string): Strand {
    const strand: Strand = { kind, owner, index, round: owner?.round ?? 0, execution, started, ended: undefined, status: 'running', visits: [] };
    owner?.strands.push(strand);
    this.strands.push(strand);
    return strand;
  }
}

function key({ execution }: RecordedEvent, id: number): string {
  return `${execution}#${String(id)}`;
}

function end(one: Visit | Strand, at: number, status: VisitStatus): void {
  one.ended = at;
  one.status = status;
}

function failedAs({ failures }: Visit, events: readonly RecordedEvent[]): VisitStatus {
  const last = events[failures.at(-1) ?? -1];
  return last && isTimeout(last) && !last.type.startsWith('Execution') ? 'timedOut' : 'failed';
}

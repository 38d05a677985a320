// What became of each state of a run, worked out from the events and from which follows which.
import type { RecordedEvent } from './events';

export type VisitStatus = 'running' | 'succeeded' | 'caught' | 'failed' | 'timedOut' | 'aborted';

/** A piece of a run in which one state comes after the other: the run itself, a branch, an iteration, or a run that was started in it. */
export interface Strand {
  readonly kind: 'run' | 'branch' | 'iteration' | 'child';
  /** The state that it is in; `undefined` for the run itself. */
  readonly owner: Visit | undefined;
  /** Of an iteration its index in the Map; of others their place among those that began together. */
  readonly index: number;
  /** How often the state around it had begun anew. */
  readonly round: number;
  readonly execution: string;
  /** The event that it began with, by its place in the list; so are all other events here. */
  readonly started: number;
  ended: number | undefined;
  status: VisitStatus;
  /** In the order in which they were entered. */
  readonly visits: Visit[];
}

/** One visit of one state, from entering it to leaving it. */
export interface Visit {
  readonly index: number;
  readonly name: string;
  /** `Task`, `Map` and so on. */
  readonly type: string;
  readonly strand: Strand;
  /** How many visits are before it in its strand. */
  readonly place: number;
  readonly entered: number;
  ended: number | undefined;
  status: VisitStatus;
  /** Each time its work began. */
  readonly attempts: number[];
  /** Each time its work failed, and why it failed in the end. */
  readonly failures: number[];
  /** Its other events. */
  readonly others: number[];
  readonly strands: Strand[];
  round: number;
  /** How many items a Map has; 0 where that is not told. */
  length: number;
}

/** The names of the states around a strand, outermost first. */
export function namesAround({ owner }: Strand): string[] {
  return owner ? [...namesAround(owner.strand), owner.name] : [];
}

/** A visit and those around it, innermost first. */
export function chain(visit: Visit | undefined): Visit[] {
  return visit ? [visit, ...chain(visit.strand.owner)] : [];
}

/** `Score #3`, `Both, branch from Report`; empty for the run itself. */
export function strandInWords(strand: Strand): string {
  const { kind, owner, index, visits } = strand;
  if (!owner) {
    return '';
  }
  const own = kind === 'branch' ? `${owner.name}, branch from ${visits[0]?.name ?? '?'}` : kind === 'iteration' || owner.type === 'Map' ? `${owner.name} #${String(index)}` : `${owner.name}, a run of its own`;
  const around = strandInWords(owner.strand);
  return around === '' ? own : `${around} › ${own}`;
}

/** True for a failure of a state's work, or of the state. */
export function isFailure({ type }: Pick<RecordedEvent, 'type'>): boolean {
  return /(?:Failed|TimedOut)$/.test(type) && !/^(?:Execution|MapIteration)/.test(type);
}

export function isTimeout({ type }: Pick<RecordedEvent, 'type'>): boolean {
  return type.endsWith('TimedOut');
}

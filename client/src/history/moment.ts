// How far a run had come with one of its events: what the graph shows while the reader goes through time.
import type { Graph, GraphScope } from '../../../server/src/protocol/graph';
import { durationText } from '../../../server/src/text/duration';
import type { Items, NodeRun, RunPicture, RunStatus } from '../webviews/history/messages';
import { eventInWords } from './rows';
import type { Tracker } from './tracker';
import { namesAround, type Strand, type Visit } from './visits';

/** From bad to good: what several branches or iterations of a state come to. What still runs comes before all. */
const worst: readonly RunStatus[] = ['running', 'failed', 'timedOut', 'aborted', 'caught', 'succeeded'];

/** What a visit or a branch had come to with an event. */
export function statusAt({ ended, status }: Pick<Visit | Strand, 'ended' | 'status'>, at: number): RunStatus {
  return ended !== undefined && ended <= at ? status : 'running';
}

/** How far a Map's items had come; `undefined` for other states. */
export function itemsAt({ type, strands, length, attempts }: Visit, at: number): Items | undefined {
  const round = attempts.filter((each) => each <= at).length;
  if (type !== 'Map' || round === 0) {
    return undefined;
  }
  const begun = strands.filter((each) => each.started <= at && each.round === round);
  const count = (...wanted: readonly RunStatus[]): number => begun.filter((each) => wanted.includes(statusAt(each, at))).length;
  return { total: Math.max(length, begun.length), succeeded: count('succeeded'), failed: count('failed', 'timedOut', 'aborted'), running: count('running') };
}

export function retriesAt({ attempts }: Visit, at: number): number {
  let count = 0;
  for (const each of attempts) {
    count += each <= at ? 1 : 0;
  }
  return Math.max(0, count - 1);
}

/** By the names of the states around it and its own. */
export class GraphNames {
  private readonly ids = new Map<string, string>();

  constructor({ scope }: Pick<Graph, 'scope'>) {
    this.read(scope, []);
  }

  private read({ nodes }: GraphScope, around: readonly string[]): void {
    for (const { id, name, scopes } of nodes) {
      const path = [...around, name];
      const key = JSON.stringify(path);
      if (!this.ids.has(key)) {
        this.ids.set(key, id);
      }
      for (const scope of scopes) {
        this.read(scope, path);
      }
    }
  }

  /** How many states there are. */
  get size(): number {
    return this.ids.size;
  }

  idOf({ name, strand }: Visit): string | undefined {
    return this.ids.get(JSON.stringify([...namesAround(strand), name]));
  }
}

/**
 * The run as the graph shows it.
 *
 * @param at the place of the event that it has come to
 */
export function pictureAt({ events, visits, visitOf, strands }: Tracker, names: GraphNames, at: number, title: string, isLive: boolean): RunPicture {
  const nodes: Record<string, NodeRun> = {};
  const ways = new Set<string>();
  const unknown = new Set<string>();
  const here = visitOf[at];
  // Of each strand the last visit counts.
  const last = new Map<string, Map<Strand, Visit>>();
  for (const visit of visits) {
    if (visit.entered > at) {
      break;
    }
    const id = names.idOf(visit);
    if (id === undefined) {
      unknown.add(visit.name);
      continue;
    }
    const node = (nodes[id] ??= { status: 'succeeded', visits: 0, retries: 0, isHere: false });
    node.visits++;
    node.retries += retriesAt(visit, at);
    node.isHere ||= visit === here;
    let own = last.get(id);
    if (!own) {
      last.set(id, (own = new Map<Strand, Visit>()));
    }
    own.set(visit.strand, visit);
  }
  for (const [id, own] of last) {
    const node = nodes[id];
    if (node) {
      const all = [...own.values()];
      node.status = worst.find((status) => all.some((each) => statusAt(each, at) === status)) ?? 'running';
      const items = all.map((each) => itemsAt(each, at)).filter((each) => each !== undefined);
      if (items.length > 0) {
        node.items = items.reduce((sum, each) => ({ total: sum.total + each.total, succeeded: sum.succeeded + each.succeeded, failed: sum.failed + each.failed, running: sum.running + each.running }));
      }
    }
  }
  for (const strand of strands) {
    for (const [index, visit] of strand.visits.entries()) {
      const next = strand.visits[index + 1];
      if (!next || next.entered > at) {
        break;
      }
      const [from, to] = [names.idOf(visit), names.idOf(next)];
      if (from !== undefined && to !== undefined) {
        ways.add(`${from} ${visit.status === 'caught' ? '⇢' : '→'} ${to}`);
      }
    }
  }
  return { title, at, count: events.length, words: wordsAt({ events, visitOf }, at), isLive, nodes, ways: [...ways], unknown: [...unknown] };
}

function wordsAt({ events, visitOf }: Pick<Tracker, 'events' | 'visitOf'>, at: number): string {
  const event = events[at];
  const start = events[0]?.timestamp;
  if (!event) {
    return '';
  }
  const time = event.timestamp === undefined || start === undefined ? undefined : `after ${durationText((event.timestamp - start) / 1000)}`;
  return [event.type, visitOf[at]?.name, eventInWords(event), time].filter((each) => each !== undefined && each !== '').join(', ');
}

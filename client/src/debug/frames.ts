// The threads and frames of a run that stands still: a thread a branch or iteration, a frame a state that one of them is in.
import type { DebugProtocol } from '@vscode/debugprotocol';
import type { Strand } from '../../../server/src/simulator/scheduler';
import type { Visit } from '../../../server/src/simulator/visit';
import { Refusal } from './conversation';
import type { Playback } from './playback';

export class Frames {
  private readonly visits: Visit[] = [];

  /** @param placeOf where a state stands in the source */
  constructor(private readonly placeOf: (visit: Visit) => Pick<DebugProtocol.StackFrame, 'source' | 'line' | 'column'>) {}

  /** The run goes on: nothing that was told of it counts any more. */
  clear(): void {
    this.visits.length = 0;
  }

  /** The frames of one thread, the innermost first. */
  stackTrace(playback: Playback | undefined, { threadId, startFrame = 0, levels }: DebugProtocol.StackTraceArguments): DebugProtocol.StackTraceResponse['body'] {
    const visits: Visit[] = [];
    for (let strand = playback?.strand(threadId); strand; strand = strand.parent) {
      if (strand.visit) {
        visits.push(strand.visit);
      }
    }
    const shown = visits.slice(startFrame, levels ? startFrame + levels : undefined);
    return { stackFrames: shown.map((visit, index) => this.frameOf(visit, startFrame + index > 0)), totalFrames: visits.length };
  }

  /** The state of a frame that was told; @throws a Refusal once the run has gone on. */
  visit(id: number): Visit {
    const visit = this.at(id);
    if (!visit) {
      throw new Refusal('The run has gone on since.');
    }
    return visit;
  }

  at(id: number): Visit | undefined {
    return this.visits[id - 1];
  }

  private frameOf(visit: Visit, isAround: boolean): DebugProtocol.StackFrame {
    const { retryCount } = visit;
    let id = this.visits.indexOf(visit) + 1;
    if (id === 0) {
      id = this.visits.push(visit);
    }
    // Without its end: VS Code selects what a frame spans, and a key pressed by mistake would replace the state.
    return {
      id,
      name: `${visit.name} (${visit.type}${retryCount > 0 ? `, attempt ${retryCount + 1}` : ''})`,
      ...this.placeOf(visit),
      canRestart: true,
      ...(isAround ? { presentationHint: 'subtle' } : {}),
    };
  }
}

/** A thread for each branch and iteration that is under way; one for the run before it has begun. */
export function threadsOf(playback: Playback | undefined): DebugProtocol.Thread[] {
  const alive = playback?.alive ?? [];
  return alive.length === 0 ? [{ id: 1, name: 'Run' }] : alive.map(({ number, strand }) => ({ id: number, name: nameOf(strand) }));
}

/** `Each[2]`: the iteration, or the branch, by the state that started it. */
function nameOf({ parent, index }: Strand): string {
  return parent ? `${parent.visit?.name ?? ''}[${index}]` : 'Run';
}

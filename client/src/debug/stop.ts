// Why a run stands still, and where.
import type { Point, Visit } from '../../../server/src/simulator/visit';

export interface Stop {
  readonly reason: 'entry' | 'step' | 'breakpoint' | 'exception' | 'pause' | 'goto';
  readonly description?: string;
  readonly text?: string;
  readonly visit: Visit | undefined;
  readonly point: Point | undefined;
  readonly hitBreakpointIds?: readonly number[];
}

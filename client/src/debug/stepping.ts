// How far a step goes.
import type { Strand } from '../../../server/src/simulator/scheduler';
import type { Point, Visit } from '../../../server/src/simulator/visit';

export type Step =
  /** To a breakpoint, or the end. */
  | { readonly kind: 'continue' }
  /** To the next state of the same scope; behind its last, back to the state around. */
  | { readonly kind: 'over'; readonly from: Strand }
  /** To the next point of the state: its arguments, its result, its end; or into what it starts. */
  | { readonly kind: 'in'; readonly from: Strand }
  /** To the result of the state around. */
  | { readonly kind: 'out'; readonly from: Strand }
  | { readonly kind: 'entry' }
  /** To where the state of that name is entered. */
  | { readonly kind: 'to'; readonly state: string };

/** True where the step ends at the point of the visit. */
export function endsAt(step: Step, point: Point, visit: Visit): boolean {
  switch (step.kind) {
    case 'continue':
      return false;
    case 'entry':
      return point === 'enter';
    case 'to':
      return point === 'enter' && visit.name === step.state;
    case 'over':
      return visit.strand === step.from ? point === 'enter' : isReturn(step.from, point, visit);
    case 'out':
      return isReturn(step.from.parent ?? step.from, point, visit) || (visit.strand === step.from.parent && isDone(point));
    case 'in':
      // The arguments of a Map or a Parallel are the inputs of what it starts.
      return isWithin(visit.strand, step.from) ? point !== 'arguments' || visit.type === 'Task' : isReturn(step.from, point, visit);
  }
}

/** True where the strand has ended and the state that started it, or one further out, goes on. */
function isReturn(from: Strand, point: Point, { strand }: Visit): boolean {
  if (!from.isOver) {
    return false;
  }
  let around = from.parent;
  while (around?.isOver) {
    around = around.parent;
  }
  return strand === around && (isDone(point) || point === 'enter');
}

function isDone(point: Point): boolean {
  return point === 'result' || point === 'error';
}

function isWithin(strand: Strand, around: Strand): boolean {
  for (let each: Strand | undefined = strand; each; each = each.parent) {
    if (each === around) {
      return true;
    }
  }
  return false;
}

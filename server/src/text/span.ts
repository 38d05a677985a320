/** A stretch of text as two offsets in UTF-16 code units: `start` is inside, `end` is the first one outside. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True where the offset lies in the span or touches its end, as a cursor behind the last letter does. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** True where the two spans share at least a point. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}

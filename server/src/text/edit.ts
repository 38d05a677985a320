import type { Span } from './span';

/** One replacement in a text: what stands at `span` becomes `newText`. */
export interface TextChange {
  readonly span: Span;
  readonly newText: string;
}

/**
 * The text with all changes made.
 *
 * @param changes may come in any order; they must not overlap
 */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let from = 0;
  for (const { span, newText } of [...changes].sort((one, other) => one.span.start - other.span.start)) {
    result += text.slice(from, span.start) + newText;
    from = span.end;
  }
  return result + text.slice(from);
}

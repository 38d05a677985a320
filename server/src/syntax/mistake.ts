// What a mistake in the notation is.
import type { TextChange } from '../text/edit';
import type { Span } from '../text/span';
import type { SyntaxFix, SyntaxProblem } from './tree';

/** One mistake: what is said of it, and how the text can be read all the same. */
export interface Mistake {
  /** What is marked. */
  readonly at: Span;
  readonly message: string;
  readonly related?: { readonly span: Span; readonly message: string };
  /** What a person would change. */
  readonly fix?: SyntaxFix;
  /** A habit of another language, which is one mistake however often it shows: all of them are changed at once. */
  readonly habit?: Habit;
  /** What may be meant as well. */
  readonly otherFixes?: readonly SyntaxFix[];
  /** What is read in place of the text as it is. */
  readonly reading: readonly TextChange[];
  /** Braces, brackets and members in here may not be what they seem. */
  readonly doubt?: Span;
  /** Every object and list that reaches into it may have other members. */
  readonly unsettled?: Span;
  /** A value whose extent is guessed begins here. */
  readonly guess?: number;
  /** True where it is a brace or bracket that is missing, wrong or one too many: it may have slipped in well before it shows. */
  readonly isBracket?: true;
}

export type Habit = 'comments' | 'quotes' | 'bare names';

/** What is said of it. */
export function problemOf({ at: span, message, related, fix, otherFixes = [] }: Mistake): SyntaxProblem {
  return { span, message, ...(related && { related }), ...(fix && { fixes: [fix, ...otherFixes] }) };
}

export function insertion(offset: number, newText: string): TextChange {
  return { span: { start: offset, end: offset }, newText };
}

export function removal({ start, end }: Span): TextChange {
  return { span: { start, end }, newText: '' };
}

// What the three languages say about a text that is not quite theirs.
import type { Span } from '../text/span';

/** Something wrong inside an expression. Its span counts from the start of the string's value. */
export interface ExpressionProblem<Code extends string = string> {
  readonly code: Code;
  readonly span: Span;
  /** What is wrong and what follows from it, in a sentence or two. */
  readonly message: string;
  /**
   * Whether Step Functions refuses a definition for this, as was seen or is sure.
   * Otherwise it stores the definition, and the run fails or does not do what was meant.
   */
  readonly refused: boolean;
}

/** No text of a person nests deeper; the bound keeps every walk over a tree within the stack. */
export const deepestExpression = 500;

/**
 * True where a deployment still fills something in: `${Token}`, `${AWS::Region}`.
 * Such a text is no expression yet, and nothing certain can be said about it.
 */
export function hasSubstitution(text: string): boolean {
  return text.includes('${') && /\$\{[\w.:-]+\}/.test(text);
}

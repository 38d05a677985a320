// JSONata between `{%` and `%}`.
import type { ExpressionProblem } from '../problem';
import { fromPackage } from './from-package';
import { readByPackage } from './package';
import type { JsonataProblem } from './problem';
import { refusal } from './refusal';
import type { Expression } from './tree';

export interface JsonataResult {
  /** As much as could be read; up to the problem it is certain. */
  readonly expression: Expression;
  /** At most one: what follows a mistake is guesswork. */
  readonly problems: readonly JsonataProblem[];
}

/** True for a string that is evaluated as JSONata: `{%` is its very start and `%}` its very end. */
export function isJsonata(value: string): boolean {
  return value.length >= 4 && value.startsWith('{%') && value.endsWith('%}');
}

export type DelimiterProblem = ExpressionProblem<'missing-delimiter' | 'outside-delimiters'>;

/** What is wrong with the marks of a string in a JSONata state; `undefined` for an expression and for plain text. */
export function delimiterProblem(value: string): DelimiterProblem | undefined {
  if (isJsonata(value)) {
    return undefined;
  }
  const open = value.indexOf('{%');
  const close = value.lastIndexOf('%}');
  const end = value.length;
  if (open === 0 && close < 2) {
    return { code: 'missing-delimiter', span: { start: 0, end: 2 }, message: 'This expression has no end: "%}" is missing.', refused: true };
  }
  if (close >= 0 && close === end - 2 && open < 0) {
    return { code: 'missing-delimiter', span: { start: close, end }, message: 'This expression has no start: "{%" is missing.', refused: true };
  }
  if (open < 0 || close < open + 2) {
    return undefined;
  }
  const before = value.slice(0, open);
  const after = value.slice(close + 2);
  if ((before + after).trim() === '') {
    const span = before === '' ? { start: close + 2, end } : { start: 0, end: open };
    return { code: 'outside-delimiters', span, message: 'With white space outside {% %} this is plain text, and is not evaluated.', refused: false };
  }
  return {
    code: 'outside-delimiters',
    span: { start: open, end: close + 2 },
    message: 'This is not evaluated: {% %} has to hold the whole string. Join texts inside it with "&".',
    refused: false,
  };
}

/** Reads the expression of a string for which `isJsonata` holds. Spans count from the start of the string's value. */
export function parseJsonata(value: string): JsonataResult {
  // Blanks in place of the mark, so that the package counts as the value does.
  const text = `${' '.repeat(mark)}${value.slice(mark, -mark)}`;
  try {
    const { expression, tooDeep } = fromPackage(text, readByPackage(text));
    return { expression, problems: tooDeep ? [{ code: 'too-deep', span: tooDeep, message: 'This is nested too deep to be read any further.', refused: false }] : [] };
  } catch (error) {
    const problem = refusal(text, mark, error);
    let before: Expression | undefined;
    // Read again only for who asks: most say no more than the problem.
    return { problems: [problem], get expression() { return (before ??= readUpTo(problem, text)); } };
  }
}

const mark = 2;

/** What stands before a mistake, as far as the package reads it. */
function readUpTo({ code, span }: JsonataProblem, text: string): Expression {
  const before = code === 'S0203' || code === 'S0207' ? text : text.slice(0, span.start);
  try {
    return fromPackage(before, readByPackage(before, true)).expression;
  } catch {
    // Some mistakes the package can't recover from.
    return { kind: 'missing', span: { start: mark, end: mark } };
  }
}

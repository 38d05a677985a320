// JSONata between `{%` and `%}`.
import type { ExpressionProblem } from '../problem';
import { read } from './parser';
import type { JsonataProblem } from './problem';
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
  const end = value.length - 2;
  const { expression, problem } = read(value, 2, end);
  if (problem?.code === 'S0207' && expression.kind === 'missing') {
    return { expression, problems: [{ code: 'empty-expression', span: { start: 0, end: value.length }, message: 'The expression is empty.', refused: true }] };
  }
  return { expression, problems: problem ? [problem] : [] };
}

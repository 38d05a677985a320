// Why the package refuses an expression: its error, with the stretch of text that it is about.
import type { Span } from '../../text/span';
import type { PackageError } from './package';
import { syntaxProblem, type JsonataProblem, type SyntaxCode } from './problem';
import { wordsOf, type Word } from './words';

/** A word that is no more than a place. */
type Place = Word | Span;

/**
 * @param text what the package was given
 * @param start where the expression starts in it
 */
export function refusal(text: string, start: number, error: unknown): JsonataProblem {
  if (error instanceof RangeError) {
    // The package takes as many levels as the stack does.
    return { code: 'too-deep', span: { start, end: text.length }, message: 'This is nested too deep to be read.', refused: false };
  }
  const words = wordsOf(text);
  const thrown: PackageError = isPackageError(error) ? error : { code: 'S0299' };
  const code = thrown.code as SyntaxCode;
  if (code === 'S0207' && words.length === 0) {
    return { code: 'empty-expression', span: { start: 0, end: text.length + start }, message: 'The expression is empty.', refused: true };
  }
  const expected = typeof thrown.value === 'string' ? thrown.value : '';
  const place = placeOf(text, thrown, words);
  const span = { start: place.start, end: place.end };
  const token = code === 'S0103' ? text.slice(span.start + 1, span.end) : text.slice(span.start, span.end);
  return syntaxProblem(code, span, token, expected, text[span.start - 1]);
}

function isPackageError(error: unknown): error is PackageError {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}

function placeOf(text: string, { code, position = text.length, token, value }: PackageError, words: readonly Word[]): Place {
  const last: Place = words.at(-1) ?? { start: 0, end: text.length };
  const first = ({ start }: Place): Span => ({ start, end: start + 1 });
  switch (code) {
    case 'S0101':
    case 'S0105':
      return first(last);
    case 'S0302':
      return first(words.findLast(({ text: word }) => word.startsWith('/')) ?? last);
    case 'S0102':
      return words.find(({ start }) => start === position) ?? last;
    case 'S0103':
    case 'S0104':
    case 'S0301':
      return { start: position - 1, end: position + 1 };
    case 'S0106':
      return { start: position, end: position + 2 };
    case 'S0203':
      return opener(value, words) ?? last;
    case 'S0207':
      return last;
    case 'S0214':
      return words.findLast(({ text: word, start }) => word === token && start < position) ?? last;
    case 'S0217':
      return words.findLast(({ text: word }) => word === '%') ?? last;
    case 'S0299':
      return words.find(({ text: word }) => isBrokenPattern(word)) ?? last;
    default:
      return words.find(({ end }) => end === position) ?? words.find(({ end }) => end > position) ?? last;
  }
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The bracket that is still open at the end. */
function opener(expected: unknown, words: readonly Word[]): Word | undefined {
  const open: Word[] = [];
  for (const word of words) {
    if (word.text in closers) {
      open.push(word);
    } else if (word.text === closers[open.at(-1)?.text ?? '']) {
      open.pop();
    }
  }
  const innermost = open.at(-1);
  return innermost && closers[innermost.text] === expected ? innermost : undefined;
}

function isBrokenPattern(word: string): boolean {
  const close = word.lastIndexOf('/');
  if (!word.startsWith('/') || close === 0) {
    return false;
  }
  try {
    return !(new RegExp(word.slice(1, close), word.slice(close + 1)) instanceof RegExp);
  } catch {
    // The engine has no other way to say so.
    return true;
  }
}

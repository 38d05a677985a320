// Reads a broken JSON text as its author meant it: from mistake to mistake, each time by the way out that leads furthest.
import type { Span } from '../../text/span';
import { insertion, removal, type Mistake } from '../mistake';
import { afterComma, beginning, closerOf, isCloser, isValuePlace, step, type Frame, type Layout, type State } from './grammar';
import { beginsMember, layoutMistake } from './layout';
import { closing, punctuationMistakes } from './punctuation';
import { quoteMistakes } from './quotes';
import { tokenAt, type Token } from './tokens';
import { spanOf, type Closed, type Step, type Trouble, type WayOut } from './trouble';

/** A text with more mistakes is no JSON at all, and its author knows. */
const mostMistakes = 50;

/** So many tokens are read ahead to see where a way out leads, and so many more where several lead as far. */
const near = 40;
const far = 2_000;

/**
 * The mistakes in a text, in its order.
 *
 * @param text the same text with a number in place of each bare placeholder, letter for letter as long
 */
export function mistakesIn(written: string, text: string): Mistake[] {
  const plain = read(written, text, false);
  if (!plain.mistakes.some(({ isBracket }) => isBracket)) {
    return plain.mistakes;
  }
  // A bracket may have slipped in long before it shows. The lines tell where, if they are laid out.
  const laidOut = read(written, text, true);
  return laidOut.isLaidOut && laidOut.mistakes.length <= plain.mistakes.length
    ? laidOut.mistakes.map((mistake) => (mistake.isBracket ? { ...mistake, doubt: wholeLines(text, mistake.doubt ?? mistake.at) } : mistake))
    : plain.mistakes.map((mistake) => (mistake.isBracket ? { ...mistake, doubt: { start: 0, end: text.length } } : mistake));
}

/** On its own line, a bracket may belong anywhere. */
function wholeLines(text: string, { start, end }: Span): Span {
  const next = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? text.length : next };
}

interface Reading {
  readonly mistakes: Mistake[];
  /** True where members have lines of their own. */
  readonly isLaidOut: boolean;
}

function read(written: string, text: string, byLayout: boolean): Reading {
  const mistakes: Mistake[] = [];
  let before: Step[] = [];
  let state = beginning;
  let offset = 0;
  let lineIndent = 0;
  let closed: Closed[] = [];
  let lastClosed: Closed | undefined;
  let isLaidOut = false;

  let counted = 0;
  let waiting: Token[] = [];
  let lastEnd = 0;

  const take = ({ mistake, back, tokens, ...next }: WayOut): void => {
    mistakes.push(mistake);
    counted += mistake.habit ? 0 : 1;
    for (const { layout } of before.splice(before.length - back)) {
      delete layout?.memberIndent;
    }
    waiting = [...tokens];
    ({ state, offset } = next);
    lastEnd = Math.min(lastEnd, offset);
  };

  while (counted < mostMistakes) {
    const unwritten = waiting.shift();
    const token = unwritten ?? tokenAt(text, offset);
    const indent = unwritten ? undefined : indentOf(text, lastEnd, token.start);
    const isFirst = indent !== undefined;
    lineIndent = indent ?? lineIndent;
    const askLayout = byLayout && isFirst && token.kind !== 'comment' && token.kind !== 'end';
    const misplaced = askLayout ? layoutMistake({ text, token, state, indent: lineIndent, before, closed }) : undefined;
    if (misplaced) {
      take(misplaced);
      continue;
    }
    const next = step(state, token, unwritten ? state.frame?.layout.indent : lineIndent);
    if (next) {
      if (token.kind === 'end') {
        break;
      }
      let layout: Layout | undefined;
      if (beginsMember(state) && !isCloser(token.kind) && token.kind !== ',') {
        closed = [];
        if (isFirst && state.frame && state.frame.layout.memberIndent === undefined) {
          ({ layout } = state.frame);
          layout.memberIndent = lineIndent;
          isLaidOut = true;
        }
      }
      if (state.frame && isValuePlace(state.expected)) {
        state.frame.layout.valueStart = token.start;
      }
      if (isCloser(token.kind) && state.frame) {
        lastClosed = { frame: state.frame, closer: token, isFirst };
        closed.push(lastClosed);
      }
      // Only the last few are ever looked at.
      before = before.length > 64 ? before.slice(-8) : before;
      before.push({ token, state, layout });
      state = next;
      if (!unwritten) {
        offset = token.end;
        lastEnd = token.end;
      }
    } else if (token.kind === 'end') {
      mistakes.push(unfinished(text, state, before));
      break;
    } else {
      take(best({ written, text, token, state, before, closed: lastClosed }));
    }
  }
  return { mistakes, isLaidOut };
}

/** The column of a token that is the first on its line; `undefined` for any other. `from` is where the token before it ends. */
function indentOf(text: string, from: number, start: number): number | undefined {
  for (let at = start - 1; at >= from; at--) {
    if (text[at] === '\n') {
      return start - at - 1;
    }
  }
  return from === 0 ? start : undefined;
}

/** The way out from which one can read on the longest; of two, the first. */
function best(trouble: Trouble): WayOut {
  const ways = [...quoteMistakes(trouble), ...punctuationMistakes(trouble)].filter((way) => way !== undefined);
  // A text in other quotes is one for certain, and there may be thousands.
  const habit = ways.find(({ mistake }) => mistake.habit === 'quotes');
  let left = habit ? [habit] : ways;
  for (const limit of left.length > 1 ? [near, far] : []) {
    const reached = left.map((way) => readAhead(trouble.text, way, limit));
    const most = Math.max(...reached);
    left = left.filter((_, index) => reached[index] === most);
    if (left.length === 1) {
      break;
    }
  }
  const [chosen] = left;
  if (!chosen) {
    throw new Error('There is always a way out.');
  }
  return chosen;
}

/** How many tokens can be read. Whoever is typing may not have come to the comma behind it yet. */
function readAhead(text: string, { state: from, tokens, offset: start }: WayOut, limit: number): number {
  let state = from;
  let offset = start;
  let commas = 0;
  for (let count = -tokens.length; count < limit; count++) {
    const token = tokens[count + tokens.length] ?? tokenAt(text, offset);
    const isForeign = token.kind === 'comment' || token.kind === 'space';
    const known: Token = token.kind === 'quoted' ? { ...token, kind: 'text' } : token;
    let next = isForeign ? state : step(state, known);
    if (!next && state.expected === 'comma' && known.kind === 'text' && commas === 0) {
      commas++;
      next = step(afterComma(state.frame), known);
    }
    if (!next) {
      // Where the text is not finished yet, that is no reason against the way.
      return (token.kind === 'end' ? limit - 1 : count) - commas / 2;
    }
    if (token.kind === 'end') {
      break;
    }
    state = next;
    offset = count < 0 ? offset : token.end;
  }
  return limit - commas / 2;
}

/** The text ends before what it has begun. */
function unfinished(text: string, { frame, expected }: State, before: readonly Step[]): Mistake {
  const last = before[before.length - 1];
  const end = last?.token.end ?? 0;
  const frames: Frame[] = [];
  for (let each = frame; each; each = each.outer) {
    frames.push(each);
  }
  const closers = frames.map(({ kind }) => closerOf[kind]).join('');
  const isAfterComma = last?.token.kind === ',';
  const filler = expected === 'colon' ? ':null' : isValuePlace(expected) && !isAfterComma && expected !== 'first value' ? 'null' : '';
  const at: Span = { start: Math.max(0, end - 1), end: Math.max(end, Math.min(1, text.length)) };
  const isWhole = filler === '' && !isAfterComma;
  return {
    at,
    message: messageOf(closers, filler),
    ...(frame && closers.length === 1 && { related: { span: { start: frame.start, end: frame.start + 1 }, message: `The ${frame.kind} is here.` } }),
    ...(isWhole && { fix: { title: `Add the missing ${closers}`, changes: [insertion(end, frames.map((each) => closing(text, each, end)).join(''))] } }),
    reading: [...(isAfterComma ? [removal(spanOf(last.token))] : []), insertion(text.length, filler + closers)],
    doubt: { start: last ? text.lastIndexOf('\n', last.token.start) + 1 : 0, end: text.length },
    isBracket: true,
  };
}

function messageOf(closers: string, filler: string): string {
  if (filler !== '') {
    return filler === 'null' ? 'A value is expected after this.' : 'A colon and a value are expected after this.';
  }
  return closers.length === 1 ? `A closing ${closers} is missing.` : `The definition is not closed: ${closers} is missing.`;
}


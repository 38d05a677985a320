// What the indentation tells of brackets: in a text that is laid out, a line that stands further out than it should shows where one is missing,
// and a line that stands further in shows that one is too many. It is asked only where the brackets don't add up.
import { removal } from '../mistake';
import { afterComma, closerOf, isCloser, type Frame, type State } from './grammar';
import { reopened, tooManyBrackets, unclosed } from './punctuation';
import type { Token } from './tokens';
import type { Closed, Step, WayOut } from './trouble';

export interface Line {
  readonly text: string;
  /** The first token of the line. */
  readonly token: Token;
  readonly state: State;
  readonly indent: number;
  readonly before: readonly Step[];
  /** What was closed since the last member began, innermost first. */
  readonly closed: readonly Closed[];
}

/** What is wrong where a line begins; `undefined` where its indentation fits. */
export function layoutMistake(line: Line): WayOut | undefined {
  return isCloser(line.token.kind) ? atCloser(line) : beginsMember(line.state) ? atMember(line) : undefined;
}

/** True where a name of an object or an item of a list is expected, or a comma that may be missing. */
export function beginsMember({ frame, expected }: State): boolean {
  return frame !== undefined && (expected === 'key' || expected === 'first key' || expected === 'comma' || (frame.kind === '[' && (expected === 'value' || expected === 'first value')));
}

function atCloser(line: Line): WayOut | undefined {
  const { token, state, indent, closed } = line;
  const { frame } = state;
  if (!frame) {
    const early = closed.find((each) => each.frame.layout.indent === indent && !each.isFirst);
    return early && reopened(early, { frame: early.frame, expected: 'comma' }, token);
  }
  if (indent < frame.layout.indent) {
    return hasOuter(frame, (outer) => outer.layout.indent === indent && closerOf[outer.kind] === token.kind) ? closedBefore(line, frame) : undefined;
  }
  const twin = indent > frame.layout.indent ? closed.find((each) => each.frame.layout.indent === indent) : undefined;
  if (!twin) {
    return undefined;
  }
  // The one of the two that has a line of its own at the right place is the true one.
  return twin.isFirst ? { mistake: tooManyBrackets(token), state, back: 0, tokens: [], offset: token.end } : reopened(twin, { frame: twin.frame, expected: 'comma' }, token);
}

function atMember(line: Line): WayOut | undefined {
  const { token, state, indent, closed } = line;
  const { frame } = state;
  if (!frame) {
    return undefined;
  }
  const { memberIndent } = frame.layout;
  if (memberIndent === undefined ? indent <= frame.layout.indent : indent < memberIndent) {
    return hasOuter(frame, ({ layout }) => layout.memberIndent === indent) ? closedBefore(line, frame) : undefined;
  }
  const early = closed.find((each) => each.frame.layout.memberIndent === indent);
  return early && memberIndent !== undefined && indent > memberIndent ? reopened(early, state.expected === 'comma' ? { frame: early.frame, expected: 'comma' } : afterComma(early.frame), token) : undefined;
}

function hasOuter(frame: Frame, test: (outer: Frame) => boolean): boolean {
  for (let { outer } = frame; outer; outer = outer.outer) {
    if (test(outer)) {
      return true;
    }
  }
  return false;
}

/** The frame was to be closed before this line: before the comma that leads to it, or with a comma where there is none. */
function closedBefore({ text, token, state, before }: Line, frame: Frame): WayOut | undefined {
  const [item, last] = before.slice(-2);
  if (last?.token.kind === ',' && item) {
    const found = unclosed(text, frame, item, token, last.state, ',');
    const { reading, fix } = found.mistake;
    // The comma that is there stands behind what is added.
    const mended = fix && { ...fix, changes: fix.changes.map((change) => ({ ...change, newText: change.newText.replace(/,$/, '') })) };
    return { ...found, back: 1, mistake: { ...found.mistake, ...(mended && { fix: mended }), reading: [removal(last.token), ...reading] } };
  }
  return last && (state.expected === 'comma' || state.expected === 'first key' || state.expected === 'first value') ? unclosed(text, frame, last, token, state, isCloser(token.kind) || token.kind === ',' ? '' : ',') : undefined;
}

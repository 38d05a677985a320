// Mistakes with commas, colons, braces and brackets, and what JSON does not have at all.
import { insertion, removal, type Mistake } from '../mistake';
import { afterComma, afterValue, closerOf, inside, isCloser, isKeyPlace, isValuePlace, step, type Frame, type State } from './grammar';
import type { Token } from './tokens';
import { spanOf, unwritten, type Closed, type Step, type Trouble, type WayOut } from './trouble';

/** The ways out of a trouble that punctuation may have made; the likeliest first. The last one passes the token over. */
export function punctuationMistakes(trouble: Trouble): (WayOut | undefined)[] {
  return [
    foreign(trouble),
    extraComma(trouble),
    missingComma(trouble),
    missingColon(trouble),
    missingAbove(trouble),
    missingListOpener(trouble),
    missingValue(trouble),
    missingCloserBeforeComma(trouble),
    missingOpener(trouble),
    doubleOpener(trouble),
    wrongOpener(trouble),
    missingCloser(trouble),
    wrongCloser(trouble),
    endedEarly(trouble),
    missingName(trouble),
    tooMuch(trouble),
  ];
}

/** Comments, white space of other kinds, `=` and `;`. */
function foreign({ text, token, state }: Trouble): WayOut | undefined {
  const { kind, start } = token;
  switch (kind) {
    case 'comment': {
      const message = 'JSON has no comments, and Step Functions refuses them. Use a "Comment" field.';
      return { mistake: { at: spanOf(token), message, fix: { title: 'Remove the comment', changes: [removal(token)] }, reading: [removal(token)], habit: 'comments' }, state, back: 0, tokens: [], offset: token.end };
    }
    case 'space': {
      const change = { span: spanOf(token), newText: ' ' };
      return { mistake: { at: spanOf(token), message: 'This is white space that JSON does not know.', fix: { title: 'Change to a space', changes: [change], preferred: true }, reading: [change] }, state, back: 0, tokens: [], offset: token.end };
    }
    case 'word': {
      const meant = state.expected === 'colon' && text[start] === '=' ? ':' : state.expected === 'comma' && text[start] === ';' ? ',' : undefined;
      const change = { span: spanOf(token), newText: meant ?? '' };
      return meant && { mistake: { at: spanOf(token), message: `JSON has a ${meant === ':' ? 'colon' : 'comma'} here.`, fix: { title: `Change to ${meant}`, changes: [change], preferred: true }, reading: [change] }, state, back: 0, tokens: [{ ...token, kind: meant }], offset: token.end };
    }
    default:
      return undefined;
  }
}

/** `"End": true, }`, `[, 1]` and `1,, 2`. */
function extraComma({ token, state, before }: Trouble): WayOut | undefined {
  const last = before[before.length - 1];
  if (last?.token.kind === ',' && isCloser(token.kind) && state.frame && closerOf[state.frame.kind] === token.kind) {
    // The next member may be about to be written.
    return { mistake: { ...tooMany(last.token, 'This comma is one too many: nothing follows it.', 'Remove the comma'), doubt: { start: last.token.start, end: token.end } }, state: last.state, back: 1, tokens: [], offset: token.start };
  }
  return token.kind === ',' && (isKeyPlace(state.expected) || (isValuePlace(state.expected) && state.frame?.kind === '['))
    ? { mistake: tooMany(token, 'This comma is one too many.', 'Remove the comma'), state, back: 0, tokens: [], offset: token.end }
    : undefined;
}

function tooMany(token: Token, message: string, title: string): Mistake {
  return { at: spanOf(token), message, fix: { title, changes: [removal(token)], preferred: true }, reading: [removal(token)] };
}

function missingComma({ token, state, before }: Trouble): WayOut | undefined {
  const { frame, expected } = state;
  const last = before[before.length - 1];
  const begins = ['text', 'unclosed', 'quoted', 'word', 'literal'].includes(token.kind) || (frame?.kind === '[' && (token.kind === '{' || token.kind === '['));
  return last && expected === 'comma' && begins
    ? {
        mistake: { at: spanOf(token), message: 'A comma is missing before this.', ...inserted(last.token.end, ',', 'Add the missing comma', true) },
        state,
        back: 0,
        tokens: [unwritten(',', last.token.end)],
        offset: token.start,
      }
    : undefined;
}

function missingColon({ token, state, before }: Trouble): WayOut | undefined {
  const last = before[before.length - 1];
  const begins = ['text', 'unclosed', 'quoted', 'word', 'literal', '{', '['].includes(token.kind);
  return last && state.expected === 'colon' && begins
    ? {
        mistake: { at: spanOf(last.token), message: 'A colon is missing after this name.', ...inserted(last.token.end, ':', 'Add the missing colon', true) },
        state,
        back: 0,
        tokens: [unwritten(':', last.token.end)],
        offset: token.start,
      }
    : undefined;
}

/** `"Next": ,` and `"Next" }`. The author is most likely still there, so nothing is sure of this object. */
function missingValue({ token, state, before }: Trouble): WayOut | undefined {
  const { frame, expected } = state;
  const name = before[before.length - (expected === 'colon' ? 1 : 2)]?.token;
  const last = before[before.length - 1]?.token;
  const isMissing = (token.kind === ',' || isCloser(token.kind)) && frame?.kind === '{' && (expected === 'colon' || expected === 'value');
  return isMissing && name && last
    ? {
        mistake: {
          at: spanOf(last),
          message: expected === 'colon' ? 'A colon and a value are missing after this name.' : 'A value is expected after this.',
          reading: [insertion(token.start, expected === 'colon' ? ':null' : 'null')],
          doubt: spanOf(name),
        },
        state,
        back: 0,
        tokens: [...(expected === 'colon' ? [unwritten(':', token.start)] : []), unwritten('literal', token.start)],
        offset: token.start,
      }
    : undefined;
}

/** `"Next"` or `"Next":` above the line of its neighbor, where the author has not come to the value yet. */
function missingAbove({ text, token, state, before }: Trouble): WayOut | undefined {
  const isUnread = state.expected === 'colon';
  const [name, colon, neighbor]: readonly (Token | undefined)[] = isUnread ? [before[before.length - 1]?.token, undefined, token] : before.slice(-3).map((each) => each.token);
  const place = isUnread ? state : before[before.length - 1]?.state;
  const isName = isUnread ? token.kind === 'text' : token.kind === ':' && colon?.kind === ':' && neighbor?.kind === 'text';
  const column = neighbor && columnOfFirst(text, neighbor);
  if (!name || !neighbor || !place || !isName || name.kind !== 'text' || column === undefined || columnOfFirst(text, name) !== column) {
    return undefined;
  }
  const last = colon ?? name;
  const end = last.end + text.slice(last.end, neighbor.start).search(/[\r\n]/);
  return {
    mistake: {
      at: spanOf(last),
      message: colon ? 'A value is expected after this.' : 'A colon and a value are missing after this name.',
      reading: [insertion(end, colon ? 'null,' : ':null,')],
      doubt: spanOf(name),
    },
    state: place,
    back: isUnread ? 0 : 1,
    tokens: [...(colon ? [] : [unwritten(':', end)]), unwritten('literal', end), unwritten(',', end), ...(isUnread ? [] : [neighbor])],
    offset: token.start,
  };
}

/** Where a token begins that is the first on its line; `undefined` for any other. */
function columnOfFirst(text: string, { start }: Token): number | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  return text.slice(lineStart, start).trim() === '' ? start - lineStart : undefined;
}

/** `: "Train"`. */
function missingName({ token, state }: Trouble): WayOut | undefined {
  return token.kind === ':' && isKeyPlace(state.expected)
    ? {
        mistake: { at: spanOf(token), message: 'A name in double quotes is missing before this colon.', reading: [insertion(token.start, '""')], doubt: spanOf(token) },
        state,
        back: 0,
        tokens: [unwritten('text', token.start)],
        offset: token.start,
      }
    : undefined;
}

/** `["a", "b", "End": true`: the list was to end before the name. */
function missingCloserBeforeComma({ token, state: { frame, expected }, before }: Trouble): WayOut | undefined {
  const [item, comma, name] = before.slice(-3);
  if (token.kind !== ':' || expected !== 'comma' || frame?.kind !== '[' || frame.outer?.kind !== '{' || comma?.token.kind !== ',' || name?.token.kind !== 'text' || !item) {
    return undefined;
  }
  return {
    mistake: { at: lastOf(item.token), message: 'A closing ] is missing after this.', ...opened(frame), ...inserted(item.token.end, ']', 'Add the missing ]'), doubt: { start: item.token.start, end: item.token.end }, isBracket: true },
    state: comma.state,
    back: 2,
    tokens: [unwritten(']', item.token.end), comma.token, name.token],
    offset: token.start,
  };
}

/** `"Train": "Type": "Pass"`: the colon shows that the text before it is a name. */
function missingOpener({ token, before }: Trouble): WayOut | undefined {
  const last = before[before.length - 1];
  return token.kind === ':' && last?.token.kind === 'text' && isValuePlace(last.state.expected)
    ? {
        mistake: { at: spanOf(last.token), message: 'An opening { is missing before this.', ...inserted(last.token.start, '{', 'Add the missing {'), doubt: spanOf(last.token), isBracket: true },
        state: last.state,
        back: 1,
        tokens: [unwritten('{', last.token.start), last.token],
        offset: token.start,
      }
    : undefined;
}

/** `"Choices": { … }, { … }]`, `"Retry": { … }]` and `"ErrorEquals": "A", "B"]`: a list that goes on, or ends, but did not begin. */
function missingListOpener({ text, token, state: { frame, expected }, before }: Trouble): WayOut | undefined {
  const start = frame?.layout.valueStart;
  if (frame?.kind !== '{' || start === undefined) {
    return undefined;
  }
  const list = step({ frame, expected: 'value' }, { kind: '[', start }, frame.layout.indent)?.frame;
  const isSecond = expected === 'key' && before[before.length - 1]?.token.kind === ',' && (token.kind === '{' || token.kind === '[');
  const isEnd = expected === 'comma' && token.kind === ']' && text[start] !== '[';
  const isItem = expected === 'colon' && (token.kind === ',' || token.kind === ']');
  return list && (isSecond || isEnd || isItem)
    ? {
        mistake: { at: { start, end: start + 1 }, message: 'An opening [ is missing before this.', ...inserted(start, '[', 'Add the missing ['), doubt: { start, end: start + 1 }, isBracket: true },
        state: isSecond ? afterComma(list) : afterValue(list),
        back: 0,
        tokens: [],
        offset: token.start,
      }
    : undefined;
}

/** `{{ "Type": "Pass"`. */
function doubleOpener({ token, state, before }: Trouble): WayOut | undefined {
  const last = before[before.length - 1]?.token;
  return token.kind === '{' && state.expected === 'first key' && last?.end === token.start ? { mistake: tooManyBrackets(token), state, back: 0, tokens: [], offset: token.end } : undefined;
}

/** `"Choices": { { …` and `"Parameters": [ "a": 1`. */
function wrongOpener({ token, state: { frame, expected }, before }: Trouble): WayOut | undefined {
  if (!frame) {
    return undefined;
  }
  const isList = frame.kind === '{' && expected === 'first key' && (token.kind === '{' || token.kind === '[');
  const name = before[before.length - 1];
  const isObject = frame.kind === '[' && expected === 'comma' && token.kind === ':' && name?.token.kind === 'text' && name.state.expected === 'first value';
  const isStrings = frame.kind === '{' && expected === 'colon' && (token.kind === ',' || token.kind === ']') && name?.state.expected === 'first key';
  const kind = isList || isStrings ? '[' : '{';
  const turned: Frame = { ...frame, kind };
  const change = { span: { start: frame.start, end: frame.start + 1 }, newText: kind };
  return isList || isObject || isStrings
    ? {
        mistake: { at: change.span, message: `This has to be a ${kind}.`, fix: { title: `Change to ${kind}`, changes: [change] }, reading: [change], doubt: change.span, isBracket: true },
        state: isList ? inside(turned) : isObject ? { frame: turned, expected: 'colon' } : afterValue(turned),
        back: 0,
        tokens: [],
        offset: token.start,
      }
    : undefined;
}

/** `[{ "Next": "Save" ]`: what is inside has to end first. */
function missingCloser({ text, token, state, before }: Trouble): WayOut | undefined {
  const { frame, expected } = state;
  const last = before[before.length - 1];
  const canEnd = expected === 'comma' || expected === 'first key' || expected === 'first value';
  return frame?.outer && last && canEnd && isCloser(token.kind) && closerOf[frame.outer.kind] === token.kind
    ? unclosed(text, frame, last, token, state)
    : undefined;
}

/** A frame that has to be closed before a token; with a comma where a member begins there. */
export function unclosed(text: string, frame: Frame, last: Step, token: Token, state: State, comma: '' | ',' = ''): WayOut {
  const closer = closerOf[frame.kind];
  const doubt = { start: text.lastIndexOf('\n', last.token.start) + 1, end: token.start };
  // `[[1, 2],`: of two brackets with but one thing inside, the first is one too many.
  const isDouble = text[frame.start + 1] === frame.kind && frame.layout.valueStart === frame.start + 1;
  return {
    mistake: isDouble
      ? { ...tooManyBrackets({ kind: frame.kind, start: frame.start, end: frame.start + 1 }), reading: [removal({ start: frame.start, end: frame.start + 1 }), ...(comma ? [insertion(token.start, comma)] : [])], doubt: { start: frame.start, end: token.start } }
      : {
          at: lastOf(last.token),
          message: `A closing ${closer} is missing after this.`,
          ...opened(frame),
          fix: { title: `Add the missing ${closer}`, changes: [insertion(last.token.end, closing(text, frame, last.token.end) + comma)] },
          reading: [insertion(token.start, closer + comma)],
          doubt,
          isBracket: true,
        },
    state,
    back: 0,
    tokens: [unwritten(closer, token.start), ...(comma ? [unwritten(',', token.start)] : [])],
    offset: token.start,
  };
}

/** A closer as it is written at that place: on a line of its own where its opener is further up. */
export function closing(text: string, { kind, start }: Frame, offset: number): string {
  if (!text.slice(start, offset).includes('\n')) {
    return closerOf[kind];
  }
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', start) + 1))?.[0] ?? '';
  return `\n${indent}${closerOf[kind]}`;
}

/** `["a"}`. */
function wrongCloser({ token, state }: Trouble): WayOut | undefined {
  const { frame, expected } = state;
  const canEnd = expected === 'comma' || expected === 'first key' || expected === 'first value';
  if (!frame || !canEnd || !isCloser(token.kind) || closerOf[frame.kind] === token.kind) {
    return undefined;
  }
  const closer = closerOf[frame.kind];
  const change = { span: spanOf(token), newText: closer };
  return {
    mistake: { at: spanOf(token), message: `This has to be a ${closer}.`, ...opened(frame), fix: { title: `Change to ${closer}`, changes: [change] }, reading: [change], doubt: spanOf(token), isBracket: true },
    state,
    back: 0,
    tokens: [{ ...token, kind: closer }],
    offset: token.end,
  };
}

/** The definition goes on behind the brace that ended it. */
function endedEarly({ state, token, closed }: Trouble): WayOut | undefined {
  return state.expected === 'end' && token.kind === ',' && closed ? reopened(closed, { frame: closed.frame, expected: 'comma' }, token) : undefined;
}

/** A frame that goes on behind what closed it. */
export function reopened({ closer }: Closed, state: State, token: Token): WayOut {
  return { mistake: { ...tooManyBrackets(closer), doubt: { start: closer.start, end: token.start } }, state, back: 0, tokens: [], offset: token.start };
}

export function tooManyBrackets(token: Token): Mistake {
  const bracket = token.kind;
  return { at: spanOf(token), message: `This ${bracket} is one too many.`, fix: { title: `Remove the ${bracket}`, changes: [removal(token)] }, reading: [removal(token)], doubt: spanOf(token), isBracket: true };
}

/** Passes the token over; behind the end of the definition, all that is left. */
function tooMuch({ text, token, state }: Trouble): WayOut {
  if (state.expected === 'end' && !isCloser(token.kind)) {
    const rest = { start: token.start, end: text.length };
    return { mistake: { at: spanOf(token), message: 'The definition has ended: nothing may follow it.', reading: [removal(rest)], isBracket: true }, state, back: 0, tokens: [], offset: rest.end };
  }
  const isPunctuation = token.end - token.start === 1 && '{}[],:'.includes(text[token.start] ?? ' ');
  const isBracket = isPunctuation && token.kind !== ',' && token.kind !== ':';
  if (isBracket) {
    return { mistake: tooManyBrackets(token), state, back: 0, tokens: [], offset: token.end };
  }
  const message = isPunctuation ? `This ${token.kind === ',' ? 'comma' : 'colon'} is one too many.` : 'This can\'t stand here.';
  const fix = isPunctuation && { fix: { title: `Remove the ${token.kind === ',' ? 'comma' : 'colon'}`, changes: [removal(token)] } };
  return { mistake: { at: spanOf(token), message, ...fix, reading: [removal(token)], doubt: spanOf(token) }, state, back: 0, tokens: [], offset: token.end };
}

function inserted(offset: number, newText: string, title: string, preferred = false): Pick<Mistake, 'fix' | 'reading'> {
  const changes = [insertion(offset, newText)];
  return { fix: { title, changes, ...(preferred && { preferred }) }, reading: changes };
}

function opened({ kind, start }: Frame): Pick<Mistake, 'related'> {
  return { related: { span: { start, end: start + 1 }, message: `The ${kind} is here.` } };
}

function lastOf({ end }: Token): { start: number; end: number } {
  return { start: end - 1, end };
}


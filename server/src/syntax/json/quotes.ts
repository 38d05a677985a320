// Mistakes with quotes: one that is missing, one too many, those of other languages, text without any.
import { insertion, removal, type Mistake } from '../mistake';
import { isCloser, isKeyPlace, isValuePlace, type State } from './grammar';
import { spanOf, type Trouble, type WayOut } from './trouble';

/** The ways out of a trouble that quotes may have made; the likeliest first. */
export function quoteMistakes(trouble: Trouble): (WayOut | undefined)[] {
  return [closedTooLate(trouble), notClosed(trouble), notOpened(trouble), ...oneTooMany(trouble), notEscaped(trouble), otherQuotes(trouble), unquoted(trouble)];
}

/** `"Next: "Save"` and `"Save, "End": true`: the text before went on to the quote of the next one. */
function closedTooLate({ text, before }: Trouble): WayOut | undefined {
  const last = before[before.length - 1];
  if (last?.token.kind !== 'text') {
    return undefined;
  }
  const { start, end } = last.token;
  const cut = start + 1 + lengthMeant(text.slice(start + 1, end - 1), last.state);
  return cut < end - 1 ? closing(start, cut, last.state, 1) : undefined;
}

/** The line ends inside a text. */
function notClosed({ text, token: { kind, start, end }, state }: Trouble): WayOut | undefined {
  return kind === 'unclosed' ? closing(start, start + 1 + lengthMeant(text.slice(start + 1, end), state), state, 0) : undefined;
}

function closing(start: number, end: number, state: State, back: number): WayOut | undefined {
  return isTextPlace(state)
    ? {
        mistake: {
          at: { start, end },
          message: 'The closing quote of this text is missing.',
          fix: { title: 'Add the closing quote', changes: [insertion(end, '"')] },
          reading: [insertion(end, '"')],
          ...uncertain(start, end, state),
        },
        state,
        back,
        tokens: [{ kind: 'text', start, end }],
        offset: end,
      }
    : undefined;
}

function isTextPlace({ expected }: State): boolean {
  return isKeyPlace(expected) || isValuePlace(expected);
}

/** How long a text was meant to be that has run on: a name ends before its colon, a value before the commas and brackets at its end that are not its own. */
function lengthMeant(content: string, { expected }: State): number {
  const name = isKeyPlace(expected) ? /^([^:]*?)\s*:/.exec(content)?.[1] : undefined;
  if (name !== undefined) {
    return name.length;
  }
  let length = content.length - (/[\s,{}[\]]*$/.exec(content)?.[0].length ?? 0);
  while (length < content.length && isOpen(content.slice(0, length))) {
    length++;
  }
  return length;
}

function isOpen(text: string): boolean {
  const count = (sign: string): number => text.split(sign).length;
  return count('{') > count('}') || count('[') > count(']');
}

/** `Next": "Save"`: what stands before a quote is its text. */
function notOpened({ text, token, state, before }: Trouble): WayOut | undefined {
  const last = before[before.length - 1];
  // `{% … %}"` and `30"`: the brace and the number are the text's.
  const isLonger = last?.token.end === token.start && ((last.token.kind === '{' && text[token.start] === '%') || (last.token.kind === 'literal' && text[token.start] === '"'));
  const start = isLonger ? last.token.start : token.start;
  const place = isLonger ? last.state : state;
  const pattern = isKeyPlace(place.expected) ? /[^"\r\n:{}[\],]+"/y : /[^"\r\n]+"/y;
  pattern.lastIndex = start;
  if ((!isLonger && text[start] === '"') || !isTextPlace(place) || !pattern.test(text)) {
    return undefined;
  }
  const end = pattern.lastIndex;
  return {
    mistake: {
      at: { start, end },
      message: 'The opening quote of this text is missing.',
      fix: { title: 'Add the opening quote', changes: [insertion(start, '"')] },
      reading: [insertion(start, '"')],
      ...uncertain(start, end, place),
    },
    state: place,
    back: isLonger ? 1 : 0,
    tokens: [{ kind: 'text', start, end }],
    offset: end,
  };
}

/** `"Next"": "Save"` and `""Next": "Save"`. */
function oneTooMany({ text, token, state, before }: Trouble): (WayOut | undefined)[] {
  const last = before[before.length - 1];
  const remove = (start: number, place: State, back: number): WayOut => ({
    mistake: {
      at: { start, end: start + 1 },
      message: 'This quote is one too many.',
      fix: { title: 'Remove the quote', changes: [removal({ start, end: start + 1 })] },
      reading: [removal({ start, end: start + 1 })],
      ...uncertain(start, start + 1, place),
    },
    state: place,
    back,
    tokens: [],
    offset: start + 1,
  });
  const isAdjacent = last?.token.kind === 'text' && last.token.end === token.start;
  return [
    text[token.start] === '"' && (isAdjacent || token.kind === 'unclosed') ? remove(token.start, state, 0) : undefined,
    isAdjacent && last.token.end - last.token.start === 2 ? remove(last.token.start, last.state, 1) : undefined,
  ];
}

/** `"Say "hi" to them"`: a text that goes on to the last quote of its line. */
function notEscaped({ text, token, before }: Trouble): WayOut | undefined {
  const last = before[before.length - 1];
  const isAdjacent = token.start === last?.token.end && token.kind !== ':' && token.kind !== ',' && !isCloser(token.kind);
  const isInside = (token.kind === 'word' || isAdjacent) && !/[;=]/.test(text[token.start] ?? '');
  if (last?.token.kind !== 'text' || !isValuePlace(last.state.expected) || !isInside) {
    return undefined;
  }
  const { start, end } = last.token;
  const pattern = /([^\r\n]*)"[ \t]*[,}\]]*[ \t]*(?:[\r\n]|$)/y;
  pattern.lastIndex = end;
  const rest = pattern.exec(text)?.[1];
  // What follows a colon is a value of its own.
  if (rest === undefined || /"\s*:\s*/.test(rest)) {
    return undefined;
  }
  const inner = [end - 1, ...[...rest.matchAll(/(?<!\\)"/g)].map(({ index }) => end + index)];
  const changes = inner.map((offset) => insertion(offset, '\\'));
  return {
    mistake: {
      at: { start: end - 1, end },
      message: 'A quote inside a text is written \\".',
      fix: { title: 'Write \\" for the quotes inside', changes },
      reading: changes,
      guess: start,
    },
    state: last.state,
    back: 1,
    tokens: [{ kind: 'text', start, end: end + rest.length + 1 }],
    offset: end + rest.length + 1,
  };
}

/** `'Save'`. */
function otherQuotes({ written, token, state }: Trouble): WayOut | undefined {
  if (token.kind !== 'quoted' || !isTextPlace(state)) {
    return undefined;
  }
  const content = written.slice(token.start + 1, token.end - 1).replaceAll("\\'", "'").replace(/(?<!\\)"/g, '\\"');
  const change = { span: spanOf(token), newText: `"${content}"` };
  return {
    mistake: { at: spanOf(token), message: 'JSON has double quotes only.', fix: { title: 'Change to double quotes', changes: [change], preferred: true }, reading: [change], habit: 'quotes' },
    state,
    back: 0,
    tokens: [{ ...token, kind: 'text' }],
    offset: token.end,
  };
}

/** Words in place of a name or a value. */
function unquoted({ written, text, token, state }: Trouble): WayOut | undefined {
  if (!isTextPlace(state) || (token.kind !== 'word' && !(token.kind === 'literal' && isKeyPlace(state.expected)))) {
    return undefined;
  }
  const literal = { true: 'true', false: 'false', null: 'null', none: 'null' }[text.slice(token.start, token.end).toLowerCase()];
  if (literal !== undefined && isValuePlace(state.expected)) {
    const change = { span: spanOf(token), newText: literal };
    const message = 'JSON has true, false and null, in small letters.';
    const mistake: Mistake = { at: spanOf(token), message, fix: { title: `Change to ${literal}`, changes: [change], preferred: true }, reading: [change] };
    return { mistake, state, back: 0, tokens: [{ ...token, kind: 'literal' }], offset: token.end };
  }
  const pattern = isKeyPlace(state.expected) ? /[^"\r\n{}[\],:]+/y : /[^"\r\n]+?(?=[ \t]*(?:[,}\]]\s*(?:["{}[\],]|$)|[\r\n]|$))/y;
  pattern.lastIndex = token.start;
  const run = (pattern.exec(text)?.[0] ?? '').trimEnd();
  const end = token.start + run.length;
  const change = { span: { start: token.start, end }, newText: JSON.stringify(written.slice(token.start, end)) };
  const isNumber = isValuePlace(state.expected) && /^[+-]?\.?\d[\w.+-]*$/.test(run);
  return run === ''
    ? undefined
    : {
        mistake: {
          at: change.span,
          message: isNumber ? 'This is not a JSON number.' : 'Text needs double quotes.',
          ...(!isNumber && { fix: { title: 'Put it in double quotes', changes: [change] } }),
          reading: [change],
          ...(isKeyPlace(state.expected) ? { habit: 'bare names' } : { guess: token.start }),
        },
        state,
        back: 0,
        tokens: [{ kind: 'text', start: token.start, end }],
        offset: end,
      };
}

/** Of a value the text is uncertain, and of a name all that its object says. */
function uncertain(start: number, end: number, place: State): Pick<Mistake, 'doubt' | 'guess'> {
  return isKeyPlace(place.expected) ? { doubt: { start, end } } : { guess: start };
}


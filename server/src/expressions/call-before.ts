// The call that a cursor is in, by the text before it alone: what follows may not be typed yet.

export interface CallBefore {
  /** With its prefix: `States.Format`, `$substring`. */
  readonly name: string;
  /** Which argument is being typed, from 0. */
  readonly argument: number;
}

interface Open {
  readonly bracket: string;
  readonly name: string | undefined;
  argument: number;
}

/** The innermost call whose parenthesis is still open; `undefined` inside a text or outside every call. */
export function callBefore(text: string): CallBefore | undefined {
  const open: Open[] = [];
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? '';
    if (character === '\'' || character === '"' || character === '`') {
      const end = endOfText(text, index);
      if (end < 0) {
        break;
      }
      index = end;
    } else if (character === '(' || character === '[' || character === '{') {
      open.push({ bracket: character, name: character === '(' ? nameBefore(text, index) : undefined, argument: 0 });
    } else if (character === ')' || character === ']' || character === '}') {
      open.pop();
    } else if (character === ',') {
      const last = open.at(-1);
      if (last) {
        last.argument += 1;
      }
    }
  }
  const call = open.findLast(({ bracket }) => bracket === '(');
  return call?.name === undefined ? undefined : { name: call.name, argument: call.argument };
}

/** The quote that ends a text, or -1. */
function endOfText(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index++) {
    if (text[index] === '\\') {
      index++;
    } else if (text[index] === text[start]) {
      return index;
    }
  }
  return -1;
}

/** The longest name that is looked at. */
const longestName = 80;

function nameBefore(text: string, index: number): string | undefined {
  return /(\$\w+|[A-Za-z]\w*(?:\.\w+)*)\s*$/.exec(text.slice(Math.max(0, index - longestName), index))?.[1];
}

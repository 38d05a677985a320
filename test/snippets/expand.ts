// What VS Code makes of a snippet's body when its defaults are accepted: a small reader of its snippet grammar.

export interface Stop {
  readonly number: number;
  /** The values offered, if it is a choice. */
  readonly choices: readonly string[];
}

export interface Expansion {
  readonly text: string;
  /** Every stop with a default or choices, in the order of the text. */
  readonly stops: readonly Stop[];
}

/** Expands `body` with every stop left at its default; the first choice is a choice's default. */
export function expand(body: readonly string[]): Expansion {
  const source = body.join('\n');
  const stops: Stop[] = [];
  const defaults = new Map<number, string>();
  let at = 0;

  /** Reads up to one of `ends`, which it leaves unread. */
  const text = (ends: string): string => {
    let result = '';
    while (at < source.length && !ends.includes(source[at] ?? '')) {
      if (source[at] === '\\' && /[\\$}|,]/.test(source[at + 1] ?? '')) {
        result += source[at + 1];
        at += 2;
      } else if (source[at] === '$') {
        result += placeholder();
      } else {
        result += source[at++];
      }
    }
    return result;
  };

  const placeholder = (): string => {
    const rest = source.slice(at);
    const mirror = /^\$(\d+)/.exec(rest);
    if (mirror) {
      at += mirror[0].length;
      const value = defaults.get(Number(mirror[1]));
      if (value === undefined) {
        throw new Error(`$${mirror[1]} repeats a stop that is not there`);
      }
      return value;
    }
    const opening = /^\$\{(\d+)([:|])/.exec(rest);
    if (!opening) {
      throw new Error(`a dollar sign that is neither a stop nor escaped: ${rest.slice(0, 20)}`);
    }
    at += opening[0].length;
    const number = Number(opening[1]);
    const choices: string[] = [];
    let value: string;
    if (opening[2] === '|') {
      do {
        choices.push(text(',|'));
      } while (source[at++] === ',');
      value = choices[0] ?? '';
    } else {
      value = text('}');
    }
    if (source[at++] !== '}') {
      throw new Error(`stop ${number} does not end`);
    }
    stops.push({ number, choices });
    defaults.set(number, value);
    return value;
  };

  return { text: text(''), stops };
}

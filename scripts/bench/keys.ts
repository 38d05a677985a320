// Keys that somebody presses all over a text: in values, in names, in numbers, and a quote where something new begins, which leaves the text broken.

/** A line and a character, as the protocol counts them. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** One change of one character. */
export interface Key {
  readonly from: Place;
  readonly removed: number;
  readonly typed: string;
  /** Where the cursor is afterwards. */
  readonly place: Place;
  /** The nearest name of a state that a `Next` says, from there on. */
  readonly nextName: Place;
}

/** What is typed, and behind what in a line. */
const kinds: readonly { readonly typed: string; readonly behind: RegExp }[] = [
  { typed: 'x', behind: /: "[^"{$]+(?=")|: [a-zA-Z][\w. -]+$/ },
  { typed: '.', behind: /: "\$[\w.]*(?=")|: \$[\w.]+$/ },
  { typed: 'a', behind: /\$states\.input\.(?=\w)/ },
  { typed: 'x', behind: /^\s*"?\w+(?="?:)/ },
  { typed: '1', behind: /: \d+/ },
  // In JSON before a name or behind a comma, in YAML before a value.
  { typed: '"', behind: /^\s*(?=")|,$|^\s*\w+: (?=\w)/ },
];

/** Keys without end, each typed and then taken back, the kinds in turn and the places spread over the text. */
export function* keysIn(text: string): Generator<Key, never> {
  const lines = text.split('\n');
  // A step that shares no factor with the number of lines comes to all of them, far from the one before.
  const step = Math.floor(lines.length * 0.618) | 1;
  let line = 0;
  for (let count = 0; ; count++) {
    const { typed, behind } = kinds[count % kinds.length] ?? { typed: 'x', behind: /$/ };
    do {
      line = (line + step) % lines.length;
    } while (!behind.test(lines[line] ?? ''));
    const found = behind.exec(lines[line] ?? '');
    const from = { line, character: (found?.index ?? 0) + (found?.[0].length ?? 0) };
    const after = { line, character: from.character + typed.length };
    yield { from, removed: 0, typed, place: after, nextName: nextNameFrom(lines, line, typed, from) };
    yield { from, removed: typed.length, typed: '', place: from, nextName: nextNameFrom(lines, line, '', from) };
  }
}

function nextNameFrom(lines: readonly string[], from: number, typed: string, at: Place): Place {
  const name = /Next"?: "?/;
  const found = [...lines.keys()].map((index) => (from + index) % lines.length).find((index) => name.test(lines[index] ?? '')) ?? 0;
  const match = name.exec(lines[found] ?? '');
  const character = (match?.index ?? 0) + (match?.[0].length ?? 0);
  return { line: found, character: character + (found === at.line && character > at.character ? typed.length : 0) };
}

/** `"A", "B" or "C"`: names as a sentence lists them; the empty text for no names. */
export function listed(names: readonly string[], last = 'or'): string {
  return enumerated(names.map((name) => `"${name}"`), last);
}

/** `a, b and c`: words as a sentence lists them; the empty text for none. */
export function enumerated(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1] ?? ''}`;
}

/** A text of at most so many letters, with dots for the rest. */
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

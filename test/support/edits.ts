// Edits as people make them, by chance but always the same ones: a number decides them all.

/** What is typed: mostly letters, often what the notations and the expressions live on. */
const typed = ['a', 'T', '1', '"', ',', ':', '{', '}', '[', ']', '\n', '  ', '$', '.', '{%', '%}', '${', "'", '\\', '-', '#', '&x ', '*x', '"Next": ', '"End": true', 'true', 'null', '\t', 'é', '💡'];

/** One edit: something typed, deleted, typed over or moved, a letter changed in a word, or everything taken back to the text that the edits began with. */
export function edit(text: string, original: string, next: () => number): string {
  const at = Math.floor(next() * (text.length + 1));
  const length = Math.floor(next() ** 3 * 40);
  const some = typed[Math.floor(next() * typed.length)] ?? '';
  const kind = next();
  if (kind < 0.25) {
    return text.slice(0, at) + some + text.slice(at);
  }
  if (kind < 0.35) {
    return text.slice(0, at) + text.slice(at + length);
  }
  if (kind < 0.45) {
    return text.slice(0, at) + some + text.slice(at + length);
  }
  if (kind < 0.5) {
    const to = Math.floor(next() * (text.length + 1));
    return text.slice(0, to) + text.slice(at, at + 10 * length) + text.slice(to);
  }
  if (kind < 0.75) {
    const word = text.slice(at).search(/\w/);
    return word < 0 ? text : text.slice(0, at + word) + (next() < 0.5 ? 'e' : 'e1') + text.slice(at + word + 1);
  }
  return original;
}

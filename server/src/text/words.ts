/** `"A", "B" or "C"`: names as a sentence lists them; the empty text for no names. */
export function listed(names: readonly string[], last = 'or'): string {
  const quoted = names.map((name) => `"${name}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${last} ${quoted[quoted.length - 1] ?? ''}`;
}

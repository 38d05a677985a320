// Kinds of code actions, which are names with dots: who asks for one asks for all below it.

/** True where a kind is among those asked for; the empty kind is above all. */
export function wants(kind: string, only: readonly string[] | undefined): boolean {
  return only?.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`)) ?? true;
}

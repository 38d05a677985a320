// Objects whose keys are ids that somebody else chose.

/** The value under a key, and never one of the members that every object has: a deck may be called "constructor". */
export function own<T>(values: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

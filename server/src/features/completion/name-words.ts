// What a name tells of what is meant: the words that it has in common with another.

/** The words of a name, by their first letters: `Train the models` and `createTrainingJob` have one in common. */
export function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]?[a-z]{2,}|[A-Z]{2,}/g) ?? []).map((word) => word.toLowerCase().slice(0, 5)).filter((word) => !common.has(word));
}

const common: ReadonlySet<string> = new Set(['the', 'and', 'for', 'invok', 'state', 'task', 'step', 'funct', 'servi']);

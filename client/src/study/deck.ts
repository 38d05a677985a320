// Decks of questions: what one is, and reading one from text that anybody may have written.

export type Deck = {
  readonly deck: string;
  readonly title: string;
  /** The day the facts in it were checked. */
  readonly asOf?: string;
  readonly items: readonly Item[];
};

/** A question with one right option. */
export type Item = {
  readonly id: string;
  readonly kind: 'single';
  readonly ask: string;
  readonly options: readonly DeckOption[];
  readonly explain?: string;
  readonly today?: string;
  /** The id of the note to read about it. */
  readonly note?: string;
  readonly tags: readonly string[];
  readonly facts: readonly string[];
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  readonly difficulty: number;
};

export type DeckOption = { readonly text: string; readonly correct: boolean; readonly why: string };

/** Takes a parsed deck apart. The problems are for whoever wrote it; a deck with problems is not used. */
export function readDeck(value: unknown): { deck: Deck } | { problems: readonly string[] } {
  const problems: string[] = [];
  const root = fieldsOf(value, 'the deck', problems);
  const defaults = root['defaults'] === undefined ? {} : fieldsOf(root['defaults'], 'defaults', problems);
  const items = listOf(root, 'items', 'the deck', problems).map((item, index) => readItem(item, index, defaults, problems));
  if (items.length === 0) {
    problems.push('the deck has no items');
  }
  const seen = new Set<string>();
  for (const { id } of items) {
    if (seen.has(id)) {
      problems.push(`${id}: two items have this id`);
    }
    seen.add(id);
  }
  const deck: Deck = {
    deck: textOf(root, 'deck', 'the deck', problems),
    title: textOf(root, 'title', 'the deck', problems),
    ...optional(root, 'asOf', 'the deck', problems),
    items,
  };
  return problems.length > 0 ? { problems } : { deck };
}

/** The place of the right option in the deck. */
export function correctOption(item: Item): number {
  return item.options.findIndex(({ correct }) => correct);
}

type Fields = Record<string, unknown>;

function readItem(value: unknown, index: number, defaults: Fields, problems: string[]): Item {
  const place = `item ${index + 1}`;
  const own = fieldsOf(value, place, problems);
  const id = textOf(own, 'id', place, problems);
  const where = id || place;
  if (own['kind'] !== 'single') {
    problems.push(`${where}: "kind" has to be "single"`);
  }
  const options = listOf(own, 'options', where, problems).map((option, at) => readOption(option, `${where}, option ${at + 1}`, problems));
  if (options.length < 2 || options.length > 9) {
    problems.push(`${where}: a question has two to nine options`);
  }
  if (options.filter(({ correct }) => correct).length !== 1) {
    problems.push(`${where}: exactly one option has to be correct`);
  }
  if (new Set(options.map(({ text }) => text)).size < options.length) {
    problems.push(`${where}: two options say the same`);
  }
  const fields = { ...defaults, ...own };
  return {
    id,
    kind: 'single',
    ask: textOf(own, 'ask', where, problems),
    options,
    ...optional(own, 'explain', where, problems),
    ...optional(own, 'today', where, problems),
    ...optional(own, 'note', where, problems),
    tags: textsOf(fields, 'tags', where, problems),
    facts: textsOf(own, 'facts', where, problems),
    sources: own['sources'] === undefined ? [] : listOf(own, 'sources', where, problems).map((source) => readSource(source, where, problems)),
    difficulty: typeof fields['difficulty'] === 'number' ? fields['difficulty'] : 1,
  };
}

function readOption(value: unknown, where: string, problems: string[]): DeckOption {
  const own = fieldsOf(value, where, problems);
  return { text: textOf(own, 'text', where, problems), correct: own['correct'] === true, why: textOf(own, 'why', where, problems) };
}

function readSource(value: unknown, where: string, problems: string[]): { title: string; url: string } {
  const own = fieldsOf(value, `${where}, source`, problems);
  const url = textOf(own, 'url', `${where}, source`, problems);
  if (url && !url.startsWith('https://')) {
    problems.push(`${where}: a source's address starts with https://`);
  }
  return { title: textOf(own, 'title', `${where}, source`, problems), url };
}

function fieldsOf(value: unknown, where: string, problems: string[]): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Fields;
  }
  problems.push(`${where} has to be an object`);
  return {};
}

function listOf(fields: Fields, name: string, where: string, problems: string[]): readonly unknown[] {
  const value = fields[name];
  if (Array.isArray(value)) {
    return value;
  }
  problems.push(`${where}: "${name}" has to be a list`);
  return [];
}

function textOf(fields: Fields, name: string, where: string, problems: string[]): string {
  const value = fields[name];
  if (typeof value === 'string' && value.trim() !== '') {
    return value;
  }
  problems.push(`${where}: "${name}" is missing`);
  return '';
}

function textsOf(fields: Fields, name: string, where: string, problems: string[]): readonly string[] {
  const value = fields[name] ?? [];
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
    return value;
  }
  problems.push(`${where}: "${name}" has to be a list of texts`);
  return [];
}

function optional<N extends string>(fields: Fields, name: N, where: string, problems: string[]): { [K in N]?: string } {
  return fields[name] === undefined ? {} : ({ [name]: textOf(fields, name, where, problems) } as { [K in N]?: string });
}

// Takes a parsed deck apart. Anybody may have written it: what is wrong is told with its place, and a deck with problems is not used.
import type { Deck, DeckOption, Item } from './deck';

/** What is wrong with a deck, for whoever wrote it. */
export type DeckProblem = {
  /** The keys and indexes that lead to the place. */
  readonly path: readonly (string | number)[];
  readonly message: string;
};

/** More text than a person wants to read in one go is a mistake, or worse. */
const longestText = 20_000;
const mostItems = 10_000;

export function readDeck(value: unknown): { readonly deck: Deck } | { readonly problems: readonly DeckProblem[] } {
  const reader = new DeckReader();
  const deck = reader.deck(value);
  return reader.problems.length > 0 || !deck ? { problems: reader.problems } : { deck };
}

/** One line for each problem: where, and what. */
export function inWords(problems: readonly DeckProblem[]): string[] {
  return problems.map(({ path, message }) => `${path.length > 0 ? path.join('.') : 'the deck'}: ${message}`);
}

type Path = readonly (string | number)[];
type Fields = Readonly<Record<string, unknown>>;

const kinds = ['single', 'multiple', 'ordering', 'matching', 'numeric', 'recall'] as const;
const deckFields = ['deck', 'title', 'asOf', 'license', 'defaults', 'items'];
const itemFields = [
  ...['id', 'kind', 'ask', 'asl', 'problems', 'options', 'shuffle', 'steps', 'pairs', 'answer', 'tolerance', 'unit', 'explain', 'today', 'note'],
  ...['tags', 'facts', 'sources', 'difficulty', 'view'],
];

class DeckReader {
  readonly problems: DeckProblem[] = [];

  deck(value: unknown): Deck | undefined {
    const root = this.fields(value, []);
    if (!root) {
      return undefined;
    }
    this.onlyKnown(root, deckFields, []);
    const defaults = root['defaults'] === undefined ? {} : (this.fields(root['defaults'], ['defaults']) ?? {});
    this.onlyKnown(defaults, ['note', 'tags', 'difficulty'], ['defaults']);
    const list = this.list(root, 'items', []);
    if (list?.length === 0) {
      this.report(['items'], 'A deck has at least one question.');
    }
    if (list && list.length > mostItems) {
      this.report(['items'], `A deck has at most ${mostItems.toLocaleString('en-US')} questions, and this one has ${list.length.toLocaleString('en-US')}.`);
    }
    const items = (list ?? []).slice(0, mostItems).flatMap((each, index) => this.item(each, defaults, ['items', index]) ?? []);
    this.reportRepeated(list ?? []);
    const asOf = this.optional(root, 'asOf', []);
    return { deck: this.id(root, 'deck', []), title: this.text(root, 'title', []), ...(asOf !== undefined && { asOf }), items };
  }

  private item(value: unknown, defaults: Fields, path: Path): Item | undefined {
    const own = this.fields(value, path);
    if (!own) {
      return undefined;
    }
    this.onlyKnown(own, itemFields, path);
    const fields = { ...defaults, ...own };
    const optional = (name: 'asl' | 'explain' | 'today' | 'note'): object => {
      const text = this.optional(fields, name, path);
      return text === undefined ? {} : { [name]: text };
    };
    const asked = {
      id: this.id(own, 'id', path),
      ask: this.text(own, 'ask', path),
      ...optional('asl'),
      ...optional('explain'),
      ...optional('today'),
      ...optional('note'),
      tags: this.texts(fields, 'tags', path),
      sources: own['sources'] === undefined ? [] : (this.list(own, 'sources', path) ?? []).map((source, index) => this.source(source, [...path, 'sources', index])),
      difficulty: this.number(fields, 'difficulty', path, { minimum: 1, maximum: 3, otherwise: 1 }),
    };
    const kind = kinds.find((each) => each === own['kind']);
    switch (kind) {
      case undefined:
        this.report([...path, ...('kind' in own ? ['kind'] : [])], `The kind of a question is one of ${kinds.join(', ')}.`);
        return undefined;
      case 'single':
      case 'multiple':
        return { ...asked, kind, options: this.options(own, kind, path), shuffle: own['shuffle'] !== false };
      case 'ordering':
        return { ...asked, kind, steps: this.parts(own, 'steps', path, (each, at) => this.plain(each, at)) };
      case 'matching':
        return { ...asked, kind, pairs: this.parts(own, 'pairs', path, (each, at) => this.pair(each, at)) };
      case 'recall':
        return { ...asked, kind, answer: this.text(own, 'answer', path) };
      case 'numeric': {
        const unit = this.optional(own, 'unit', path);
        return { ...asked, kind, answer: this.number(own, 'answer', path, {}), tolerance: this.number(own, 'tolerance', path, { minimum: 0, otherwise: 0 }), ...(unit !== undefined && { unit }) };
      }
    }
  }

  private options(own: Fields, kind: 'single' | 'multiple', path: Path): DeckOption[] {
    const list = this.list(own, 'options', path);
    const at = [...path, 'options'];
    const options = (list ?? []).map((option, index) => this.option(option, [...at, index]));
    const right = options.filter(({ correct }) => correct).length;
    if (list && (options.length < 2 || options.length > 8)) {
      this.report(at, 'A question has two to eight options.');
    } else if (list && kind === 'single' && right !== 1) {
      this.report(at, `Exactly one option of a "single" question is correct, and here ${right === 0 ? 'none is' : `${String(right)} are`}.`);
    } else if (list && kind === 'multiple' && right === 0) {
      this.report(at, 'At least one option has to be correct.');
    } else if (new Set(options.map(({ text }) => text)).size < options.length) {
      this.report(at, 'Two options say the same.');
    }
    return options;
  }

  private option(value: unknown, path: Path): DeckOption {
    const own = this.fields(value, path) ?? {};
    this.onlyKnown(own, ['text', 'correct', 'why'], path);
    return { text: this.text(own, 'text', path), correct: own['correct'] === true, why: this.text(own, 'why', path) };
  }

  private pair(value: unknown, path: Path): [string, string] {
    if (Array.isArray(value) && value.length === 2) {
      return [this.plain(value[0], [...path, 0]), this.plain(value[1], [...path, 1])];
    }
    this.report(path, 'A pair is a list of two texts.');
    return ['', ''];
  }

  private parts<T>(own: Fields, name: 'steps' | 'pairs', path: Path, read: (value: unknown, path: Path) => T): T[] {
    const list = this.list(own, name, path);
    if (list && (list.length < 3 || list.length > 8)) {
      this.report([...path, name], `There are three to eight ${name}.`);
    }
    return (list ?? []).map((each, index) => read(each, [...path, name, index]));
  }

  private source(value: unknown, path: Path): { title: string; url: string } {
    const own = this.fields(value, path) ?? {};
    const url = this.text(own, 'url', path);
    if (url !== '' && !url.startsWith('https://')) {
      this.report([...path, 'url'], "A source's address starts with https://.");
    }
    return { title: this.text(own, 'title', path), url };
  }

  private reportRepeated(list: readonly unknown[]): void {
    const seen = new Set<unknown>();
    for (const [index, each] of list.entries()) {
      const id = isFields(each) ? each['id'] : undefined;
      if (typeof id === 'string' && seen.has(id)) {
        this.report(['items', index, 'id'], `There is another question "${id}".`);
      }
      seen.add(id);
    }
  }

  private onlyKnown(fields: Fields, known: readonly string[], path: Path): void {
    for (const name of Object.keys(fields)) {
      if (!known.includes(name)) {
        this.report([...path, name], `"${name}" means nothing here. There are ${known.join(', ')}.`);
      }
    }
  }

  private fields(value: unknown, path: Path): Fields | undefined {
    if (isFields(value)) {
      return value;
    }
    this.report(path, path.length === 0 ? 'A deck is an object with "deck", "title" and "items".' : 'This has to be an object.');
    return undefined;
  }

  private list(fields: Fields, name: string, path: Path): readonly unknown[] | undefined {
    const value = fields[name];
    if (Array.isArray(value)) {
      return value as readonly unknown[];
    }
    this.report(name in fields ? [...path, name] : path, name in fields ? `"${name}" has to be a list.` : `"${name}" is missing.`);
    return undefined;
  }

  private text(fields: Fields, name: string, path: Path): string {
    if (!(name in fields)) {
      this.report(path, `"${name}" is missing.`);
      return '';
    }
    return this.plain(fields[name], [...path, name]);
  }

  private plain(value: unknown, path: Path): string {
    // A number or a date in YAML that was meant as text is as good as text.
    const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
    if (typeof text !== 'string' || text.trim() === '') {
      this.report(path, 'This has to be a text.');
      return '';
    }
    if (text.length > longestText) {
      this.report(path, `This text is too long: at most ${longestText.toLocaleString('en-US')} characters are shown.`);
    }
    return text;
  }

  private id(fields: Fields, name: string, path: Path): string {
    const text = this.text(fields, name, path);
    if (text !== '' && !/^[a-z0-9][a-z0-9.-]*$/.test(text)) {
      this.report([...path, name], 'An id is made of small letters, digits, dots and hyphens.');
    }
    return text;
  }

  private optional(fields: Fields, name: string, path: Path): string | undefined {
    return fields[name] === undefined ? undefined : this.plain(fields[name], [...path, name]);
  }

  private texts(fields: Fields, name: string, path: Path): readonly string[] {
    if (fields[name] === undefined) {
      return [];
    }
    return (this.list(fields, name, path) ?? []).map((each, index) => this.plain(each, [...path, name, index]));
  }

  private number(fields: Fields, name: string, path: Path, { minimum = -Infinity, maximum = Infinity, otherwise }: { minimum?: number; maximum?: number; otherwise?: number }): number {
    const value = fields[name] ?? otherwise;
    if (typeof value !== 'number' || !Number.isFinite(value) || value < minimum || value > maximum) {
      const range = maximum < Infinity ? ` from ${String(minimum)} to ${String(maximum)}` : minimum > -Infinity ? `, at least ${String(minimum)}` : '';
      this.report(value === undefined ? path : [...path, name], value === undefined ? `"${name}" is missing.` : `"${name}" has to be a number${range}.`);
      return otherwise ?? 0;
    }
    return value;
  }

  private report(path: Path, message: string): void {
    this.problems.push({ path, message });
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

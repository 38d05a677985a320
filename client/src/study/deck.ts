// What a deck of questions is. Reading one from text that anybody may have written is `read-deck.ts`.

export type Deck = {
  readonly deck: string;
  readonly title: string;
  /** The day the facts in it were checked. */
  readonly asOf?: string;
  readonly items: readonly Item[];
};

export type Item = Asked & (Choosing | Ordering | Matching | Numeric | Recall);
export type ItemKind = Item['kind'];

/** What every question has, whatever its kind. */
type Asked = {
  readonly id: string;
  readonly ask: string;
  /** A state machine to read, as JSON. */
  readonly asl?: string;
  readonly explain?: string;
  /** Where today's service differs from what the course and its exam expect. */
  readonly today?: string;
  /** The id of the note to read about it. */
  readonly note?: string;
  readonly tags: readonly string[];
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  /** From 1, to recall, to 3, for limits and edge cases. */
  readonly difficulty: number;
};

/** One right option, or several. */
type Choosing = {
  readonly kind: 'single' | 'multiple';
  readonly options: readonly DeckOption[];
  /** False where the options have an order of their own. */
  readonly shuffle: boolean;
};

export type DeckOption = { readonly text: string; readonly correct: boolean; readonly why: string };

/** Steps, in the right order. */
type Ordering = { readonly kind: 'ordering'; readonly steps: readonly string[] };

/** What belongs together. */
type Matching = { readonly kind: 'matching'; readonly pairs: readonly (readonly [left: string, right: string])[] };

type Numeric = { readonly kind: 'numeric'; readonly answer: number; readonly tolerance: number; readonly unit?: string };

/** The reader says how it went: a card with two sides. */
type Recall = { readonly kind: 'recall'; readonly answer: string };

/**
 * An answer: the option or the options chosen, the steps in the order given, for each left side the right side that was put beside it
 * (all by their places in the deck), the number, or, of a card, 1 where it was known and 0 where it was not.
 */
export type Given = readonly number[];

/** The answer that is right. */
export function rightAnswer(item: Item): Given {
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return item.options.flatMap(({ correct }, index) => (correct ? [index] : []));
    case 'ordering':
      return [...item.steps.keys()];
    case 'matching':
      return [...item.pairs.keys()];
    case 'numeric':
      return [item.answer];
    case 'recall':
      return [1];
  }
}

/** True for what can be an answer at all; anything else comes from a broken record or page. */
export function canAnswer(item: Item, given: Given): boolean {
  if (item.kind === 'numeric') {
    return given.length === 1 && Number.isFinite(given[0]);
  }
  if (item.kind === 'recall') {
    return given.length === 1 && (given[0] === 0 || given[0] === 1);
  }
  const count = partsOf(item);
  const arePlaces = given.every((each) => Number.isInteger(each) && each >= 0 && each < count);
  switch (item.kind) {
    case 'single':
      return arePlaces && given.length === 1;
    case 'multiple':
      return arePlaces && given.length > 0 && new Set(given).size === given.length;
    case 'ordering':
      return arePlaces && given.length === count && new Set(given).size === count;
    case 'matching':
      return arePlaces && given.length === count;
  }
}

/** How many options, steps or pairs there are to put in some order. */
export function partsOf(item: Item): number {
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return item.options.length;
    case 'ordering':
      return item.steps.length;
    case 'matching':
      return item.pairs.length;
    case 'numeric':
    case 'recall':
      return 0;
  }
}

/** In how many places an answer differs from the right one. */
export function slipsOf(item: Item, given: Given): number {
  const right = rightAnswer(item);
  switch (item.kind) {
    case 'single':
      return given[0] === right[0] ? 0 : 1;
    case 'multiple':
      return item.options.filter(({ correct }, index) => correct !== given.includes(index)).length;
    case 'ordering':
      return right.filter((step, index) => given[index] !== step).length;
    case 'matching':
      // Two right sides that say the same are the same.
      return item.pairs.filter(([, side], index) => item.pairs[given[index] ?? -1]?.[1] !== side).length;
    case 'numeric':
      return Math.abs((given[0] ?? NaN) - item.answer) <= item.tolerance ? 0 : 1;
    case 'recall':
      return given[0] === 1 ? 0 : 1;
  }
}

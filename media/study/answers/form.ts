// What the six kinds of question have in common: something to answer with, and the same with the right answer shown on it.

import type { Given, Shown, Verdict } from '../../../client/src/webviews/study/messages';
import { h, type Child } from '../../shared/dom';
import { icon } from '../../shared/icons';

/** An answer that was begun; in `given` a number below zero stands for what is still open. */
export type Draft = {
  given: Given;
  /** As it was typed. */
  text?: string;
  /** The other side of the card was shown. */
  turned?: boolean;
  sure: boolean;
  /** How long the question was looked at, in milliseconds. */
  took: number;
};

export type AnswerForm = {
  element: HTMLElement;
  /** The answer, once it is one. */
  given(): Given | undefined;
  /** The same while it is not. */
  begun(): Pick<Draft, 'given' | 'text' | 'turned'>;
  /** What to do first, in words. */
  missing(): string;
  /** Goes to where that is done. */
  focus(): void;
  /** Shows what was right. */
  reveal(verdict: Verdict): void;
  /** Keys and what they do. */
  hint: Child[];
  /** What stands in place of the button "Check". */
  buttons?: HTMLElement[];
  key?(key: string): boolean;
};

/** What a form is given. */
export type Around<K extends Shown['kind'] = Shown['kind']> = {
  shown: Extract<Shown, { kind: K }>;
  begun: Pick<Draft, 'given' | 'text' | 'turned'> | undefined;
  changed(): void;
  /** The reader is done with this one. */
  submit(): void;
  say(text: string): void;
};

/** Right or wrong, with a picture and a word: color never says it alone. */
export function mark(right: boolean, words: string): HTMLElement {
  return h('strong', { class: `mark-${right ? 'right' : 'wrong'} ${right ? 'good' : 'bad'}` }, icon(right ? 'right' : 'wrong'), words);
}

/** A key in a line of hints. */
export function keys(...names: string[]): Child[] {
  return names.flatMap((name, index) => [index > 0 && ' ', h('kbd', {}, name)]);
}

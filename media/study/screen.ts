// What the screens of the Study page have in common.

import type { StudyHost, Verdict } from '../../client/src/webviews/study/messages';
import { h, type Child } from '../shared/dom';
import { icon } from '../shared/icons';

/** Where in the page the reader is. */
export type Place = { at: 'home' } | { at: 'quiz'; deck: string } | NotePlace;

/** A note that was opened from a question leads back to it. */
export type NotePlace = { at: 'note'; id: string; deck?: string };

/** Where "back" leads. */
export function before(place: Place): Place {
  return place.at === 'note' && place.deck !== undefined ? { at: 'quiz', deck: place.deck } : { at: 'home' };
}

export type Screen = {
  element: HTMLElement;
  /** Gets the focus when the reader arrives. */
  start: HTMLElement;
  /** Returns true if the key meant something here. */
  key?(key: string): boolean;
  /** Shows the verdict on the question that is on the screen; false if it is about another one. */
  reveal?(verdict: Verdict): boolean;
};

type Events = StudyHost['events'];

/** What a screen can have done. */
export type Actions = {
  go(place: Place): void;
  startOver(deck: string): void;
  answer(question: { deck: string; run: string; item: string }, option: number): void;
  next(question: { deck: string; run: string; item: string }): void;
  /** Remembers a choice that was not checked yet. */
  draft(item: string, option: number): void;
  draftOf(item: string): number | undefined;
  tell<K extends keyof Events>(name: K, payload: Events[K]): void;
};

/** The line above every screen but the first: back, and where one is. */
export function topLine(place: Place, actions: Actions, ...beside: Child[]): HTMLElement {
  const goal = before(place);
  const words = goal.at === 'quiz' ? 'Quiz' : 'Study';
  const back = h('button', { type: 'button', class: 'quiet back', id: 'back', onclick: () => actions.go(goal) }, icon('back'), words);
  return h('div', { class: 'top' }, back, ...beside);
}

/** "7 August 2026" */
export function day(date: string): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString('en', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

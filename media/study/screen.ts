// What the screens of the Study page have in common.

import type { Quiz, Start, StudyHost } from '../../client/src/webviews/study/messages';
import { h, type Child } from '../shared/dom';
import { icon } from '../shared/icons';
import type { Draft } from './answers/form';

/** Where in the page the reader is, and where "back" leads from there; to the start page if nothing else is said. */
export type Place = Where & { from?: Place };
export type Where = { at: 'home' } | { at: 'progress' } | { at: 'note'; id: string } | { at: 'quiz'; place: string };

/** Where "back" leads. */
export function before({ from }: Place): Place {
  return from ?? { at: 'home' };
}

export type Screen = {
  element: HTMLElement;
  /** Gets the focus when the reader arrives. */
  start: HTMLElement;
  /** Returns true if the key meant something here. */
  key?(key: string): boolean;
  /** Takes in where the session stands now; false if that needs another screen. */
  take?(quiz: Quiz): boolean;
  /** Nothing that happens elsewhere changes what it shows. */
  isSettled?: boolean;
  /** Stops what runs by itself. */
  leave?(): void;
};

type Requests = StudyHost['requests'];
type Events = StudyHost['events'];

/** What a screen can have done. */
export type Actions = {
  go(place: Place): void;
  back(): void;
  /** Begins a session and goes to it. */
  start(start: Start): void;
  /** As the session at this place was begun, to begin another one. */
  lastStart(place: string): Start;
  ask<K extends keyof Requests>(name: K, params: Requests[K][0]): Promise<Requests[K][1]>;
  tell<K extends keyof Events>(name: K, payload: Events[K]): void;
  /** Moves the session and shows where it stands then. A second wish while the first is on its way is the same wish. */
  step(ask: () => Promise<Quiz>): void;
  /** Has it read out by a screen reader. */
  say(text: string): void;
  /** An answer that was begun and not given yet. */
  draftOf(question: { session: string; step: number }): Draft | undefined;
  keepDraft(question: { session: string; step: number }, draft: Draft | undefined): void;
  /** Small choices of the reader that outlive a screen. */
  isOn(choice: string): boolean;
  turn(choice: string, on: boolean): void;
};

/** The line above every screen but the first: back, and where one is. */
export function topLine(place: Place, actions: Actions, ...beside: Child[]): HTMLElement {
  const words = { home: 'Study', progress: 'Progress', note: 'Note', quiz: 'Quiz' }[before(place).at];
  const back = h('button', { type: 'button', class: 'quiet back', id: 'back', onclick: actions.back, title: 'Back (Escape)' }, icon('back'), words);
  return h('div', { class: 'top' }, back, ...beside);
}

/** A section with a heading that names it. */
export function section(id: string, title: string, ...children: Child[]): HTMLElement {
  return h('section', { 'aria-labelledby': id }, h('h2', { id }, title), ...children);
}

/** A button; `id` brings the focus back to it when the screen is drawn again. */
export function button(id: string, words: Child, onclick: () => void, { primary = false, label }: { primary?: boolean; label?: string } = {}): HTMLButtonElement {
  return h('button', { type: 'button', id, class: primary && 'primary', 'aria-label': label, onclick }, words);
}

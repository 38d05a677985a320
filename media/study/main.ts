// The Study page. It shows what the extension says and says what the reader did; of its own it keeps only what would be
// annoying to lose when the view is hidden.

import { Channel } from '../../client/src/webviews/channel';
import type { Goal, Quiz, Start, StudyHost, StudyPage } from '../../client/src/webviews/study/messages';
import { h } from '../shared/dom';
import { onKey } from '../shared/keyboard';
import { acquirePage } from '../shared/page';
import { showHome } from './home';
import { draftIn, readKept, withDraft, withShortWay, type Kept } from './kept';
import { showNote } from './note';
import { showProgress } from './progress';
import { showQuiz } from './quiz';
import { before, type Actions, type Place, type Screen } from './screen';

const code = acquirePage<Kept>();
const page = document.querySelector('main') as HTMLElement;
let kept = readKept(code.getState());
let shown: Screen | undefined;
/** What the shown screen was made from: the same again need not be drawn again. */
let source = '';
/** Where the reader left each screen, to come back to. */
const left = new Map<string, Pick<Kept, 'scroll' | 'focus'>>();

const said = h('div', { class: 'unseen', 'aria-live': 'polite', id: 'said' });
const screen = h('div', {});
page.append(screen, said);

const host = new Channel<StudyPage, StudyHost>((message) => code.postMessage(message), {
  changed() {
    // What a step is answered with is newer.
    if (!stepping && !shown?.isSettled) {
      void show(kept.place, 'stay');
    }
  },
  show: (goal) => void follow(goal),
});
window.addEventListener('message', (event) => void host.receive(event.data));

const actions: Actions = {
  go: (place) => void show(place, 'enter'),
  back: () => void show(before(kept.place), 'return'),
  start: (start) => step(() => begin(start)),
  lastStart: (place) => (Object.hasOwn(kept.starts, place) ? kept.starts[place] : undefined) ?? { place },
  ask: (name, params) => host.ask(name, ...([params] as never)),
  tell: (name, payload) => host.tell(name, payload as never),
  step,
  say(text) {
    // Said again if it is the same again.
    said.textContent = said.textContent === text ? `${text}\u00a0` : text;
  },
  draftOf: (question) => draftIn(kept, question),
  keepDraft: (question, draft) => keep(withDraft(kept, question, draft)),
  isOn: (choice) => kept.choices.includes(choice),
  turn: (choice, on) => keep({ choices: [...kept.choices.filter((each) => each !== choice), ...(on ? [choice] : [])] }),
};

/** How a screen comes: entered from another one, come back to, drawn again where the reader is, or brought back after it was hidden. */
type Manner = 'enter' | 'return' | 'stay' | 'restore';

/** One step at a time. */
let stepping = false;

/** Counts the ways that were begun: who is overtaken does not arrive. */
let way = 0;

async function show(place: Place, manner: Manner): Promise<void> {
  const mine = ++way;
  try {
    const make = await screenAt(place);
    if (mine === way) {
      make(manner);
    }
  } catch (error) {
    if (mine === way) {
      fail(place, error);
    }
  }
}

async function screenAt(place: Place): Promise<(manner: Manner) => void> {
  switch (place.at) {
    case 'home': {
      const home = await host.ask('home');
      return (manner) => draw(place, home, manner, () => showHome(home, actions));
    }
    case 'progress': {
      const progress = await host.ask('progress');
      return (manner) => draw(place, progress, manner, () => showProgress(progress, place, actions));
    }
    case 'note': {
      const note = await host.ask('note', { id: place.id });
      // A note may be gone after an update.
      return note ? (manner) => draw(place, note, manner, () => showNote(note, place, actions)) : screenAt({ at: 'home' });
    }
    case 'quiz': {
      const quiz = await host.ask('quiz', { place: place.place });
      return (manner) => drawQuiz(place, quiz, manner);
    }
  }
}

/** Goes where a command sends the reader. */
async function follow(goal: Goal): Promise<void> {
  const mine = ++way;
  try {
    if (goal.at !== 'quiz') {
      await show(goal, 'enter');
      return;
    }
    const { place, start } = goal;
    let quiz = start ? await begin(start) : await host.ask('quiz', { place });
    // Who asks for questions does not mean the result of the last ones.
    if (!start && quiz.kind === 'summary') {
      quiz = await begin(actions.lastStart(place));
    }
    if (mine === way) {
      drawQuiz({ at: 'quiz', place }, quiz, 'enter');
    }
  } catch (error) {
    fail({ at: 'home' }, error);
  } finally {
    host.tell('arrived');
  }
}

function begin(start: Start): Promise<Quiz> {
  keep({ starts: { ...kept.starts, [start.place]: start } });
  return host.ask('start', start);
}

function step(ask: () => Promise<Quiz>): void {
  if (stepping) {
    return;
  }
  stepping = true;
  const from = kept.place;
  const mine = ++way;
  ask()
    .then((quiz) => {
      if (mine === way) {
        drawQuiz(from.at === 'quiz' ? { ...from, place: quiz.place } : { at: 'quiz', place: quiz.place, from }, quiz, 'enter');
      }
    })
    .catch((error: unknown) => fail(from, error))
    .finally(() => (stepping = false));
}

function drawQuiz(place: Place & { at: 'quiz' }, quiz: Quiz, manner: Manner): void {
  if (isAt(place) && shown?.take?.(quiz)) {
    source = JSON.stringify(quiz);
    keep({ place });
    return;
  }
  draw(place, quiz, manner, () => showQuiz(quiz, place, actions));
}

function draw(place: Place, from: unknown, manner: Manner, make: () => Screen): void {
  const next = JSON.stringify(from);
  if (manner === 'stay' && next === source) {
    return;
  }
  source = next;
  if (shown && !isAt(place)) {
    left.set(nameOf(kept.place), { ...(kept.focus !== undefined && { focus: kept.focus }), scroll: window.scrollY });
  }
  const comesBack = manner === 'return' ? left.get(nameOf(place)) : undefined;
  const scroll = manner === 'enter' ? 0 : manner === 'return' ? (comesBack?.scroll ?? 0) : (kept.scroll ?? 0);
  shown?.leave?.();
  shown = make();
  unfold(shown.element);
  screen.replaceChildren(shown.element);
  keep({ place: withShortWay(place), scroll, ...(comesBack?.focus !== undefined && { focus: comesBack.focus }) });
  // Set once all of the screen is there, or it would be cut to the height of the one before.
  window.scrollTo(0, scroll);
  // The reader may be in the editor again by now.
  if (!document.hasFocus()) {
    return;
  }
  if (manner === 'enter' || (manner === 'return' && !comesBack)) {
    shown.start.focus({ preventScroll: true });
  } else {
    focusWhereItWas();
  }
}

function nameOf({ from: _from, ...here }: Place): string {
  return JSON.stringify(here);
}

function isAt(place: Place): boolean {
  return nameOf(place) === nameOf(kept.place);
}

function fail(place: Place, error: unknown): void {
  source = '';
  const heading = h('h1', { tabindex: -1 }, 'This could not be shown');
  const reason = error instanceof Error ? error.message : String(error);
  const again = h('button', { type: 'button', class: 'primary', onclick: () => void show(place, 'enter') }, 'Try again');
  const home = h('button', { type: 'button', onclick: () => void show({ at: 'home' }, 'enter') }, 'To the start page');
  shown?.leave?.();
  shown = { element: h('div', { class: 'screen' }, heading, h('p', {}, reason), h('div', { class: 'actions' }, again, home)), start: heading };
  screen.replaceChildren(shown.element);
  if (document.hasFocus()) {
    heading.focus();
  }
}

function focusWhereItWas(): void {
  const before = kept.focus === undefined ? undefined : document.getElementById(kept.focus);
  (before ?? shown?.start)?.focus({ preventScroll: true });
}

function keep(change: Partial<Kept>): void {
  kept = { ...kept, ...change };
  code.setState(kept);
}

function unfold(element: HTMLElement): void {
  for (const details of element.querySelectorAll('details')) {
    details.open ||= actions.isOn(details.id);
  }
}

// The page never takes the focus from the editor by itself; when it is given the focus, it knows where to put it.
window.addEventListener('focus', () => {
  if (document.activeElement === document.body || document.activeElement === null) {
    focusWhereItWas();
  }
});
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLElement && target.id) {
    keep({ focus: target.id });
  }
});
document.addEventListener('scrollend', () => keep({ scroll: window.scrollY }));
document.addEventListener(
  'toggle',
  ({ target }) => {
    if (target instanceof HTMLDetailsElement && target.id && target.isConnected) {
      actions.turn(target.id, target.open);
    }
  },
  true,
);

onKey((key) => {
  // Out of a field first: letters mean something else outside of it.
  if (key === 'Escape' && document.activeElement?.matches('input[type=text], input[type=search]')) {
    shown?.start.focus();
    return true;
  }
  if (key === 'Escape' && kept.place.at !== 'home') {
    actions.back();
    return true;
  }
  return shown?.key?.(key) ?? false;
});

// Links never navigate the page: the extension opens them, if they are web addresses.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : undefined;
  const address = link?.getAttribute('href');
  if (!address) {
    return;
  }
  event.preventDefault();
  if (address.startsWith('note:')) {
    actions.go({ at: 'note', id: address.slice('note:'.length), from: kept.place });
  } else if (address.startsWith('#')) {
    const goal = document.getElementById(address.slice(1));
    goal?.scrollIntoView({ block: 'center' });
    goal?.focus({ preventScroll: true });
  } else {
    host.tell('openLink', { url: address });
  }
});

void show(kept.place, 'restore');
host.tell('ready');

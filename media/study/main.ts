// The Study page. It shows what the extension says and says what the reader did; of its own it keeps only what would be
// annoying to lose when the view is hidden: the place, a draft answer, the scroll position, and what had the focus.

import { Channel } from '../../client/src/webviews/channel';
import type { Quiz, StudyHost, StudyPage } from '../../client/src/webviews/study/messages';
import { h } from '../shared/dom';
import { onKey } from '../shared/keyboard';
import { acquirePage } from '../shared/page';
import { showHome } from './home';
import { showNote } from './note';
import { showQuiz } from './quiz';
import { before, type Actions, type Place, type Screen } from './screen';

type Kept = { place: Place; draft?: { item: string; option: number }; scroll?: number; focus?: string };

const code = acquirePage<Kept>();
const page = document.querySelector('main') as HTMLElement;
let kept: Kept = code.getState() ?? { place: { at: 'home' } };
let shown: Screen | undefined;
/** What the shown screen was made from: the same again need not be drawn again. */
let source = '';

const host = new Channel<StudyPage, StudyHost>((message) => code.postMessage(message), { changed: () => void show(kept.place, 'stay') });
window.addEventListener('message', (event) => void host.receive(event.data));

const actions: Actions = {
  go: (place) => void show(place, 'enter'),
  startOver: (deck) => step({ at: 'quiz', deck }, () => host.ask('startOver', { deck })),
  answer: ({ deck, run, item }, option) => step({ at: 'quiz', deck }, () => host.ask('answer', { deck, run, item, option })),
  next: ({ deck, run, item }) => step({ at: 'quiz', deck }, () => host.ask('next', { deck, run, item })),
  draft: (item, option) => keep({ draft: { item, option } }),
  draftOf: (item) => (kept.draft?.item === item ? kept.draft.option : undefined),
  tell: (name, payload) => host.tell(name, payload as never),
};

/** How a screen comes: entered from another one, drawn again where the reader is, or brought back as it was left. */
type Manner = 'enter' | 'stay' | 'restore';

async function show(place: Place, manner: Manner): Promise<void> {
  try {
    switch (place.at) {
      case 'home': {
        const home = await host.ask('home');
        return draw(place, home, manner, () => showHome(home, actions));
      }
      case 'note': {
        const note = await host.ask('note', { id: place.id });
        // A note may be gone after an update.
        return note ? draw(place, note, manner, () => showNote(note, place, actions)) : await show({ at: 'home' }, manner);
      }
      case 'quiz':
        return drawQuiz(place, await host.ask('quiz', { deck: place.deck }), manner);
    }
  } catch (error) {
    fail(place, error);
  }
}

let stepping = false;

/** One step of the quiz at a time: a second click while the first is on its way is the same wish. */
function step(place: Place & { at: 'quiz' }, ask: () => Promise<Quiz>): void {
  if (stepping) {
    return;
  }
  stepping = true;
  ask()
    .then((quiz) => drawQuiz(place, quiz, 'enter'))
    .catch((error: unknown) => fail(place, error))
    .finally(() => (stepping = false));
}

function drawQuiz(place: Place & { at: 'quiz' }, quiz: Quiz, manner: Manner): void {
  // A verdict belongs on the card that is already there, so that nothing the reader looks at moves.
  if (quiz.kind === 'verdict' && shown?.reveal?.(quiz)) {
    source = JSON.stringify(quiz);
    keep({ place });
    return;
  }
  draw(place, quiz, manner, () => showQuiz(quiz, actions));
}

function draw(place: Place, from: unknown, manner: Manner, make: () => Screen): void {
  const next = JSON.stringify(from);
  if (manner === 'stay' && next === source) {
    return;
  }
  source = next;
  const scroll = manner === 'enter' ? 0 : (kept.scroll ?? 0);
  shown = make();
  page.replaceChildren(shown.element);
  // Set once all of the screen is there, or it would be cut to the height of the one before.
  window.scrollTo(0, scroll);
  if (manner === 'enter') {
    shown.start.focus({ preventScroll: true });
  } else if (document.hasFocus()) {
    focusWhereItWas();
  }
  keep({ place, scroll });
}

function fail(place: Place, error: unknown): void {
  source = '';
  const heading = h('h1', { tabindex: -1 }, 'This could not be shown');
  const reason = error instanceof Error ? error.message : String(error);
  const again = h('button', { type: 'button', class: 'primary', onclick: () => void show(place, 'enter') }, 'Try again');
  const home = h('button', { type: 'button', onclick: () => void show({ at: 'home' }, 'enter') }, 'To the start page');
  shown = { element: h('div', { class: 'screen' }, heading, h('p', {}, reason), h('div', { class: 'actions' }, again, home)), start: heading };
  page.replaceChildren(shown.element);
  heading.focus();
}

function focusWhereItWas(): void {
  const before = kept.focus === undefined ? undefined : document.getElementById(kept.focus);
  (before ?? shown?.start)?.focus({ preventScroll: true });
}

function keep(change: Partial<Kept>): void {
  kept = { ...kept, ...change };
  code.setState(kept);
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

onKey((key) => {
  if (key === 'Escape' && kept.place.at !== 'home') {
    actions.go(before(kept.place));
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
  if (!address.startsWith('#')) {
    host.tell('openLink', { url: address });
    return;
  }
  const goal = document.getElementById(address.slice(1));
  goal?.scrollIntoView({ block: 'center' });
  goal?.focus({ preventScroll: true });
});

void show(kept.place, 'restore');

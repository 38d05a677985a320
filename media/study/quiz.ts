// A run through a deck: the question card, the verdict that appears on it, and the closing summary.

import type { Question, Quiz, Summary, Verdict } from '../../client/src/webviews/study/messages';
import { counted, h, prose, svg, type Child } from '../shared/dom';
import { icon } from '../shared/icons';
import { wantsStillness } from '../shared/page';
import { day, topLine, type Actions, type Screen } from './screen';

export function showQuiz(quiz: Quiz, actions: Actions): Screen {
  return quiz.kind === 'summary' ? showSummary(quiz, actions) : showCard(quiz, actions);
}

function showCard(quiz: Question | Verdict, actions: Actions): Screen {
  const place = { at: 'quiz', deck: quiz.deck } as const;
  const draft = quiz.kind === 'question' ? actions.draftOf(quiz.item) : quiz.chosen;
  const options = quiz.options.map(({ id, text }, index) => {
    const input = h('input', { type: 'radio', name: 'option', id: `option-${id}`, checked: id === draft });
    const row = h(
      'div',
      { class: 'option' },
      h('label', { for: `option-${id}` }, input, h('span', { class: 'text' }, ...prose(text)), h('kbd', { 'aria-hidden': 'true' }, String(index + 1))),
    );
    return { id, input, row };
  });
  const start = h('h1', { tabindex: -1, id: 'question' }, ...prose(quiz.ask));
  // There from the start: only what is put into a status that a screen reader already knows is read out.
  const status = h('div', { role: 'status', class: 'status' });
  const button = h('button', { type: 'button', class: 'primary', id: 'go', onclick: go }, 'Check');
  const hint = h('span', { class: 'faint keys' }, h('kbd', {}, '1'), '–', h('kbd', {}, String(options.length)), ' choose, ', h('kbd', {}, 'Enter'), ' check');
  const element = h(
    'div',
    { class: 'screen quiz' },
    topLine(place, actions, h('span', { class: 'faint' }, `Question ${quiz.number} of ${quiz.count}`), steps(quiz.number, quiz.count)),
    start,
    h('fieldset', {}, h('legend', { class: 'unseen' }, 'Answers'), ...options.map(({ row }) => row)),
    status,
    h('div', { class: 'actions' }, button, hint),
  );
  let verdict: Verdict | undefined;

  const chosen = () => options.find(({ input }) => input.checked)?.id;
  for (const { id, input } of options) {
    input.addEventListener('change', () => {
      actions.draft(quiz.item, id);
      status.replaceChildren();
    });
  }

  function go(): void {
    const option = chosen();
    if (verdict) {
      actions.next(quiz);
    } else if (option === undefined) {
      status.replaceChildren(h('p', { class: 'faint' }, 'Choose an answer first.'));
      options[0]?.input.focus();
    } else {
      actions.answer(quiz, option);
    }
  }

  function reveal(known: Verdict): boolean {
    if (known.run !== quiz.run || known.item !== quiz.item || verdict) {
      return false;
    }
    verdict = known;
    for (const { id, input, row } of options) {
      const why = known.options.find((option) => option.id === id)?.why;
      input.checked = id === known.chosen;
      input.disabled = true;
      row.classList.add(id === known.correct ? 'correct' : id === known.chosen ? 'mistaken' : 'other');
      row.append(h('div', { class: 'why' }, mark(known, id), ...prose(why ?? '')));
    }
    const heading = showVerdict(known, status, actions);
    button.textContent = known.number < known.count ? 'Next' : 'Show the result';
    hint.replaceChildren(h('kbd', {}, 'Enter'), known.number < known.count ? ' next question' : ' result');
    heading.focus({ preventScroll: true });
    status.scrollIntoView({ block: 'nearest', behavior: wantsStillness() ? 'instant' : 'smooth' });
    return true;
  }

  if (quiz.kind === 'verdict') {
    reveal(quiz);
  }
  return {
    element,
    start: quiz.kind === 'verdict' ? (status.querySelector('h2') ?? start) : start,
    reveal,
    key(key) {
      if (key === 'Enter') {
        go();
        return true;
      }
      const option = /^[1-9]$/.test(key) && !verdict ? options[Number(key) - 1] : undefined;
      if (option) {
        option.input.click();
        option.input.focus();
      }
      return option !== undefined;
    },
  };
}

/** The word that stands before an option's reason; color never says it alone. */
function mark({ chosen, correct }: Verdict, id: number): Child {
  if (id === correct) {
    return h('strong', { class: 'good' }, icon('right'), id === chosen ? 'Right, your answer' : 'Right answer');
  }
  return id === chosen ? h('strong', { class: 'bad' }, icon('wrong'), 'Your answer') : h('strong', { class: 'unseen' }, 'Not this:');
}

function showVerdict(verdict: Verdict, status: HTMLElement, actions: Actions): HTMLElement {
  const right = verdict.chosen === verdict.correct;
  const answer = verdict.options.find(({ id }) => id === verdict.correct)?.text ?? '';
  const heading = h('h2', { tabindex: -1, id: 'verdict' }, icon(right ? 'right' : 'wrong'), right ? 'Right' : 'Not right');
  const { note, sources } = verdict;
  status.replaceChildren(
    h(
      'section',
      { class: `verdict ${right ? 'good' : 'bad'}`, 'aria-labelledby': 'verdict' },
      heading,
      !right && h('p', {}, 'The answer is ', h('strong', {}, ...prose(answer)), '.'),
      verdict.explain !== undefined && h('p', {}, ...prose(verdict.explain)),
      verdict.today !== undefined && h('div', { class: 'today' }, h('h3', {}, 'Today'), h('p', {}, ...prose(verdict.today))),
      note &&
        h(
          'button',
          { type: 'button', class: 'quiet link', id: 'read', onclick: () => actions.go({ at: 'note', id: note.id, deck: verdict.deck }) },
          icon('note'),
          `Read the note: ${note.title}`,
        ),
      sources.length > 0 &&
        h(
          'div',
          { class: 'sources' },
          h('h3', {}, sources.length === 1 ? 'Source' : 'Sources', verdict.asOf !== undefined && h('span', { class: 'faint' }, ` as of ${day(verdict.asOf)}`)),
          h('ul', {}, ...sources.map(({ title, url }) => h('li', {}, h('a', { href: url }, title), ' ', h('span', { class: 'address' }, url.replace('https://', ''))))),
        ),
    ),
  );
  return heading;
}

/** A dot for every question; the words beside it say the same. */
function steps(number: number, count: number): HTMLElement | undefined {
  const dot = (index: number) => h('span', { class: index + 1 < number ? 'past' : index + 1 === number ? 'now' : '' });
  // Too many dots say nothing.
  return count > 12 ? undefined : h('span', { class: 'steps', 'aria-hidden': 'true' }, ...Array.from({ length: count }, (_, index) => dot(index)));
}

function showSummary(summary: Summary, actions: Actions): Screen {
  const { right, results, deck } = summary;
  const all = results.length;
  const start = h('h1', { tabindex: -1, id: 'result' }, `${right} of ${all} right`);
  const words = right === all ? 'All of them. Come back in a few days, and see what stayed.' : `${counted(all - right, 'question')} to look at again.`;
  const element = h(
    'div',
    { class: 'screen summary' },
    topLine({ at: 'quiz', deck }, actions, h('span', { class: 'faint' }, summary.title)),
    h('div', { class: 'score' }, ring(right, all), h('div', {}, start, h('p', { class: 'lead' }, words))),
    h('ol', { class: 'results' }, ...results.map(result)),
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', class: 'primary', id: 'over', onclick: () => actions.startOver(deck) }, 'Start over'),
      h('button', { type: 'button', id: 'home', onclick: () => actions.go({ at: 'home' }) }, 'To the start page'),
    ),
  );
  return { element, start };
}

function result({ ask, right, answer, chosen }: Summary['results'][number]): HTMLElement {
  return h(
    'li',
    { class: 'card' },
    h('strong', { class: right ? 'good' : 'bad' }, icon(right ? 'right' : 'wrong'), right ? 'Right' : 'Wrong'),
    h('p', {}, ...prose(ask)),
    !right && h('p', {}, h('span', { class: 'faint' }, 'You chose: '), ...prose(chosen)),
    h('p', {}, h('span', { class: 'faint' }, 'Answer: '), h('span', { class: 'answer' }, ...prose(answer))),
  );
}

/** The score as a ring; the heading beside it says it in words. */
function ring(right: number, all: number): SVGElement {
  const around = 2 * Math.PI * 20;
  const circle = (kind: string, more: Record<string, string | number>) =>
    svg('circle', { class: kind, cx: 24, cy: 24, r: 20, fill: 'none', 'stroke-width': 6, ...more });
  return svg(
    'svg',
    { class: 'ring', viewBox: '0 0 48 48', 'aria-hidden': 'true' },
    circle('rest', {}),
    right > 0 && circle('done', { 'stroke-dasharray': `${(around * right) / Math.max(all, 1)} ${around}`, transform: 'rotate(-90 24 24)' }),
  );
}

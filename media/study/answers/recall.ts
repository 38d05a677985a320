// A card with two sides: the reader turns it, and says whether the answer was known.

import { h, prose } from '../../shared/dom';
import { keys, type AnswerForm, type Around } from './form';

export function recallForm({ shown, begun, changed, submit }: Around<'recall'>): AnswerForm {
  let known = begun?.given[0];
  let turned = begun?.turned === true || known !== undefined;
  const front = h('p', { class: 'faint' }, 'Answer it in your head, or aloud. Then turn the card.');
  const back = h('div', { class: 'card back-side', tabindex: -1, id: 'answer' }, h('h2', {}, 'Answer'), h('p', {}, ...prose(shown.answer)));
  const element = h('div', { class: 'recall' }, front, back);
  const show = h('button', { type: 'button', class: 'primary', id: 'turn', onclick: turn }, 'Show answer');
  const choice = (id: string, words: string, value: 0 | 1, key: string) =>
    h('button', { type: 'button', id, 'aria-pressed': 'false', onclick: () => tell(value) }, words, h('kbd', { 'aria-hidden': 'true' }, key));
  const [yes, no] = [choice('knew', 'I knew it', 1, '1'), choice('knew-not', 'I did not', 0, '2')];
  dress();

  function turn(): void {
    turned = true;
    dress();
    changed();
    // Not to a button: a second press of the same key would answer.
    back.focus({ preventScroll: true });
    back.scrollIntoView({ block: 'nearest' });
  }

  function tell(value: 0 | 1): void {
    known = value;
    dress();
    changed();
    submit();
  }

  function dress(): void {
    front.hidden = turned;
    show.hidden = turned;
    for (const each of [back, yes, no]) {
      each.hidden = !turned;
    }
    yes.setAttribute('aria-pressed', String(known === 1));
    no.setAttribute('aria-pressed', String(known === 0));
  }

  return {
    element,
    given: () => (known === undefined ? undefined : [known]),
    begun: () => ({ given: known === undefined ? [] : [known], turned }),
    missing: () => (turned ? 'Say whether you knew it.' : 'Show the answer first.'),
    focus: () => (turned ? yes : show).focus(),
    hint: [...keys('Space'), ' show answer, then ', ...keys('1'), ' or ', ...keys('2')],
    buttons: [show, yes, no],
    key(key) {
      if (!turned && (key === ' ' || key === 'Enter')) {
        turn();
        return true;
      }
      if (turned && (key === '1' || key === '2')) {
        (key === '1' ? yes : no).click();
        return true;
      }
      return false;
    },
    reveal() {
      turned = true;
      dress();
    },
  };
}

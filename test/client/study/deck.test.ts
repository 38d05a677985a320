import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { canAnswer, rightAnswer, slipsOf, type Given } from '../../../client/src/study/deck';
import { inWords, readDeck } from '../../../client/src/study/read-deck';
import { everyKind, written } from './samples';

suite('reading a deck', () => {
  test('takes a sound one, with defaults for its items', () => {
    const read = readDeck({ ...written, defaults: { tags: ['s3'], difficulty: 2, note: 's3' } });
    assert.ok('deck' in read);
    assert.deepEqual(read.deck.items.map(({ id, tags, difficulty, note }) => [id, tags, difficulty, note]), [['one', ['s3'], 2, 's3'], ['two', ['s3'], 2, 's3']]);
  });

  const problems: [what: string, value: unknown, problem: string][] = [
    ['no object', 'text', 'the deck: A deck is an object with "deck", "title" and "items".'],
    ['no items', { ...written, items: [] }, 'items: A deck has at least one question.'],
    ['no title', { ...written, title: ' ' }, 'title: This has to be a text.'],
    ['an id with a blank', { ...written, deck: 'my deck' }, 'deck: An id is made of small letters, digits, dots and hyphens.'],
    ['a word that means nothing', { ...written, titel: 'x' }, 'titel: "titel" means nothing here. There are deck, title, asOf, license, defaults, items.'],
    ['an unknown kind', withItem({ kind: 'essay' }), 'items.0.kind: The kind of a question is one of single, multiple, ordering, matching, numeric, recall.'],
    ['two items of one id', withItem({ id: 'two' }), 'items.1.id: There is another question "two".'],
    ['no right option', withOption({ correct: false }), 'items.0.options: Exactly one option of a "single" question is correct, and here none is.'],
    ['two right options', withItem({ options: [option('A', true), option('B', true)] }), 'items.0.options: Exactly one option of a "single" question is correct, and here 2 are.'],
    ['one option only', withItem({ options: [option('A', true)] }), 'items.0.options: A question has two to eight options.'],
    ['two options that say the same', withItem({ options: [option('A', true), option('A', false)] }), 'items.0.options: Two options say the same.'],
    ['an option without a reason', withOption({ why: undefined }), 'items.0.options.0.why: This has to be a text.'],
    ['a source that is no web address', withItem({ sources: [{ title: 'T', url: 'command:x' }] }), "items.0.sources.0.url: A source's address starts with https://."],
    ['too few steps', { ...written, items: [{ id: 'o', kind: 'ordering', ask: 'In order?', steps: ['A', 'B'] }] }, 'items.0.steps: There are three to eight steps.'],
    ['half a pair', { ...written, items: [{ id: 'm', kind: 'matching', ask: 'Which?', pairs: [['a', '1'], ['b'], ['c', '3']] }] }, 'items.0.pairs.1: A pair is a list of two texts.'],
    ['a number that is none', { ...written, items: [{ id: 'n', kind: 'numeric', ask: 'How many?', answer: 'three' }] }, 'items.0.answer: "answer" has to be a number.'],
    ['a difficulty beyond the scale', withItem({ difficulty: 7 }), 'items.0.difficulty: "difficulty" has to be a number from 1 to 3.'],
    ['a text without end', withItem({ ask: 'x'.repeat(20_001) }), 'items.0.ask: This text is too long: at most 20,000 characters are shown.'],
  ];
  for (const [what, value, problem] of problems) {
    test(`refuses ${what}`, () => {
      const read = readDeck(value);
      assert.deepEqual('problems' in read && inWords(read.problems), [problem]);
    });
  }
});

suite('an answer', () => {
  const answers: [id: string, given: Given, slips: number][] = [
    ['single', [0], 0],
    ['single', [1], 1],
    ['multiple', [2, 0], 0],
    ['multiple', [0], 1],
    ['multiple', [0, 1], 2],
    ['ordering', [0, 1, 2], 0],
    ['ordering', [1, 0, 2], 2],
    // "b" and "c" go with the same side, which is there twice.
    ['matching', [0, 2, 1], 0],
    ['matching', [1, 0, 2], 2],
    ['numeric', [3.5], 0],
    ['numeric', [3.6], 1],
    ['recall', [1], 0],
    ['recall', [0], 1],
  ];
  for (const [id, given, slips] of answers) {
    test(`${id}: ${String(given)} has ${String(slips)} slips`, () => {
      assert.ok(canAnswer(item(id), given));
      assert.equal(slipsOf(item(id), given), slips);
    });
  }

  test('that is right has none', () => {
    for (const each of everyKind.items) {
      assert.equal(slipsOf(each, rightAnswer(each)), 0, each.id);
    }
  });

  const impossible: [id: string, given: Given][] = [
    ['single', []],
    ['single', [2]],
    ['single', [0.5]],
    ['multiple', [0, 0]],
    ['ordering', [0, 1]],
    ['ordering', [0, 1, 1]],
    ['matching', [0]],
    ['numeric', [NaN]],
    ['recall', [2]],
  ];
  for (const [id, given] of impossible) {
    test(`${id}: [${String(given)}] can't be one`, () => {
      assert.equal(canAnswer(item(id), given), false);
    });
  }

  function item(id: string) {
    const found = everyKind.items.find((each) => each.id === id);
    assert.ok(found);
    return found;
  }
});

function option(text: string, correct: boolean) {
  return { text, correct, why: 'Because.' };
}

function withItem(change: object) {
  return { ...written, items: [{ ...written.items[0], ...change }, written.items[1]] };
}

function withOption(change: object) {
  const options = written.items[0]?.options ?? [];
  return withItem({ options: [{ ...options[0], ...change }, ...options.slice(1)] });
}

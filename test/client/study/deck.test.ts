import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readDeck } from '../../../client/src/study/deck';
import { written } from './samples';

suite('reading a deck', () => {
  test('takes a sound one, with defaults for its items', () => {
    const read = readDeck({ ...written, defaults: { tags: ['s3'], difficulty: 2 } });
    assert.ok('deck' in read);
    assert.deepEqual(read.deck.items.map(({ id, tags, difficulty }) => [id, tags, difficulty]), [['one', ['s3'], 2], ['two', ['s3'], 2]]);
  });

  const problems: [what: string, value: unknown, problem: string][] = [
    ['no object', 'text', 'the deck has to be an object'],
    ['no items', { ...written, items: [] }, 'the deck has no items'],
    ['no title', { ...written, title: ' ' }, 'the deck: "title" is missing'],
    ['an unknown kind', withItem({ kind: 'essay' }), 'one: "kind" has to be "single"'],
    ['two items of one id', withItem({ id: 'two' }), 'two: two items have this id'],
    ['no right option', withOption({ correct: false }), 'one: exactly one option has to be correct'],
    ['two right options', withItem({ options: [option('A', true), option('B', true)] }), 'one: exactly one option has to be correct'],
    ['one option only', withItem({ options: [option('A', true)] }), 'one: a question has two to nine options'],
    ['two options that say the same', withItem({ options: [option('A', true), option('A', false)] }), 'one: two options say the same'],
    ['an option without a reason', withOption({ why: undefined }), 'one, option 1: "why" is missing'],
    ['a source that is no web address', withItem({ sources: [{ title: 'T', url: 'command:x' }] }), "one: a source's address starts with https://"],
  ];
  for (const [what, value, problem] of problems) {
    test(`refuses ${what}`, () => {
      assert.deepEqual(readDeck(value), { problems: what === 'no object' ? noObject : [problem] });
    });
  }
});

const noObject = [
  'the deck has to be an object',
  'the deck: "items" has to be a list',
  'the deck has no items',
  'the deck: "deck" is missing',
  'the deck: "title" is missing',
];

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

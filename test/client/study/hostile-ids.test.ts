// Ids come from files that anybody may have written. Every object has members called "constructor" and "__proto__"; no deck is taken for one.
import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { convertCards } from '../../../client/src/study/foreign-cards';
import { dueCounts } from '../../../client/src/study/plan';
import { emptyRecord, mergeRecords, readRecord, reviewsOf, withReview, type StudyRecord } from '../../../client/src/study/record';
import { openSchedule } from '../../../client/src/study/schedule';
import { answerStep, goToStep, handIn, sessionAt, startSession, tallyOf } from '../../../client/src/study/session';
import { masteryOf, streakOf } from '../../../client/src/study/statistics';
import { openStore } from '../../../client/src/study/store';
import { presentHome, presentProgress, presentSession } from '../../../client/src/webviews/study/present';
import { chance, shelf, soundDeck } from './samples';

const options = [{ text: 'A', correct: true, why: 'Yes.' }, { text: 'B', why: 'No.' }];
const deck = soundDeck({
  deck: 'constructor',
  title: '__proto__',
  items: ['constructor', 'name', 'length'].map((id) => ({ id, kind: 'single', ask: `${id}?`, options, note: 'constructor', tags: ['constructor'] })),
});
const decks = [deck];
const entries = deck.items.map((item) => ({ deck, item }));
const library = { notes: [], decks, own: new Set(['constructor']), broken: [] };
const schedule = openSchedule({ retention: 0.9 });
const planning = { newADay: 15, mostAtOnce: 20, retention: 0.9 };

suite('a deck with the ids of the engine’s own members', () => {
  test('has not been asked before it was', () => {
    for (const { id } of deck.items) {
      assert.deepEqual(reviewsOf(emptyRecord, 'constructor', id), []);
    }
    assert.deepEqual(tallyOf(emptyRecord, deck), { right: 0, wrong: 0 });
    assert.deepEqual(dueCounts(emptyRecord, decks, schedule, planning, Date.now()), { due: 0, fresh: 3 });
    assert.equal(sessionAt(emptyRecord, 'constructor', decks), undefined);
    assert.equal(sessionAt(emptyRecord, '__proto__', decks), undefined);
  });

  test('goes through a session and an exam as any other', () => {
    const dice = chance();
    let record = startSession(emptyRecord, 'constructor', { kind: 'deck', title: deck.title, entries }, dice);
    for (const step of entries.keys()) {
      const { id } = sessionAt(record, 'constructor', decks) ?? assert.fail();
      record = answerStep(record, 'constructor', decks, { session: id, step, given: [0], sure: true, took: 1000 }, dice);
      record = goToStep(record, 'constructor', decks, { session: id, step: step + 1, took: 0 });
    }
    assert.deepEqual(tallyOf(record, deck), { right: 3, wrong: 0 });

    record = startSession(record, '__proto__', { kind: 'exam', title: 'Exam', entries }, dice);
    const { id } = sessionAt(record, '__proto__', decks) ?? assert.fail();
    record = answerStep(record, '__proto__', decks, { session: id, step: 0, given: [0], sure: true, took: 1000 }, dice);
    record = handIn(record, '__proto__', decks, { session: id, took: 0 }, () => '__proto__', dice);
    assert.deepEqual(Object.entries(record.exams[0]?.domains ?? {}), [['__proto__', [1, 3]]]);
    assert.equal(record.exams[0]?.right, 1);
    assertSound(record);
  });

  test('is stored, merged and shown as any other', async () => {
    const place = shelf();
    await openStore(place).change((record) => withReview(withReview(record, 'constructor', 'constructor', [1, 3, 20]), '__proto__', '__proto__', [2, 3, 20]));
    const record = openStore(place).read();
    assert.deepEqual(reviewsOf(record, 'constructor', 'constructor'), [[1, 3, 20]]);
    assert.deepEqual(reviewsOf(record, '__proto__', '__proto__'), [[2, 3, 20]]);
    const shelves = { library, record, schedule, options: planning, now: 5_000 };
    assert.equal(presentHome(shelves, undefined).decks[0]?.right, 1);
    assert.equal(presentProgress(shelves).today.due, 0);
    assert.equal(masteryOf(record, decks, schedule, (note) => note, 5_000).get('constructor')?.seen, 1);
    assert.equal(streakOf(record, 5_000), 1);
    const begun = startSession(record, 'deck:constructor', { kind: 'deck', title: deck.title, entries }, chance());
    const quiz = presentSession({ ...shelves, record: begun }, 'deck:constructor', sessionAt(begun, 'deck:constructor', decks) ?? assert.fail());
    assert.equal(quiz.kind === 'question' && quiz.item, 'constructor/constructor');
  });

  test('comes in with a record from a file, and changes nothing but the record', () => {
    const text = `{ "version": 2, "exams": [], "resetAt": 0, "reviews": { "__proto__": { "polluted": [[1, 3, 20]], "__proto__": [[1, 3, 20]] }, "constructor": { "prototype": [[1, 1, 20]] } },
      "sessions": { "__proto__": { "id": "x", "kind": "exam", "title": "X", "startedAt": 1, "at": 0, "spent": 0, "steps": [], "flagged": [], "answers": { "__proto__": { "given": [0], "right": true, "at": 1 } } } } }`;
    const read = readRecord(JSON.parse(text)) ?? assert.fail();
    const merged = mergeRecords(mergeRecords(emptyRecord, read), read);
    assert.deepEqual(Object.keys(merged.reviews), ['__proto__', 'constructor']);
    assert.deepEqual(reviewsOf(merged, '__proto__', '__proto__'), [[1, 3, 20]]);
    assert.deepEqual(reviewsOf(merged, 'constructor', 'prototype'), [[1, 1, 20]]);
    assert.deepEqual(Object.keys(sessionAt(merged, '__proto__', decks)?.answers ?? {}), ['__proto__']);
    assertSound(merged);
  });

  test('and an export whose separator has such a name is cut at tabs', () => {
    assert.equal(convertCards('cards.txt', '#separator:Tab\nA\tB\n').questions, 1);
    assert.doesNotThrow(() => convertCards('cards.txt', '#separator:constructor\nA\tB\n'));
  });
});

/** The record is what it seems, and no other object has become something else. */
function assertSound(record: StudyRecord): void {
  assert.deepEqual(Object.keys(JSON.parse(JSON.stringify(record)) as object).sort(), ['exams', 'resetAt', 'reviews', 'sessions', 'version']);
  for (const each of [record.reviews, record.sessions, {}]) {
    assert.equal(Object.getPrototypeOf(each), Object.prototype);
  }
  assert.equal('polluted' in {}, false);
}

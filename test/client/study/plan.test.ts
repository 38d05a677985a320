import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { beginningOfDay, dueCounts, examProfiles, planDue, planExam, planPractice } from '../../../client/src/study/plan';
import { emptyRecord, withReview, type Grade, type StudyRecord } from '../../../client/src/study/record';
import { openSchedule } from '../../../client/src/study/schedule';
import type { Entry } from '../../../client/src/study/session';
import { chance, soundDeck } from './samples';

const schedule = openSchedule({ retention: 0.9 });
const options = { newADay: 3, mostAtOnce: 10 };
const now = new Date(2026, 5, 10, 12).getTime();
const day = 86_400_000;

/** Questions a1 to a8 about S3, and b1 to b2 about Glue. */
const decks = [deckOf('a', 8, 's3'), deckOf('b', 2, 'glue')];

suite('what is due', () => {
  test('of a new reader: as many new questions as the day has', () => {
    assert.deepEqual(asked(planDue(emptyRecord, decks, schedule, options, now)), ['a1', 'a2', 'a3']);
    assert.deepEqual(dueCounts(emptyRecord, decks, schedule, options, now), { due: 0, fresh: 3 });
  });

  test('comes first, the most nearly forgotten before the rest', () => {
    const record = answered({ a5: [[30, 3]], a6: [[90, 3]], a7: [[1, 4]] });
    assert.deepEqual(asked(planDue(record, decks, schedule, options, now)), ['a6', 'a5', 'a1', 'a2', 'a3']);
  });

  test('new questions of the same day count, those of the day before do not', () => {
    const record = answered({ a1: [[0.1, 3]], a2: [[0.2, 3]], a3: [[1, 4]] });
    assert.equal(dueCounts(record, decks, schedule, options, now).fresh, 1);
  });

  test('is no wall: one session holds so many', () => {
    const record = answered(Object.fromEntries(decks.flatMap(({ items }) => items.map(({ id }) => [id, [[60, 3]] as [number, Grade][]]))));
    assert.equal(planDue(record, decks, schedule, { ...options, mostAtOnce: 4 }, now).entries.length, 4);
  });
});

suite('practice', () => {
  test('of one topic asks its questions alone', () => {
    assert.deepEqual(asked(planPractice(emptyRecord, decks, schedule, 'glue', options, at(now))).sort(), ['b1', 'b2']);
  });

  test('asks first what was missed, then what was never asked, then what is known', () => {
    const record = answered({ a1: [[2, 4]], a2: [[1, 1]] });
    const order = asked(planPractice(record, decks, schedule, undefined, options, at(now)));
    assert.equal(order[0], 'a2');
    assert.equal(order.at(-1), 'a1');
    assert.equal(order.length, 10);
  });
});

suite('an exam', () => {
  test('asks of each domain its share, and no question twice', () => {
    const profile = { id: 'five', title: 'Five', questions: 5, minutes: 15 };
    const plan = planExam(decks, profile, ({ deck }: Entry) => deck.deck, 1.5, chance());
    assert.deepEqual(plan.minutes, 23);
    const ids = asked(plan);
    assert.equal(new Set(ids).size, 5);
    assert.deepEqual([ids.filter((id) => id.startsWith('a')).length, ids.filter((id) => id.startsWith('b')).length], [4, 1]);
  });

  test('without a limit has no minutes; with too few questions it is shorter', () => {
    const [, , full] = examProfiles;
    assert.ok(full);
    const plan = planExam(decks, full, () => 'all', undefined, chance());
    assert.equal(plan.minutes, undefined);
    assert.equal(plan.entries.length, 10);
  });
});

test('a day of study begins at four in the morning', () => {
  assert.equal(beginningOfDay(new Date(2026, 5, 10, 3, 59).getTime()), new Date(2026, 5, 9, 4).getTime());
  assert.equal(beginningOfDay(new Date(2026, 5, 10, 4).getTime()), new Date(2026, 5, 10, 4).getTime());
});

function deckOf(id: string, count: number, tag: string) {
  const options_ = [{ text: 'A', correct: true, why: 'It is.' }, { text: 'B', why: 'It is not.' }];
  return soundDeck({ deck: id, title: id, items: Array.from({ length: count }, (_, index) => ({ id: `${id}${String(index + 1)}`, kind: 'single', ask: '?', options: options_, tags: [tag] })) });
}

/** Each question with when it was answered, in days ago, and how well. */
function answered(questions: Record<string, [daysAgo: number, grade: Grade][]>): StudyRecord {
  let record = emptyRecord;
  for (const [id, reviews] of Object.entries(questions)) {
    for (const [ago, grade] of reviews) {
      record = withReview(record, id.slice(0, 1), id, [Math.round((now - ago * day) / 1000), grade, 50]);
    }
  }
  return record;
}

function asked({ entries }: { entries: readonly Entry[] }): string[] {
  return entries.map(({ item }) => item.id);
}

function at(time: number) {
  return { ...chance(), now: () => time };
}

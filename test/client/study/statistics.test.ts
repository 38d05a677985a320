import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { emptyRecord, withReview, type Grade, type StudyRecord } from '../../../client/src/study/record';
import { openSchedule } from '../../../client/src/study/schedule';
import { calendarOf, forecastOf, forgettingOf, masteryOf, retentionOf, streakOf, together, type Mastery } from '../../../client/src/study/statistics';
import { deck } from './samples';

const schedule = openSchedule({ retention: 0.9 });
const now = new Date(2026, 5, 10, 12).getTime();
const day = 86_400_000;

suite('progress', () => {
  const streaks: [daysAgo: number[], streak: number][] = [
    [[], 0],
    [[0], 1],
    [[0, 1, 2], 3],
    // Today is not over yet.
    [[1, 2], 2],
    [[2, 3], 0],
    [[0, 2], 1],
    // In the small hours it is still the day before.
    [[0.34, 1.34], 2],
  ];
  for (const [daysAgo, streak] of streaks) {
    test(`answers ${daysAgo.join(', ') || 'never'} days ago are a streak of ${String(streak)}`, () => {
      assert.equal(streakOf(answered(daysAgo.map((ago) => ['one', ago, 3])), now), streak);
    });
  }

  test('the calendar counts the answers of each day', () => {
    const record = answered([['one', 0, 3], ['two', 0, 1], ['one', 2, 3]]);
    assert.deepEqual(calendarOf(record, 3, now), [
      { date: '2026-06-08', answers: 1, right: 1 },
      { date: '2026-06-09', answers: 0, right: 0 },
      { date: '2026-06-10', answers: 2, right: 1 },
    ]);
  });

  test('mastery is the chance to know, and nothing for what was never asked', () => {
    const { known, seen, all, due } = mastery(answered([['one', 0, 4]]));
    assert.deepEqual([seen, all, due], [1, 2, 0]);
    assert.ok(known > 0.45 && known <= 0.5, String(known));
  });

  test('several topics together count by their questions', () => {
    assert.equal(mastery(answered([['one', 100, 3]])).due, 1);
    const [none, some] = [{ known: 0, seen: 0, all: 6, due: 0 }, { known: 1, seen: 2, all: 2, due: 1 }];
    assert.deepEqual(together([none, some]), { known: 0.25, seen: 2, all: 8, due: 1 });
    assert.equal(together([]).known, 0);
  });

  test('retention counts answers after a day or more alone', () => {
    const weeks = retentionOf(answered([['one', 2, 3], ['one', 1, 3], ['one', 0.99, 1], ['two', 3, 3], ['two', 1, 1]]), 2, now);
    assert.deepEqual(weeks.map(({ asked, right }) => [asked, right]).reduce(([a = 0, b = 0], [c = 0, d = 0]) => [a + c, b + d]), [2, 1]);
  });

  test('the forecast has each question on the day it is due, what is overdue today', () => {
    const forecast = forecastOf(answered([['one', 0, 4], ['two', 100, 3]]), [deck], schedule, 30, now);
    assert.equal(forecast.length, 30);
    assert.equal(forecast[0]?.due, 1);
    assert.equal(forecast.reduce((sum, { due }) => sum + due, 0), 2);
  });

  test('forgetting goes down day by day', () => {
    const curve = forgettingOf(answered([['one', 0, 3]]), schedule, 10, now);
    assert.ok(curve.every((known, index) => index === 0 || known < (curve[index - 1] ?? 0)));
    assert.deepEqual(forgettingOf(emptyRecord, schedule, 2, now), [0, 0]);
  });
});

function answered(reviews: readonly [item: string, daysAgo: number, grade: Grade][]): StudyRecord {
  return reviews.reduce((record, [item, ago, grade]) => withReview(record, 'small', item, [Math.round((now - ago * day) / 1000), grade, 50]), emptyRecord);
}

function mastery(record: StudyRecord): Mastery {
  return masteryOf(record, [deck], schedule, () => 'all', now).get('all') ?? assert.fail();
}

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createEmptyCard, fsrs, generatorParameters, Rating, type Card, type Grade as FsrsGrade } from 'ts-fsrs';
import type { Grade, Review } from '../../../client/src/study/record';
import { gradeOf, openSchedule } from '../../../client/src/study/schedule';
import { chance } from './samples';

const day = 86_400;
const start = Date.UTC(2026, 0, 1) / 1000;

suite('the schedule', () => {
  for (const retention of [0.8, 0.9, 0.95]) {
    test(`is what ts-fsrs gives for the same grades, over 90 days at ${String(retention)}`, () => {
      const direct = fsrs(generatorParameters({ request_retention: retention, maximum_interval: 365, enable_fuzz: false }));
      const schedule = openSchedule({ retention });
      const dice = chance(7);
      let asked = 0;
      for (let question = 0; question < 30; question++) {
        let card: Card = createEmptyCard(new Date(start * 1000));
        const reviews: Review[] = [];
        for (let now = start + question; now < start + 90 * day; now = Math.max(now + 60, Math.ceil(card.due.getTime() / 1000))) {
          const grade = [Rating.Again, Rating.Hard, Rating.Good, Rating.Good, Rating.Good, Rating.Easy][Math.floor(dice.random() * 6)] as FsrsGrade;
          ({ card } = direct.next(card, new Date(now * 1000), grade));
          reviews.push([now, grade, 10]);
          asked++;
          const { due, stability, lapses, reviews: count } = schedule.standing([...reviews]) ?? {};
          assert.deepEqual([due, stability, lapses, count], [card.due.getTime(), card.stability, card.lapses, reviews.length]);
          const later = (now + 3 * day) * 1000;
          assert.equal(schedule.recall([...reviews], later), direct.get_retrievability(card, new Date(later), false));
        }
      }
      assert.ok(asked > 200, String(asked));
    });
  }

  test('knows nothing of a question that was never asked', () => {
    assert.equal(openSchedule({ retention: 0.9 }).standing([]), undefined);
    assert.equal(openSchedule({ retention: 0.9 }).recall([], 0), 0);
  });

  test('puts no question off for more than a year, and the days by which FSRS keeps grades apart', () => {
    const reviews: Review[] = [];
    const schedule = openSchedule({ retention: 0.8 });
    for (let now = start, count = 0; count < 12; count++) {
      reviews.push([now, 4, 10]);
      const due = (schedule.standing([...reviews])?.due ?? 0) / 1000;
      assert.ok(due - now <= 368 * day, String((due - now) / day));
      now = due;
    }
  });
});

suite('a grade', () => {
  const grades: [what: string, evidence: Parameters<typeof gradeOf>[0], grade: Grade][] = [
    ['wrong', { right: false, sure: true, took: 1, usual: 10 }, 1],
    ['right', { right: true, sure: true, took: 10, usual: 10 }, 3],
    ['right but not sure', { right: true, sure: false, took: 1, usual: 10 }, 2],
    ['right but slow', { right: true, sure: true, took: 21, usual: 10 }, 2],
    ['right, sure and quick', { right: true, sure: true, took: 9, usual: 10 }, 4],
    ['right while nothing is usual yet', { right: true, sure: true, took: 999, usual: undefined }, 3],
  ];
  for (const [what, evidence, grade] of grades) {
    test(`${what}: ${String(grade)}`, () => {
      assert.equal(gradeOf(evidence), grade);
    });
  }
});

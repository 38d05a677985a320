import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { emptyRecord, mergeRecords, readRecord, standing, type Run, type StudyRecord } from '../../../client/src/study/progress';
import { answerStep, answersOf, nextStep, runOf, startRun, stepOf } from '../../../client/src/study/run';
import { chance, deck, soundDeck, written } from './samples';

suite('a run through a deck', () => {
  test('asks every question once and then is finished', () => {
    let record = startRun(emptyRecord, deck, chance());
    assert.equal(shown(record)?.item.id, 'one');
    record = answer(record, 'one', 0);
    record = next(record, 'one');
    assert.equal(shown(record)?.item.id, 'two');
    record = answer(record, 'two', 1);
    record = next(record, 'two');
    assert.equal(shown(record), undefined);
    assert.deepEqual([...answersOf(record, run(record)).values()].map(({ item, option }) => [item, option]), [['one', 0], ['two', 1]]);
  });

  test('draws the order of the options when it begins, and keeps it', () => {
    const record = startRun(emptyRecord, deck, chance(3));
    const order = shown(record)?.options ?? [];
    assert.deepEqual([...order].sort(), [0, 1, 2]);
    const stored = readRecord(JSON.parse(JSON.stringify(record)));
    assert.deepEqual(stored && shown(stored)?.options, order);
    assert.deepEqual(shown(answer(record, 'one', 1))?.options, order);
  });

  test('brings each option to each place about equally often', () => {
    const dice = chance();
    const places = [0, 0, 0];
    for (let round = 0; round < 3000; round++) {
      const at = shown(startRun(emptyRecord, deck, dice))?.options.indexOf(0) ?? 0;
      places[at] = (places[at] ?? 0) + 1;
    }
    assert.ok(places.every((count) => count > 900 && count < 1100), String(places));
  });

  test('takes the first answer to a question, and no other', () => {
    const answered = answer(startRun(emptyRecord, deck, chance()), 'one', 2);
    assert.equal(answer(answered, 'one', 0), answered);
  });

  test('takes no answer to a question that is not shown, of another run, or with an option that is not there', () => {
    const record = startRun(emptyRecord, deck, chance());
    assert.equal(answer(record, 'two', 0), record);
    assert.equal(answer(record, 'one', 3), record);
    assert.equal(answerStep(record, deck, { run: 'yesterday', item: 'one', option: 0 }, chance()), record);
  });

  test('does not go on before there is an answer, nor twice from one question', () => {
    const record = startRun(emptyRecord, deck, chance());
    assert.equal(next(record, 'one'), record);
    const second = next(answer(record, 'one', 0), 'one');
    assert.equal(next(second, 'one'), second);
  });

  test('starting over keeps what was answered', () => {
    const clock = chance();
    const before = answer(startRun(emptyRecord, deck, clock), 'one', 1);
    const after = startRun(before, deck, clock);
    assert.equal(after.answers.length, 1);
    assert.equal(shown(after)?.item.id, 'one');
    assert.equal(shown(after)?.answer, undefined);
    assert.notEqual(run(after).id, run(before).id);
  });

  test('a run that was started after the clock was set back still replaces the one before', () => {
    const late = startRun(emptyRecord, deck, chance(9));
    const after = startRun(late, deck, chance(1));
    assert.equal(run(mergeRecords(late, after)).id, run(after).id);
  });

  test('is given up when the deck has changed under it', () => {
    const record = startRun(emptyRecord, deck, chance());
    const [first, second] = written.items;
    const renamed = soundDeck({ ...written, items: [{ ...first, id: 'other' }, second] });
    const fewerOptions = soundDeck({ ...written, items: [{ ...first, options: first?.options.slice(0, 2) }, second] });
    const reworded = soundDeck({ ...written, items: [{ ...first, ask: 'Really first?' }, second] });
    assert.equal(runOf(record, renamed), undefined);
    assert.equal(runOf(record, fewerOptions), undefined);
    assert.ok(runOf(record, reworded));
  });
});

suite('the record of study', () => {
  test('counts the last answer to each question', () => {
    const clock = chance();
    let record = answer(startRun(emptyRecord, deck, clock), 'one', 1);
    assert.deepEqual(standing(record, deck), { right: 0, wrong: 1 });
    record = answer(startRun(record, deck, clock), 'one', 0);
    assert.deepEqual(standing(record, deck), { right: 1, wrong: 0 });
  });

  test('merges two windows: every answer once, the run as far as either came', () => {
    const begun = startRun(emptyRecord, deck, chance());
    const here = answer(begun, 'one', 0);
    const there = next(answer(begun, 'one', 0), 'one');
    for (const merged of [mergeRecords(here, there), mergeRecords(there, here)]) {
      assert.equal(merged.answers.length, 1);
      assert.equal(run(merged).at, 1);
    }
    assert.deepEqual(mergeRecords(here, there), mergeRecords(there, here));
  });

  test('merges to the newer run, and keeps the answers of the older', () => {
    const old = answer(startRun(emptyRecord, deck, chance(1)), 'one', 0);
    const young = startRun(emptyRecord, deck, chance(2));
    const merged = mergeRecords(young, old);
    assert.equal(run(merged).id, run(young).id);
    assert.equal(merged.answers.length, 1);
  });

  test('when two windows answer the same question, the first answer counts', () => {
    const begun = startRun(emptyRecord, deck, chance());
    const id = run(begun).id;
    const given = (option: number, at: number): StudyRecord => ({ ...begun, answers: [{ run: id, deck: 'small', item: 'one', option, at }] });
    assert.equal(mergeRecords(given(1, 20), given(0, 10)).answers[0]?.option, 0);
    assert.equal(mergeRecords(given(0, 10), given(1, 20)).answers[0]?.option, 0);
  });

  test('forgets the oldest answers before it grows too large for its place', () => {
    const answers = Array.from({ length: 4000 }, (_, at) => ({ run: `r${at}`, deck: 'small', item: 'one', option: 0, at }));
    const kept = mergeRecords({ ...emptyRecord, answers }, emptyRecord).answers;
    assert.equal(kept.length, 3000);
    assert.equal(kept.at(-1)?.at, 3999);
  });

  test('is read back as it was written', () => {
    const record = answer(startRun(emptyRecord, deck, chance()), 'one', 0);
    assert.deepEqual(readRecord(JSON.parse(JSON.stringify(record))), record);
  });

  test('is not read from anything else', () => {
    const good = answer(startRun(emptyRecord, deck, chance()), 'one', 0);
    const damaged: unknown[] = [
      null,
      'text',
      [],
      {},
      { ...good, version: 2 },
      { ...good, answers: {} },
      { ...good, answers: [null] },
      { ...good, answers: [{ ...good.answers[0], option: 'A' }] },
      { ...good, answers: [{ ...good.answers[0], at: null }] },
      { ...good, runs: [] },
      { ...good, runs: { small: null } },
      { ...good, runs: { other: run(good) } },
      { ...good, runs: { small: { ...run(good), at: -1 } } },
      { ...good, runs: { small: { ...run(good), order: [{ item: 'one' }] } } },
    ];
    for (const value of damaged) {
      assert.equal(readRecord(value), undefined, JSON.stringify(value));
    }
  });
});

function run(record: StudyRecord): Run {
  const found = runOf(record, deck);
  assert.ok(found);
  return found;
}

const shown = (record: StudyRecord) => stepOf(record, deck, run(record));
const answer = (record: StudyRecord, item: string, option: number) => answerStep(record, deck, { run: run(record).id, item, option }, chance());
const next = (record: StudyRecord, item: string) => nextStep(record, deck, { run: run(record).id, item });

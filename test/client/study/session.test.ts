import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { emptyRecord, mergeRecords, readRecord, reviewsOf, type StudyRecord } from '../../../client/src/study/record';
import { answerStep, flagStep, goToStep, handIn, sessionAt, startSession, tallyOf, type Plan } from '../../../client/src/study/session';
import { chance, deck, everyKind, soundDeck, written } from './samples';

const decks = [deck, everyKind];
const wholeDeck: Plan = { kind: 'deck', title: 'Small', entries: deck.items.map((item) => ({ deck, item })) };

suite('a session', () => {
  test('asks every question once and then is finished', () => {
    let record = begun(wholeDeck);
    assert.equal(shown(record), 'one');
    record = next(answer(record, [0]));
    assert.equal(shown(record), 'two');
    record = next(answer(record, [1]));
    assert.equal(shown(record), undefined);
    assert.deepEqual(tallyOf(record, deck), { right: 1, wrong: 1 });
  });

  test('draws the order of the options when it begins, and keeps it', () => {
    const record = begun(wholeDeck);
    const order = session(record).steps[0]?.order;
    assert.deepEqual([...(order ?? [])].sort(), [0, 1, 2]);
    const stored = readRecord(JSON.parse(JSON.stringify(answer(record, [1]))));
    assert.deepEqual(stored && session(stored).steps[0]?.order, order);
  });

  test('brings each option to each place about equally often', () => {
    const dice = chance();
    const counts = [0, 0, 0];
    for (let round = 0; round < 3000; round++) {
      const place = session(startSession(emptyRecord, 'here', wholeDeck, dice)).steps[0]?.order.indexOf(0) ?? 0;
      counts[place] = (counts[place] ?? 0) + 1;
    }
    for (const count of counts) {
      assert.ok(count > 880 && count < 1120, String(counts));
    }
  });

  test('never lays the steps of an ordering in the right order', () => {
    const item = everyKind.items.find(({ kind }) => kind === 'ordering');
    assert.ok(item);
    for (let seed = 1; seed < 50; seed++) {
      const [step] = session(startSession(emptyRecord, 'here', { kind: 'due', title: '', entries: [{ deck: everyKind, item }] }, chance(seed))).steps;
      assert.notDeepEqual(step?.order, [0, 1, 2]);
    }
  });

  test('takes the first answer to a question, and none to another', () => {
    const record = answer(begun(wholeDeck), [0]);
    assert.equal(answer(record, [1]), record);
    assert.equal(answerStep(record, 'here', decks, { session: 'another', step: 0, given: [0], sure: true, took: 1 }, chance()), record);
    assert.equal(goToStep(begun(wholeDeck), 'here', decks, { session: session(begun(wholeDeck)).id, step: 1, took: 0 }).sessions['here']?.at, 0);
  });

  test('asks a question that was missed once more at the end, but not for ever', () => {
    let record = begun({ ...wholeDeck, kind: 'due' });
    for (let count = 0; shown(record) !== undefined && count < 20; count++) {
      record = next(answer(record, [1]));
    }
    assert.deepEqual(session(record).steps.map(({ item }) => item), ['one', 'two', 'one', 'two', 'one', 'two']);
  });

  test('has to be begun anew once its deck has changed', () => {
    const record = begun(wholeDeck);
    const changed = soundDeck({ ...written, items: [{ ...written.items[0], options: written.items[0]?.options?.slice(0, 2) }, written.items[1]] });
    assert.equal(sessionAt(record, 'here', [changed]), undefined);
    assert.equal(sessionAt(record, 'here', []), undefined);
  });

  test('counts no more than five minutes for one look', () => {
    const record = answer(begun(wholeDeck), [0], { took: 3_600_000 });
    assert.equal(session(record).spent, 300_000);
    assert.deepEqual(reviewsOf(record, 'small', 'one')[0]?.[2], 3_000);
  });

  test('grades by what was right, how surely and how fast', () => {
    assert.equal(reviewsOf(answer(begun(wholeDeck), [0]), 'small', 'one')[0]?.[1], 3);
    assert.equal(reviewsOf(answer(begun(wholeDeck), [0], { sure: false }), 'small', 'one')[0]?.[1], 2);
    assert.equal(reviewsOf(answer(begun(wholeDeck), [2]), 'small', 'one')[0]?.[1], 1);
  });
});

suite('an exam', () => {
  const exam: Plan = { kind: 'exam', title: 'Exam', entries: everyKind.items.map((item) => ({ deck: everyKind, item })), minutes: 10 };
  const domainOf = ({ item }: { item: { note?: string } }): string => item.note ?? 'other';

  test('lets the reader move freely, answer again, and flag', () => {
    let record = begun(exam);
    const { id } = session(record);
    record = goToStep(record, 'here', decks, { session: id, step: 4, took: 2_000 });
    assert.equal(session(record).at, 4);
    record = flagStep(record, 'here', { session: id, step: 4 });
    assert.equal(goToStep(answer(record, [0]), 'here', decks, { session: id, step: 5, took: 0 }).sessions['here']?.at, 5);
    record = answer(answer(record, [1], { step: 4 }), [3], { step: 4 });
    assert.deepEqual(session(record).answers['4']?.given, [3]);
    assert.deepEqual([session(record).flagged, session(record).spent], [[4], 4_000]);
    assert.deepEqual(record.reviews, {}, 'nothing counts before it is handed in');
  });

  test('is scored by domain once it is handed in, blanks wrong', () => {
    let record = begun(exam);
    const { id, steps } = session(record);
    const place = (item: string): number => steps.findIndex((step) => step.item === item);
    record = answer(record, [0], { step: place('single') });
    record = answer(record, [2], { step: place('numeric') });
    record = handIn(record, 'here', decks, { session: id, took: 5_000 }, domainOf, chance());
    assert.deepEqual(record.exams.map(({ right, count, domains }) => [right, count, domains]), [[1, 7, { glue: [1, 1], other: [0, 6] }]]);
    assert.deepEqual(Object.keys(record.reviews['kinds'] ?? {}).sort(), ['numeric', 'single']);
    assert.equal(session(record).spent, 7_000);
    assert.equal(answer(record, [1], { step: 0 }), record, 'and then stays as it is');
    assert.equal(handIn(record, 'here', decks, { session: id, took: 5_000 }, domainOf, chance()), record);
  });
});

suite('two copies of the record', () => {
  test('become one with all answers of both, whichever comes first', () => {
    const start = begun({ ...wholeDeck, kind: 'due' });
    const [one, other] = [answer(start, [0], { at: 5_000 }), answer(start, [1], { at: 9_000 })];
    const merged = mergeRecords(one, other);
    assert.deepEqual(merged, mergeRecords(other, one));
    assert.deepEqual(session(merged).answers['0']?.given, [0], 'the first answer counts');
    assert.equal(reviewsOf(merged, 'small', 'one').length, 2);
    assert.deepEqual(mergeRecords(merged, one), merged);
  });

  test('keep the list of a question to which nothing comes', () => {
    const record = answer(begun(wholeDeck), [0]);
    const merged = mergeRecords(JSON.parse(JSON.stringify(record)) as StudyRecord, record);
    assert.equal(reviewsOf(merged, 'small', 'one'), reviewsOf(record, 'small', 'one'));
  });

  for (const [what, damage] of Object.entries<(record: StudyRecord) => unknown>({
    'no version': ({ version: _version, ...rest }) => rest,
    'a later version': (record) => ({ ...record, version: 3 }),
    'a review that is none': (record) => ({ ...record, reviews: { small: { one: [[1, 7, 2]] } } }),
    'a session without steps': (record) => ({ ...record, sessions: { here: { ...session(record), steps: undefined } } }),
    'exams that are no list': (record) => ({ ...record, exams: {} }),
  })) {
    test(`with ${what} is no record`, () => {
      assert.equal(readRecord(damage(begun(wholeDeck))), undefined);
    });
  }
});

function begun(plan: Plan): StudyRecord {
  return startSession(emptyRecord, 'here', plan, chance());
}

function session(record: StudyRecord) {
  const found = record.sessions['here'];
  assert.ok(found);
  return found;
}

function shown(record: StudyRecord): string | undefined {
  return session(record).steps[session(record).at]?.item;
}

function answer(record: StudyRecord, given: number[], { step = session(record).at, sure = true, took = 1_000, at = 2_000_000 } = {}): StudyRecord {
  return answerStep(record, 'here', decks, { session: session(record).id, step, given, sure, took }, { now: () => at, random: () => 0 });
}

function next(record: StudyRecord): StudyRecord {
  return goToStep(record, 'here', decks, { session: session(record).id, step: session(record).at + 1, took: 0 });
}

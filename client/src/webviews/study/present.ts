// From the record and the library to what the page shows. The right answer leaves the extension only once one has been given.

import { correctOption, type Deck } from '../../study/deck';
import type { Library } from '../../study/library';
import { standing, type Run, type StudyRecord } from '../../study/progress';
import { answersOf, runOf, stepOf } from '../../study/run';
import type { DeckSummary, Home, NoteSummary, Notice, Quiz, Summary } from './messages';

/** The start page. */
export function presentHome(library: Library, record: StudyRecord, notice: Notice | undefined): Home {
  return {
    decks: library.decks.map((deck) => presentDeck(deck, record)),
    notes: library.notes.map(({ id, title, summary, date }): NoteSummary => ({ id, title, summary, date })),
    ...(notice && { notice }),
  };
}

/** Where a run stands: a question, its verdict, or the end. */
export function presentRun(library: Library, record: StudyRecord, deck: Deck, run: Run): Quiz {
  const step = stepOf(record, deck, run);
  if (!step) {
    return presentSummary(record, deck, run);
  }
  const { item, answer } = step;
  const asked = {
    deck: deck.deck,
    title: deck.title,
    run: run.id,
    item: item.id,
    number: run.at + 1,
    count: run.order.length,
    ask: item.ask,
  };
  const options = step.options.flatMap((id) => {
    const option = item.options[id];
    return option ? [{ id, text: option.text, why: option.why }] : [];
  });
  if (!answer) {
    return { kind: 'question', ...asked, options: options.map(({ id, text }) => ({ id, text })) };
  }
  const note = library.notes.find(({ id }) => id === item.note);
  return {
    kind: 'verdict',
    ...asked,
    options,
    chosen: answer.option,
    correct: correctOption(item),
    ...(item.explain !== undefined && { explain: item.explain }),
    ...(item.today !== undefined && { today: item.today }),
    ...(note && { note: { id: note.id, title: note.title } }),
    sources: item.sources,
    ...(deck.asOf !== undefined && { asOf: deck.asOf }),
  };
}

function presentDeck(deck: Deck, record: StudyRecord): DeckSummary {
  const run = runOf(record, deck);
  return {
    id: deck.deck,
    title: deck.title,
    questions: deck.items.length,
    ...standing(record, deck),
    ...(run && { run: { number: run.at + 1, finished: run.at >= run.order.length } }),
  };
}

function presentSummary(record: StudyRecord, deck: Deck, run: Run): Summary {
  const answers = answersOf(record, run);
  const results = run.order.flatMap(({ item: id }) => {
    const item = deck.items.find((one) => one.id === id);
    const answer = answers.get(id);
    if (!item || !answer) {
      return [];
    }
    const correct = correctOption(item);
    const text = (option: number) => item.options[option]?.text ?? '';
    return [{ item: id, ask: item.ask, right: answer.option === correct, answer: text(correct), chosen: text(answer.option) }];
  });
  return { kind: 'summary', deck: deck.deck, title: deck.title, run: run.id, right: results.filter(({ right }) => right).length, results };
}

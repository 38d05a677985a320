// What is bundled with the extension, as it was built into `dist`.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { correctOption } from '../../../client/src/study/deck';
import { openLibrary } from '../../../client/src/study/library';
import { builtLibrary, soundDeck, written } from './samples';

suite('the bundled decks', () => {
  test('the five questions of the course are there', async () => {
    const { decks } = await builtLibrary();
    assert.deepEqual(decks.map(({ deck, items }) => [deck, items.length]), [['seed', 5]]);
  });

  test('every question names facts, sources and the day they were checked', async () => {
    for (const { deck, asOf, items } of (await builtLibrary()).decks) {
      assert.match(asOf ?? '', /^\d{4}-\d\d-\d\d$/, deck);
      for (const { id, facts, sources, explain } of items) {
        assert.ok(facts.length > 0 && sources.length > 0 && explain, id);
      }
    }
  });

  test('no answer gives itself away by its length', async () => {
    for (const item of (await builtLibrary()).decks.flatMap(({ items }) => items)) {
      const lengths = item.options.map(({ text }) => text.length);
      const right = lengths[correctOption(item)] ?? 0;
      const others = lengths.filter((_, index) => index !== correctOption(item));
      assert.ok(right <= Math.max(...others) * 1.4 && right >= Math.min(...others) * 0.6, `${item.id}: ${String(lengths)}`);
    }
  });

  test('no question contains a word that only its right answer has', async () => {
    const words = (text: string) => text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
    for (const item of (await builtLibrary()).decks.flatMap(({ items }) => items)) {
      const asked = new Set(words(item.ask));
      const wrong = new Set(item.options.filter(({ correct }) => !correct).flatMap(({ text }) => words(text)));
      const told = words(item.options[correctOption(item)]?.text ?? '').filter((word) => asked.has(word) && !wrong.has(word));
      assert.deepEqual(told, [], item.id);
    }
  });

  test('every note that a question leads to exists', async () => {
    const { decks, notes } = await builtLibrary();
    for (const { id, note } of decks.flatMap(({ items }) => items)) {
      assert.ok(note === undefined || notes.some((one) => one.id === note), id);
    }
  });
});

suite('the bundled notes', () => {
  test('have a date, sources for their facts, and nothing but our own markup', async () => {
    for (const { id, date, html } of (await builtLibrary()).notes) {
      assert.match(date, /^\d{4}-\d\d-\d\d$/, id);
      assert.match(html, /<section class="sources">/, id);
      assert.doesNotMatch(html, /<script|<style|<iframe|\son\w+=|\sstyle=|javascript:/i, id);
      for (const [, address] of html.matchAll(/href="([^"]*)"/g)) {
        assert.match(address ?? '', /^(https:\/\/docs\.aws\.amazon\.com\/|#source-\d+$)/, id);
      }
      for (const [, source] of html.matchAll(/href="#(source-\d+)"/g)) {
        assert.ok(html.includes(`id="${source}"`), `${id}: ${source}`);
      }
    }
  });

  test('tell then from now, and hold a state machine that runs', async () => {
    const { notes } = await builtLibrary();
    const html = notes.find(({ id }) => id === 'step-functions')?.html ?? '';
    assert.match(html, /<aside class="then-and-now" aria-label="Then and now">/);
    assert.match(html, /data-do="openMachine"/);
  });
});

suite('opening the library', () => {
  test('reads it once, and again only after it failed', async () => {
    let reads = 0;
    let broken = true;
    const library = openLibrary(async (file) => {
      reads++;
      if (broken) {
        throw new Error('offline');
      }
      return file === 'decks.json' ? [written] : [];
    });
    await assert.rejects(library(), { message: 'offline' });
    broken = false;
    assert.deepEqual((await library()).decks, [soundDeck(written)]);
    await library();
    assert.equal(reads, 4);
  });
});

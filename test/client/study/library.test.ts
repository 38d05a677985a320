// What is bundled with the extension, as it was built into `dist`: every note and every question is held to the same standard.
import assert from 'node:assert/strict';
import { suite, suiteSetup, test } from 'mocha';
import { AslDocument } from '../../../server/src/analysis/document';
import { check } from '../../../server/src/rules/check';
import type { DeckOption, Item } from '../../../client/src/study/deck';
import { chapterTitles, openBundled, openLibrary, type Library } from '../../../client/src/study/library';
import { builtLibrary, soundDeck, written } from './samples';

/** Every service and system of the course. */
const services = [
  ...['s3', 'vpc-endpoint', 'kinesis-data-streams', 'firehose', 'flink', 'kinesis-video-streams', 'glue', 'athena', 'redshift', 'rds-aurora', 'dynamodb', 'opensearch'],
  ...['elasticache', 'data-pipeline', 'batch', 'dms', 'step-functions', 'emr', 'lambda', 'sagemaker', 'ec2', 'eventbridge', 'rekognition', 'deeplens', 'asl'],
];
const comparisons = ['data-pipeline-or-glue', 'batch-or-glue', 'dms-or-glue', 'oltp-or-olap', 'pipeline-layers'];

let library: Library;
let items: (Item & { deck: string })[];

suiteSetup(async () => {
  library = await builtLibrary();
  items = library.decks.flatMap(({ deck, items: all }) => all.map((item) => ({ ...item, deck })));
});

suite('the bundled questions', () => {
  test('begin with the five of the course, and are 200 or more', () => {
    assert.equal(library.decks.find(({ deck }) => deck === 'seed')?.items.length, 5);
    assert.ok(items.length >= 200, String(items.length));
  });

  test('are of every kind', () => {
    for (const kind of ['single', 'multiple', 'ordering', 'matching', 'numeric']) {
      assert.ok(items.filter((item) => item.kind === kind).length >= 10, kind);
    }
    assert.ok(items.filter(({ asl }) => asl !== undefined).length >= 25, 'to read a state machine');
  });

  test('each have a source and a note that exists, each deck the day its facts were checked', () => {
    for (const { deck, asOf } of library.decks) {
      assert.match(asOf ?? '', /^\d{4}-\d\d-\d\d$/, deck);
    }
    for (const { deck, id, sources, note, explain, kind } of items) {
      assert.ok(sources.length > 0, `${deck}/${id}`);
      assert.ok(library.notes.some((each) => each.id === note), `${deck}/${id}: ${String(note)}`);
      assert.ok(explain !== undefined || kind === 'single' || kind === 'multiple', `${deck}/${id}`);
    }
  });

  test('put the right option at each place, and seldom make it the longest', () => {
    const singles = items.flatMap((item) => (item.kind === 'single' ? [item.options] : []));
    const isLongest = (options: readonly DeckOption[]): boolean => {
      const right = options.find(({ correct }) => correct)?.text.length ?? 0;
      return options.every(({ correct, text }) => correct || text.length < right);
    };
    const longest = singles.filter(isLongest).length;
    assert.ok(longest <= singles.length * 0.35, `${String(longest)} of ${String(singles.length)}`);
    for (const place of [0, 1, 2, 3]) {
      const here = singles.filter((options) => options.length === 4 && options[place]?.correct === true).length;
      assert.ok(here >= singles.length * 0.15, `${String(here)} right answers at place ${String(place + 1)}`);
    }
  });

  test('have state machines with just the errors that they are meant to have', async () => {
    const meant = await rawProblems();
    for (const { deck, id, asl } of items) {
      if (asl !== undefined) {
        assert.deepEqual(errorsIn(asl), meant.get(`${deck}/${id}`) ?? [], `${deck}/${id}`);
      }
    }
  });
});

suite('the bundled notes', () => {
  test('are there for every service of the course, with questions', () => {
    for (const id of services) {
      assert.ok(library.notes.some((note) => note.id === id), id);
      assert.ok(items.filter(({ note }) => note === id).length >= 2, `${id}: too few questions`);
    }
    for (const id of comparisons) {
      assert.ok(library.notes.some((note) => note.id === id), id);
    }
  });

  test('have a date, a chapter, sources for their facts, and nothing but our own markup', () => {
    for (const { id, date, chapter, html } of library.notes) {
      assert.match(date, /^\d{4}-\d\d-\d\d$/, id);
      assert.ok(chapterTitles.has(chapter), `${id}: ${chapter}`);
      assert.match(html, /<section class="sources">/, id);
      assert.doesNotMatch(html, /<script|<style|<iframe|\son\w+=|\sstyle=|javascript:/i, id);
    }
  });

  test('lead only to the web, to their sources, and to notes that exist', () => {
    for (const { id, html } of library.notes) {
      for (const [, address = ''] of html.matchAll(/href="([^"]*)"/g)) {
        const target = /^note:(.*)$/.exec(address)?.[1];
        assert.ok(target === undefined ? /^(https:\/\/|#source-\d+$)/.test(address) : library.notes.some((note) => note.id === target), `${id}: ${address}`);
      }
      for (const [, source] of html.matchAll(/href="#(source-\d+)"/g)) {
        assert.ok(html.includes(`<li id="${source ?? ''}"`), `${id}: ${source ?? ''}`);
      }
    }
  });

  test('write out the address of each source, with breaks that are not copied', () => {
    for (const { id, html } of library.notes) {
      const shown = [...html.matchAll(/<a href="(https:[^"]*)">[^<]*<\/a> <span class="address">(.*?)<\/span>/g)];
      assert.ok(shown.length > 0, id);
      for (const [, address = '', text = ''] of shown) {
        assert.equal(`https://${text.replaceAll('<wbr>', '')}`, address, id);
        assert.ok(text.split('<wbr>').every((part) => part.split('/').length <= 2), `${id}: ${text}`);
      }
    }
  });

  test('have machines and tasks that nothing is wrong with', () => {
    for (const { id, html } of library.notes) {
      for (const [, kind, code = ''] of html.matchAll(/<figure class="(machine|task)">.*?<code>(.*?)<\/code>/gs)) {
        const text = code.replace(/<[^>]*>/g, '').replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
        assert.deepEqual(errorsIn(kind === 'task' ? aloneInAMachine(text) : text), [], `${id}: ${text}`);
      }
    }
  });
});

suite('the sources of questions and notes', () => {
  /** Where the documentation is that facts are taken from. */
  const hosts = ['docs.aws.amazon.com', 'states-language.net', 'github.com', 'endoflife.date'];

  test('are pages of documentation, by their whole address', () => {
    const ofNotes = library.notes.flatMap(({ id, html }) => [...html.matchAll(/href="(?!note:|#)([^"]*)"/g)].map(([, url = '']) => ({ at: id, url: url.replaceAll('&amp;', '&') })));
    const ofQuestions = items.flatMap(({ deck, id, sources }) => sources.map(({ url }) => ({ at: `${deck}/${id}`, url })));
    assert.ok(ofNotes.length > 100 && ofQuestions.length > 200);
    for (const { at, url } of [...ofNotes, ...ofQuestions]) {
      const { protocol, host, pathname, href } = new URL(url);
      assert.equal(protocol, 'https:', `${at}: ${url}`);
      assert.equal(href, url, `${at}: the address is not written as a browser would`);
      assert.ok(hosts.includes(host), `${at}: ${url}`);
      assert.ok(host === 'docs.aws.amazon.com' ? /^\/.+\.html$/.test(pathname) : pathname.length > 1, `${at}: ${url} is no page`);
    }
  });
});

suite('the library', () => {
  test('is loaded once, with the reader’s own decks beside it', async () => {
    let loads = 0;
    const open = openLibrary(
      openBundled((file) => Promise.resolve(file === 'notes.json' ? [] : (loads++, [written]))),
      () => Promise.resolve({ decks: [soundDeck({ ...written, deck: 'mine' })], broken: [] }),
    );
    await open();
    const { decks, own } = await open();
    assert.equal(loads, 1);
    assert.deepEqual(decks.map(({ deck }) => deck), ['small', 'mine']);
    assert.deepEqual([...own], ['mine']);
  });

  test('is tried again after a load that failed', async () => {
    let fails = true;
    const open = openLibrary(openBundled((file) => (fails ? Promise.reject(new Error('offline')) : Promise.resolve(file === 'notes.json' ? [] : [written]))));
    await assert.rejects(open(), /offline/);
    fails = false;
    assert.equal((await open()).decks.length, 1);
  });
});

function errorsIn(text: string): string[] {
  const found = check(new AslDocument(text, 'json'), {}, assert.fail).filter(({ severity }) => severity === 'error');
  return [...new Set(found.map(({ rule }) => rule.code))].sort();
}

function aloneInAMachine(text: string): string {
  const states = JSON.parse(text) as Record<string, { Next?: string }>;
  const [[name, { Next }] = ['', {} as { Next?: string }]] = Object.entries(states);
  return JSON.stringify({ StartAt: name, States: { ...states, ...(Next !== undefined && { [Next]: { Type: 'Succeed' } }) } });
}

/** The codes that a question names as its `problems`; the extension has no use for them. */
async function rawProblems(): Promise<Map<string, string[]>> {
  const { readFile } = await import('node:fs/promises');
  const decks = JSON.parse(await readFile(new URL('../../../dist/media/study/decks.json', import.meta.url), 'utf8')) as { deck: string; items: { id: string; problems?: string[] }[] }[];
  return new Map(decks.flatMap(({ deck, items: all }) => all.map(({ id, problems = [] }) => [`${deck}/${id}`, [...problems].sort()] as const)));
}

// A library small enough to know by heart: two notes, and one question of each kind.

import type { Library, StudyNote } from '../../../client/src/study/library';
import { everyKind, written, soundDeck } from '../../client/study/samples';

const figure = (kind: string, label: string, action: string, text: string): string =>
  `<figure class="${kind}"><figcaption><span>ASL</span><button type="button" class="quiet" data-do="copy">Copy</button>` +
  `<button type="button" class="quiet" data-do="${action}">${label}</button></figcaption><pre class="code" tabindex="0" aria-label="${label}"><code>${text}</code></pre></figure>`;

const flow =
  '<figure class="flow"><svg role="img" aria-label="S3 to Glue" viewBox="0 0 700 50" width="700" height="50"><path class="edge" d="M80 25L620 25"/>' +
  '<path class="arrow" d="M620 25L612 21L612 29Z"/><rect class="box" x="6" y="6" width="74" height="38" rx="4"/><text class="name" text-anchor="middle" x="43" y="30">S3</text>' +
  '<rect class="box" x="620" y="6" width="74" height="38" rx="4"/><text class="name" text-anchor="middle" x="657" y="30">Glue</text></svg><ul class="arrows"><li><strong>S3</strong><ul><li>→ Glue</li></ul></li></ul></figure>';

const notes: readonly StudyNote[] = [
  {
    id: 's3',
    title: 'Amazon S3',
    summary: 'Objects in buckets.',
    date: '2026-08-07',
    chapter: 'data-stores',
    order: 1,
    services: ['s3'],
    html: `<h2>What it is</h2><p>Storage<a class="mark" href="#source-1" aria-label="Source 1: S3">1</a> that <a href="note:glue">Glue</a> reads. Lifecycle rules move objects to colder classes.</p>${flow}<section class="sources"><h2>Sources</h2><ol><li id="source-1" tabindex="-1"><a href="https://docs.aws.amazon.com/s3/">S3</a></li></ol></section>`,
  },
  {
    id: 'glue',
    title: 'AWS Glue',
    summary: 'ETL without servers.',
    date: '2026-08-07',
    chapter: 'etl',
    order: 1,
    services: ['glue'],
    html: `<h2>From Step Functions</h2><p>A job is a task. Crawlers fill the Data Catalog.</p>${figure('task', 'Insert into editor', 'insertTask', '{ "Run": { "Type": "Task" } }')}${figure('machine', 'Open in editor', 'openMachine', '{ "StartAt": "A" }')}`,
  },
];

export const smallLibrary: Library = { notes, decks: [everyKind, soundDeck(written)], own: new Set(['small']), broken: [{ file: 'decks/half.deck.yaml', problems: 2 }] };

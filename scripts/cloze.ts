// `npm run cloze`: cuts tokens out of real definitions and asks completion for them: is it offered at all, in the first five, first?
// What is tuned on one half of the definitions has to hold for the other, so the worse of two halves is told too.
// The folder is that of `npm run corpus`; without it there is nothing to measure.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AslDocument } from '../server/src/analysis/document';
import { ExpressionCache } from '../server/src/analysis/expression-cache';
import { completion } from '../server/src/features/completion/completion';
import { seeded } from '../server/src/simulator/seeded';
import type { Notation } from '../server/src/syntax/tree';
import { corpusFolder } from '../test/support/corpus';
import { services } from '../test/support/services';
import { kinds, tokensOf, type Kind, type Token } from './cloze/tokens';

/** Of each kind at most so many tokens of one document, so that long ones don't count for all. */
const mostOfOne = 12;

interface Score {
  asked: number;
  offered: number;
  inFive: number;
  first: number;
  /** Asked and in five, by the half that the document is in. */
  readonly halves: readonly { asked: number; inFive: number }[];
  readonly missed: string[];
}

const folder = corpusFolder();
if (folder === undefined) {
  console.log('Skipped: no corpus here. Set ASL_CORPUS to the folder that holds it.');
} else {
  report(folder);
}

function report(corpus: string): void {
  const scores = new Map<Kind, Score>(kinds.map((kind) => [kind, { asked: 0, offered: 0, inFive: 0, first: 0, halves: [{ asked: 0, inFive: 0 }, { asked: 0, inFive: 0 }], missed: [] }]));
  const entries = JSON.parse(readFileSync(join(corpus, 'valid/manifest.json'), 'utf8')) as { entries?: Entry[] } | Entry[];
  const expressions = new ExpressionCache();
  for (const { file, format } of Array.isArray(entries) ? entries : (entries.entries ?? [])) {
    const text = readFileSync(join(corpus, 'valid', file), 'utf8');
    const counts = new Map<Kind, number>();
    for (const token of shuffled(tokensOf(new AslDocument(text, format, { services, expressions })))) {
      const count = counts.get(token.kind) ?? 0;
      counts.set(token.kind, count + 1);
      const score = scores.get(token.kind);
      if (count < mostOfOne && score) {
        ask(text, format, token, expressions, score, file);
      }
    }
  }
  const percent = (part: number, whole: number): string => `${whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)} %`.padStart(9);
  console.log(`${'kind'.padEnd(24)}${'asked'.padStart(7)}${'offered'.padStart(9)}${'in five'.padStart(9)}${'first'.padStart(9)}  worse half in five`);
  for (const [kind, { asked, offered, inFive, first, halves }] of scores) {
    const [worse] = halves.filter((half) => half.asked > 0).sort((one, other) => one.inFive / one.asked - other.inFive / other.asked);
    console.log(`${kind.padEnd(24)}${String(asked).padStart(7)}${percent(offered, asked)}${percent(inFive, asked)}${percent(first, asked)}${worse ? percent(worse.inFive, worse.asked) : ''}`);
  }
  const all = [...scores.values()].filter(({ asked }) => asked > 0);
  const mean = (of: (score: Score) => number): string => percent(all.reduce((sum, score) => sum + of(score) / score.asked, 0), all.length);
  console.log(`${'mean of the kinds'.padEnd(31)}${mean(({ offered }) => offered)}${mean(({ inFive }) => inFive)}${mean(({ first }) => first)}`);
  if (process.argv.includes('--verbose')) {
    for (const [kind, { missed }] of scores) {
      console.log(`\n${kind}\n  ${missed.slice(0, 40).join('\n  ')}`);
    }
  }
}

interface Entry {
  readonly file: string;
  readonly format: Notation;
}

function ask(text: string, format: Notation, { text: token, span }: Token, expressions: ExpressionCache, score: Score, file: string): void {
  const cut = text.slice(0, span.start) + text.slice(span.end);
  const { items } = completion(new AslDocument(cut, format, { services, expressions }), span.start, { snippets: true, asIs: true });
  const place = items.findIndex(({ label, textEdit }) => label === token || label === token.replace(/\.\$$/, '') || (textEdit?.newText.replace(/\\([$}\\])/g, '$1') ?? '').includes(token));
  score.asked += 1;
  score.offered += place >= 0 ? 1 : 0;
  score.inFive += place >= 0 && place < 5 ? 1 : 0;
  score.first += place === 0 ? 1 : 0;
  // The halves are drawn by the name, so that a document stays in its own.
  const half = score.halves[[...file].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 2];
  if (half) {
    half.asked += 1;
    half.inFive += place >= 0 && place < 5 ? 1 : 0;
  }
  if (place < 0 || place >= 5) {
    score.missed.push(`${place < 0 ? 'not offered' : `place ${place + 1} of ${items.length}`}: ${token}  in ${file} …${text.slice(Math.max(0, span.start - 40), span.start).replace(/\s+/g, ' ')}¦`);
  }
}

/** Always the same order. */
function shuffled<T>(all: readonly T[]): T[] {
  const next = seeded(7);
  return all
    .map((each) => [next(), each] as const)
    .sort(([one], [other]) => one - other)
    .map(([, each]) => each);
}

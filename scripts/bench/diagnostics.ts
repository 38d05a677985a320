// Diagnostics in a warm process against the floor, the parser's own tree of the same text, and beside the peers.
import { parseTree } from 'jsonc-parser';
import { parseDocument, stringify } from 'yaml';
import { AslDocument } from '../../server/src/analysis/document';
import { ExpressionCache } from '../../server/src/analysis/expression-cache';
import { diagnostics } from '../../server/src/features/diagnostics';
import type { Notation } from '../../server/src/syntax/tree';
import { line, median, medianOf } from './measure';
import type { Peer } from './peers';
import { mixedMachine, oddShapes } from './samples';

/** Prints a line for each size and shape, and one for each peer on it. */
export async function benchDiagnostics(peers: readonly Peer[]): Promise<void> {
  const mixed: Record<string, () => string> = {
    '8 KB': () => mixedMachine(8_000),
    '100 KB': () => mixedMachine(100_000),
    '1 MB': () => mixedMachine(1_000_000),
  };
  for (const [name, sample] of Object.entries({ ...mixed, ...oddShapes })) {
    const text = sample();
    const floor = median(() => parseTree(text));
    const expressions = new ExpressionCache();
    console.log(line(`JSON, ${name}`, median(() => check(text, 'json', expressions)), 'parseTree', floor));
    if (name in mixed) {
      console.log(line(`JSON, ${name}, no expression known`, median(() => check(text, 'json', new ExpressionCache())), 'parseTree', floor));
    }
    for (const peer of peers) {
      console.log(line(`  ${peer.name}`, await timePeer(peer, text), 'parseTree', floor));
    }
  }
  for (const [name, sample] of Object.entries(mixed).slice(0, 2)) {
    const text = stringify(JSON.parse(sample()));
    const expressions = new ExpressionCache();
    console.log(line(`YAML, ${name}`, median(() => check(text, 'yaml', expressions), 7, 3), 'parseDocument', median(() => parseDocument(text), 7, 3)));
  }
}

/** What an edit of one character in a large document costs: everything again, for the new version. */
export function benchEdit(): void {
  const text = mixedMachine(1_000_000);
  const place = text.indexOf('ml.m5.xlarge');
  const expressions = new ExpressionCache();
  let flip = 0;
  const edited = median(() => check(`${text.slice(0, place)}${String(flip++ % 10)}${text.slice(place + 1)}`, 'json', expressions));
  console.log(line('JSON, 1 MB, after an edit', edited, 'parseTree', median(() => parseTree(text))));
}

function check(text: string, notation: Notation, expressions: ExpressionCache): void {
  diagnostics(new AslDocument(text, notation, { expressions }), 'bench:', (_rule, error) => {
    throw error;
  });
}

/** Some peers take minutes on some shapes, so one run has to do. */
async function timePeer(peer: Peer, text: string): Promise<number> {
  return medianOf(async () => {
    const start = performance.now();
    await peer.check(text);
    return performance.now() - start;
  }, 1);
}

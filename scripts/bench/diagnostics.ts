// Diagnostics in a warm process against the floor, the parser's own tree of the same text, and beside the peers.
import { parseTree } from 'jsonc-parser';
import { parseDocument, stringify } from 'yaml';
import type { AslDocument } from '../../server/src/analysis/document';
import type { ExpressionCache } from '../../server/src/analysis/expression-cache';
import type { Notation } from '../../server/src/syntax/tree';
import { builtCore, type Core } from './core';
import { inTurn, line, medianOf } from './measure';
import type { Peer } from './peers';
import { mixedMachine, oddShapes } from './samples';

const mixed: Record<string, () => string> = {
  '8 KB': () => mixedMachine(8_000),
  '100 KB': () => mixedMachine(100_000),
  '1 MB': () => mixedMachine(1_000_000),
};

/** Prints a line for each size and shape, and one for each peer on it. */
export async function benchDiagnostics(peers: readonly Peer[]): Promise<void> {
  const core = await builtCore();
  for (const [name, sample] of Object.entries({ ...mixed, ...oddShapes })) {
    const text = sample();
    const expressions = new core.ExpressionCache();
    const known = inTurn(() => check(core, text, 'json', expressions), () => parseTree(text));
    console.log(line(`JSON, ${name}`, known.time, 'parseTree', known.floor));
    if (name in mixed) {
      const unknown = inTurn(() => check(core, text, 'json'), () => parseTree(text));
      console.log(line(`JSON, ${name}, no expression known`, unknown.time, 'parseTree', unknown.floor));
    }
    for (const peer of peers) {
      console.log(line(`  ${peer.name}`, await timePeer(peer, text), 'parseTree', known.floor));
    }
  }
  for (const [name, sample] of Object.entries(mixed).slice(0, 2)) {
    const text = stringify(JSON.parse(sample()));
    const expressions = new core.ExpressionCache();
    const { time, floor } = inTurn(() => check(core, text, 'yaml', expressions), () => parseDocument(text));
    console.log(line(`YAML, ${name}`, time, 'parseDocument', floor));
  }
  benchEdits(core);
}

/** What an edit of one character costs. */
function benchEdits(core: Core): void {
  for (const [name, sample] of Object.entries(mixed)) {
    const text = sample();
    const place = text.indexOf('ml.m5.xlarge', text.length / 2);
    const expressions = new core.ExpressionCache();
    let document = check(core, text, 'json', expressions);
    let count = 0;
    const { time, floor } = inTurn(
      () => {
        const typed = `${text.slice(0, place)}${String(count++ % 10)}${'x'.repeat(count % 2)}${text.slice(place + 1)}`;
        document = check(core, typed, 'json', expressions, document);
      },
      () => parseTree(text),
    );
    console.log(line(`JSON, ${name}, after an edit`, time, 'parseTree', floor));
  }
}

function check({ AslDocument, diagnostics }: Core, text: string, notation: Notation, expressions?: ExpressionCache, before?: AslDocument): AslDocument {
  const document = new AslDocument(text, notation, expressions && { expressions }, before);
  diagnostics(document, 'bench:', (_rule, error) => {
    throw error;
  });
  return document;
}

/** Some peers take minutes on some shapes, so one run has to do. */
async function timePeer(peer: Peer, text: string): Promise<number> {
  return medianOf(async () => {
    const start = performance.now();
    await peer.check(text);
    return performance.now() - start;
  }, 1);
}

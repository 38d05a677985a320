// Diagnostics in a warm process against the floor: the parser's own tree of the same text.
import { parseTree } from 'jsonc-parser';
import { parseDocument, stringify } from 'yaml';
import { AslDocument } from '../../server/src/analysis/document';
import { diagnostics } from '../../server/src/features/diagnostics';
import type { Notation } from '../../server/src/syntax/tree';
import { line, median } from './measure';
import { mixedMachine } from './samples';

const sizes: readonly [name: string, bytes: number][] = [
  ['8 KB', 8_000],
  ['100 KB', 100_000],
  ['1 MB', 1_000_000],
];

/** Prints a line a size and notation. */
export function benchDiagnostics(): void {
  for (const [name, bytes] of sizes) {
    const text = mixedMachine(bytes);
    console.log(line(`diagnostics, JSON, ${name}`, median(() => check(text, 'json')), 'jsonc-parser parseTree', median(() => parseTree(text))));
  }
  for (const [name, bytes] of sizes.slice(0, 2)) {
    const text = stringify(JSON.parse(mixedMachine(bytes)));
    console.log(line(`diagnostics, YAML, ${name}`, median(() => check(text, 'yaml'), 7, 3), 'yaml parseDocument', median(() => parseDocument(text), 7, 3)));
  }
}

function check(text: string, notation: Notation): void {
  diagnostics(new AslDocument(text, notation), 'bench:', (_rule, error) => {
    throw error;
  });
}

// After any edit a document says what a fresh one with the same text would say, though most of it is taken over from the version before.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { AslDocument } from '../../../server/src/analysis/document';
import { ExpressionCache } from '../../../server/src/analysis/expression-cache';
import { diagnostics } from '../../../server/src/features/diagnostics';
import type { Notation } from '../../../server/src/syntax/tree';
import { seeded } from '../../../server/src/simulator/seeded';
import { dataIn } from '../../support/data';
import { edit } from '../../support/edits';

/** A broken YAML text is read several times, to see what mends it. */
const editsEach = { json: 400, yaml: 150 };

suite('random edits', () => {
  for (const name of readdirSync('examples').filter((each) => /\.asl\.(json|yaml)$/.test(each))) {
    test(name, () => {
      const original = readFileSync(`examples/${name}`, 'utf8');
      const notation: Notation = name.endsWith('.json') ? 'json' : 'yaml';
      const next = seeded(name.length);
      const expressions = new ExpressionCache();
      let document = new AslDocument(original, notation, { expressions });
      for (let index = 0; index < editsEach[notation]; index++) {
        said(document, index);
        const text = edit(document.text, original, next);
        document = new AslDocument(text, notation, { expressions }, document);
        assert.deepEqual(said(document, index), said(new AslDocument(text, notation)), `after edit ${String(index)}, of this text:\n${text}`);
      }
    });
  }
});

function said(document: AslDocument, first = 0): unknown {
  const found = diagnostics(document, 'test:', (rule, error) => {
    throw new Error(`the rule ${rule.code} threw`, { cause: error });
  });
  return [found, dataIn(document, first)];
}

// While a person types, a conversion is either refused or gives text that can be read.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '../../../server/src/syntax/parse';
import { edited, offered } from '../../support/convert';
import { seeded } from '../../../server/src/simulator/seeded';
import { edit } from '../../support/edits';

const folder = join(import.meta.dirname, '../../../examples');

suite('conversions of half-typed definitions', () => {
  for (const file of readdirSync(folder).filter((each) => /\.asl\.(?:json|ya?ml)$|\.asl$/.test(each))) {
    test(file, () => {
      const notation = /ya?ml$/.test(file) ? 'yaml' : 'json';
      const original = readFileSync(join(folder, file), 'utf8');
      const next = seeded(11);
      for (let round = 0; round < 60; round++) {
        const text = edit(edit(original, original, next), original, next);
        const wasWhole = parse(text, notation).problems.length === 0;
        for (const action of offered(text, Math.floor(next() * text.length), notation)) {
          const after = edited(text, action);
          assert.ok(!wasWhole || parse(after, notation).problems.length === 0, after);
        }
      }
    });
  }
});

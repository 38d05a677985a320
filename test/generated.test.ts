import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generated } from '../scripts/docs';

suite('what is made from the rules and from the models of services (npm run docs writes it)', () => {
  for (const [path, text] of Object.entries(generated())) {
    test(path, () => {
      assert.equal(readFileSync(join(import.meta.dirname, '..', path), 'utf8'), text);
    });
  }
});

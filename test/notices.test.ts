import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notices } from '../scripts/notices.mjs';

suite('third-party notices', () => {
  test('name every package whose code is bundled (npm run notices writes them)', async () => {
    assert.equal(readFileSync(join(import.meta.dirname, '../THIRD-PARTY-NOTICES.txt'), 'utf8'), await notices());
  });
});

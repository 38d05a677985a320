// Whether the models in the repository are what the generator makes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generated, hasInputs } from '../../../scripts/models';
import { checksums, checksumsFile } from '../../../scripts/models/checksums';

const root = join(import.meta.dirname, '../../..');

suite('the models of services (npm run models writes them)', () => {
  test('were made by this generator from these packages, and nobody has changed them by hand', () => {
    assert.equal(checksums(), readFileSync(checksumsFile, 'utf8'));
  });

  test(`are made again byte for byte${hasInputs() ? '' : ': skipped, as the packages are not installed that they are read from (npm run models does it)'}`, function () {
    if (!hasInputs()) {
      this.skip();
    }
    this.timeout(120_000);
    for (const [path, text] of Object.entries(generated())) {
      // Comparing what differs in full would print a whole service.
      assert.ok(readFileSync(join(root, path), 'utf8') === text, path);
    }
  });
});

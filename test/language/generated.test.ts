import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'mocha';

const root = new URL('../../', import.meta.url);

suite('grammar files', () => {
  test('are what their sources say: run `npm run grammars`', async () => {
    const { grammars } = (await import(new URL('scripts/grammars.mjs', root).href)) as { grammars: Record<string, string> };
    for (const [path, text] of Object.entries(grammars)) {
      assert.equal(readFileSync(new URL(path, root), 'utf8'), text, path);
    }
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'mocha';
import { objects } from '../../server/src/spec/objects';
import { stateTypeNames } from '../../server/src/spec/state-types';
import { states } from '../../server/src/spec/states';

const root = new URL('../../', import.meta.url);

suite('grammar files', () => {
  test('are what their sources say: run `npm run grammars`', async () => {
    const { grammars } = (await import(new URL('scripts/grammars.mjs', root).href)) as { grammars: Record<string, string> };
    for (const [path, text] of Object.entries(grammars)) {
      assert.equal(readFileSync(new URL(path, root), 'utf8'), text, path);
    }
  });

  test('know every field and type that the server knows', async () => {
    const { everyField, types } = (await import(new URL('client/language/source/fields.mjs', root).href)) as Record<string, readonly string[]>;
    assert(everyField && types);
    // What credentials hold is colored as the payload that it looks like.
    const { credentials: _payload, ...tables } = objects;
    const fields = [...Object.values(tables), ...Object.values(states)].flatMap((it) => it.fields.map(({ name }) => name));
    assert.deepEqual(fields.filter((name) => !everyField.includes(name)), []);
    assert.deepEqual([...types].sort(), [...stateTypeNames].sort());
    assert.equal(new Set(everyField).size, everyField.length);
  });
});

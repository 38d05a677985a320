import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { diagnostics } from '../../../server/src/features/diagnostics';
import { rules } from '../../../server/src/rules';
import { documentOf, type Example } from '../../../server/src/rules/example';
import { services } from '../../support/services';

/** Advice that holds for a whole kind of task. An example about something else stays short and does without. */
const advice = 'missing-lambda-retry';

suite('what the rules say of themselves', () => {
  const codes = (example: Example, own: string): unknown[] =>
    diagnostics(documentOf(example, { services }), 'test:', () => assert.fail('a rule threw'))
      .map(({ code }) => code)
      .filter((code) => code === own || code !== advice);

  for (const { code, docs } of rules) {
    test(`${code}: the bad example shows this rule and no other`, () => {
      assert.deepEqual(codes(docs.bad, code), [code]);
    });
    test(`${code}: the good example shows none`, () => {
      assert.deepEqual(codes(docs.good, code), []);
    });
    test(`${code}: names its source`, () => {
      assert.match(docs.source, /^https:\/\/(states-language\.net|docs\.aws\.amazon\.com)\//);
    });
  }

  test('the list is sorted, and has every rule that has a file', () => {
    const folder = join(import.meta.dirname, '../../../server/src/rules');
    const files = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => readdirSync(join(folder, name)))
      .map((file) => file.replace('.ts', ''))
      // What the rules of a folder share is no rule.
      .filter((name) => name !== 'report' && name !== 'place');
    assert.deepEqual(
      rules.map(({ code }) => code),
      files.sort(),
    );
  });
});

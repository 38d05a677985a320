// Runs that AWS recorded of machines in JSONPath: the converted machine comes to the same end.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusFolder, jsonFiles } from '../../support/corpus';
import { edited, machineTitle, offered } from '../../support/convert';
import { run, type Json } from '../../support/jsonata-run';

interface Recording {
  readonly definition: Record<string, Json>;
  readonly input: Json;
  readonly mocks?: Record<string, { readonly output?: Json }[]>;
  readonly expected: { readonly status: string; readonly output?: Json };
  readonly placeholders?: readonly string[];
}

const runnable = new Set(['Pass', 'Choice', 'Wait', 'Succeed', 'Fail', 'Task']);

suite('recorded runs', () => {
  test('end alike after the conversion', async function () {
    this.timeout(120_000);
    const corpus = corpusFolder();
    if (!corpus) {
      this.skip();
    }
    const folder = join(corpus, 'executions');
    const different: string[] = [];
    let compared = 0;
    for (const file of jsonFiles(folder)) {
      const { definition, input, mocks = {}, expected, placeholders = [] } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Recording;
      const states = Object.values(definition['States'] as Record<string, { Type: string; QueryLanguage?: string }>);
      const text = JSON.stringify(definition, undefined, 2);
      const isOurs = definition['QueryLanguage'] !== 'JSONata' && states.every(({ Type }) => runnable.has(Type)) && placeholders.length === 0;
      // An object in a formatted text is the one value that comes out otherwise: docs/convert.md says so.
      const hasFormatted = /\{\w+=/.test(JSON.stringify(expected.output ?? null));
      const action = isOurs && !hasFormatted ? offered(text, 0, 'json').find(({ title, edit }) => edit && title === machineTitle) : undefined;
      if (!action || /"States\.(?:UUID|MathRandom)|\$\$\.(?!Execution\.Input)/.test(text)) {
        continue;
      }
      compared++;
      const end = await run(JSON.parse(edited(text, action)) as Record<string, Json>, input, mocks).then(
        (output) => ({ status: 'SUCCEEDED', output }),
        (error: unknown) => ({ status: 'FAILED', error: String(error) }),
      );
      const isAlike = end.status === expected.status && (!('output' in end) || isSame(expected.output, end.output));
      if (!isAlike) {
        different.push(`${file}: ${JSON.stringify(end)} instead of ${JSON.stringify(expected)}`);
      }
    }
    assert.deepEqual(different, []);
    assert.ok(compared > 200, `only ${String(compared)} were compared`);
  });
});

/** Equal values; what a recording hides in angle brackets may be any text. */
function isSame(expected: Json | undefined, actual: Json | undefined): boolean {
  if (typeof expected === 'string' && /<[^>]*>/.test(expected)) {
    return typeof actual === 'string';
  }
  if (typeof expected === 'object' && expected !== null && typeof actual === 'object' && actual !== null && !Array.isArray(expected) && !Array.isArray(actual)) {
    const names = Object.keys(expected);
    return names.length === Object.keys(actual).length && names.every((name) => isSame(expected[name], actual[name]));
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return expected.length === actual.length && expected.every((item, index) => isSame(item, actual[index]));
  }
  return expected === actual;
}

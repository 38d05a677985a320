// Refactorings over real definitions: each result reads, and comes to the same in both notations.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYamlText, stringify } from 'yaml';
import { AslDocument } from '../../../../server/src/analysis/document';
import { corpusFolder, jsonFiles } from '../../../support/corpus';
import { offers, outcome } from '../../../support/refactoring';

/** So many definitions, evenly from the whole corpus, and so many states in each. */
const most = { definitions: 80, states: 4 };

suite('Refactorings in the corpus', () => {
  const corpus = corpusFolder();
  if (!corpus) {
    test.skip('there is no corpus here');
    return;
  }

  test('leave texts that read and mean the same in both notations', () => {
    const folder = join(corpus, 'valid');
    const files = evenly(jsonFiles(folder), most.definitions);
    let done = 0;
    for (const file of files) {
      const json = readFileSync(join(folder, file), 'utf8');
      const yaml = stringify(JSON.parse(json));
      const [inJson, inYaml] = [json, yaml].map((text) => new AslDocument(text, text === json ? 'json' : 'yaml').definitions[0]?.states ?? []);
      for (const state of evenly(inJson ?? [], most.states)) {
        const twin = inYaml?.[inJson?.indexOf(state) ?? -1] ?? assert.fail(`${file}: "${state.name}" is in both`);
        const [at, twinAt] = [state.nameNode.span.start, twin.nameNode.span.start];
        const [all, twins] = [offers(json, 'json', { start: at, end: at }), offers(yaml, 'yaml', { start: twinAt, end: twinAt })];
        assert.deepEqual(twins.map(({ title, disabled }) => [title.replace('.asl.yaml', '.asl.json'), disabled]), all.map(({ title, disabled }) => [title, disabled]), file);
        for (const [index, action] of all.entries()) {
          const [result, other] = [outcome(json, action), twins[index] && outcome(yaml, twins[index])];
          if ('text' in result && other && 'text' in other) {
            assert.deepEqual(parseYamlText(other.text), JSON.parse(result.text), `${file}: ${action.title}`);
            done++;
          }
        }
      }
    }
    assert.ok(done > 5 * files.length, `only ${String(done)} were offered`);
  });
});

function evenly<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, Math.ceil(all.length / most));
  return all.filter((_each, index) => index % step === 0);
}

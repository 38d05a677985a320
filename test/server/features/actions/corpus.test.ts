// Refactorings over real definitions: each result reads, and comes to the same in both notations.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYamlText, stringify } from 'yaml';
import { AslDocument } from '../../../../server/src/analysis/document';
import { check } from '../../../../server/src/rules/check';
import { corpusFolder, jsonFiles } from '../../../support/corpus';
import { offers, outcome } from '../../../support/refactoring';
import { services } from '../../../support/services';

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

  test('deleting a state leaves no problem of the flow, and a new one can be deleted again', () => {
    const folder = join(corpus, 'valid');
    let [deleted, back] = [0, 0];
    for (const file of evenly(jsonFiles(folder), most.definitions)) {
      const text = readFileSync(join(folder, file), 'utf8');
      const before = countOf(text);
      const states = new AslDocument(text, 'json').definitions[0]?.states ?? [];
      const names = new Set(states.map(({ name }) => name));
      for (const state of evenly(states, most.states)) {
        const result = applied(text, state.nameNode.span.start, 'Delete state');
        if (result !== undefined) {
          const after = countOf(result);
          assert.deepEqual([...after].filter(([code, count]) => count > (before.get(code) ?? 0)), [], `${file}: without ${state.name}`);
          deleted++;
        }
        for (const { node } of state.references) {
          const inserted = applied(text, node.span.start + 1, 'Insert a state before');
          const added = inserted === undefined ? undefined : new AslDocument(inserted, 'json').definitions[0]?.states.find(({ name }) => !names.has(name));
          if (inserted !== undefined && added) {
            // White space at the end of a line is nothing that anybody wants kept.
            const plain = (written: string | undefined): string | undefined => written?.replace(/[ \t]+$/gm, '');
            assert.equal(plain(applied(inserted, added.nameNode.span.start, 'Delete state')), plain(text), `${file}: before ${state.name}`);
            back++;
          }
        }
      }
    }
    assert.ok(deleted > 50 && back > 50, `only ${String(deleted)} and ${String(back)}`);
  });
});

/** How often each rule about the flow of states has something to say; what says that a choice is none any more is the person's own doing. */
function countOf(text: string): Map<string, number> {
  const counted = new Map<string, number>();
  for (const { severity, rule: { code } } of check(new AslDocument(text, 'json', { services }), {}, (_rule, error) => assert.fail(String(error)))) {
    if (severity === 'error' || code.startsWith('endless-')) {
      counted.set(code, (counted.get(code) ?? 0) + 1);
    }
  }
  return counted;
}

/** The text that an action leaves, by the beginning of its title; `undefined` where it is not offered. */
function applied(text: string, at: number, title: string): string | undefined {
  const action = offers(text, 'json', { start: at, end: at }).find((each) => each.title.startsWith(title));
  const result = action && outcome(text, action);
  return result && 'text' in result ? result.text : undefined;
}

function evenly<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, Math.ceil(all.length / most));
  return all.filter((_each, index) => index % step === 0);
}

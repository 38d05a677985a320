// Ready-made states at places that nobody has chosen; `npm run corpus` goes through all of them, this through some.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../../server/src/simulator/seeded';
import { corpusFolder, jsonFiles } from '../support/corpus';
import { emptied, faultsOf, labels, layouts, placesIn, type Text } from './insertions';

const root = new URL('../../', import.meta.url);

/** Real definitions where there are any, else our own. */
function definitions(): Text[] {
  const folder = corpusFolder();
  if (folder !== undefined) {
    return jsonFiles(join(folder, 'valid')).map((file) => ({ notation: 'json', text: readFileSync(join(folder, 'valid', file), 'utf8') }));
  }
  const ours = readdirSync(new URL('templates/', root)).filter((file) => file.endsWith('.json') && file !== 'list.json');
  return ours.flatMap((file) => {
    const texts = JSON.parse(readFileSync(new URL(`templates/${file}`, root), 'utf8')) as Record<string, Record<Text['notation'], string[]>>;
    return Object.values(texts).flatMap(({ json, yaml }): Text[] => [{ notation: 'json', text: json.join('\n') }, { notation: 'yaml', text: yaml.join('\n') }]);
  });
}

suite('ready-made states, put in anywhere', () => {
  const next = seeded(7);
  const any = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
  const texts = definitions();
  const found: Record<string, [text: Text, offset: number, label: string][]> = {};
  for (const label of labels) {
    const definition = any(texts);
    const all = Object.entries(layouts(next() < 0.25 ? emptied(definition) : definition));
    const [layout, text] = any(all);
    (found[layout] ??= []).push([text, any(placesIn(text)), label]);
  }

  for (const [layout, insertions] of Object.entries(found)) {
    test(`${layout}: the rest stays as it is, and nothing new is wrong`, function () {
      this.timeout(60_000);
      for (const [text, offset, label] of insertions) {
        assert.deepEqual(faultsOf(text, offset, label), [], `${label} at ${String(offset)} of\n${text.text}`);
      }
    });
  }
});

// Writes the TextMate grammars from their sources in client/language/source. `npm run grammars`.
import { writeFileSync } from 'node:fs';
import expressions from '../client/language/source/expressions.mjs';
import json from '../client/language/source/json.mjs';
import yaml from '../client/language/source/yaml.mjs';

const files = {
  'asl-expressions.tmLanguage.json': expressions,
  'asl.tmLanguage.json': json,
  'asl-yaml.tmLanguage.json': yaml,
};

/** The files to write, by path from the repository's root. */
export const grammars = Object.fromEntries(
  Object.entries(files).map(([name, grammar]) => [`client/language/${name}`, `${JSON.stringify(grammar, undefined, 2)}\n`]),
);

if (process.argv[1] === import.meta.filename) {
  for (const [path, text] of Object.entries(grammars)) {
    writeFileSync(new URL(`../${path}`, import.meta.url), text);
  }
}

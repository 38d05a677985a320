// Comments at places made by chance: laying out and putting in order lose none, and are done once they have been done.
import assert from 'node:assert/strict';
import { TextDocument, type TextEdit } from 'vscode-languageserver-textdocument';
import { AslDocument } from '../../../server/src/analysis/document';
import { sortFields } from '../../../server/src/features/actions/sort-fields';
import { format } from '../../../server/src/features/format';
import { seeded } from '../../../server/src/simulator/seeded';
import { parse } from '../../../server/src/syntax/parse';
import { inYaml } from '../../../server/src/syntax/translate';
import { toValue, type Notation } from '../../../server/src/syntax/tree';

const machine =
  '{"States":{"A":{"Next":"B","Type":"Task","Resource":"x","Retry":[{"MaxAttempts":1,"ErrorEquals":["States.ALL"]}],"Parameters":{"z":1,"a":2}},' +
  '"B":{"End":true,"Type":"Parallel","Branches":[{"States":{"C":{"End":true,"Type":"Pass"}},"StartAt":"C"}]}},"StartAt":"A"}';

const ways: Readonly<Record<string, (document: AslDocument) => TextEdit[]>> = {
  'laid out': (document) => format(document, { tabSize: 2, insertSpaces: true }),
  'laid out in order': (document) => format(document, { tabSize: 2, insertSpaces: true }, 'canonical'),
  'put in order': (document) => sortFields(document, 'file:///a', 0)[0]?.edit?.changes?.['file:///a'] ?? [],
};

/** The machine with comments and line breaks behind some of its signs, or behind and above some of its lines. */
function withComments(notation: Notation, next: () => number): string {
  let count = 0;
  const words = (): string => `note ${count++};`;
  if (notation === 'yaml') {
    const around = (line: string): string[] => {
      const indent = /^ */.exec(line)?.[0] ?? '';
      return [[`${line} # ${words()}`], [`${indent}# ${words()}`, line], ['', line], [line, `${indent}# ${words()}`]][Math.floor(next() * 8)] ?? [line];
    };
    return inYaml(parse(machine, 'json')).trimEnd().split('\n').flatMap(around).join('\n') + '\n';
  }
  const behind = (sign: string): string => sign + ([` // ${words()}\n`, ` /* ${words()} */ `, '\n', '\n\n', `\n  // ${words()}\n`][Math.floor(next() * 12)] ?? ' ');
  return machine.replace(/"[^"]*":|"[^"]*"|[{}[\],]/g, (sign) => (sign.endsWith(':') ? sign : behind(sign)));
}

function notes(text: string): string[] {
  return (text.match(/note \d+;/g) ?? []).sort();
}

suite('comments', () => {
  for (const notation of ['json', 'yaml'] as const) {
    test(`in ${notation.toUpperCase()} stay, wherever they are`, () => {
      const next = seeded(7);
      let changed = 0;
      for (let round = 0; round < 120; round++) {
        const text = withComments(notation, next);
        const value = toValue(parse(text, notation).root);
        for (const [way, edits] of Object.entries(ways)) {
          const once = TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits(new AslDocument(text, notation)));
          assert.deepEqual(notes(once), notes(text), `${way}:\n${text}\n${once}`);
          assert.deepEqual(toValue(parse(once, notation).root), value, way);
          assert.deepEqual(edits(new AslDocument(once, notation)), [], `${way} twice:\n${text}\n${once}`);
          changed += once === text ? 0 : 1;
        }
      }
      assert.ok(changed > 330, `${changed} were changed`);
    });
  }
});

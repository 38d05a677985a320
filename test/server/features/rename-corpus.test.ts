// Renaming in definitions of many authors: nothing is lost on the way there and back.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Definition } from '../../../server/src/analysis/definition';
import { AslDocument } from '../../../server/src/analysis/document';
import { references } from '../../../server/src/features/references';
import { rename } from '../../../server/src/features/rename';
import type { StringNode } from '../../../server/src/syntax/tree';
import { corpusFolder, jsonFiles } from '../../support/corpus';

suite('rename in the corpus', () => {
  test('a state and a variable of each definition, and back again', function () {
    const folder = corpusFolder();
    if (folder === undefined) {
      this.skip();
    }
    for (const file of jsonFiles(join(folder, 'valid'))) {
      const text: string = readFileSync(join(folder, 'valid', file), 'utf8');
      checkThereAndBack(text, 'Renamed "state"', lastState, file);
      checkThereAndBack(text, 'renamedVariable', onlyVariable, file);
    }
  });
});

/** @param find gives the key that is renamed, in the document before and after */
function checkThereAndBack(text: string, newName: string, find: (definition: Definition, name: string | undefined) => Named | undefined, file: string): void {
  const [definition] = new AslDocument(text, 'json').definitions;
  const before = definition && find(definition, undefined);
  if (!before) {
    return;
  }
  const after = renamed(text, before.node.start + 1, newName, file);
  const document = new AslDocument(after, 'json');
  assert.deepEqual(document.problems, [], file);
  const [other] = document.definitions;
  const again = other && find(other, newName);
  assert.ok(again, file);
  assert.equal(references(document, again.node.start + 1, true).length, references(new AslDocument(text, 'json'), before.node.start + 1, true).length, file);
  assert.equal(renamed(after, again.node.start + 1, before.name, file), text, file);
}

interface Named {
  readonly name: string;
  readonly node: StringNode;
}

function lastState({ states }: Definition): Named | undefined {
  const state = states.at(-1);
  return state && { name: state.name, node: state.nameNode };
}

/** In another scope a name can be there twice, so that the way back would be refused. */
function onlyVariable({ variables: { assignments } }: Definition, wanted: string | undefined): Named | undefined {
  const found = assignments.find(({ name, machine }) => (wanted === undefined ? assignments.every((each) => each.machine === machine || each.name !== name) : name === wanted));
  return found && { name: found.name, node: found.key };
}

function renamed(text: string, offset: number, newName: string, file: string): string {
  const edits = rename(new AslDocument(text, 'json'), offset, newName);
  assert.ok(!('refused' in edits), `${file}: ${'refused' in edits ? edits.refused : ''}`);
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);
}

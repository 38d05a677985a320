// "Fix all": every fix that can be nothing else, one after the other, until none is left.
import type { CodeAction } from 'vscode-languageserver-types';
import { AslDocument } from '../../analysis/document';
import { check } from '../../rules/check';
import type { Levels } from '../../rules/config';
import type { Failed } from '../../rules/run';
import { TreeEditor } from '../../syntax/editor';
import { changesBetween } from '../../text/difference';
import { applyChanges, type TextChange } from '../../text/edit';
import { overlaps } from '../../text/span';
import { isFixable } from './fixes';

export const fixAllKind = 'source.fixAll.stepwise';

/** A fix can bring out what it hid, but two that undo each other must come to an end. */
const mostRounds = 10;

/** Applies the preferred fixes of a whole document; nothing where there are none. */
export function fixAll(document: AslDocument, uri: string, failed: Failed, levels: Levels = {}): CodeAction[] {
  const { notation, options, services } = document;
  let current = document;
  for (let round = 0; round < mostRounds; round++) {
    const changes = certainChanges(current, failed, levels);
    const text = applyChanges(current.text, changes);
    if (text === current.text) {
      break;
    }
    current = new AslDocument(text, notation, { ...options, services });
  }
  const edits = changesBetween(document.text, current.text).map(({ span, newText }) => ({ range: document.range(span), newText }));
  return edits.length === 0 ? [] : [{ title: 'Fix all that can be fixed for certain', kind: fixAllKind, edit: { changes: { [uri]: edits } } }];
}

/** The changes of all preferred fixes but those that touch what one before them changes. */
function certainChanges(document: AslDocument, failed: Failed, levels: Levels): TextChange[] {
  const made: TextChange[] = [];
  for (const problem of check(document, levels, failed)) {
    const tree = document.definitionAt(problem.span.start)?.tree ?? document.tree;
    const preferred = isFixable(tree) ? (problem.fixes ?? []).filter((fix) => fix.preferred) : [];
    const [fix] = preferred;
    if (!fix || preferred.length > 1) {
      continue;
    }
    const editor = new TreeEditor(tree);
    fix.edit(editor);
    if (editor.changes.every((change) => made.every(({ span }) => !overlaps(span, change.span)))) {
      made.push(...editor.changes);
    }
  }
  return made;
}

// "Put the fields in order": the order of Format Document in a definition that is laid out as somebody likes it, in a template too.
import type { CodeAction } from 'vscode-languageserver-types';
import { AslDocument } from '../../analysis/document';
import { withFieldsInOrder } from '../../analysis/ordered-fields';
import { isSame, type Json } from '../../expressions/value';
import { isComment, toValue, type Node } from '../../syntax/tree';
import { changesBetween } from '../../text/difference';
import { workingText } from './working-text';

export const sortFieldsKind = 'source.sortFields.stepwise';

/** Puts the fields of the definition at a place in order, or of the first one; nothing where they are, or where the text can't be read. */
export function sortFields(document: AslDocument, uri: string, offset: number): CodeAction[] {
  const { text, notation, options, services, definitions } = document;
  const definition = document.definitionAt(offset) ?? definitions[0];
  const start = definition?.host.span.start ?? 0;
  const working = document.problems.every(({ span }) => isComment(text, span)) ? workingText(document, { start, end: start }) : undefined;
  if (!definition || !working) {
    return [];
  }
  const ordered = working.toDocument(withFieldsInOrder(working.definition));
  const after = new AslDocument(ordered, notation, { ...options, services });
  const result = after.definitions[definitions.indexOf(definition)];
  const isSound = after.problems.length <= document.problems.length && result && isSame(valueOf(result.tree.root), valueOf(definition.tree.root));
  const edits = isSound ? changesBetween(text, ordered).map(({ span, newText }) => ({ range: document.range(span), newText })) : [];
  return edits.length === 0 ? [] : [{ title: 'Put the fields in order', kind: sortFieldsKind, edit: { changes: { [uri]: edits } } }];
}

function valueOf(root: Node | undefined): Json {
  return toValue(root) as Json;
}

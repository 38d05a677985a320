import { DocumentHighlightKind, type DocumentHighlight, type Range } from 'vscode-languageserver-types';
import type { AslDocument } from '../analysis/document';
import { mentionsOf, symbolAt, type Mention } from '../analysis/symbols';

/** Every place that names what is named under the cursor, in the order of the text. */
export function references(document: AslDocument, offset: number, withDeclaration: boolean): Range[] {
  return mentionsAt(document, offset)
    .filter(({ isDeclaration }) => withDeclaration || !isDeclaration)
    .map(({ span }) => document.range(span));
}

/** The same places to be marked: where a state is declared, or a variable gets its value, it is written. */
export function highlights(document: AslDocument, offset: number): DocumentHighlight[] {
  return mentionsAt(document, offset).map(({ span, isDeclaration }) => ({ range: document.range(span), kind: isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read }));
}

function mentionsAt(document: AslDocument, offset: number): Mention[] {
  const definition = document.definitionAt(offset);
  const found = definition && symbolAt(definition, offset);
  return found ? mentionsOf(definition, found.thing) : [];
}

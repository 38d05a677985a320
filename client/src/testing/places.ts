// From offsets in a text to places in an editor. The text need not be open.
import * as vscode from 'vscode';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../../server/src/text/span';

export type RangeOf = (span: Span) => vscode.Range;

export function rangesIn(text: string): RangeOf {
  const document = TextDocument.create('', '', 0, text);
  return ({ start, end }) => {
    const from = document.positionAt(start);
    // A block of YAML ends where the next one begins.
    const to = document.positionAt(start + text.slice(start, end).trimEnd().length);
    return new vscode.Range(from.line, from.character, to.line, to.character);
  };
}

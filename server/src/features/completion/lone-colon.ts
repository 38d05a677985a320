// A line of YAML whose key is not there any more: `    : Save`. The notation can't be read so, but with a key it can.
import type { CompletionItem, Position, Range } from 'vscode-languageserver-types';
import { AslDocument } from '../../analysis/document';
import { lineStart } from '../../syntax/layout';

/** The document with a letter for the key, where the cursor is before a colon that has none. */
export function withKeyAt({ text, notation, options }: AslDocument, offset: number): AslDocument | undefined {
  const isLone = notation === 'yaml' && /^:(?:\s|$)/.test(text.slice(offset, offset + 2)) && /^[ \t]*(?:- +)*$/.test(text.slice(lineStart(text, offset), offset));
  return isLone ? new AslDocument(`${text.slice(0, offset)}x${text.slice(offset)}`, notation, options) : undefined;
}

/** An item for the document with the letter, as one for the document without it. */
export function withoutKey(item: CompletionItem, { line, character }: Position): CompletionItem {
  const back = (position: Position): Position => (position.line === line && position.character > character ? { line, character: position.character - 1 } : position);
  const shifted = ({ start, end }: Range): Range => ({ start: back(start), end: back(end) });
  return {
    ...item,
    ...(item.textEdit && 'range' in item.textEdit && { textEdit: { ...item.textEdit, range: shifted(item.textEdit.range) } }),
    ...(item.additionalTextEdits && { additionalTextEdits: item.additionalTextEdits.map((edit) => ({ ...edit, range: shifted(edit.range) })) }),
  };
}

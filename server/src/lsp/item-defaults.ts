// What most items of a list of suggestions say alike is said once, where the client can take that: a list has up to a thousand.
import { InsertTextFormat, type CompletionItem, type CompletionList, type Range } from 'vscode-languageserver';

/**
 * The same list in fewer words.
 *
 * @param known what the client takes a default of, by the protocol's names
 */
export function withDefaults(list: CompletionList, known: readonly string[]): CompletionList {
  const editRange = known.includes('editRange') ? mostCommon(list.items.flatMap(({ textEdit }) => (textEdit && 'range' in textEdit ? [textEdit.range] : [])), isSame) : undefined;
  const insertTextFormat = known.includes('insertTextFormat') ? mostCommon(list.items.map(formatOf), Object.is) : undefined;
  if (!editRange && insertTextFormat === undefined) {
    return list;
  }
  const items = list.items.map((item) => withoutFormat(editRange ? withoutRange(item, editRange) : item, insertTextFormat));
  return { ...list, items, itemDefaults: { ...(editRange && { editRange }), ...(insertTextFormat !== undefined && { insertTextFormat }) } };
}

/** Of a few different ones. */
function mostCommon<T>(all: readonly T[], isEqual: (one: T, other: T) => boolean): T | undefined {
  const counts: { readonly value: T; count: number }[] = [];
  for (const value of all) {
    const known = counts.find((each) => isEqual(each.value, value));
    if (known) {
      known.count++;
    } else {
      counts.push({ value, count: 1 });
    }
  }
  return counts.toSorted((one, other) => other.count - one.count)[0]?.value;
}

function withoutRange(item: CompletionItem, range: Range): CompletionItem {
  const { textEdit, filterText, ...rest } = item;
  if (!textEdit || !('range' in textEdit) || !isSame(textEdit.range, range)) {
    return item;
  }
  const { newText } = textEdit;
  return { ...rest, ...(filterText !== undefined && filterText !== item.label && { filterText }), ...(newText !== item.label && { textEditText: newText }) };
}

function withoutFormat(item: CompletionItem, format: InsertTextFormat | undefined): CompletionItem {
  const { insertTextFormat, ...rest } = item;
  return format === undefined ? item : formatOf(item) === format ? rest : { ...rest, insertTextFormat: insertTextFormat ?? InsertTextFormat.PlainText };
}

function formatOf({ insertTextFormat }: CompletionItem): InsertTextFormat {
  return insertTextFormat ?? InsertTextFormat.PlainText;
}

function isSame(one: Range, other: Range): boolean {
  return one.start.line === other.start.line && one.start.character === other.start.character && one.end.line === other.end.line && one.end.character === other.end.character;
}

// Each definition in the other notation and back again.
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse as parseYaml } from 'yaml';
import { withFieldsInOrder } from '../../server/src/analysis/ordered-fields';
import { isSame, type Json } from '../../server/src/expressions/value';
import { format, type FieldOrder } from '../../server/src/features/format';
import { toValue } from '../../server/src/syntax/tree';
import { against, documentOf, Misses, newAgainst, translated, type Original } from './misses';

const layout = { tabSize: 2, insertSpaces: true };

/** The layout changes no meaning, and is there once it has been made; so does the order of fields. */
function checkFormat(original: Original, fieldOrder: FieldOrder, misses: Misses): void {
  const kind = `${original.notation} laid out anew${fieldOrder === 'keep' ? '' : ', with its fields in order'}`;
  misses.count(kind);
  const document = documentOf(original);
  const formatted = (text: string): string => TextDocument.applyEdits(TextDocument.create('', '', 0, text), format(documentOf({ ...original, text }), layout, fieldOrder));
  const text = formatted(original.text);
  const after = documentOf({ ...original, text });
  if (!isSame(toValue(after.tree.root) as Json, toValue(document.tree.root) as Json) || newAgainst(against(after), against(document)).length > 0) {
    misses.miss(kind, `${original.file}: another meaning`);
  }
  if (formatted(text) !== text) {
    misses.miss(kind, `${original.file}: twice is not once`);
  }
  if (fieldOrder === 'canonical' && after.definitions.some((definition) => withFieldsInOrder(definition) !== text)) {
    misses.miss(kind, `${original.file}: not in order`);
  }
}

/** Prints how many were translated, and each that came back as something else. */
export function reportNotations(originals: readonly Original[], verbose: boolean): void {
  const misses = new Misses();
  for (const original of originals) {
    const kind = `${original.notation} to the other notation`;
    misses.count(kind);
    const there = translated(original);
    const back = there && translated(there);
    const document = documentOf(original);
    const value = toValue(document.tree.root) as Json;
    if (!there || !back) {
      misses.miss(kind, `${original.file}: refused`);
      continue;
    }
    const more = newAgainst(against(documentOf(there)), against(document));
    if (more.length > 0) {
      misses.miss(kind, `${original.file}: new: ${more.join(', ')}`);
    }
    if (!isSame(toValue(documentOf(back).tree.root) as Json, value)) {
      misses.miss(kind, `${original.file}: back: another meaning`);
    }
    // What another reader of YAML makes of it, where nothing is filled in later.
    if (there.notation === 'yaml' && !there.text.includes('${') && !isSame(parseYaml(there.text) as Json, value)) {
      misses.miss(kind, `${original.file}: another meaning for others`);
    }
    for (const each of [original, there]) {
      checkFormat(each, 'keep', misses);
      checkFormat(each, 'canonical', misses);
    }
    const again = translated(back);
    if (again?.text !== there.text) {
      misses.count(`${kind}: twice there is not once there, for blank lines and comments`);
    }
  }
  misses.report('Definitions in the other notation, and back again', verbose);
}

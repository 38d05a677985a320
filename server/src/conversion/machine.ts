// A whole machine in JSONata, or as much of it as can be.
import type { TreeEditor } from '../syntax/editor';
import { property, type ObjectNode } from '../syntax/tree';
import type { Conversion } from './state';

/**
 * Writes the states in JSONata. A machine in JSONata can hold none in JSONPath, so the machine itself becomes one where all states do;
 * else each converted state says its language.
 */
export function applyAll(machine: ObjectNode, conversions: readonly Conversion[], editor: TreeEditor): void {
  const isWhole = conversions.every(({ reasons }) => reasons.length === 0);
  for (const conversion of conversions) {
    if (conversion.reasons.length === 0) {
      conversion.apply(editor, !isWhole);
    }
  }
  if (!isWhole) {
    return;
  }
  const language = property(machine, 'QueryLanguage')?.value;
  const first = property(machine, 'Comment') ?? property(machine, 'StartAt');
  if (language) {
    editor.setValue(language, 'JSONata');
  } else if (first) {
    editor.insertAfter(first, 'QueryLanguage', 'JSONata');
  } else {
    editor.insert(machine, 'QueryLanguage', 'JSONata');
  }
}

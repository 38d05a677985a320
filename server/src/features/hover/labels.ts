// What a label is, in words: on the label of a Map state, and where an ARN names it.
import type { Definition } from '../../analysis/definition';
import { labelsOf } from '../../analysis/labels';
import { mentionsOf, symbolAt } from '../../analysis/symbols';
import { longestLabel } from '../../spec/label';
import { pageOfObject } from '../../spec/pages';
import { code, escape } from '../../text/markdown';
import type { Span } from '../../text/span';

/** The label under a cursor; `undefined` where none is. */
export function describeLabel(definition: Definition, offset: number): { readonly text: string; readonly span: Span } | undefined {
  const found = labelsOf(definition).length > 0 ? symbolAt(definition, offset) : undefined;
  if (found?.thing.kind !== 'label') {
    return undefined;
  }
  const { name } = found.thing;
  const states = labelsOf(definition).filter((label) => label.name === name).map(({ state }) => escape(`"${state.name}"`));
  const uses = mentionsOf(definition, found.thing).filter(({ isDeclaration }) => !isDeclaration).length;
  const lines = [
    `**${escape(name)}** · label of ${states.join(' and of ')}`,
    `Names the map in the ARN of its run, ${code(`…:mapRun:machine/${name}:id`)}, and of the run of each item or batch, ${code(`…:execution:machine/${name}:id`)}.`,
    `Up to ${String(longestLabel)} characters, without white space, wildcards, brackets and most other signs; there once in the whole definition. Without one it is made from the state's name.`,
    uses === 0 ? 'No ARN in this definition names it.' : uses === 1 ? 'One ARN here names it.' : `${String(uses)} ARNs here name it.`,
    `[Developer Guide](${pageOfObject('state', 'Map')})`,
  ];
  return { text: lines.join('\n\n'), span: found.mention.span };
}

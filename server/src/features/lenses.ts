import type { CodeLens } from 'vscode-languageserver-types';
import type { AslDocument } from '../analysis/document';
import type { Reference, State } from '../model/machine';
import { showReferencesCommand } from '../protocol/references';

/** How often each state is named, above its name. */
export function lenses(document: AslDocument, uri: string): CodeLens[] {
  return document.definitions.flatMap((definition) => {
    const leading = new Map<State, Reference[]>();
    for (const reference of definition.references) {
      const { target } = reference;
      if (target) {
        const found = leading.get(target);
        if (found) {
          found.push(reference);
        } else {
          leading.set(target, [reference]);
        }
      }
    }
    return definition.states.map((state) => {
      const range = document.range(state.nameNode.span);
      const references = leading.get(state) ?? [];
      const locations = references.map(({ node, name }) => ({ uri, range: document.range(definition.inside(node, { start: 0, end: name.length }).span) }));
      const title = references.length === 1 ? '1 reference' : `${String(references.length)} references`;
      return { range, command: { title, command: showReferencesCommand, arguments: [uri, range.start, locations] } };
    });
  });
}

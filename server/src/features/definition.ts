import type { Range } from 'vscode-languageserver-types';
import type { AslDocument } from '../analysis/document';
import { nameAt } from '../analysis/query';

/** Where the state that is named under the cursor is defined. */
export function definition(document: AslDocument, offset: number): Range | undefined {
  const here = document.definitionAt(offset);
  const named = here && nameAt(here, offset);
  const state = named && ('scope' in named ? named.target : named);
  return state && document.range(state.nameNode.span);
}

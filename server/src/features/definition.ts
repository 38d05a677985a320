import type { Range } from 'vscode-languageserver-types';
import type { AslDocument } from '../analysis/document';
import { mentionsOf, symbolAt } from '../analysis/symbols';

export interface Definitions {
  /** What is named under the cursor. */
  readonly origin: Range;
  readonly targets: readonly Range[];
}

/** Where the state under the cursor is declared; all places that give the variable there a value. */
export function definition(document: AslDocument, offset: number): Definitions | undefined {
  const here = document.definitionAt(offset);
  const found = here && symbolAt(here, offset);
  const targets = found ? mentionsOf(here, found.thing).filter(({ isDeclaration }) => isDeclaration) : [];
  return found && targets.length > 0 ? { origin: document.range(found.mention.span), targets: targets.map(({ span }) => document.range(span)) } : undefined;
}

// From a mock to the state that it is for, and back; and one name for both.
import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { AslDocument } from '../../analysis/document';
import { symbolAt } from '../../analysis/symbols';
import type { MocksDocument } from '../../mocks/document';
import { renamed, stateMentions, type StateMention } from '../../mocks/mentions';
import type { State } from '../../model/machine';
import { TreeEditor } from '../../syntax/editor';
import { touches } from '../../text/span';

/** The state under the cursor of a file with mocks: where it is named there, and the states themselves. */
export function mockedStatesAt(document: MocksDocument, offset: number): { readonly origin: Range; readonly mention: StateMention; readonly machine: string } | undefined {
  const mention = stateMentions(document).find(({ node }) => touches(node.span, offset));
  return mention && { origin: document.range(mention.node.span), mention, machine: mention.machine };
}

/** The name that can be changed under the cursor of a file with mocks: of a path its last part. */
export function prepareRenameOfMocked(document: MocksDocument, offset: number): { readonly range: Range; readonly placeholder: string } | undefined {
  const { node, states: [state] = [] } = mockedStatesAt(document, offset)?.mention ?? {};
  return node && state && { range: document.range(document.inside(node, { start: node.value.length - state.name.length, end: node.value.length })), placeholder: state.name };
}

/** Where the mocks of the state under the cursor of its definition are. */
export function mocksOfState(document: AslDocument, offset: number, mocks: MocksDocument): Range[] {
  const state = stateAt(document, offset);
  return state ? stateMentions(mocks).filter(({ states }) => states.some((each) => isSame(each, state))).map(({ node }) => mocks.range(node.span)) : [];
}

/** What changes in a file with mocks when the state under the cursor of its definition gets another name. */
export function renameInMocks(document: AslDocument, offset: number, newName: string, mocks: MocksDocument): TextEdit[] {
  const state = stateAt(document, offset);
  return state ? renameState(state, newName, mocks) : [];
}

function renameState(state: State, newName: string, mocks: MocksDocument): TextEdit[] {
  const editor = new TreeEditor(mocks.tree);
  for (const mention of stateMentions(mocks)) {
    const own = mention.states.flatMap((each) => [each, ...ownersOf(each)]).find((each) => isSame(each, state));
    const text = own && renamed(mention, own, newName);
    if (text !== undefined) {
      editor.setString(mention.node, text);
    }
  }
  return editor.changes.map((change) => ({ range: mocks.range(change.span), newText: change.newText }));
}

function ownersOf(state: State): State[] {
  const { owner } = state.machine;
  return owner ? [owner, ...ownersOf(owner)] : [];
}

function stateAt(document: AslDocument, offset: number): State | undefined {
  const here = document.definitionAt(offset);
  const thing = here && symbolAt(here, offset)?.thing;
  return thing?.kind === 'state' ? thing.state : undefined;
}

/** The two files may have been read at different times, so a state is known by where it stands. */
function isSame(one: State, other: State): boolean {
  return one === other || (one.name === other.name && one.nameNode.start === other.nameNode.start);
}

// The files that actions make, under names that are free: where a file is there already an editor does nothing, and does not say so.
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-types';
import { decoded, nameOf } from '../../text/address';

/** So many names are tried. */
const mostNames = 9;

/** The address of the file that an action makes. */
export function fileMade({ edit }: CodeAction): string | undefined {
  return edit?.documentChanges?.map((change) => ('kind' in change && change.kind === 'create' ? change.uri : undefined)).find((uri) => uri !== undefined);
}

/** The address and those like it that would do as well: `a.asl.json`, `a-2.asl.json` and on. */
function addressesLike(uri: string): string[] {
  const [, stem = uri, ending = ''] = /^(.*?)(\.asl(?:\.[a-z]+)?)$/.exec(uri) ?? [];
  return [uri, ...Array.from({ length: mostNames - 1 }, (_, index) => `${stem}-${String(index + 2)}${ending}`)];
}

/** The names of all files that the actions would make, and of those that would do as well. */
export function namesWanted(actions: readonly CodeAction[]): string[] {
  return actions.flatMap((action) => fileMade(action) ?? []).flatMap(addressesLike).map(nameOf);
}

/**
 * The actions with their files at addresses that are free.
 *
 * @param found the addresses of those files of `namesWanted` that are there
 */
export function atFreeAddresses(actions: readonly CodeAction[], found: readonly (string | null)[]): CodeAction[] {
  const taken = new Set(found.map((file) => decoded(file ?? '')));
  return actions.map((action) => atFreeAddress(action, (address) => taken.has(decoded(address))));
}

/** The action with its file at the first address that is free; it can't be done where none is. */
function atFreeAddress(action: CodeAction, isTaken: (uri: string) => boolean): CodeAction {
  const made = fileMade(action);
  if (made === undefined || !isTaken(made)) {
    return action;
  }
  const { title, kind, edit } = action;
  const free = addressesLike(made).find((uri) => !isTaken(uri));
  return free === undefined || !edit
    ? { title, ...(kind !== undefined && { kind }), disabled: { reason: `"${nameOf(made)}" is there already.` } }
    : { ...action, title: title.replace(`"${nameOf(made)}"`, () => `"${nameOf(free)}"`), edit: movedTo(edit, made, free) };
}

function movedTo(edit: WorkspaceEdit, from: string, to: string): WorkspaceEdit {
  const documentChanges = edit.documentChanges?.map((change) => {
    if ('textDocument' in change) {
      return change.textDocument.uri === from ? { ...change, textDocument: { ...change.textDocument, uri: to } } : change;
    }
    return change.kind === 'create' && change.uri === from ? { ...change, uri: to } : change;
  });
  return { ...edit, ...(documentChanges && { documentChanges }) };
}

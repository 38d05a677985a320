// "Stepwise: Insert State…": a ready-made state of one's choice, put where it belongs near the cursor, its tab stops alive.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { readyStatesRequest, type ReadyState, type ReadyStatesParams } from '../../../server/src/protocol/insert-state';

/** Registers the command. */
export function registerInsertState(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('stepwise.insertState', async () => {
    const editor = vscode.window.activeTextEditor;
    const found = editor && (await statesNear(client, editor));
    if (!found || found.length === 0) {
      void vscode.window.showInformationMessage(found ? 'The definition at the cursor has no room for a state.' : 'There is no state machine at the cursor.');
      return;
    }
    const { version } = editor.document;
    const picked = await vscode.window.showQuickPick(
      found.flatMap((state, index) => {
        const { label, group, title, description } = state;
        const item = { label, description: title, detail: description, state };
        return group === found[index - 1]?.group ? [item] : [{ label: group, kind: vscode.QuickPickItemKind.Separator, state: undefined }, item];
      }),
      { placeHolder: 'Which one?', matchOnDescription: true, matchOnDetail: true },
    );
    // While the list was open the text may have been changed by something else; the places would then be wrong.
    if (picked?.state && editor.document.version === version) {
      await insert(editor, picked.state);
    }
  });
}

/**
 * Puts in a state of one's own near the cursor of an editor.
 *
 * @param text a JSON object that holds the state under its name
 * @returns false where the editor has no machine with room for one
 */
export async function insertReadyState(client: BaseLanguageClient, editor: vscode.TextEditor, text: string): Promise<boolean> {
  const { version } = editor.document;
  const [state] = (await statesNear(client, editor, text)) ?? [];
  if (!state || editor.document.version !== version) {
    return false;
  }
  await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  await insert(editor, state);
  return true;
}

async function statesNear(client: BaseLanguageClient, { document, selection }: vscode.TextEditor, own?: string): Promise<ReadyState[] | null> {
  const params = { textDocument: { uri: document.uri.toString() }, position: client.code2ProtocolConverter.asPosition(selection.active), ...(own !== undefined && { own }) } satisfies ReadyStatesParams;
  return client.sendRequest<ReadyState[] | null>(readyStatesRequest, params);
}

async function insert(editor: vscode.TextEditor, { range: { start, end }, snippet }: ReadyState): Promise<void> {
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  await editor.insertSnippet(new vscode.SnippetString(snippet), range, { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true });
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

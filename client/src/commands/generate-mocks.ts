// "Stepwise: Generate Mocks": what the tasks of a state machine answer, as a file beside it. Where there is one, only what it lacks is added.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { exists } from '../files';
import { mocksBeside } from '../../../server/src/mocks/names';
import { generateMocksRequest, type GenerateMocksAnswer, type GenerateMocksParams } from '../../../server/src/protocol/mocks';
import { languageIds } from '../client';

/** Registers the command. It is about the file that is clicked on, else about the active editor. */
export function registerGenerateMocks(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('stepwise.generateMocks', async (clicked?: unknown) => {
    const editor = vscode.window.activeTextEditor;
    const document = clicked instanceof vscode.Uri ? await vscode.workspace.openTextDocument(clicked) : editor?.document;
    if (!document) {
      void vscode.window.showInformationMessage('Open a state machine first: its tasks are what is mocked.');
      return;
    }
    const existing = await existingBeside(document.uri);
    const position = editor?.document === document ? editor.selection.active : new vscode.Position(0, 0);
    const answer = await client.sendRequest<GenerateMocksAnswer>(generateMocksRequest, {
      textDocument: { uri: document.uri.toString() },
      // As it is a worker would get an object without line and character.
      position: client.code2ProtocolConverter.asPosition(position),
      ...(existing && { existing: { uri: existing.uri.toString(), text: existing.getText() } }),
    } satisfies GenerateMocksParams);
    if (!answer || 'refused' in answer) {
      void vscode.window.showWarningMessage(answer?.refused ?? 'There is no state machine in this file.');
      return;
    }
    await (existing ? replace(existing, answer.text) : show(document, answer.text));
    if (answer.remarks.length > 0) {
      void vscode.window.showInformationMessage(answer.remarks.join(' '));
    }
  });
}

async function existingBeside(definition: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  for (const path of definition.scheme === 'untitled' ? [] : mocksBeside(definition.path)) {
    const uri = definition.with({ path });
    if (await exists(uri)) {
      return vscode.workspace.openTextDocument(uri);
    }
  }
  return undefined;
}

/** Not saved, so that the person sees what is new and can take it back. */
async function replace(document: vscode.TextDocument, text: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  const end = document.positionAt(document.getText().length);
  if (text !== document.getText()) {
    await editor.edit((edit) => {
      edit.replace(new vscode.Range(new vscode.Position(0, 0), end), text);
    });
  }
}

/** A new file; where none can be made, a text that no file holds yet. */
async function show({ uri, languageId }: vscode.TextDocument, text: string): Promise<void> {
  const [path] = uri.scheme !== 'untitled' && languageIds.some((id) => id === languageId) ? mocksBeside(uri.path) : [];
  if (path !== undefined) {
    const place = uri.with({ path });
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(place, { overwrite: false, contents: new TextEncoder().encode(text) });
    if (await vscode.workspace.applyEdit(edit).then((isDone) => isDone, () => false)) {
      await vscode.window.showTextDocument(place);
      return;
    }
  }
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'yaml', content: text }));
}

// A task of a note, put into the state machine that is being edited.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { insertReadyState } from '../commands/insert-state';

/** @param text a JSON object that holds one state under its name */
export async function insertTask(client: BaseLanguageClient, text: string): Promise<void> {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.languageId.startsWith('asl'));
  if (!editor || !(await insertReadyState(client, editor, text))) {
    const document = await vscode.workspace.openTextDocument({ language: 'asl', content: aloneInAMachine(text) });
    await vscode.window.showTextDocument(document);
  }
}

/** A machine with that state alone. */
function aloneInAMachine(text: string): string {
  const states = JSON.parse(text) as Record<string, unknown>;
  return `${JSON.stringify({ StartAt: Object.keys(states)[0], States: states }, undefined, 2)}\n`;
}

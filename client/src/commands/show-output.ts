import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** `Stepwise: Show Output`. */
export function showOutput(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('stepwise.showOutput', () => {
    client.outputChannel.show();
  });
}

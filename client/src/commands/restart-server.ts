import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** `Stepwise: Restart Language Server`. */
export function restartServer(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('stepwise.restartServer', async () => {
    try {
      if (client.isRunning()) {
        await client.stop();
      }
      await client.start();
    } catch (error) {
      client.error('The language server did not start again.', error, 'force');
    }
  });
}

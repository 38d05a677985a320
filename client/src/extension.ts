// What both entries share, feature by feature: the language client, its commands and status, the Study view.
import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { registerExplainRule } from './commands/explain-rule';
import { restartServer } from './commands/restart-server';
import { showOutput } from './commands/show-output';
import { watchConfigFiles } from './config-file';
import { registerStatus } from './status';
import { registerStudy } from './study/register';

/** Starts everything. The server starts in the background: nothing here waits for it. */
export function activate(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  context.subscriptions.push(
    client,
    registerExplainRule(client),
    restartServer(client),
    showOutput(client),
    registerStatus(client),
    registerStudy(context),
    watchConfigFiles(client),
  );
  // A failed start is shown by the client itself, with a way to its output.
  void client.start().catch(() => undefined);
}

// The extension in a browser: the server is a web worker.
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientId, clientName, clientOptions } from '../client';
import { activate as activateShared } from '../extension';

export function activate(context: vscode.ExtensionContext): void {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.web.js');
  // A worker of its own for each start, so that a restart leaves nothing behind.
  const start = (): Promise<Worker> => Promise.resolve(new Worker(script.toString(true)));
  activateShared(context, new LanguageClient(clientId, clientName, start, clientOptions()));
}

// The extension in a browser: the server is a web worker.
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientId, clientName, clientOptions } from '../client';
import { activate as activateShared } from '../extension';

export function activate(context: vscode.ExtensionContext): void {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.web.js');
  let worker: Worker | undefined;
  // A restart begins with a fresh worker; the one before would otherwise live on.
  const start = (): Promise<Worker> => {
    worker?.terminate();
    worker = new Worker(script.toString(true));
    return Promise.resolve(worker);
  };
  activateShared(context, new LanguageClient(clientId, clientName, start, clientOptions()));
}

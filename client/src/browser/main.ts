// The extension in a browser: the server is a web worker.
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { readServiceRequest } from '../../../server/src/protocol/services';
import { clientId, clientName, clientOptions } from '../client';
import { activate as activateShared, type Exports } from '../extension';
import { WorkflowTypes } from '../workflow-type';

export function activate(context: vscode.ExtensionContext): Exports {
  const workflowTypes = new WorkflowTypes(context.workspaceState);
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js');
  let worker: Worker | undefined;
  const start = async (): Promise<MessageTransports> => {
    // A restart begins with a fresh worker; the one before would otherwise live on.
    worker?.terminate();
    worker = await startWorker(script);
    // Not the worker itself: the client would not know it, since VS Code wraps the constructor that it compares with.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const client = new LanguageClient(clientId, clientName, start, clientOptions(workflowTypes));
  const services = vscode.Uri.joinPath(context.extensionUri, 'server', 'data', 'services');
  client.onRequest(readServiceRequest, async (name: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(services, `${name}.jsonl`))));
  return activateShared(context, workflowTypes, client);
}

/** Read through the editor and not by its address: a worker can't be started from where a remote extension's files are. */
async function startWorker(script: vscode.Uri): Promise<Worker> {
  const code = new Uint8Array(await vscode.workspace.fs.readFile(script));
  const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  return new Worker(address);
}

// The extension on the desktop and on a remote machine: the server is a process of its own.
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { callHandler } from '../../../server/src/handlers/call';
import { clientId, clientName, clientOptions } from '../client';
import { activate as activateShared, type Exports } from '../extension';
import { WorkflowTypes } from '../workflow-type';

export function activate(context: vscode.ExtensionContext): Exports {
  const workflowTypes = new WorkflowTypes(context.workspaceState);
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return activateShared(context, workflowTypes, new LanguageClient(clientId, clientName, { run, debug }, clientOptions(workflowTypes)), (handler, event, place) => callHandler(handler, event, place));
}

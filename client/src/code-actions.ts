// The actions of the server: one that opens a file takes an address of the editor's own, which on a remote machine is another one than the server's.
import * as vscode from 'vscode';
import type { CodeActionMiddleware } from 'vscode-languageclient';

/** The editor's command that opens an address. */
export const openCommand = 'vscode.open';

/** Stands between the editor and the server. */
export const codeActions: CodeActionMiddleware = {
  provideCodeActions: async (document, range, context, token, next) => {
    const actions = await next(document, range, context, token);
    actions?.forEach(withAddress);
    return actions;
  },
  resolveCodeAction: async (action, token, next) => {
    const resolved = await next(action, token);
    return resolved && withAddress(resolved);
  },
};

function withAddress<A extends vscode.Command | vscode.CodeAction>(action: A): A {
  const { command } = action;
  if (typeof command === 'object' && command.command === openCommand) {
    command.arguments = ((command.arguments ?? []) as unknown[]).map((address) => (typeof address === 'string' ? vscode.Uri.parse(address) : address));
  }
  return action;
}

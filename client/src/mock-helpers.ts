// What mocks can ask for in the editor: the server for what a service answers by default, and, on the person's own machine and where they trust
// the workspace, their own functions.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { defaultAnswerRequest, type DefaultAnswerParams } from '../../server/src/protocol/mocks';
import { MockMistake } from '../../server/src/simulator/mocks/mistake';
import type { HandlerResult, MockHelpers } from '../../server/src/simulator/mocks/mocks';

/** A value as runs have it. */
type Json = Parameters<NonNullable<MockHelpers['callHandler']>>[1];

/** Runs a function in a process of its own. */
export type RunHandler = (handler: string, event: Json, place: { readonly folder: string; readonly root: string; print(text: string): void }) => Promise<HandlerResult>;

/** Helpers for a file with mocks. */
export type HelpersFor = (mocks: vscode.Uri | undefined) => MockHelpers;

/** @param runHandler `undefined` in a browser */
export function mockHelpers(client: BaseLanguageClient, runHandler: RunHandler | undefined): HelpersFor {
  return (mocks) => ({
    defaultAnswer: async ({ resource, arguments: given }) => client.sendRequest<Json>(defaultAnswerRequest, { resource, arguments: given } satisfies DefaultAnswerParams),
    callHandler: async (handler, event) => {
      const folder = mocks && vscode.Uri.joinPath(mocks, '..');
      if (!vscode.workspace.isTrusted) {
        throw new MockMistake(`A mock calls ${handler}. Its code is not run, since this workspace is not trusted: "Workspaces: Manage Workspace Trust" changes that.`);
      }
      if (!runHandler || folder?.scheme !== 'file') {
        throw new MockMistake(`A mock calls ${handler}. Its code can be run only where the files are on the machine of the editor, and not in a browser.`);
      }
      const root = vscode.workspace.getWorkspaceFolder(folder)?.uri ?? folder;
      return runHandler(handler, event, { folder: folder.fsPath, root: root.fsPath, print: (text) => { client.outputChannel.append(text); } });
    },
  });
}

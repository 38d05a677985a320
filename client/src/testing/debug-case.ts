// A case in the debugger.
import * as vscode from 'vscode';
import { debugType } from '../debug/configuration';
import { pathOf } from '../debug/files';
import type { CaseAt } from './items';
import type { ReadyCase } from './prepare';

/** Debugs a case until the session is over. Gives `false` where it did not start, or was stopped. */
export async function debugCase(run: vscode.TestRun, { testCase, mocks, definition }: ReadyCase, { label }: CaseAt, token: vscode.CancellationToken): Promise<boolean> {
  // Several sessions may run at a time.
  const own = `${testCase.name}#${String(Date.now())}`;
  const isOwn = ({ configuration }: vscode.DebugSession): boolean => configuration['testCase'] === own;
  let session: vscode.DebugSession | undefined;
  const stop = (): void => void (session && vscode.debug.stopDebugging(session));
  let end: () => void = () => undefined;
  const over = new Promise<void>((resolve) => (end = resolve));
  const listening = vscode.Disposable.from(
    vscode.debug.onDidStartDebugSession((started) => {
      if (isOwn(started)) {
        session = started;
        if (token.isCancellationRequested) {
          stop();
        }
      }
    }),
    vscode.debug.onDidTerminateDebugSession((ended) => {
      if (isOwn(ended)) {
        end();
      }
    }),
    token.onCancellationRequested(stop),
  );
  try {
    const folder = vscode.workspace.getWorkspaceFolder(definition.uri);
    const configuration = { type: debugType, request: 'launch', name: label, program: pathOf(definition.uri), mocks: pathOf(mocks), case: testCase.name, input: testCase.input ?? {}, testCase: own };
    if (!(await vscode.debug.startDebugging(folder, configuration, { testRun: run }))) {
      return false;
    }
    await over;
    return !token.isCancellationRequested;
  } finally {
    listening.dispose();
  }
}

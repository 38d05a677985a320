// Continuous runs: what was asked for is run again when a file that it is about is saved.
import * as vscode from 'vscode';
import type { Items } from './items';

/** Files that are written together are run together: after so many milliseconds. */
const together = 300;

/** Has `run` run, one run after the other, until the token says that it is enough. */
export function runContinuously(items: Items, request: vscode.TestRunRequest, token: vscode.CancellationToken, run: (again: vscode.TestRunRequest) => Promise<void>): void {
  let changed: vscode.Uri[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = Promise.resolve();
  const again = async (): Promise<void> => {
    const { include, exclude, profile } = request;
    const about = concerned(items, include, changed);
    changed = [];
    if (about.length > 0 && !token.isCancellationRequested) {
      await run(new vscode.TestRunRequest(about, exclude, profile, true, true));
    }
  };
  const listening = items.onDidSave((uri) => {
    changed.push(uri);
    clearTimeout(timer);
    timer = setTimeout(() => {
      // What went wrong the last time was told then.
      running = running.then(again, again);
    }, together);
  });
  token.onCancellationRequested(() => {
    clearTimeout(timer);
    listening.dispose();
  });
}

/** The cases that changed files are about, among those that are asked for. */
function concerned(items: Items, include: readonly vscode.TestItem[] | undefined, changed: readonly vscode.Uri[]): vscode.TestItem[] {
  const files = new Set(changed.map(String));
  const cases: vscode.TestItem[] = [];
  const take = (item: vscode.TestItem): void => {
    const at = items.caseOf(item);
    if (at && (files.has(at.definition.toString()) || files.has(at.mocks.toString()))) {
      cases.push(item);
    }
    item.children.forEach(take);
  };
  (include ?? items.all).forEach(take);
  return cases;
}

// The record of the answers as a file: written out, taken in, begun anew.
import * as vscode from 'vscode';
import { emptyRecord, mergeRecords, readRecord } from './record';
import type { StudyStore } from './store';

const filters = { 'Study record': ['json'] };

/** `Stepwise: Export Study Record`. */
export async function exportRecord(store: StudyStore): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({ filters, ...(folder && { defaultUri: vscode.Uri.joinPath(folder, 'stepwise-study.json') }) });
  if (!uri) {
    return;
  }
  try {
    await vscode.workspace.fs.writeFile(uri, await vscode.workspace.encode(`${JSON.stringify(store.read(), undefined, 2)}\n`, { encoding: 'utf8' }));
  } catch (error) {
    void vscode.window.showErrorMessage(`The record could not be written: ${reason(error)}`);
  }
}

/** `Stepwise: Import Study Record`: what is in the file comes to what is there. */
export async function importRecord(store: StudyStore): Promise<void> {
  const [uri] = (await vscode.window.showOpenDialog({ filters, canSelectMany: false, openLabel: 'Import' })) ?? [];
  if (!uri) {
    return;
  }
  try {
    const record = readRecord(JSON.parse(await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { encoding: 'utf8' })));
    if (!record) {
      void vscode.window.showErrorMessage('This is not a study record of Stepwise, or one of a later version. Nothing was changed.');
      return;
    }
    // What the file calls reset was so where it was written, not here.
    await store.change((mine) => mergeRecords(mine, { ...record, resetAt: 0 }));
  } catch (error) {
    void vscode.window.showErrorMessage(`The record could not be read: ${reason(error)} Nothing was changed.`);
  }
}

/** `Stepwise: Reset Study Record`, once it was asked for twice. */
export async function resetRecord(store: StudyStore, now: number): Promise<void> {
  const reset = 'Reset';
  const detail = 'All answers, sessions and exam results are forgotten, on all machines that settings are synced to. Export the record first if you may want it back.';
  if ((await vscode.window.showWarningMessage('Begin your study record anew?', { modal: true, detail }, reset)) === reset) {
    await store.change(() => ({ ...emptyRecord, resetAt: now }));
  }
}

function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.endsWith('.') ? text : `${text}.`;
}

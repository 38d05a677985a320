// Files of the workspace, wherever it may be.
import * as vscode from 'vscode';

/** The last part of an address. */
export function fileName({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether there is a file; false too where a file system can't say. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(() => true, () => false);
}

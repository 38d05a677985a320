// Files by the paths that the protocol names them with: a path on the disk, or the address of anything else.
import * as vscode from 'vscode';

export function pathOf(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.toString();
}

export function addressOf(path: string): vscode.Uri {
  // The letter of a drive is no scheme.
  return /^[a-z][\w+.-]+:/i.test(path) ? vscode.Uri.parse(path) : vscode.Uri.file(path);
}

/** What is seen in an editor, else what is stored; `undefined` where there is nothing that can be read. */
export async function readFile(path: string): Promise<string | undefined> {
  const uri = addressOf(path);
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) {
    return open.getText();
  }
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // The session says which file it was.
    return undefined;
  }
}

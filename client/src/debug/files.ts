// Files by the paths that the protocol names them with: a path on the disk, or the address of anything else.
import * as vscode from 'vscode';
import { Refusal } from './conversation';

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

/** A folder with more text than this is not what a run reads its items from, and would fill the memory. */
const mostInFolder = 64 * 1024 * 1024;

/** The texts of all files below a folder, by their paths from there; `undefined` where there is no such folder. @throws a Refusal where they are too many */
export async function readFolder(path: string): Promise<ReadonlyMap<string, string> | undefined> {
  const texts = new Map<string, string>();
  let left = mostInFolder;
  const read = async (folder: vscode.Uri, before: string): Promise<void> => {
    for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory) {
        await read(uri, `${before}${name}/`);
      } else if (type === vscode.FileType.File) {
        left -= (await vscode.workspace.fs.stat(uri)).size;
        if (left < 0) {
          throw new Refusal(`${path} has more than ${mostInFolder / 1024 / 1024} MB in it. Name a folder with the buckets alone.`);
        }
        texts.set(`${before}${name}`, new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
      }
    }
  };
  try {
    await read(addressOf(path), '');
    return texts;
  } catch (error) {
    if (error instanceof Refusal) {
      throw error;
    }
    // There is none, or it can't be read: the session says which it was.
    return undefined;
  }
}

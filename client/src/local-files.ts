// Which of the files that a document speaks of are there. The server reads no files, so it asks here; the editor looks, wherever the workspace may be.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { findFilesRequest, type FindFilesParams, type FoundFiles } from '../../server/src/protocol/files';

/** Answers the server. */
export function answerFindFiles(client: BaseLanguageClient): vscode.Disposable {
  return client.onRequest(findFilesRequest, async ({ uri, paths }: FindFilesParams): Promise<FoundFiles> => {
    const document = vscode.Uri.parse(uri);
    const folder = vscode.workspace.getWorkspaceFolder(document) ?? vscode.workspace.workspaceFolders?.[0];
    const bases = [...(document.scheme === 'untitled' ? [] : [vscode.Uri.joinPath(document, '..')]), ...(folder ? [folder.uri] : [])];
    return Promise.all(paths.map(async (path) => (await firstFile(bases.map((base) => vscode.Uri.joinPath(base, path))))?.toString() ?? null));
  });
}

async function firstFile(candidates: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  for (const candidate of candidates) {
    try {
      const { type } = await vscode.workspace.fs.stat(candidate);
      if ((type & vscode.FileType.File) !== 0) {
        return candidate;
      }
    } catch {
      // There is none.
    }
  }
  return undefined;
}

// `stepwise.config.json`: the project's configuration of the rules, which `stepwise check` reads too. The server reads no files, so it is found
// here, through the editor, wherever the workspace may be, and handed over with the settings.
import * as vscode from 'vscode';
import type { BaseLanguageClient, ConfigurationRequest, Middleware } from 'vscode-languageclient';
import { settingsSection, type WrittenSettings } from '../../server/src/protocol/settings';
import { besideOf, filesBeside, isBesideOpen } from './beside';
import { exampleInputOf, exampleInputs } from './example-input';

const name = 'stepwise.config.json';

type ConfigurationMiddleware = ConfigurationRequest.MiddlewareSignature;

/** Adds to the settings that the server asks for what it can't know: the file, an example of the input, the files beside it, and what was chosen for the one document. */
export function settingsMiddleware(chosenFor: (uri: string) => string | undefined): Middleware {
  const configuration: ConfigurationMiddleware = async (params, token, next) => {
    const answers = await next(params, token);
    if (!Array.isArray(answers)) {
      return answers;
    }
    return Promise.all(
      answers.map(async (answer: unknown, index) => {
        const { section, scopeUri } = params.items[index] ?? {};
        if (section !== settingsSection || scopeUri === undefined) {
          return answer as object;
        }
        const document = vscode.Uri.parse(scopeUri);
        const [configFile, exampleInput, beside] = await Promise.all([nearest(document), exampleInputOf(document), besideOf(document)]);
        return { ...(answer as WrittenSettings | null), ...(configFile && { configFile }), ...(exampleInput && { exampleInput }), ...(beside.length > 0 && { beside }), chosenWorkflowType: chosenFor(scopeUri) } satisfies WrittenSettings;
      }),
    );
  };
  return { workspace: { configuration } };
}

/** Has the server ask again when such a file or an example changes, comes or goes, or something else has changed. */
export function watchConfigFiles(client: BaseLanguageClient, onDidChange: vscode.Event<void>): vscode.Disposable {
  const watchers = [`**/${name}`, exampleInputs].map((files) => vscode.workspace.createFileSystemWatcher(files));
  const tell = (): void => {
    if (client.isRunning()) {
      void client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    }
  };
  const beside = vscode.workspace.createFileSystemWatcher(filesBeside);
  // What is open the server reads from the editor.
  const tellOfClosed = (uri: vscode.Uri): void => {
    if (isBesideOpen(uri) && !vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) {
      tell();
    }
  };
  return vscode.Disposable.from(
    ...watchers.flatMap((watcher) => [watcher, watcher.onDidChange(tell), watcher.onDidCreate(tell), watcher.onDidDelete(tell)]),
    beside,
    beside.onDidChange(tellOfClosed),
    beside.onDidCreate(tellOfClosed),
    beside.onDidDelete(tellOfClosed),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      tellOfClosed(uri);
    }),
    onDidChange(tell),
  );
}

/** The nearest one in a document's folder or above, up to the workspace folder: what lies above that is not open to the editor. */
async function nearest(document: vscode.Uri): Promise<WrittenSettings['configFile']> {
  const folder = vscode.workspace.getWorkspaceFolder(document)?.uri;
  let at = document;
  while (folder && at.path !== folder.path && at.path !== '/') {
    at = vscode.Uri.joinPath(at, '..');
    const uri = vscode.Uri.joinPath(at, name);
    try {
      return { uri: uri.toString(), text: await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { encoding: 'utf8' }) };
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

// Histories of runs: the commands, the page in place of a file's text, and the icon over files that are histories.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { contextPaths } from '../../context-paths';
import { looksLikeHistory } from '../../history/read';
import { HistoryPanel } from './panel';
import type { ShownRuns } from './open-run';

/** The kind of editor, in the manifest's words. */
export const historyEditor = 'stepwise.history';

/** Holds in a `when` clause where the editor has a history. */
const historiesKey = 'stepwise.histories';

/** Where the last runs of the debugger are kept; `undefined` before there was one. */
export interface KeptRuns {
  last(): Promise<vscode.Uri | undefined>;
}

export function registerHistory({ extensionUri, workspaceState }: vscode.ExtensionContext, client: BaseLanguageClient, runs: ShownRuns, kept: KeptRuns): vscode.Disposable {
  const around = { extensionUri, client, memento: workspaceState, runs };
  const panels = new Set<HistoryPanel>();
  const open = (uri: vscode.Uri): Thenable<unknown> => vscode.commands.executeCommand('vscode.openWith', uri, historyEditor);
  return vscode.Disposable.from(
    vscode.window.registerCustomEditorProvider(historyEditor, {
      openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
      resolveCustomEditor({ uri }, panel) {
        const history = new HistoryPanel(panel, uri, around);
        panels.add(history);
        panel.onDidDispose(() => {
          history.dispose();
          panels.delete(history);
        });
      },
    } satisfies vscode.CustomReadonlyEditorProvider),
    vscode.commands.registerCommand('stepwise.openHistory', async (uri?: vscode.Uri) => {
      const document = vscode.window.activeTextEditor?.document;
      const target = uri ?? (document && isHistory(document) ? document.uri : await choose(kept));
      if (target) {
        await open(target);
      }
    }),
    vscode.commands.registerCommand('stepwise.showLastRun', async () => {
      const last = await kept.last();
      if (!last) {
        void vscode.window.showInformationMessage('Debug or run a state machine first: its history is what is shown.');
        return;
      }
      await open(last);
      for (const panel of panels) {
        if (panel.uri.toString() === last.toString()) {
          panel.refresh();
        }
      }
    }),
    watchHistories(),
  );
}

/** What is open and is a history, the last run, or a file that the person picks. */
async function choose(kept: KeptRuns): Promise<vscode.Uri | undefined> {
  const last = await kept.last();
  const open = vscode.workspace.textDocuments.filter((document) => isHistory(document)).map(({ uri }) => ({ label: vscode.workspace.asRelativePath(uri), description: 'open', uri }));
  const found = (await vscode.workspace.findFiles('**/*{-,.}history.json', '**/node_modules/**', 50)).filter((uri) => !open.some((each) => each.uri.toString() === uri.toString())).map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  const offered = [...(last ? [{ label: 'Last Run', description: 'on this machine', uri: last }] : []), ...open, ...found];
  const browse: vscode.QuickPickItem & { uri?: vscode.Uri } = { label: '$(folder-opened) Choose a File…', detail: 'What "aws stepfunctions get-execution-history --output json" prints, or the console exports' };
  const picked = offered.length === 0 ? browse : await vscode.window.showQuickPick<vscode.QuickPickItem & { uri?: vscode.Uri }>([...offered, browse], { placeHolder: 'The history to open' });
  return picked === browse ? (await vscode.window.showOpenDialog({ canSelectMany: false, filters: { JSON: ['json', 'jsonl', 'ndjson', 'log'] } }))?.[0] : picked?.uri;
}

function isHistory(document: vscode.TextDocument): boolean {
  return ['json', 'jsonc', 'jsonl'].includes(document.languageId) && looksLikeHistory(document.getText());
}

/** Files that are histories have an icon in the title of their editor. */
function watchHistories(): vscode.Disposable {
  const histories = new Map<string, vscode.Uri>();
  const look = (document: vscode.TextDocument | undefined): void => {
    const key = document?.uri.toString() ?? '';
    if (document && histories.has(key) !== isHistory(document)) {
      if (!histories.delete(key)) {
        histories.set(key, document.uri);
      }
      void vscode.commands.executeCommand('setContext', historiesKey, contextPaths(histories.values()));
    }
  };
  vscode.workspace.textDocuments.forEach(look);
  return vscode.Disposable.from(vscode.workspace.onDidOpenTextDocument(look), vscode.workspace.onDidSaveTextDocument(look), vscode.window.onDidChangeActiveTextEditor((editor) => look(editor?.document)));
}

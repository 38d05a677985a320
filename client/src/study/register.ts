// All of the study half that activation knows of. Notes, decks and record are read when somebody first looks.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { studyView, StudyView } from '../webviews/study/view';
import { registerDueStatus } from './due-status';
import { insertTask } from './insert-task';
import { importQuestions } from './import-questions';
import { openBundled, openLibrary, type Library } from './library';
import { registerNotesTree } from './notes-tree';
import { watchDecks } from './own-decks';
import { registerServiceNotes } from './service-note';
import { openStore, recordKey } from './store';
import { exportRecord, importRecord, resetRecord } from './transfer';

/** Registers the Study view, the tree of notes, their commands and the status. */
export function registerStudy(context: vscode.ExtensionContext, client: BaseLanguageClient): vscode.Disposable {
  const { extensionUri, globalState } = context;
  // Settings Sync carries the record to the reader's other machines.
  globalState.setKeysForSync([recordKey]);
  const bundled = openBundled((file) => readJson(vscode.Uri.joinPath(extensionUri, 'dist', 'media', 'study', file)));
  const own = watchDecks(async () => new Set((await bundled()).decks.map(({ deck }) => deck)));
  const library = openLibrary(bundled, own.read);
  const store = openStore(globalState);
  const changed = new vscode.EventEmitter<void>();
  const transfers = { exportRecord: () => exportRecord(store), importRecord: () => importRecord(store), resetRecord: () => resetRecord(store, Date.now()) };
  const view = new StudyView(extensionUri, library, store, {
    ...transfers,
    insertTask: (text) => insertTask(client, text),
    onDidChangeRecord: () => {
      changed.fire();
    },
  });
  const afterwards = (transfer: () => Promise<void>) => async () => {
    await transfer();
    view.refresh();
    changed.fire();
  };
  return vscode.Disposable.from(
    { dispose: own.dispose },
    changed,
    view,
    own.onDidChange(() => {
      view.refresh();
    }),
    vscode.window.registerWebviewViewProvider(studyView, view),
    registerNotesTree(library, store, changed.event, own.onDidChange),
    registerServiceNotes(library),
    registerDueStatus(store, changed.event),
    vscode.commands.registerCommand('stepwise.openStudy', () => view.show()),
    vscode.commands.registerCommand('stepwise.openNote', (id?: string) => openNote(view, library, id)),
    vscode.commands.registerCommand('stepwise.reviewDue', () => {
      const session = store.read().sessions['due'];
      const isUnderWay = session !== undefined && session.at < session.steps.length;
      return view.show({ at: 'quiz', place: 'due', ...(!isUnderWay && { start: { place: 'due' } }) });
    }),
    vscode.commands.registerCommand('stepwise.quizMe', (topic?: string) => view.show({ at: 'quiz', place: 'practise', start: { place: 'practise', ...(topic !== undefined && { topic }) } })),
    vscode.commands.registerCommand('stepwise.showProgress', () => view.show({ at: 'progress' })),
    vscode.commands.registerCommand('stepwise.importQuestions', importQuestions),
    vscode.commands.registerCommand('stepwise.exportRecord', afterwards(transfers.exportRecord)),
    vscode.commands.registerCommand('stepwise.importRecord', afterwards(transfers.importRecord)),
    vscode.commands.registerCommand('stepwise.resetRecord', afterwards(transfers.resetRecord)),
  );
}

async function openNote(view: StudyView, library: () => Promise<Library>, id: string | undefined): Promise<void> {
  const { notes } = await library();
  const picked = id ?? (await vscode.window.showQuickPick(notes.map((note) => ({ label: note.title, detail: note.summary, id: note.id })), { placeHolder: 'Which note?', matchOnDetail: true }))?.id;
  if (picked !== undefined) {
    await view.show({ at: 'note', id: picked });
  }
}

/** Through `workspace.fs`, so that it works where there is no file system: in a browser's extension host too. */
async function readJson(uri: vscode.Uri): Promise<unknown> {
  return JSON.parse(await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { encoding: 'utf8' }));
}

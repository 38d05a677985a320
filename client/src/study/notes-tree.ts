// The notes as a tree, by the course's chapters, in VS Code's own way: keyboard and screen reader are at home there.
// Behind each stands how well it is known, once something of it was answered.
import * as vscode from 'vscode';
import { chapterTitles, type Library, type StudyNote } from './library';
import { briefly, inFull } from './mastery-words';
import { studyOptions } from './options';
import { openSchedule } from './schedule';
import { masteryOf, together, type Mastery } from './statistics';
import type { StudyStore } from './store';

/** The view's id in the manifest. */
export const notesTree = 'stepwise.notes';

type Entry = { readonly mastery: Mastery } & ({ readonly note: StudyNote } | { readonly chapter: string; readonly notes: readonly Entry[] });

/** Fills the tree when it is first shown, and whenever the record or the decks may have changed. */
export function registerNotesTree(library: () => Promise<Library>, store: StudyStore, ...changes: readonly vscode.Event<void>[]): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const refresh = (): void => {
    changed.fire();
  };
  const view = vscode.window.createTreeView<Entry>(notesTree, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: treeItem,
      async getChildren(entry) {
        return entry ? ('notes' in entry ? [...entry.notes] : []) : chaptersOf(await library(), store);
      },
    },
  });
  return vscode.Disposable.from(
    changed,
    view,
    ...changes.map((change) => change(refresh)),
    // Another window may have gone on, and time has.
    vscode.window.onDidChangeWindowState(({ focused }) => focused && refresh()),
    view.onDidChangeVisibility(({ visible }) => visible && refresh()),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('stepwise.study.retention') && refresh()),
  );
}

function chaptersOf({ notes, decks }: Library, store: StudyStore): Entry[] {
  const mastery = masteryOf(store.read(), decks, openSchedule(studyOptions()), (note) => note, Date.now());
  return [...chapterTitles.keys()].flatMap((chapter) => {
    const leaves = notes.filter((note) => note.chapter === chapter).map((note) => ({ note, mastery: mastery.get(note.id) ?? together([]) }));
    return leaves.length === 0 ? [] : [{ chapter, notes: leaves, mastery: together(leaves.map((leaf) => leaf.mastery)) }];
  });
}

function treeItem(entry: Entry): vscode.TreeItem {
  const title = 'note' in entry ? entry.note.title : (chapterTitles.get(entry.chapter) ?? entry.chapter);
  const item = new vscode.TreeItem(title, 'note' in entry ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Expanded);
  const [brief, full] = [briefly(entry.mastery), inFull(entry.mastery)];
  item.accessibilityInformation = { label: `${title}, ${full}` };
  if (brief !== undefined) {
    item.description = brief;
  }
  if ('note' in entry) {
    const { id, summary } = entry.note;
    item.id = id;
    item.tooltip = `${summary}\n\n${full}`;
    item.iconPath = new vscode.ThemeIcon('book');
    item.command = { command: 'stepwise.openNote', title: 'Open Note', arguments: [id] };
  } else {
    item.id = `chapter:${entry.chapter}`;
    item.tooltip = full;
  }
  return item;
}

// The notes as a tree, by the course's chapters, in VS Code's own way: keyboard and screen reader are at home there.
import * as vscode from 'vscode';
import { chapterTitles, type Library, type StudyNote } from './library';

/** The view's id in the manifest. */
export const notesTree = 'stepwise.notes';

type Entry = { readonly chapter: string } | { readonly note: StudyNote };

/** Fills the tree when it is first shown. */
export function notesTreeProvider(library: () => Promise<Library>): vscode.TreeDataProvider<Entry> {
  return {
    async getChildren(entry) {
      if (entry && 'note' in entry) {
        return [];
      }
      const { notes } = await library();
      return entry ? notes.filter(({ chapter }) => chapter === entry.chapter).map((note) => ({ note })) : Object.keys(chapterTitles).filter((chapter) => notes.some((note) => note.chapter === chapter)).map((chapter) => ({ chapter }));
    },
    getTreeItem(entry) {
      if ('chapter' in entry) {
        return new vscode.TreeItem(chapterTitles[entry.chapter] ?? entry.chapter, vscode.TreeItemCollapsibleState.Expanded);
      }
      const { id, title, summary } = entry.note;
      const item = new vscode.TreeItem(title);
      item.id = id;
      item.tooltip = summary;
      item.iconPath = new vscode.ThemeIcon('book');
      item.command = { command: 'stepwise.openNote', title: 'Open Note', arguments: [id] };
      return item;
    },
  };
}

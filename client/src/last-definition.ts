// Which state machine a command is about. The focus may be in a panel or a view, and the output panel is a text editor like any other.
import * as vscode from 'vscode';
import { languageIds } from './client';

/** Remembers the state machine that was edited last, for as long as it is on the screen. */
export class LastDefinition {
  private last: vscode.TextDocument | undefined;
  private readonly listening: vscode.Disposable;

  constructor() {
    this.remember(vscode.window.activeTextEditor);
    this.listening = vscode.window.onDidChangeActiveTextEditor((editor) => {
      this.remember(editor);
    });
  }

  get document(): vscode.TextDocument | undefined {
    return vscode.window.visibleTextEditors.find(({ document }) => document === this.last)?.document;
  }

  dispose(): void {
    this.listening.dispose();
  }

  private remember(editor: vscode.TextEditor | undefined): void {
    if (editor && (languageIds as readonly string[]).includes(editor.document.languageId)) {
      this.last = editor.document;
    }
  }
}

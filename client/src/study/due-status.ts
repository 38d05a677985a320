// "12 due" in the status bar, for who has begun to study. It counts from the record alone: the decks are not loaded for it.
import * as vscode from 'vscode';
import { openSchedule } from './schedule';
import { studyOptions } from './options';
import type { StudyStore } from './store';

/** Long enough not to be in the way of what a window does first, in milliseconds. */
const afterStart = 5_000;
const often = 10 * 60_000;

export function registerDueStatus(store: StudyStore, onDidChange: vscode.Event<void>): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('stepwise.study.due', vscode.StatusBarAlignment.Right, 90);
  item.name = 'Stepwise: Questions Due';
  item.command = 'stepwise.reviewDue';

  function update(): void {
    const shown = vscode.workspace.getConfiguration('stepwise').get<boolean>('study.showDueCount', true);
    const reviews = Object.values(store.read().reviews).flatMap((items) => Object.values(items));
    const schedule = openSchedule(studyOptions());
    const now = Date.now();
    const due = reviews.filter((each) => (schedule.standing(each)?.due ?? Infinity) <= now).length;
    item.text = `$(mortar-board) ${String(due)} due`;
    item.tooltip = `${String(due)} ${due === 1 ? 'question is' : 'questions are'} due. Click to review.`;
    if (shown && due > 0) {
      item.show();
    } else {
      item.hide();
    }
  }

  const first = setTimeout(update, afterStart);
  const timer = setInterval(update, often);
  return vscode.Disposable.from(item, onDidChange(update), vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('stepwise.study') && update()), {
    dispose() {
      clearTimeout(first);
      clearInterval(timer);
    },
  });
}

// "Stepwise: Open Study" brings the notes and the quiz to the front.

import { commands, type Disposable } from 'vscode';
import { showStudy } from '../webviews/study/view';

/** Registers the command. */
export function registerOpenStudy(): Disposable {
  return commands.registerCommand('stepwise.openStudy', showStudy);
}

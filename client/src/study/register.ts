// The one line that activation needs for the study half of the extension.

import { Disposable, window, type ExtensionContext } from 'vscode';
import { registerOpenStudy } from '../commands/open-study';
import { studyView, studyViewProvider } from '../webviews/study/view';

/** Registers the Study view and its command. Notes, decks and record are read when the view is first shown. */
export function registerStudy(context: ExtensionContext): Disposable {
  return Disposable.from(window.registerWebviewViewProvider(studyView, studyViewProvider(context)), registerOpenStudy());
}

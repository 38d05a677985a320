// The reader's settings, read where they are needed.
import * as vscode from 'vscode';
import type { StudyOptions } from '../webviews/study/host';

export function studyOptions(): StudyOptions {
  const settings = vscode.workspace.getConfiguration('stepwise');
  return { newADay: settings.get('study.newQuestionsADay', 15), mostAtOnce: settings.get('study.questionsAtOnce', 20), retention: settings.get('study.retention', 0.9) };
}

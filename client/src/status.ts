import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { languageIds } from './client';

/** The entry behind the braces in the status bar: whether the server runs, and a way to start it again. */
export function registerStatus(client: BaseLanguageClient): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('stepwise.server', [...languageIds]);
  item.name = 'Stepwise';
  const show = (state: State): void => {
    item.busy = state === State.Starting;
    item.text = state === State.Stopped ? 'Stepwise is not running' : 'Stepwise';
    item.severity = state === State.Stopped ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    item.command = state === State.Stopped ? { command: 'stepwise.restartServer', title: 'Start' } : { command: 'stepwise.showOutput', title: 'Show Output' };
  };
  show(State.Starting);
  return vscode.Disposable.from(
    item,
    client.onDidChangeState(({ newState }) => {
      show(newState);
    }),
  );
}

import * as vscode from 'vscode';
import { eventually } from '../../support/editor';

suite('new state machines', () => {
  test('are written where they will be saved, but not saved', async () => {
    const written = vscode.commands.executeCommand('stepwise.newStateMachine');
    // The first of each list, once it is there.
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const { document } = vscode.window.activeTextEditor ?? {};
      return [document?.languageId, document?.isUntitled, document?.uri.path.split('/').at(-1), document?.getText().split('\n')[1]];
    }, ['asl', true, 'train-model-2.asl.json', '  "Comment": "Train an XGBoost model on a fresh dataset, save it, and score a batch of records with it.",']);
    await written;
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

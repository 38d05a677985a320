import * as vscode from 'vscode';
import { inWorkspace, openFile, same } from '../../support/editor';

suite('activation', () => {
  test('a state machine that is opened starts the extension', async () => {
    await openFile('train-model.asl.json');
    const extension = vscode.extensions.getExtension('stepwise.stepwise');
    await extension?.activate();
    same(extension?.isActive, true);
  });

  test('the commands are there', async () => {
    const commands = await vscode.commands.getCommands(true);
    same(
      ['stepwise.openStudy', 'stepwise.restartServer', 'stepwise.showOutput'].filter((command) => !commands.includes(command)),
      [],
    );
  });

  for (const [name, language] of [
    ['train-model.asl.json', 'asl'],
    ['train-model.asl.yaml', 'asl-yaml'],
    ['short.asl', 'asl'],
    ['short.asl.yml', 'asl-yaml'],
  ] as const) {
    test(`${name} is ${language}`, async () => {
      if (name.startsWith('short')) {
        await vscode.workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode('{}'));
      }
      same((await openFile(name)).languageId, language);
    });
  }
});

import * as vscode from 'vscode';
import { eventually, inWorkspace, openFile, openText, rangeOf, same } from '../../support/editor';

suite('study beside the editor', () => {
  test('the hover on a Resource leads to the note on its service', async () => {
    const document = await openFile('train-model.asl.json');
    const { start } = rangeOf(document, 'sagemaker:createTrainingJob');
    const hovers = async (): Promise<string> => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, start);
      return found.flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value))).join('\n');
    };
    await eventually(async () => /Note: Amazon SageMaker.*stepwise\.openNote.*questions/s.test(await hovers()), true);
  });

  test('a deck of one’s own is checked once it is opened, and again whenever it is written, with no Study view to be seen', async () => {
    const uri = inWorkspace('mine.deck.yaml');
    const problems = (): unknown => vscode.languages.getDiagnostics(uri).map(({ message, range }) => [range.start.line, message]);
    const write = (kind: string, deck = 'mine'): Thenable<void> =>
      vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`deck: ${deck}\ntitle: Mine\nitems:\n  - id: one\n    kind: ${kind}\n    ask: Front?\n    answer: Back\n`));
    const broken = [[4, 'The kind of a question is one of single, multiple, ordering, matching, numeric, recall.']];
    await write('recal');
    await openFile('mine.deck.yaml');
    await eventually(problems, broken);
    await write('recall');
    await eventually(problems, []);
    await write('recal');
    await eventually(problems, broken);
    await write('recall', 'asl');
    await eventually(problems, [[0, 'The deck "asl" is in Stepwise itself already: give this one another id.']]);
    await vscode.workspace.fs.delete(uri);
    await eventually(problems, []);
  });

  test('where no service is at the cursor, nothing opens', async () => {
    await openText('{ "StartAt": "A", "States": {} }');
    same(await vscode.commands.executeCommand('stepwise.openServiceNote'), undefined);
  });
});

import * as vscode from 'vscode';
import { eventually, inWorkspace, openText } from '../../support/editor';

const template = `Resources:
  First:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition: { StartAt: A, States: { A: { Type: Succeed } } }
  Second:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition: { StartAt: B, States: { B: { Type: Succeed } } }
`;

suite('graphs', () => {
  const lenses = async ({ uri }: vscode.TextDocument): Promise<unknown> => {
    const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
    return found.filter(({ command }) => command?.title === 'Open Graph').map(({ range }) => range.start.line);
  };
  const graphs = (): string[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)).filter((label) => label.startsWith('Graph: '));

  test('are offered above each definition of a template, and nowhere in other files', async () => {
    await eventually(async () => lenses(await openText(template, 'yaml')), [1, 5]);
    await eventually(async () => lenses(await openText('a: 1\n', 'yaml')), []);
  });

  test('above a definition in a file of its own, unless the reader does not want that', async () => {
    const document = await openText('{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }');
    await eventually(() => lenses(document), [0]);
    const settings = vscode.workspace.getConfiguration('stepwise');
    await settings.update('codeLens.graph', false, vscode.ConfigurationTarget.Workspace);
    await eventually(() => lenses(document), []);
    await settings.update('codeLens.graph', undefined, vscode.ConfigurationTarget.Workspace);
    await eventually(() => lenses(document), [0]);
  });

  test('one for each document, however often it is asked for', async () => {
    await vscode.workspace.fs.writeFile(inWorkspace('pipeline.yaml'), new TextEncoder().encode(template));
    const uris = [inWorkspace('train-model.asl.json'), inWorkspace('pipeline.yaml'), inWorkspace('train-model.asl.json')];
    for (const uri of uris) {
      await vscode.commands.executeCommand('stepwise.openGraph', uri);
    }
    await eventually(() => graphs().sort(), ['Graph: pipeline.yaml', 'Graph: train-model.asl.json']);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually(graphs, []);
    await vscode.workspace.fs.delete(inWorkspace('pipeline.yaml'));
  });

  test('copied as Mermaid is the definition at the cursor', async () => {
    await openText(template, 'yaml');
    const editor = vscode.window.activeTextEditor;
    if (editor) {
      editor.selection = new vscode.Selection(8, 30, 8, 30);
    }
    await vscode.commands.executeCommand('stepwise.copyMermaid');
    await eventually(() => vscode.env.clipboard.readText(), 'flowchart TD\n  start([Start]) --> s1\n  s1((("B")))\n  s1 --> finish([End])\n');
  });
});

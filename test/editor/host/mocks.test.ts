import * as vscode from 'vscode';
import { eventually, inWorkspace, openFile, rangeOf, same } from '../../support/editor';

const machine = `{
  "StartAt": "Charge",
  "States": {
    "Charge": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "charge", "Payload.$": "$" }, "ResultSelector": { "paid.$": "$.Payload.paid" }, "End": true }
  }
}`;

suite('mocks', () => {
  const files = ['shop.asl.json', 'shop.asl.mocks.yaml', 'closed.asl.json', 'closed.asl.mocks.yaml', 'called.asl.json', 'called.asl.mocks.yaml', 'charge.mjs'];
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const name of files) {
      await vscode.workspace.fs.delete(inWorkspace(name)).then(undefined, () => undefined);
    }
  });

  test('are generated beside a machine, are checked by it, and take part in a rename', async () => {
    await write('shop.asl.json', machine);
    const definition = await openFile('shop.asl.json');
    await vscode.commands.executeCommand('stepwise.generateMocks');
    await eventually(() => vscode.window.activeTextEditor?.document.uri.path.split('/').at(-1), 'shop.asl.mocks.yaml');
    const editor = vscode.window.activeTextEditor;
    const document = editor?.document ?? definition;
    same(/^mocks:\n {2}Charge:\n {4}- return:\n {8}Payload:\n {10}paid: paid$/m.test(document.getText()), true);
    const told = (): unknown => vscode.languages.getDiagnostics(document.uri).map(({ code, range }) => [code, document.getText(range)]);
    await eventually(told, []);
    await editor?.edit((edit) => {
      edit.insert(document.positionAt(document.getText().indexOf('cases:')), '  Chrage: { echo: true }\n');
    });
    await eventually(told, [['mock-unknown-state', 'Chrage']]);

    const renamed = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', definition.uri, rangeOf(definition, 'Charge": {').start, 'Pay');
    same(renamed.entries().map(([uri, edits]) => [uri.path.split('/').at(-1), edits.length]), [['shop.asl.json', 2], ['shop.asl.mocks.yaml', 1]]);
    const [place] = await vscode.commands.executeCommand<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document.uri, rangeOf(document, 'Charge').start);
    same(place?.targetUri.path.split('/').at(-1), 'shop.asl.json');

    // A second time there is nothing to add.
    const before = document.getText();
    await vscode.window.showTextDocument(definition);
    await vscode.commands.executeCommand('stepwise.generateMocks');
    same(document.getText(), before);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('a machine that is closed is known to its mocks', async () => {
    await write('closed.asl.json', machine);
    await write('closed.asl.mocks.yaml', 'mocks:\n  Chrage: { echo: true }\n');
    const document = await openFile('closed.asl.mocks.yaml');
    const told = (): unknown => vscode.languages.getDiagnostics(document.uri).map(({ code }) => code);
    await eventually(told, ['mock-unknown-state']);
    await write('closed.asl.json', machine.replaceAll('Charge"', 'Chrage"'));
    await eventually(told, []);
  });

  test('a function of one\'s own runs on the machine of the editor, and is refused in a browser', async () => {
    await write('called.asl.json', machine);
    await write('charge.mjs', 'export const handler = ({ n }) => ({ paid: n * 2 });');
    await write('called.asl.mocks.yaml', 'mocks: { Charge: { handler: "./charge.mjs#handler" } }\n');
    const address = inWorkspace('called.asl.json');
    const pathOf = (uri: vscode.Uri): string => (uri.scheme === 'file' ? uri.fsPath : uri.toString());
    const output: string[] = [];
    let ended = false;
    const listening = vscode.Disposable.from(
      vscode.debug.registerDebugAdapterTrackerFactory('asl', {
        createDebugAdapterTracker: () => ({ onDidSendMessage: ({ event, body }: { event?: string; body?: { output: string } }) => void output.push(...(event === 'output' && body ? [body.output] : [])) }),
      }),
      vscode.debug.onDidTerminateDebugSession(() => (ended = true)),
    );
    try {
      await vscode.debug.startDebugging(undefined, { type: 'asl', request: 'launch', name: 'test', program: pathOf(address), mocks: pathOf(inWorkspace('called.asl.mocks.yaml')), input: { n: 4 }, stopOnEntry: false });
      await eventually(() => ended, true);
      const told = output.join('');
      same(address.scheme === 'file' ? /"paid": ?8/.test(told) : /only where the files are on the machine of the editor/.test(told), true);
    } finally {
      listening.dispose();
    }
  });
});

async function write(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));
}

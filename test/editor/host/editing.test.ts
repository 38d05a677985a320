import * as vscode from 'vscode';
import { eventually, inWorkspace, machineLeadingTo, openFile, openText, rangeOf, same } from '../../support/editor';

suite('editing', () => {
  test('a broken Next is an error on its value, with the near name', async () => {
    const document = await openText(machineLeadingTo('Sav'));
    await eventually(() => found(document), [{ code: 'unknown-state', severity: vscode.DiagnosticSeverity.Error, text: '"Sav"', tellsName: true }]);
  });

  test('a state machine in a template is checked, whatever language the file has', async () => {
    const template = 'Resources:\n  A:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition: {StartAt: Sav, States: {Save: {Type: Succeed}}}\n';
    const document = await openText(template, 'yaml');
    await eventually(() => found(document), [{ code: 'unknown-state', severity: vscode.DiagnosticSeverity.Error, text: 'Sav', tellsName: true }]);
  });

  test('the examples have no problems but the one put in', async () => {
    for (const uri of await vscode.workspace.findFiles('*-*.asl.{json,yaml}')) {
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      // An empty list alone would not tell "nothing wrong" from "not yet looked at".
      const name = /(?<=StartAt"?: "?)\w/.exec(document.getText());
      const edit = new vscode.WorkspaceEdit();
      edit.insert(uri, document.positionAt(name?.index ?? 0), 'Not ');
      await vscode.workspace.applyEdit(edit);
      const codes = (): unknown[] => [uri.path, ...found(document).map(({ code, text }) => (code === 'unknown-state' ? code : `${String(code)} at ${text}`))];
      await eventually(codes, [uri.path, 'unknown-state']);
      await vscode.commands.executeCommand('undo');
      await eventually(codes, [uri.path]);
    }
  });

  test('completion at a Next offers the other states of its scope', async () => {
    const document = await openText(machineLeadingTo(''));
    const inside = rangeOf(document, '"Next": ""').end.translate(0, -1);
    const labels = async (): Promise<unknown> => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, inside);
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label)).filter((label) => ['Train', 'Save', 'Score', 'One'].includes(label));
    };
    await eventually(labels, ['Save', 'Score']);
  });

  test('completion knows the fields of an example input beside the definition', async () => {
    const write = (name: string, text: string): Thenable<void> => vscode.workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));
    await write('example.asl.json', '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "InputPath": "$.", "End": true } } }');
    const document = await openFile('example.asl.json');
    const labels = async (): Promise<unknown> => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, rangeOf(document, '$.').end);
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label)).filter((label) => /Bucket$/.test(label));
    };
    await eventually(labels, []);
    await write('example.input.json', '{ "firstBucket": "a" }');
    await eventually(labels, ['firstBucket']);
    await write('example.input.json', '{ "otherBucket": "a" }');
    await eventually(labels, ['otherBucket']);
  });

  test('the quick fix writes the near name', async () => {
    const document = await openText(machineLeadingTo('Sav'));
    await eventually(() => found(document).length, 1);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, '"Sav"'),
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    const fix = actions.find(({ title }) => title === 'Change to "Save"');
    same(fix?.isPreferred, true);
    if (fix?.edit) {
      await vscode.workspace.applyEdit(fix.edit);
    }
    same(document.getText(), machineLeadingTo('Save'));
    await eventually(() => found(document), []);
  });

  test('a document that is half typed has its states', async () => {
    const document = await openText('{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "Next": "Save" }, "Save": { "Type":');
    const names = async (): Promise<unknown> => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', document.uri);
      return symbols?.flatMap(all).filter((name) => name === 'Train' || name === 'Save');
    };
    await eventually(names, ['Train', 'Save']);
  });

  test('YAML is checked alike', async () => {
    const document = await openText('StartAt: Train\nStates:\n  Train:\n    Type: Pass\n    Next: Sav\n  Save:\n    Type: Succeed\n', 'asl-yaml');
    await eventually(
      () => found(document).filter(({ code }) => code === 'unknown-state'),
      [{ code: 'unknown-state', severity: vscode.DiagnosticSeverity.Error, text: 'Sav', tellsName: true }],
    );
  });
});

function found(document: vscode.TextDocument) {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error)
    .map(({ code, severity, range, message }) => ({
      code: typeof code === 'object' ? code.value : code,
      severity,
      text: document.getText(range),
      tellsName: message.includes('Save'),
    }));
}

function all({ name, children }: vscode.DocumentSymbol): string[] {
  return [name, ...children.flatMap(all)];
}

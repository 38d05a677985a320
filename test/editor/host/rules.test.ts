import * as vscode from 'vscode';
import { eventually, inWorkspace, machineLeadingTo, openText, rangeOf, same } from '../../support/editor';

suite('rules', () => {
  test('a project\'s stepwise.config.json counts at once, and settings without it', async () => {
    const uri = inWorkspace('configured.asl.json');
    const config = inWorkspace('stepwise.config.json');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(machineLeadingTo('Sav')));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const severities = (): unknown => vscode.languages.getDiagnostics(uri).map(({ severity }) => vscode.DiagnosticSeverity[severity]);
    await eventually(severities, ['Error']);

    await vscode.workspace.fs.writeFile(config, new TextEncoder().encode('{ "rules": { "unknown-state": "warning" } }'));
    await eventually(severities, ['Warning']);
    await vscode.workspace.fs.delete(config);
    await eventually(severities, ['Error']);

    const settings = vscode.workspace.getConfiguration('stepwise');
    await settings.update('rules', { 'unknown-state': 'info' }, vscode.ConfigurationTarget.Workspace);
    await eventually(severities, ['Information']);
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await eventually(severities, ['Error']);
  });

  test('an argument that the service does not have is found, wherever its model has to come from', async () => {
    const task = '{ "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sagemaker:stopTrainingJob", "Parameters": { "TrainingJobName": "churn", "Reson": "slow" }, "End": true }';
    const document = await openText(`{ "StartAt": "Stop", "States": { "Stop": ${task} } }`);
    await eventually(() => vscode.languages.getDiagnostics(document.uri).filter(({ message }) => message.includes('has no "Reson"')).map(({ range }) => document.getText(range)), ['"Reson"']);
  });

  test('Explain Rule shows the page of the rule at the cursor, with what AWS says', async () => {
    const document = await openText('{ "StartAt": "Train", "States": { "Train": { "Type": "Succeed", "Nxt": "x" } } }');
    await eventually(() => vscode.languages.getDiagnostics(document.uri).length, 1);
    const [diagnostic] = vscode.languages.getDiagnostics(document.uri);
    const target = typeof diagnostic?.code === 'object' && 'target' in diagnostic.code ? diagnostic.code.target : undefined;
    same(target?.scheme, 'stepwise-rule');
    if (target) {
      const page = (await vscode.workspace.openTextDocument(target)).getText();
      same([page.startsWith('# unknown-field\n'), page.includes('`SCHEMA_VALIDATION_FAILED`')], [true, true]);
    }

    const place = rangeOf(document, '"Nxt"');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, place);
    same(actions.map(({ title }) => title).filter((title) => title.startsWith('Explain')), ['Explain unknown-field']);

    const editor = vscode.window.activeTextEditor;
    if (editor) {
      editor.selection = new vscode.Selection(place.start, place.start);
    }
    await vscode.commands.executeCommand('stepwise.explainRule');
    const tabs = (): string[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await eventually(() => tabs().some((label) => label.includes('unknown-field')), true);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('the link of a diagnostic opens the page rendered', async () => {
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse('stepwise-rule:/unknown-state.md'));
    const views = (): unknown[] =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => (input instanceof vscode.TabInputCustom ? `${input.viewType} ${input.uri.toString()}` : '')));
    await eventually(() => views().includes('vscode.markdown.preview.editor stepwise-rule:/unknown-state.md'), true);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});

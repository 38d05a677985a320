import * as vscode from 'vscode';
import { eventually, inWorkspace, machineLeadingTo, openText, rangeOf, same } from '../../support/editor';

suite('moving', () => {
  test('a state is renamed wherever it is named, and a name that is taken is refused with the reason', async () => {
    const document = await openText(machineLeadingTo('Save'));
    const at = rangeOf(document, 'Save').start.translate(0, 1);
    await eventually(async () => (await references(document, at)).length, 2);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, at, 'Store');
    await vscode.workspace.applyEdit(edit);
    same(document.getText(), machineLeadingTo('Store').replace('"Save":', '"Store":'));
    let reason = '';
    try {
      await vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, at, 'Train');
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
    same(reason.includes('There is a state "Train" already'), true);
  });

  test('what leads to a state is its incoming calls', async () => {
    const document = await openText(machineLeadingTo('Save'));
    const at = rangeOf(document, '"Save": {').start.translate(0, 1);
    const callers = async (): Promise<unknown> => {
      const items = await vscode.commands.executeCommand<vscode.CallHierarchyItem[] | undefined>('vscode.prepareCallHierarchy', document.uri, at);
      const [item] = items ?? [];
      const calls = item && (await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', item));
      return calls?.map(({ from }) => [from.name, from.detail]);
    };
    await eventually(callers, [['Train', 'Next · Pass']]);
  });

  test('a file that is there can be opened from the text that names it, and one that is not can\'t', async () => {
    const document = await openText(machineLeadingTo('Save').replace('{', '{ "Comment": "After ./train-model.asl.yaml and ./nothing-here.py",'));
    const links = async (): Promise<unknown> => (await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri)).map(({ range, target }) => [document.getText(range), target?.toString()]);
    await eventually(links, [['./train-model.asl.yaml', inWorkspace('train-model.asl.yaml').toString()]]);
  });

  test('a lens says how many places lead to a state, once it is wanted, and shows them', async () => {
    const settings = vscode.workspace.getConfiguration('stepwise');
    await settings.update('codeLens.references', true, vscode.ConfigurationTarget.Workspace);
    try {
      const document = await openText(machineLeadingTo('Save'));
      const lenses = async (): Promise<vscode.Command[]> =>
        (await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10)).flatMap(({ command }) => (command?.title.includes('reference') ? command : []));
      await eventually(async () => (await lenses()).map(({ title }) => title), ['1 reference', '1 reference', '1 reference', '1 reference']);
      const [first] = await lenses();
      same(first?.command, 'editor.action.showReferences');
      same((first?.arguments?.[2] as unknown[]).every((each) => each instanceof vscode.Location), true);
    } finally {
      await settings.update('codeLens.references', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

async function references(document: vscode.TextDocument, at: vscode.Position): Promise<vscode.Location[]> {
  return (await vscode.commands.executeCommand<vscode.Location[] | undefined>('vscode.executeReferenceProvider', document.uri, at)) ?? [];
}

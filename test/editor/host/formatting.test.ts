import * as vscode from 'vscode';
import { eventually, inWorkspace, machineLeadingTo, openFile, openText, rangeOf, same } from '../../support/editor';

const scattered = '{ "States": { // all\n"A":{"End":true,"Type":"Pass"}\n}, "StartAt":"A" }\n';

suite('formatting', () => {
  test('Format Document lays out JSON with the tab size of the editor, and YAML with its comments', async () => {
    const json = await openText(scattered);
    await formatUntil(json, '{\n  "States": { // all\n    "A": {\n      "End": true,\n      "Type": "Pass"\n    }\n  },\n  "StartAt": "A"\n}\n');
    const yaml = await openText('StartAt:   A # first\nStates:\n  A:   # here\n      Type:   Succeed\n', 'asl-yaml');
    await formatUntil(yaml, 'StartAt: A # first\nStates:\n  A: # here\n    Type: Succeed\n');
  });

  test('with the order of fields that is chosen, on saving too, and a last line that ends', async () => {
    const chosen: [section: string, name: string, value: unknown][] = [
      ['stepwise', 'format.fieldOrder', 'canonical'],
      ['editor', 'formatOnSave', true],
      ['files', 'insertFinalNewline', true],
    ];
    await withSettings(chosen, async () => {
      const ordered = '{\n  "StartAt": "A",\n  "States": { // all\n    "A": {\n      "Type": "Pass",\n      "End": true\n    }\n  }\n}\n';
      await formatUntil(await openText(scattered.trimEnd()), ordered);
      await formatUntil(await openText('States:\n  A:\n    End: true\n    # what\n    Type: Pass\nStartAt: A', 'asl-yaml'), 'StartAt: A\nStates:\n  A:\n    # what\n    Type: Pass\n    End: true\n');
      await write('scattered.asl.json', '{}');
      const file = await openFile('scattered.asl.json');
      await replaceAll(file, scattered.trimEnd());
      await file.save();
      same(file.getText(), ordered);
    });
  });

  test('a selection, what was just closed, and nothing while the text is half typed', async () => {
    const document = await openText(machineLeadingTo('Save'));
    const options = { tabSize: 2, insertSpaces: true };
    const save = rangeOf(document, '"Save": { "Type": "Pass", "Next": "Score" }');
    const laidOut = ['    "Save": {', '      "Type": "Pass",', '      "Next": "Score"', '    },'].join('\n');
    const result = async (command: string, ...where: unknown[]): Promise<boolean> => {
      const edits = (await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(command, document.uri, ...where)) ?? [];
      return edited(document, edits) === document.getText().replace('    "Save": { "Type": "Pass", "Next": "Score" },', laidOut);
    };
    await eventually(() => result('vscode.executeFormatRangeProvider', save, options), true);
    same(await result('vscode.executeFormatOnTypeProvider', save.end, '}', options), true);

    const half = await openText(`${machineLeadingTo('Save').slice(0, -8)}"`);
    const before = half.getText();
    await vscode.commands.executeCommand('editor.action.formatDocument');
    same(half.getText(), before);
  });

  test('a source action puts the fields in order', async () => {
    const document = await openText(scattered);
    await apply(document, 'source.sortFields', 'Put the fields in order');
    same(document.getText(), '{ "StartAt":"A", "States": { // all\n"A":{"Type":"Pass","End":true}\n} }\n');
  });

  test('a definition in the other notation, in a file beside it, and back again', async () => {
    await write('sorted.asl.json', '{\n  // where\n  "StartAt": "A",\n  "States": { "A": { "Type": "Succeed" } } // all\n}\n');
    await apply(await openFile('sorted.asl.json'), 'refactor.rewrite', 'Convert to YAML, in "sorted.asl.yaml" beside this file');
    await eventually(() => vscode.window.activeTextEditor?.document.uri.path.split('/').at(-1), 'sorted.asl.yaml');
    const yaml = await openFile('sorted.asl.yaml');
    same(yaml.getText(), '# where\nStartAt: A\nStates:\n  A:\n    Type: Succeed\n# all\n');
    await yaml.save();
    await vscode.workspace.fs.delete(inWorkspace('sorted.asl.json'));
    await apply(yaml, 'refactor.rewrite', 'Convert to JSON, in "sorted.asl.json" beside this file, without the comments');
    same((await openFile('sorted.asl.json')).getText(), '{\n  "StartAt": "A",\n  "States": {\n    "A": {\n      "Type": "Succeed"\n    }\n  }\n}\n');
  });

  test('states in the order of the run', async () => {
    const document = await openText('StartAt: B\nStates:\n  # the end\n  A:\n    Type: Succeed\n  B:\n    Type: Pass\n    Next: A\n', 'asl-yaml');
    await apply(document, 'refactor.move', 'Sort states in the order of the run');
    same(document.getText(), 'StartAt: B\nStates:\n  B:\n    Type: Pass\n    Next: A\n  # the end\n  A:\n    Type: Succeed\n');
  });
});

/** Has the active editor format its document; the server may have to start first. */
async function formatUntil(document: vscode.TextDocument, expected: string): Promise<void> {
  await eventually(async () => {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('editor.action.formatDocument');
    return document.getText();
  }, expected);
}

/** Does what an action of that title does, once it is offered. */
async function apply(document: vscode.TextDocument, kind: string, title: string): Promise<void> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  let found: vscode.CodeAction | undefined;
  await eventually(async () => {
    const actions = (await vscode.commands.executeCommand<vscode.CodeAction[] | undefined>('vscode.executeCodeActionProvider', document.uri, whole, kind, 50)) ?? [];
    found = actions.find((action) => action.title === title);
    return found?.disabled?.reason ?? found?.title;
  }, title);
  if (found?.edit) {
    await vscode.workspace.applyEdit(found.edit);
  }
  if (found?.command) {
    await vscode.commands.executeCommand(found.command.command, ...((found.command.arguments ?? []) as unknown[]));
  }
}

function edited(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): string {
  const text = document.getText();
  const backwards = [...edits].sort((one, other) => other.range.start.compareTo(one.range.start));
  return backwards.reduce((result, { range, newText }) => result.slice(0, document.offsetAt(range.start)) + newText + result.slice(document.offsetAt(range.end)), text);
}

async function write(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));
}

async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
}

async function withSettings(chosen: readonly (readonly [section: string, name: string, value: unknown])[], work: () => Promise<void>): Promise<void> {
  const write = async ([section, name, value]: readonly [string, string, unknown]): Promise<void> => {
    await vscode.workspace.getConfiguration(section).update(name, value, vscode.ConfigurationTarget.Workspace);
  };
  try {
    for (const each of chosen) {
      await write(each);
    }
    await work();
  } finally {
    for (const [section, name] of chosen) {
      await write([section, name, undefined]);
    }
  }
}

// Helpers for suites inside the extension host. No Node module: they run in the web extension host too.
import * as vscode from 'vscode';

/** A machine with every part that the suites are about, and one place left open. */
export function machineLeadingTo(next: string): string {
  return `{
  "StartAt": "Train",
  "States": {
    "Train": { "Type": "Pass", "Next": "${next}" },
    "Save": { "Type": "Pass", "Next": "Score" },
    "Score": {
      "Type": "Map",
      "ItemProcessor": { "StartAt": "One", "States": { "One": { "Type": "Pass", "End": true } } },
      "End": true
    }
  }
}`;
}

/** Opens text that no file holds, as a person does with a new file. */
export async function openText(content: string, language = 'asl'): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** Opens a file of the workspace, which is a copy of `examples/`. */
export async function openFile(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The address of a file of the workspace. */
export function inWorkspace(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) {
    throw new Error('The suites expect a folder to be open.');
  }
  return vscode.Uri.joinPath(folder.uri, name);
}

/** The range of the first occurrence of some text. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  if (start < 0) {
    throw new Error(`The document has no ${text}.`);
  }
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Waits until a value is the one expected, and fails with the difference if it never is. */
export async function eventually(read: () => unknown, expected: unknown): Promise<void> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const actual = await read();
    if (isSame(actual, expected) || Date.now() > deadline) {
      same(actual, expected);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Fails with both values where they differ. */
export function same(actual: unknown, expected: unknown): void {
  if (!isSame(actual, expected)) {
    throw new Error(`expected ${JSON.stringify(expected, undefined, 2)}\nbut it is ${JSON.stringify(actual, undefined, 2)}`);
  }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

// `Stepwise: Import Questions…`: a deck of one's own from an Anki text export or a CSV file, beside it.
import * as vscode from 'vscode';
import { convertCards } from './foreign-cards';

export async function importQuestions(): Promise<void> {
  const [uri] = (await vscode.window.showOpenDialog({ canSelectMany: false, openLabel: 'Import', filters: { 'CSV or Anki text export': ['csv', 'txt', 'tsv'] } })) ?? [];
  if (!uri) {
    return;
  }
  try {
    const text = await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { encoding: 'utf8' });
    const { yaml, questions, skipped } = convertCards(uri.path, text);
    if (questions === 0) {
      void vscode.window.showErrorMessage(`No question was found in this file${skipped[0] ? `: line ${String(skipped[0].line)} was left out because ${skipped[0].why}` : ''}. A CSV file begins with a line such as "question,a,b,c,d,answer,explanation,tags".`);
      return;
    }
    const target = uri.with({ path: uri.path.replace(/\.\w+$/, '.deck.yaml') });
    const document = await vscode.workspace.openTextDocument(target.with({ scheme: 'untitled' }));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), yaml);
    await vscode.workspace.applyEdit(edit);
    await vscode.window.showTextDocument(document);
    const left = skipped.length === 0 ? '' : ` ${String(skipped.length)} lines were left out, the first (${String(skipped[0]?.line)}) because ${skipped[0]?.why ?? ''}.`;
    void vscode.window.showInformationMessage(`${String(questions)} questions. Save the file in your workspace, and they are in the Study view.${left}`);
  } catch (error) {
    void vscode.window.showErrorMessage(`This file could not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

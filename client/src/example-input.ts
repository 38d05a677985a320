// An example of a definition's input: `train.input.json` beside `train.asl.json`. The server reads no files, so it is read here, through the
// editor, wherever the workspace may be, and handed over with the settings.
import * as vscode from 'vscode';
import type { WrittenSettings } from '../../server/src/protocol/settings';

/** Where such files are. */
export const exampleInputs = '**/*.input.json';

/** Step Functions itself takes no larger input, in bytes. */
const largest = 262_144;

/** The example for a document; `undefined` where there is none, or one that no run could start with. */
export async function exampleInputOf(document: vscode.Uri): Promise<WrittenSettings['exampleInput']> {
  const path = document.path.replace(/\.asl(?:\.(?:json|ya?ml))?$/i, '.input.json');
  if (path === document.path || document.scheme === 'untitled') {
    return undefined;
  }
  const uri = document.with({ path });
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > largest ? undefined : { uri: uri.toString(), text: await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { encoding: 'utf8' }) };
  } catch {
    // There is none.
    return undefined;
  }
}

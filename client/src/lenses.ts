// The lenses above states: the server's command becomes the editor's own, which takes the editor's objects alone.
import * as vscode from 'vscode';
import type { CodeLensMiddleware } from 'vscode-languageclient';
import { showReferencesCommand } from '../../server/src/protocol/references';

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Location {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

/** Stands between the editor and the server. */
export const provideCodeLenses: NonNullable<CodeLensMiddleware['provideCodeLenses']> = async (document, token, next) => {
  const lenses = await next(document, token);
  for (const { command } of lenses ?? []) {
    if (command?.command === showReferencesCommand) {
      const [uri, position, locations] = command.arguments as [string, Position, Location[]];
      command.command = 'editor.action.showReferences';
      command.arguments = [vscode.Uri.parse(uri), toPosition(position), locations.map((each) => new vscode.Location(vscode.Uri.parse(each.uri), new vscode.Range(toPosition(each.range.start), toPosition(each.range.end))))];
    }
  }
  return lenses;
};

function toPosition({ line, character }: Position): vscode.Position {
  return new vscode.Position(line, character);
}

// A definition and its mocks know each other. The server reads no files, so what lies beside a document is read here, through the editor,
// wherever the workspace may be, and handed over with the settings.
import * as vscode from 'vscode';
import { awsMockFile } from '../../server/src/spec/mocks';
import { definitionsBeside, isAwsMockFile, isMockFile, mocksBeside } from '../../server/src/mocks/names';
import type { BesideFile } from '../../server/src/protocol/settings';

/** Where such files are. */
export const filesBeside = '**/{*.asl,*.asl.json,*.asl.yaml,*.asl.yml,*.asl.mocks.json,*.asl.mocks.yaml,*.asl.mocks.yml,MockConfigFile.json}';

/** Step Functions takes no larger definition, in bytes; larger mocks are nobody's. */
const largest = 1_048_576;

/** So many definitions beside AWS's own file are read. */
const mostDefinitions = 20;

/** The definitions of a file with mocks, and the files with mocks of a definition; none for any other file. */
export async function besideOf(document: vscode.Uri): Promise<readonly BesideFile[]> {
  if (document.scheme === 'untitled') {
    return [];
  }
  const candidates = await candidatesFor(document);
  return (await Promise.all(candidates.map(read))).filter((file) => file !== undefined);
}

/** Whether an open document is about a file, so that it matters when that changes. */
export function isBesideOpen(file: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some(({ uri }) => uri.toString() !== file.toString() && folderOf(uri) === folderOf(file) && isRelated(uri.path, file.path));
}

function isRelated(one: string, other: string): boolean {
  return [...definitionsBeside(one), ...mocksBeside(one)].includes(other) || isAwsMockFile(one) || isAwsMockFile(other);
}

async function candidatesFor(document: vscode.Uri): Promise<vscode.Uri[]> {
  const { path } = document;
  if (isAwsMockFile(path)) {
    const folder = vscode.Uri.joinPath(document, '..');
    const names = await vscode.workspace.fs.readDirectory(folder).then((entries) => entries.map(([name]) => name), () => []);
    return names.filter((name) => mocksBeside(name).length > 0).slice(0, mostDefinitions).map((name) => vscode.Uri.joinPath(folder, name));
  }
  const paths = isMockFile(path) ? definitionsBeside(path) : mocksBeside(path).length > 0 ? [...mocksBeside(path), `${path.slice(0, path.lastIndexOf('/'))}/${awsMockFile}`] : [];
  return paths.map((each) => document.with({ path: each }));
}

async function read(uri: vscode.Uri): Promise<BesideFile | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > largest ? undefined : { uri: uri.toString(), text: await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { encoding: 'utf8' }) };
  } catch {
    // There is none.
    return undefined;
  }
}

function folderOf({ path, scheme, authority }: vscode.Uri): string {
  return `${scheme}://${authority}${path.slice(0, path.lastIndexOf('/'))}`;
}

// Which files have cases, and the state machines that these are about.
import * as vscode from 'vscode';
import { definitionsBeside, isMockFile, machineName } from '../../../server/src/mocks/names';
import { awsMockFile, definitionEnds, mockEnds } from '../../../server/src/spec/mocks';
import { pathOf, readFile } from '../debug/files';
import { exists } from '../files';

export const ownFiles = `**/*{${mockEnds.join(',')}}`;
export const awsFiles = `**/${awsMockFile}`;
export const definitionFiles = `**/*{${definitionEnds.join(',')}}`;

/** Files that nobody has written cases in. */
const excluded = '**/node_modules/**';
/** More are a glob gone wrong. */
const mostFiles = 1000;

export async function findFiles(): Promise<vscode.Uri[]> {
  return (await Promise.all([ownFiles, awsFiles].map((glob) => vscode.workspace.findFiles(glob, excluded, mostFiles)))).flat();
}

/** True for the address of a file with cases; what source control shows of earlier versions is none. */
export function mayHaveCases(uri: vscode.Uri): boolean {
  return (uri.scheme === 'file' || vscode.workspace.getWorkspaceFolder(uri) !== undefined) && isMockFile(uri.path);
}

export function isDefinition(uri: vscode.Uri): boolean {
  return definitionEnds.some((end) => uri.path.endsWith(end));
}

/** What is seen in an editor, else what is stored; `undefined` where there is nothing that can be read. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  return readFile(pathOf(uri));
}

/**
 * The state machine that a case is about; `undefined` where there is none.
 *
 * @param machine its name, in AWS's file: `OrderPipeline` is that of `order-pipeline.asl.json`, in the same folder, or the only one of that name
 */
export async function definitionOf(mocks: vscode.Uri, machine: string | undefined): Promise<vscode.Uri | undefined> {
  if (machine !== undefined) {
    return definitionNamed(mocks, machine);
  }
  for (const path of definitionsBeside(mocks.path)) {
    const uri = mocks.with({ path });
    if (await exists(uri)) {
      return uri;
    }
  }
  return undefined;
}

async function definitionNamed(mocks: vscode.Uri, machine: string): Promise<vscode.Uri | undefined> {
  const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const folder = vscode.workspace.getWorkspaceFolder(mocks) ?? vscode.Uri.joinPath(mocks, '..');
  const all = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, definitionFiles), excluded, mostFiles);
  const named = all.filter((uri) => plain(machineName(uri.path)) === plain(machine));
  const beside = named.filter((uri) => folderOf(uri) === folderOf(mocks));
  // In YAML and in JSON, it is the same machine.
  return beside.sort((one, other) => rank(one) - rank(other))[0] ?? (named.length === 1 ? named[0] : undefined);
}

function rank(uri: vscode.Uri): number {
  return definitionEnds.findIndex((end) => uri.path.endsWith(end));
}

function folderOf({ path }: vscode.Uri): string {
  return path.slice(0, path.lastIndexOf('/'));
}

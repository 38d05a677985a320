// Launch configurations: what is filled in where one says little, or where there is none at all.
import * as vscode from 'vscode';
import { parseJson, type Json } from '../../../server/src/expressions/value';
import { caseNames, casesIn } from '../../../server/src/simulator/mocks/file';
import { awsMockFile, definitionEnds, mockEnds } from '../../../server/src/spec/mocks';
import { notationOf } from '../../../server/src/syntax/notation';
import { parse } from '../../../server/src/syntax/parse';
import { toValue } from '../../../server/src/syntax/tree';
import { languageIds } from '../client';
import { exists, fileName } from '../files';
import { addressOf, pathOf, readFile } from './files';
import type { LaunchArguments } from './messages';

export const debugType = 'asl';

/** A configuration as a person writes it: any part can be missing. */
type Written = vscode.DebugConfiguration & Partial<LaunchArguments>;

/** Files that are found beside `train.asl.json`: `train.input.json`, and with mocks `train.asl.mocks.yaml` or AWS's own. */
const inputs = ['.input.json', '.input.yaml', '.input.yml'];

export class Configurations implements vscode.DebugConfigurationProvider {
  constructor(private readonly memento: vscode.Memento) {}

  /** For a `launch.json` that is just being made, and for the list of what can be run: what is open. */
  provideDebugConfigurations(): vscode.DebugConfiguration[] {
    const document = openMachine();
    return document ? [{ type: debugType, request: 'launch', name: `Debug ${fileName(document.uri)}`, program: pathOf(document.uri) }] : [];
  }

  /** F5 without a `launch.json` comes with nothing in it. */
  resolveDebugConfiguration(_folder: vscode.WorkspaceFolder | undefined, written: vscode.DebugConfiguration): vscode.DebugConfiguration | undefined {
    const document = openMachine();
    const { type, request, name, program } = written as Partial<Written>;
    const filled = { ...written, type: type || debugType, request: request || 'launch', name: name || 'Debug state machine', program: program ?? (document && pathOf(document.uri)) };
    if (filled.program === undefined) {
      void vscode.window.showInformationMessage('Open a state machine first: it is what is debugged.');
      return undefined;
    }
    return filled;
  }

  /** Once variables such as `${file}` are filled in. Gives `undefined` where the person has left a question open. */
  async resolveDebugConfigurationWithSubstitutedVariables(_folder: vscode.WorkspaceFolder | undefined, written: vscode.DebugConfiguration): Promise<vscode.DebugConfiguration | undefined> {
    const { program, mocks: mocked, case: testCase, input, history } = written as Written;
    // A recorded run has its input and its answers with it.
    if (typeof program !== 'string' || history !== undefined) {
      return written;
    }
    const found = mocked ?? (await beside(program, mockEnds)) ?? (await besideNamed(program, awsMockFile));
    const file = found === undefined ? undefined : await dataIn(found);
    const chosen = testCase ?? (await chooseCase(file));
    if (chosen === null) {
      return undefined;
    }
    const own = casesIn(file).get(chosen ?? '')?.input;
    const given = input ?? own ?? (await beside(program, inputs)) ?? (await this.askInput(program));
    if (given === undefined) {
      return undefined;
    }
    return { ...written, input: given, ...(found === undefined ? {} : { mocks: found }), ...(chosen === undefined ? {} : { case: chosen }) };
  }

  private async askInput(program: string): Promise<string | undefined> {
    const key = `debugInput:${program}`;
    const text = await vscode.window.showInputBox({
      title: `Input of ${fileName(addressOf(program))}`,
      prompt: `JSON. A file ${fileName(sibling(program, '.input.json'))} beside it saves the question.`,
      value: this.memento.get(key, '{}'),
      ignoreFocusOut: true,
      validateInput: (each) => (parseJson(each) === undefined ? 'That is no JSON.' : undefined),
    });
    if (text !== undefined) {
      await this.memento.update(key, text);
    }
    return text;
  }
}

/** `undefined` where there is nothing to choose, `null` where nothing was chosen. */
async function chooseCase(file: Json | undefined): Promise<string | null | undefined> {
  const cases = file === undefined ? [] : caseNames(file);
  const isOurs = casesIn(file).size > 0;
  if (cases.length < (isOurs ? 1 : 2)) {
    return undefined;
  }
  const without = { label: 'No case', description: 'only the mocks that all cases share', name: undefined };
  const picked = await vscode.window.showQuickPick([...cases.map((name) => ({ label: name, description: '', name })), ...(isOurs ? [without] : [])], { placeHolder: 'Which case?' });
  return picked ? picked.name : null;
}

async function dataIn(path: string): Promise<Json | undefined> {
  const text = await readFile(path);
  return text === undefined ? undefined : (toValue(parse(text, notationOf(path, text)).root) as Json);
}

function openMachine(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && languageIds.some((id) => id === document.languageId) ? document : undefined;
}

function sibling(program: string, ending: string): vscode.Uri {
  const uri = addressOf(program);
  const end = definitionEnds.find((each) => uri.path.endsWith(each)) ?? /\.\w*$/.exec(uri.path)?.[0] ?? '';
  return uri.with({ path: `${uri.path.slice(0, uri.path.length - end.length)}${ending}` });
}

async function beside(program: string, endings: readonly string[]): Promise<string | undefined> {
  for (const ending of endings) {
    const uri = sibling(program, ending);
    if (await exists(uri)) {
      return pathOf(uri);
    }
  }
  return undefined;
}

async function besideNamed(program: string, name: string): Promise<string | undefined> {
  const uri = vscode.Uri.joinPath(addressOf(program), '..', name);
  return (await exists(uri)) ? pathOf(uri) : undefined;
}

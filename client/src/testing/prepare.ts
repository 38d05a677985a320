// A case with all that its run needs, as the files are now.
import * as vscode from 'vscode';
import { isAwsMocks } from '../../../server/src/simulator/mocks/aws';
import { parseJson, type Json } from '../../../server/src/expressions/value';
import type { TestCase } from '../../../server/src/simulator/cases/run-case';
import { Refusal } from '../debug/conversation';
import { readProgram, type Program } from '../debug/program';
import { addressOf, pathOf, readFile } from '../debug/files';
import { otherMachines, type Others } from '../debug/other-machines';
import { exampleInputOf } from '../example-input';
import { readText } from './files';
import { findCases, type FoundCase, type FoundCases } from './find-cases';
import type { CaseAt } from './items';
import { rangesIn, type RangeOf } from './places';

export interface Definition {
  readonly uri: vscode.Uri;
  readonly program: Program;
  readonly rangeOf: RangeOf;
}

export interface ReadyCase {
  readonly definition: Definition;
  /** Those of the machines that its tasks start. */
  readonly others: readonly Definition[];
  readonly machine: Others['machine'];
  readonly data: Json;
  readonly testCase: TestCase;
  readonly found: FoundCase;
  readonly mocks: vscode.Uri;
  readonly rangeOf: RangeOf;
}

/** Reads each file of a run once, so that all its cases see the same text. */
export class Preparation {
  private readonly definitions = new Map<string, Promise<Definition>>();
  private readonly others = new Map<string, Promise<Others>>();
  private readonly mocks = new Map<string, Promise<FoundCases & { readonly rangeOf: RangeOf }>>();

  /** Refuses, in words for the person, what can't be read. */
  async ready(name: string, { mocks, definition }: CaseAt): Promise<ReadyCase> {
    const [{ data, cases, trouble, rangeOf }, read] = await Promise.all([kept(this.mocks, mocks, readMocks), kept(this.definitions, definition, readDefinition)]);
    const found = cases.find(({ testCase }) => testCase.name === name);
    if (trouble !== undefined || !found) {
      throw new Refusal(trouble ?? `The file has no case "${name}" any more.`);
    }
    const { testCase } = found;
    // AWS's file has no place for an input: it is the example of one that stands beside the definition.
    const example = isAwsMocks(data) ? await exampleInputOf(definition) : undefined;
    const input = testCase.input ?? (example && parseJson(example.text));
    const key = `${mocks.toString()} ${definition.toString()}`;
    const started = this.others.get(key) ?? otherMachines(read.program, {}, data, readFile);
    this.others.set(key, started);
    const { programs, machine } = await started;
    return { definition: read, others: programs.map(definitionOf), machine, data, testCase: { ...testCase, input }, found, mocks, rangeOf };
  }
}

function kept<T>(cache: Map<string, Promise<T>>, uri: vscode.Uri, read: (uri: vscode.Uri) => Promise<T>): Promise<T> {
  const key = uri.toString();
  const found = cache.get(key) ?? read(uri);
  cache.set(key, found);
  return found;
}

async function readMocks(uri: vscode.Uri): Promise<FoundCases & { readonly rangeOf: RangeOf }> {
  const text = await existing(uri);
  return { ...findCases(uri.path, text), rangeOf: rangesIn(text) };
}

async function readDefinition(uri: vscode.Uri): Promise<Definition> {
  const text = await existing(uri);
  try {
    return definitionOf(readProgram(pathOf(uri), text, undefined));
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(`${vscode.workspace.asRelativePath(uri)}: ${error.message}`) : error;
  }
}

function definitionOf(program: Program): Definition {
  return { uri: addressOf(program.path), program, rangeOf: rangesIn(program.text) };
}

async function existing(uri: vscode.Uri): Promise<string> {
  const text = await readText(uri);
  if (text === undefined) {
    throw new Refusal(`${vscode.workspace.asRelativePath(uri)} can't be read.`);
  }
  return text;
}

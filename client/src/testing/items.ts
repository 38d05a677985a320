// The tests as VS Code shows them: an item for each file with cases, and in it one for each case, in step with the text.
import * as vscode from 'vscode';
import { machineName } from '../../../server/src/mocks/names';
import { findCases, type FoundCase } from './find-cases';
import { fileName } from '../files';
import { definitionFiles, definitionOf, findFiles, awsFiles, isDefinition, mayHaveCases, ownFiles, readText } from './files';
import { rangesIn } from './places';

/** What a case needs to be run. */
export interface CaseAt {
  readonly mocks: vscode.Uri;
  readonly definition: vscode.Uri;
  readonly label: string;
  readonly machine: string | undefined;
}

/** Text is read again when nobody has typed for so many milliseconds. */
const typing = 200;

export class Items implements vscode.Disposable {
  private readonly cases = new WeakMap<vscode.TestItem, CaseAt>();
  private readonly saved = new vscode.EventEmitter<vscode.Uri>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** How often each file was read: what a later look has seen counts. */
  private readonly looks = new Map<string, number>();
  private readonly listening: vscode.Disposable[];
  private looking: Promise<void> | undefined;

  /** A state machine, or a file with cases, is another one now. */
  readonly onDidSave = this.saved.event;

  constructor(private readonly controller: vscode.TestController) {
    const watchers = [ownFiles, awsFiles, definitionFiles].map((glob) => vscode.workspace.createFileSystemWatcher(glob));
    const [comes, changes] = [(uri: vscode.Uri) => this.comesOrGoes(uri), (uri: vscode.Uri) => this.changes(uri)];
    this.listening = [
      ...watchers.flatMap((watcher) => [watcher, watcher.onDidCreate(comes), watcher.onDidDelete(comes), watcher.onDidChange(changes)]),
      // A file system may have nothing to tell a watcher.
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.changes(uri)),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => void this.read(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document: { uri } }) => this.soon(uri)),
    ];
  }

  dispose(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    vscode.Disposable.from(this.saved, ...this.listening).dispose();
  }

  /** Looks for all files once; `again` looks anew. */
  find(again = false): Promise<void> {
    if (again || !this.looking) {
      this.looking = this.findAll();
    }
    return this.looking;
  }

  /** `undefined` for a file, and for a case that can't be run. */
  caseOf(item: vscode.TestItem): CaseAt | undefined {
    return this.cases.get(item);
  }

  /** The files. */
  get all(): vscode.TestItem[] {
    return [...this.controller.items].map(([, item]) => item);
  }

  private async findAll(): Promise<void> {
    const files = await findFiles();
    const found = new Set(files.map(String));
    const gone = this.all.flatMap(({ uri }) => (uri && !found.has(uri.toString()) ? [uri] : []));
    await Promise.all([...files, ...gone].map((uri) => this.read(uri)));
  }

  private comesOrGoes(uri: vscode.Uri): void {
    this.soon(uri);
    if (isDefinition(uri)) {
      // The cases beside it have a state machine now, or none any more.
      for (const { uri: mocks } of this.all) {
        this.soon(mocks ?? uri);
      }
    }
  }

  private changes(uri: vscode.Uri): void {
    this.soon(uri);
    if (mayHaveCases(uri) || isDefinition(uri)) {
      this.saved.fire(uri);
    }
  }

  private soon(uri: vscode.Uri): void {
    if (mayHaveCases(uri)) {
      const key = uri.toString();
      clearTimeout(this.timers.get(key));
      this.timers.set(key, setTimeout(() => void this.read(uri), typing));
    }
  }

  /** Has the items of a file be what is written there. Files with mocks alone have none. */
  async read(uri: vscode.Uri): Promise<void> {
    if (!mayHaveCases(uri)) {
      return;
    }
    const id = uri.toString();
    const look = (this.looks.get(id) ?? 0) + 1;
    this.looks.set(id, look);
    const text = await readText(uri);
    const { cases, heading, trouble } = findCases(uri.path, text ?? '');
    const machines = new Map(cases.map(({ machine }) => [machine, definitionOf(uri, machine)]));
    const known = await Promise.all(cases.map(async (each) => ({ found: each, definition: await machines.get(each.machine) })));
    if (look !== this.looks.get(id)) {
      return;
    }
    // AWS's tool names state machines that may stand anywhere.
    const shown = known.filter(({ found, definition }) => found.machine === undefined || definition);
    if (text === undefined || (shown.length === 0 && trouble === undefined)) {
      this.controller.items.delete(id);
      return;
    }
    const file = this.controller.items.get(id) ?? this.controller.createTestItem(id, fileName(uri), uri);
    file.description = folderLabel(uri);
    file.error = trouble ?? (shown.some(({ definition }) => definition) || shown.length === 0 ? undefined : `There is no state machine beside it: ${fileName(uri)} goes with ${machineName(uri.path)}.asl.json, .asl.yaml or .asl.`);
    const rangeOf = rangesIn(text);
    file.range = heading && rangeOf(heading);
    // While somebody types, all may seem to be gone for a moment.
    if (shown.length > 0 || trouble === undefined) {
      file.children.replace(shown.map(({ found, definition }, index) => this.itemOf(file, uri, found, definition, rangeOf(found.span), index)));
    }
    this.controller.items.add(file);
  }

  private itemOf(file: vscode.TestItem, uri: vscode.Uri, found: FoundCase, definition: vscode.Uri | undefined, range: vscode.Range, index: number): vscode.TestItem {
    const { name } = found.testCase;
    const item = file.children.get(name) ?? this.controller.createTestItem(name, found.label, uri);
    item.range = range;
    item.description = found.machine ?? '';
    item.sortText = String(index).padStart(5, '0');
    item.error = found.trouble;
    if (definition && found.trouble === undefined) {
      this.cases.set(item, { mocks: uri, definition, label: found.label, machine: found.machine });
    } else {
      this.cases.delete(item);
    }
    return item;
  }
}

/** Where the file is, in a workspace with folders. */
function folderLabel(uri: vscode.Uri): string {
  const path = vscode.workspace.asRelativePath(uri);
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

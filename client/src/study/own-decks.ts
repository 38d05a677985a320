// The reader's own decks: files of the workspace, read anew when they change. What is wrong with one is in the Problems panel.
import * as vscode from 'vscode';
import { readDeckFile } from './deck-file';
import type { OwnDecks } from './library';

/** More files than a person keeps decks in are a glob gone wrong. */
const mostFiles = 200;

/** Files that are written together, by a checkout say, are read together: after so many milliseconds. */
const together = 100;

export interface DeckWatcher {
  dispose(): void;
  /** The decks as they are now; looked for when first asked. */
  read(): Promise<OwnDecks>;
  /** A deck was written, changed or deleted. */
  readonly onDidChange: vscode.Event<void>;
}

/**
 * Watches the files that `stepwise.study.decks` names, from the first look on: somebody asks for the decks, or opens one to write in it.
 *
 * @param bundled gives the ids of the decks that come with the extension
 */
export function watchDecks(bundled: () => Promise<ReadonlySet<string>>): DeckWatcher {
  const problems = vscode.languages.createDiagnosticCollection('stepwise-study');
  const changed = new vscode.EventEmitter<void>();
  let watcher: vscode.Disposable | undefined;
  let reading: Promise<OwnDecks> | undefined;
  let soon: ReturnType<typeof setTimeout> | undefined;

  function read(): Promise<OwnDecks> {
    if (!watcher) {
      watch();
    }
    reading ??= look();
    return reading;
  }

  function look(): Promise<OwnDecks> {
    const mine = bundled().then(readAll).then(({ problems: found, ...decks }) => {
      // A later look knows better.
      if (reading === mine) {
        problems.clear();
        problems.set(found);
      }
      return decks;
    });
    return mine;
  }

  /** Whether or not anybody asks for the decks: the Problems panel tells of them too. */
  function lookAgain(): void {
    reading = undefined;
    clearTimeout(soon);
    soon = setTimeout(() => {
      void read();
      changed.fire();
    }, together);
  }

  function watch(): void {
    watcher?.dispose();
    const files = vscode.workspace.createFileSystemWatcher(glob());
    watcher = vscode.Disposable.from(files, files.onDidChange(lookAgain), files.onDidCreate(lookAgain), files.onDidDelete(lookAgain));
  }

  function opened(document: vscode.TextDocument): void {
    if (vscode.languages.match({ pattern: glob() }, document) > 0) {
      void read();
    }
  }

  const listening = [
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (watcher && event.affectsConfiguration('stepwise.study.decks')) {
        watch();
        lookAgain();
      }
    }),
    vscode.workspace.onDidOpenTextDocument(opened),
  ];
  vscode.workspace.textDocuments.forEach(opened);

  return {
    onDidChange: changed.event,
    read,
    dispose() {
      clearTimeout(soon);
      vscode.Disposable.from(problems, changed, ...listening, ...(watcher ? [watcher] : [])).dispose();
    },
  };
}

function glob(): string {
  return vscode.workspace.getConfiguration('stepwise').get('study.decks', '**/*.deck.{yaml,yml,json}');
}

type Problems = [vscode.Uri, vscode.Diagnostic[]][];

async function readAll(bundled: ReadonlySet<string>): Promise<OwnDecks & { problems: Problems }> {
  const files = await vscode.workspace.findFiles(glob(), '**/node_modules/**', mostFiles);
  const decks = new Map<string, { deck: OwnDecks['decks'][number]; file: string }>();
  const broken: { file: string; problems: number }[] = [];
  const problems: Problems = [];
  for (const uri of files.sort((one, other) => one.path.localeCompare(other.path))) {
    const file = vscode.workspace.asRelativePath(uri);
    const found = await readFile(uri);
    if (!found) {
      continue;
    }
    const { text, read } = found;
    if ('problems' in read) {
      problems.push([uri, read.problems.map(({ start, end, message }) => diagnostic(text, start, end, message))]);
      broken.push({ file, problems: read.problems.length });
    } else if (bundled.has(read.deck.deck) || decks.has(read.deck.deck)) {
      const other = decks.get(read.deck.deck)?.file ?? 'Stepwise itself';
      problems.push([uri, [diagnostic(text, 0, text.indexOf('\n') + 1 || text.length, `The deck "${read.deck.deck}" is in ${other} already: give this one another id.`)]]);
      broken.push({ file, problems: 1 });
    } else {
      decks.set(read.deck.deck, { deck: read.deck, file });
    }
  }
  return { decks: [...decks.values()].map(({ deck }) => deck), broken, problems };
}

async function readFile(uri: vscode.Uri): Promise<{ text: string; read: ReturnType<typeof readDeckFile> } | undefined> {
  try {
    const text = await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { encoding: 'utf8' });
    return { text, read: readDeckFile(text) };
  } catch {
    // It was deleted since it was found.
    return undefined;
  }
}

function diagnostic(text: string, start: number, end: number, message: string): vscode.Diagnostic {
  const found = new vscode.Diagnostic(new vscode.Range(positionAt(text, start), positionAt(text, end)), message, vscode.DiagnosticSeverity.Error);
  found.source = 'Stepwise Study';
  return found;
}

function positionAt(text: string, offset: number): vscode.Position {
  const before = text.slice(0, offset).split('\n');
  return new vscode.Position(before.length - 1, (before.at(-1) ?? '').length);
}

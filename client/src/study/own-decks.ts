// The reader's own decks: files of the workspace, read anew when they change. What is wrong with one is in the Problems panel.
import * as vscode from 'vscode';
import { readDeckFile } from './deck-file';
import type { OwnDecks } from './library';

/** More files than a person keeps decks in are a glob gone wrong. */
const mostFiles = 200;

export interface DeckWatcher {
  dispose(): void;
  /** The decks as they are now; looked for when first asked. */
  read(): Promise<OwnDecks>;
  /** A deck was written, changed or deleted. */
  readonly onDidChange: vscode.Event<void>;
}

/** Watches the files that `stepwise.study.decks` names. Nothing is read before the first look. */
export function watchDecks(): DeckWatcher {
  const problems = vscode.languages.createDiagnosticCollection('stepwise-study');
  const changed = new vscode.EventEmitter<void>();
  let watcher: vscode.Disposable | undefined;
  let reading: Promise<OwnDecks> | undefined;

  function forget(): void {
    if (reading) {
      reading = undefined;
      changed.fire();
    }
  }

  function watch(): void {
    watcher?.dispose();
    const files = vscode.workspace.createFileSystemWatcher(glob());
    watcher = vscode.Disposable.from(files, files.onDidChange(forget), files.onDidCreate(forget), files.onDidDelete(forget));
  }

  const settings = vscode.workspace.onDidChangeConfiguration((event) => {
    if (watcher && event.affectsConfiguration('stepwise.study.decks')) {
      watch();
      forget();
    }
  });

  return {
    onDidChange: changed.event,
    read() {
      if (!watcher) {
        watch();
      }
      reading ??= readAll(problems);
      return reading;
    },
    dispose() {
      vscode.Disposable.from(problems, changed, settings, ...(watcher ? [watcher] : [])).dispose();
    },
  };
}

function glob(): string {
  return vscode.workspace.getConfiguration('stepwise').get('study.decks', '**/*.deck.{yaml,yml,json}');
}

async function readAll(problems: vscode.DiagnosticCollection): Promise<OwnDecks> {
  problems.clear();
  const files = await vscode.workspace.findFiles(glob(), '**/node_modules/**', mostFiles);
  const decks = new Map<string, { deck: OwnDecks['decks'][number]; file: string }>();
  const broken: { file: string; problems: number }[] = [];
  for (const uri of files.sort((one, other) => one.path.localeCompare(other.path))) {
    const file = vscode.workspace.asRelativePath(uri);
    const found = await readFile(uri);
    if (!found) {
      continue;
    }
    const { text, read } = found;
    if ('problems' in read) {
      problems.set(uri, read.problems.map(({ start, end, message }) => diagnostic(text, start, end, message)));
      broken.push({ file, problems: read.problems.length });
    } else if (decks.has(read.deck.deck)) {
      const other = decks.get(read.deck.deck)?.file ?? '';
      problems.set(uri, [diagnostic(text, 0, text.indexOf('\n') + 1 || text.length, `The deck "${read.deck.deck}" is in ${other} already: give this one another id.`)]);
      broken.push({ file, problems: 1 });
    } else {
      decks.set(read.deck.deck, { deck: read.deck, file });
    }
  }
  return { decks: [...decks.values()].map(({ deck }) => deck), broken };
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

// The page on one history, in place of the text of its file. The page is thrown away while it is hidden and comes back as it was.
import { commands, Position, Range, RelativePattern, Selection, TextEditorRevealType, Uri, ViewColumn, window, workspace, type Disposable, type Memento, type WebviewPanel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { fileName } from '../../files';
import type { GraphNode, GraphScope } from '../../../../server/src/protocol/graph';
import { eventDetails, visitDetails } from '../../history/details';
import { eventsOfRun, readHistory, type ReadHistory } from '../../history/read';
import { rowsOf } from '../../history/rows';
import { search } from '../../history/search';
import { Tracker } from '../../history/tracker';
import { Channel } from '../channel';
import { graphOf } from '../graph/panel';
import { pageHtml } from '../html';
import { chooseDefinition, definitionFor, fitOf, misfit, type Fit } from './definitions';
import type { Details, HistoryHost, HistoryPage, Part, ShownHistory } from './messages';
import { OpenRun, type ShownRuns } from './open-run';

export interface Around {
  readonly extensionUri: Uri;
  readonly client: BaseLanguageClient;
  /** Of the workspace: which definition belongs to which history. */
  readonly memento: Memento;
  readonly runs: ShownRuns;
}

const runsKey = 'historyRuns';

export class HistoryPanel implements Disposable {
  private readonly channel: Channel<HistoryHost, HistoryPage>;
  private readonly listening: Disposable[];
  private history: ReadHistory | undefined;
  private run: OpenRun | undefined;
  private fit: Fit | undefined;

  /** Fills a panel that is there already. */
  constructor(
    readonly panel: WebviewPanel,
    readonly uri: Uri,
    private readonly around: Around,
  ) {
    const { webview } = panel;
    this.channel = new Channel<HistoryHost, HistoryPage>((message) => void webview.postMessage(message), {
      history: () => this.shown(),
      details: (params) => this.details(params),
      search: ({ text }) => (this.run ? search(this.run.tracker, text) : { events: [], visits: [] }),
      moment: ({ at }) => this.run?.move(at),
      showGraph: () => void this.showGraph(),
      replay: () => void this.replay(),
      chooseDefinition: () => void this.chooseDefinition(),
      chooseRun: () => void this.chooseRun(),
      reveal: ({ visit }) => void this.reveal(visit),
      open: ({ kind, ...params }) => void open(this.details(params, Infinity), kind),
    });
    const media = Uri.joinPath(around.extensionUri, 'dist', 'media');
    webview.options = { enableScripts: true, localResourceRoots: [media] };
    this.listening = [
      webview.onDidReceiveMessage((message) => void this.channel.receive(message)),
      ...watching(uri, () => this.refresh()),
    ];
    webview.html = pageHtml('history', 'History', { address: (file) => webview.asWebviewUri(Uri.joinPath(media, file)).toString(), origin: webview.cspSource });
  }

  /** The file may be another one. */
  refresh(): void {
    this.run?.dispose();
    this.run = undefined;
    this.history = undefined;
    this.channel.tell('changed');
  }

  dispose(): void {
    this.channel.close();
    for (const one of this.listening) {
      one.dispose();
    }
    if (this.fit && this.run) {
      this.around.runs.clear(this.fit.uri, this.run);
    }
    this.run?.dispose();
  }

  private async shown(): Promise<ShownHistory> {
    const { uri, around } = this;
    const about = { uri: uri.toString(), file: fileName(uri) };
    const isNew = this.run === undefined;
    const trouble = await this.read();
    const { history, run } = this;
    if (trouble !== undefined || !history || !run) {
      return { ...about, trouble: trouble ?? '' };
    }
    this.fit = (this.fit && (await fitOf(this.fit.uri, run.tracker, around.client))) ?? (await definitionFor(uri, run.tracker, history.definition, around.client, around.memento));
    // A page that is but seen again takes no other run off the graph.
    if (this.fit && (isNew || !around.runs.get(this.fit.uri))) {
      around.runs.show(this.fit.uri, run);
    }
    const unfit = this.fit && misfit(this.fit);
    return {
      ...about,
      run: {
        ...rowsOf(run.tracker),
        name: run.tracker.events[0]?.execution ?? '',
        runs: history.runs.length,
        notes: history.notes,
        at: run.at,
        ...(this.fit && { definition: { file: workspace.asRelativePath(this.fit.uri), ...(unfit !== undefined && { trouble: unfit }) } }),
      },
    };
  }

  /** Reads the file if that is not done. Gives what is wrong with it. */
  private async read(): Promise<string | undefined> {
    if (this.run) {
      return undefined;
    }
    let text: string;
    try {
      text = new TextDecoder().decode(await workspace.fs.readFile(this.uri));
    } catch {
      return `${fileName(this.uri)} can't be read. It may have been moved or deleted.`;
    }
    const history = readHistory(text);
    if (typeof history === 'string') {
      return history;
    }
    const chosen = this.around.memento.get<Record<string, string>>(runsKey, {})[this.uri.toString()];
    const name = history.runs.find((each) => each === chosen) ?? history.runs[0] ?? '';
    this.history = history;
    const run = new OpenRun(fileName(this.uri), new Tracker(eventsOfRun(history, name)), false, this.uri);
    run.onDidMove(() => this.channel.tell('moment', { at: run.at }));
    this.run = run;
    return undefined;
  }

  private details({ at, visit }: { at: number; visit?: number }, longest?: number): Details {
    const { tracker } = this.run ?? {};
    const of = visit === undefined ? undefined : tracker?.visits[visit];
    const event = tracker?.events[at];
    return tracker && of ? visitDetails(of, tracker, longest) : event ? eventDetails(event, longest) : { title: '', parts: [] };
  }

  private async showGraph(): Promise<void> {
    const { fit, run } = this;
    if (fit && run) {
      this.around.runs.show(fit.uri, run);
      await commands.executeCommand('stepwise.openGraph', fit.uri, fit.graph.definitions > 1 ? fit.graph.range.start : undefined);
    }
  }

  private async replay(): Promise<void> {
    if (this.fit) {
      await commands.executeCommand('stepwise.replayHistory', this.uri, this.fit.uri, { execution: this.run?.tracker.events[0]?.execution, stateMachine: this.fit.graph.name });
    }
  }

  private async chooseDefinition(): Promise<void> {
    const { run, around, uri } = this;
    if (run && (await chooseDefinition(uri, run.tracker, around.client, around.memento))) {
      if (this.fit) {
        around.runs.clear(this.fit.uri, run);
        this.fit = undefined;
      }
      this.channel.tell('changed');
    }
  }

  private async chooseRun(): Promise<void> {
    const { history, around, uri } = this;
    const items = history?.runs.map((name) => ({ label: name.split(':').slice(7).join(':') || name, description: `${String(eventsOfRun(history, name).length)} events`, detail: name })) ?? [];
    const picked = await window.showQuickPick(items, { placeHolder: 'The execution to show', matchOnDetail: true });
    if (picked) {
      await around.memento.update(runsKey, { ...around.memento.get<Record<string, string>>(runsKey, {}), [uri.toString()]: picked.detail });
      this.refresh();
    }
  }

  private async reveal(index: number): Promise<void> {
    const visit = this.run?.tracker.visits[index];
    const id = visit && this.fit?.names.idOf(visit);
    if (id === undefined || !this.fit) {
      return;
    }
    const { uri } = this.fit;
    // The text may have changed since.
    const graph = await graphOf(this.around.client, uri, this.fit.graph.range.start);
    const node = graph && nodeIn(graph.scope, id);
    if (!node) {
      return;
    }
    const { start, end } = node.range;
    const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    const editor = await window.showTextDocument(uri, { viewColumn: shown?.viewColumn ?? ViewColumn.Beside });
    const at = new Position(start.line, start.character);
    editor.selection = new Selection(at, at);
    editor.revealRange(new Range(at, new Position(end.line, end.character)), TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

/** Hears when a file is written, by whomever. */
function watching(uri: Uri, changed: () => void): Disposable[] {
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(uri, '..'), fileName(uri).replace(/[[\]{}*?]/g, '?')));
  const hear = (each: Uri): void => {
    if (each.toString() === uri.toString()) {
      changed();
    }
  };
  return [watcher, watcher.onDidChange(hear), watcher.onDidCreate(hear)];
}

/** Shows the whole of a value in an editor. */
async function open({ parts }: Details, kind: Part['kind']): Promise<void> {
  const part = parts.find((each) => each.kind === kind);
  if (part) {
    const isJson = /^[{["\d-]/.test(part.text) && kind !== 'error';
    await window.showTextDocument(await workspace.openTextDocument({ content: part.text, ...(isJson && { language: 'json' }) }), { viewColumn: ViewColumn.Beside });
  }
}

function nodeIn({ nodes }: GraphScope, id: string): GraphNode | undefined {
  for (const node of nodes) {
    const found = node.id === id ? node : node.scopes.map((scope) => nodeIn(scope, id)).find((each) => each !== undefined);
    if (found) {
      return found;
    }
  }
  return undefined;
}

// The graph of one document, beside its editor. The page is thrown away while it is hidden and comes back as it was; the text is
// asked of the editor each time, so nothing here can be out of date.
import { commands, env, Position, Range, Selection, TextEditorRevealType, Uri, ViewColumn, window, workspace, type Disposable, type Memento, type TextEditor, type WebviewPanel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { fileName } from '../../files';
import { graphRequest, type Graph, type GraphParams, type GraphPosition, type GraphRange } from '../../../../server/src/protocol/graph';
import { GraphNames, pictureAt } from '../../history/moment';
import { Channel } from '../channel';
import { pageHtml } from '../html';
import type { RunPicture } from '../history/messages';
import type { ShownRuns } from '../history/open-run';
import { toMermaid } from './mermaid';
import type { GraphDirection, GraphHost, GraphPage, SavedPicture, Shown } from './messages';

/** Where the direction is remembered that the last graph was turned to. */
const directionKey = 'graphDirection';

/** What all panels are made with. */
export interface Around {
  readonly extensionUri: Uri;
  readonly client: BaseLanguageClient;
  readonly memento: Memento;
  readonly runs: ShownRuns;
}

export class GraphPanel implements Disposable {
  private readonly channel: Channel<GraphHost, GraphPage>;
  private readonly listening: Disposable[];
  private cursor: GraphPosition | undefined;
  /** Of the graph that the page has. */
  private names: GraphNames | undefined;

  /** Fills a panel that is there already. */
  constructor(
    readonly panel: WebviewPanel,
    readonly uri: Uri,
    private readonly around: Around,
    cursor?: GraphPosition,
  ) {
    this.cursor = cursor ?? this.editor()?.selection.active;
    const { webview } = panel;
    this.channel = new Channel<GraphHost, GraphPage>((message) => void webview.postMessage(message), {
      graph: () => this.shown(),
      reveal: ({ range, open }) => void this.reveal(range, open),
      turn: ({ direction }) => void around.memento.update(directionKey, direction),
      copyMermaid: () => void this.copyMermaid(),
      save: (picture) => void save(picture, this.uri),
      moment: ({ at }) => around.runs.get(uri)?.move(at),
      showHistory: () => void this.showHistory(),
      leaveRun: () => around.runs.clear(uri),
    });
    this.listening = [
      webview.onDidReceiveMessage((message) => void this.channel.receive(message)),
      around.runs.onDidChange((key) => {
        if (key === uri.toString()) {
          this.tellRun();
        }
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.isOf(document.uri)) {
          this.refresh();
        }
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
        if (selection && this.isOf(textEditor.document.uri)) {
          this.follow(selection.active);
        }
      }),
    ];
    fillWithGraph(panel, around.extensionUri);
  }

  /** The text, or what is thought of it, may be another one. */
  refresh(): void {
    this.channel.tell('changed');
  }

  /** The cursor is somewhere else. */
  follow(position: GraphPosition): void {
    this.cursor = { line: position.line, character: position.character };
    this.channel.tell('cursor', { position: this.cursor });
  }

  dispose(): void {
    this.channel.close();
    for (const one of this.listening) {
      one.dispose();
    }
  }

  private async shown(): Promise<Shown> {
    const graph = await graphOf(this.around.client, this.uri, this.cursor);
    this.names = graph && new GraphNames(graph);
    const run = this.runPicture();
    return {
      uri: this.uri.toString(),
      file: fileName(this.uri),
      direction: this.around.memento.get<GraphDirection>(directionKey, 'down'),
      ...(graph && { graph }),
      ...(this.cursor && { cursor: this.cursor }),
      ...(run && { run }),
    };
  }

  private runPicture(): RunPicture | undefined {
    const run = this.around.runs.get(this.uri);
    return run && this.names && pictureAt(run.tracker, this.names, run.at, run.title, run.isLive);
  }

  private async showHistory(): Promise<void> {
    const file = this.around.runs.get(this.uri)?.file;
    await (file ? commands.executeCommand('stepwise.openHistory', file) : commands.executeCommand('stepwise.showLastRun'));
  }

  private tellRun(): void {
    const run = this.runPicture();
    this.channel.tell('run', run ? { run } : {});
  }

  private async reveal({ start, end }: GraphRange, takesFocus: boolean): Promise<void> {
    const document = await workspace.openTextDocument(this.uri);
    const shown = this.editor();
    const column = shown?.viewColumn ?? (this.panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One);
    const editor = await window.showTextDocument(document, { viewColumn: column, preserveFocus: !takesFocus });
    const at = new Position(start.line, start.character);
    editor.selection = new Selection(at, at);
    editor.revealRange(new Range(at, new Position(end.line, end.character)), TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private async copyMermaid(): Promise<void> {
    const graph = await graphOf(this.around.client, this.uri, this.cursor);
    if (graph) {
      await env.clipboard.writeText(toMermaid(graph));
    }
  }

  private editor(): TextEditor | undefined {
    return window.visibleTextEditors.find(({ document }) => this.isOf(document.uri));
  }

  private isOf(uri: Uri): boolean {
    return uri.toString() === this.uri.toString();
  }
}

/** Has a panel show the graph page, which then asks for what it draws. */
export function fillWithGraph({ webview }: WebviewPanel, extensionUri: Uri): void {
  const media = Uri.joinPath(extensionUri, 'dist', 'media');
  webview.options = { enableScripts: true, localResourceRoots: [media] };
  webview.html = pageHtml('graph', 'Graph', { address: (file) => webview.asWebviewUri(Uri.joinPath(media, file)).toString(), origin: webview.cspSource }, { computes: true });
}

/** The icon of a graph's tab. */
export function graphIcon(extensionUri: Uri): { light: Uri; dark: Uri } {
  const icon = (theme: string): Uri => Uri.joinPath(extensionUri, 'media', 'icons', `asl-${theme}.svg`);
  return { light: icon('light'), dark: icon('dark') };
}

/** The graph of a document, which is opened for it if nobody has. */
export async function graphOf(client: BaseLanguageClient, uri: Uri, position?: GraphPosition): Promise<Graph | undefined> {
  await workspace.openTextDocument(uri);
  const params = { textDocument: { uri: uri.toString() }, ...(position && { position: { line: position.line, character: position.character } }) } satisfies GraphParams;
  return (await client.sendRequest<Graph | null>(graphRequest, params)) ?? undefined;
}

async function save({ kind, data }: SavedPicture, of: Uri): Promise<void> {
  const name = fileName(of).replace(/(\.asl)?\.\w+$/, '');
  const folder = of.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(of, '..');
  const target = await window.showSaveDialog({ ...(folder && { defaultUri: Uri.joinPath(folder, `${name}.${kind}`) }), filters: kind === 'svg' ? { SVG: ['svg'] } : { PNG: ['png'] } });
  if (target) {
    await workspace.fs.writeFile(target, kind === 'svg' ? await workspace.encode(data, { encoding: 'utf8' }) : fromBase64(data));
  }
}

/** Without Node and without the browser: both hosts run this. */
function fromBase64(text: string): Uint8Array {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const values = new Map([...letters].map((letter, value) => [letter, value]));
  const bytes = new Uint8Array(Math.floor((text.replace(/=+$/, '').length * 3) / 4));
  let [bits, count, at] = [0, 0, 0];
  for (const letter of text) {
    const value = values.get(letter);
    if (value === undefined) {
      break;
    }
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes[at++] = (bits >> count) & 0xff;
    }
  }
  return bytes;
}

// Graphs that are but looked at while one is chosen: one after the other in the same page, which never takes the focus.
import { ViewColumn, window, type Disposable, type Uri, type WebviewPanel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { fileName } from '../../files';
import { Channel } from '../channel';
import type { GraphHost, GraphPage, Shown } from './messages';
import { fillWithGraph, graphIcon, graphOf } from './panel';

export interface Previewed {
  /** Of the text; no file need be there. */
  readonly uri: Uri;
  readonly name: string;
  readonly text: string;
}

export class GraphPreview implements Disposable {
  private panel: WebviewPanel | undefined;
  private channel: Channel<GraphHost, GraphPage> | undefined;
  private isClosed = false;
  private previewed: Previewed | undefined;

  constructor(
    private readonly extensionUri: Uri,
    private readonly client: BaseLanguageClient,
  ) {}

  /** Shows a graph in place of the one before. Once somebody has closed the tab, it stays closed. */
  show(previewed: Previewed): void {
    this.previewed = previewed;
    if (this.panel) {
      this.panel.title = titleOf(previewed);
      this.channel?.tell('changed');
    } else if (!this.isClosed) {
      this.open(previewed);
    }
  }

  dispose(): void {
    this.isClosed = true;
    this.panel?.dispose();
  }

  private open(previewed: Previewed): void {
    const panel = window.createWebviewPanel('stepwise.graphPreview', titleOf(previewed), { viewColumn: ViewColumn.Active, preserveFocus: true });
    panel.iconPath = graphIcon(this.extensionUri);
    const nothing = (): void => undefined;
    const channel = new Channel<GraphHost, GraphPage>((message) => void panel.webview.postMessage(message), {
      graph: () => this.shown(),
      reveal: nothing,
      turn: nothing,
      copyMermaid: nothing,
      save: nothing,
      moment: nothing,
      showHistory: nothing,
      leaveRun: nothing,
    });
    const listening = panel.webview.onDidReceiveMessage((message) => void channel.receive(message));
    panel.onDidDispose(() => {
      listening.dispose();
      channel.close();
      [this.panel, this.channel, this.isClosed] = [undefined, undefined, true];
    });
    [this.panel, this.channel] = [panel, channel];
    fillWithGraph(panel, this.extensionUri);
  }

  private async shown(): Promise<Shown> {
    if (!this.previewed) {
      throw new Error('Nothing is shown yet.');
    }
    const { uri, name, text } = this.previewed;
    const graph = await graphOf(this.client, uri);
    return { uri: uri.toString(), file: fileName(uri), direction: 'down', caption: { name, text }, ...(graph && { graph }) };
  }
}

function titleOf({ name }: Previewed): string {
  return `Preview: ${name}`;
}

// The graphs of state machines: the commands, the lens at the top of a definition, and the panels, one a document.
import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { fileName } from '../files';
import type { GraphPosition } from '../../../server/src/protocol/graph';
import { languageIds, templateLanguageIds } from '../client';
import { toMermaid } from '../webviews/graph/mermaid';
import { GraphPanel, graphIcon, graphOf, type Around } from '../webviews/graph/panel';
import type { ShownRuns } from '../webviews/history/open-run';
import { GraphLenses } from './lenses';

/** The kind of panel, in the manifest's words and in what VS Code remembers of it. */
const viewType = 'stepwise.graph';

export function registerGraph({ extensionUri, globalState }: vscode.ExtensionContext, client: BaseLanguageClient, runs: ShownRuns): vscode.Disposable {
  const panels = new GraphPanels({ extensionUri, client, memento: globalState, runs });
  const lenses = new GraphLenses(client);
  return vscode.Disposable.from(
    panels,
    lenses,
    vscode.window.registerWebviewPanelSerializer(viewType, panels),
    vscode.languages.registerCodeLensProvider([...languageIds, ...templateLanguageIds].map((language) => ({ language })), lenses),
    vscode.commands.registerCommand('stepwise.openGraph', async (uri?: vscode.Uri, position?: GraphPosition) => {
      const place = placeOf(uri, position);
      if (!place || !(await graphOf(client, place.uri, place.position))) {
        void vscode.window.showInformationMessage('Open a state machine first.');
        return;
      }
      panels.open(place.uri, place.position);
    }),
    vscode.commands.registerCommand('stepwise.copyMermaid', async () => {
      const place = placeOf();
      const graph = place && (await graphOf(client, place.uri, place.position));
      if (!graph) {
        void vscode.window.showInformationMessage('Open a state machine first.');
        return;
      }
      await vscode.env.clipboard.writeText(toMermaid(graph));
      vscode.window.setStatusBarMessage(`Copied the graph of ${fileName(place.uri)} as Mermaid`, 4000);
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) {
        panels.refresh();
      }
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('stepwise')) {
        panels.refresh();
      }
    }),
  );
}

/** What a command is about: what it is told, else the editor that has the focus. */
function placeOf(uri?: vscode.Uri, position?: GraphPosition): { uri: vscode.Uri; position?: GraphPosition } | undefined {
  const editor = vscode.window.activeTextEditor;
  if (uri && uri.toString() !== editor?.document.uri.toString()) {
    return { uri, ...(position && { position }) };
  }
  return editor && { uri: editor.document.uri, position: position ?? editor.selection.active };
}

/** The open panels. */
class GraphPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  private readonly panels = new Map<string, GraphPanel>();

  constructor(private readonly around: Around) {}

  /** Shows the graph of a document, in the panel that it has or in one beside the editor, which keeps the focus. */
  open(uri: vscode.Uri, position?: GraphPosition): void {
    const there = this.panels.get(uri.toString());
    if (there) {
      there.panel.reveal(undefined, true);
      if (position) {
        there.follow(position);
      }
      return;
    }
    const panel = vscode.window.createWebviewPanel(viewType, `Graph: ${fileName(uri)}`, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
    this.fill(panel, uri, position);
  }

  /** A panel that was there when the window was closed. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const { uri } = (state ?? {}) as { uri?: unknown };
    if (typeof uri === 'string' && !this.panels.has(uri)) {
      this.fill(panel, vscode.Uri.parse(uri));
    } else {
      panel.dispose();
    }
    return Promise.resolve();
  }

  refresh(): void {
    for (const panel of this.panels.values()) {
      panel.refresh();
    }
  }

  dispose(): void {
    for (const panel of this.panels.values()) {
      panel.dispose();
    }
  }

  private fill(panel: vscode.WebviewPanel, uri: vscode.Uri, position?: GraphPosition): void {
    const key = uri.toString();
    panel.iconPath = graphIcon(this.around.extensionUri);
    const graph = new GraphPanel(panel, uri, this.around, position);
    this.panels.set(key, graph);
    panel.onDidDispose(() => {
      graph.dispose();
      this.panels.delete(key);
    });
  }
}

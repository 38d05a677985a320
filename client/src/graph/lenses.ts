// "Open Graph" above each definition, where the reader wants it.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { contextPaths } from '../context-paths';
import { definitionPlacesRequest, type DefinitionPlacesParams, type GraphRange } from '../../../server/src/protocol/graph';

/** Holds in a `when` clause where the editor has a template with state machines. */
const templatesKey = 'stepwise.templates';

export class GraphLenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly templates = new Map<string, vscode.Uri>();
  private readonly listening = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('stepwise.codeLens.graph')) {
      this.changed.fire();
    }
  });

  constructor(private readonly client: BaseLanguageClient) {}

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const params = { textDocument: { uri: document.uri.toString() } } satisfies DefinitionPlacesParams;
    const places = await this.client.sendRequest<GraphRange[]>(definitionPlacesRequest, params);
    this.remember(document, places.length > 0);
    if (!vscode.workspace.getConfiguration('stepwise', document).get<boolean>('codeLens.graph', true)) {
      return [];
    }
    return places.map(({ start }) => {
      const at = new vscode.Position(start.line, start.character);
      return new vscode.CodeLens(new vscode.Range(at, at), { title: 'Open Graph', command: 'stepwise.openGraph', arguments: [document.uri, start] });
    });
  }

  dispose(): void {
    this.listening.dispose();
    this.changed.dispose();
  }

  /** The icon in an editor's title goes by a file's language; templates have those of any other file. */
  private remember({ uri }: vscode.TextDocument, isTemplate: boolean): void {
    const key = uri.toString();
    if (this.templates.has(key) !== isTemplate) {
      if (isTemplate) {
        this.templates.set(key, uri);
      } else {
        this.templates.delete(key);
      }
      void vscode.commands.executeCommand('setContext', templatesKey, contextPaths(this.templates.values()));
    }
  }
}

// The open documents: their text kept by the protocol's library, their analysis made when first asked for.
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { AslDocument } from '../analysis/document';
import type { FileConfig } from '../rules/config';
import type { Notation } from '../syntax/tree';

/** One version of an open document, as a request finds it. */
export interface Opened {
  readonly uri: string;
  readonly text: TextDocument;
  readonly version: number;
  readonly document: AslDocument;
  readonly config: FileConfig;
}

export class Documents {
  readonly texts = new TextDocuments(TextDocument);
  private readonly analyzed = new Map<string, { version: number; document: AslDocument }>();

  constructor() {
    this.texts.onDidClose(({ document }) => this.analyzed.delete(document.uri));
  }

  /** The newest version of a document; `undefined` once it is closed. */
  get(uri: string, config: FileConfig): Opened | undefined {
    const text = this.texts.get(uri);
    if (!text) {
      return undefined;
    }
    const { version } = text;
    let known = this.analyzed.get(uri);
    const { workflowType } = config;
    if (known?.version !== version || known.document.options.workflowType !== workflowType) {
      known = { version, document: new AslDocument(text.getText(), notationOf(text), { ...(workflowType && { workflowType }), ...(!isOurs(text) && { onlyTemplates: true }) }) };
      this.analyzed.set(uri, known);
    }
    return { uri, text, version, document: known.document, config };
  }

  /** The version that is open now, without reading the text. */
  version(uri: string): number | undefined {
    return this.texts.get(uri)?.version;
  }
}

/** Any other file is only looked at for state machines in a template. */
function isOurs({ languageId, uri }: TextDocument): boolean {
  return languageId.startsWith('asl') || /\.asl(?:\.(?:json|ya?ml))?$/i.test(uri);
}

/** By the language id where the editor knows ours, else by the file's name: other editors call such files `json` or `yaml`. */
function notationOf({ languageId, uri }: TextDocument): Notation {
  if (languageId === 'asl') {
    return 'json';
  }
  return /yaml|yml/i.test(languageId) || /\.ya?ml$/i.test(uri) ? 'yaml' : 'json';
}

// The open documents: their text kept by the protocol's library, their analysis made when first asked for.
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { AslDocument } from '../analysis/document';
import { ExpressionCache } from '../analysis/expression-cache';
import type { Catalog } from '../services/catalog';
import { isMockFile } from '../mocks/names';
import type { MocksDocument } from '../mocks/document';
import type { Notation } from '../syntax/tree';
import { Beside } from './beside';
import type { DocumentConfig } from './settings';

/** So many documents keep their analysis; it takes some thirty times the room of their text. */
const mostAnalyzed = 8;

/** One version of an open document, as a request finds it. */
export interface Opened {
  readonly uri: string;
  readonly text: TextDocument;
  readonly document: AslDocument;
  readonly config: DocumentConfig;
  /** Another number for each text that the document has had. */
  readonly stamp: number | undefined;
  /** Set where the document is a file with mocks. */
  readonly mocks: MocksDocument | undefined;
}

export class Documents {
  readonly texts = new TextDocuments(TextDocument);
  readonly expressions = new ExpressionCache();
  private readonly analyzed = new Map<string, AslDocument>();
  private readonly before = new Map<string, AslDocument>();
  /** Counts the changes of each open document: some clients give several texts the same version. */
  private readonly changes = new Map<string, number>();
  readonly beside = new Beside(this);

  constructor(readonly services: Catalog) {
    this.texts.onDidChangeContent(({ document: { uri } }) => {
      this.outdate(uri);
      this.changes.set(uri, (this.changes.get(uri) ?? 0) + 1);
    });
    this.texts.onDidClose(({ document: { uri } }) => {
      this.analyzed.delete(uri);
      this.before.delete(uri);
      this.changes.delete(uri);
    });
  }

  /** The newest version of a document; `undefined` once it is closed. */
  get(uri: string, config: DocumentConfig): Opened | undefined {
    const text = this.texts.get(uri);
    if (!text) {
      return undefined;
    }
    const kept = this.keptFor(uri, config);
    const document = kept ?? this.analyze(text, config, this.before.get(uri));
    if (!kept) {
      this.before.delete(uri);
    }
    this.analyzed.delete(uri);
    this.keep(uri, document);
    return { uri, text, document, config, stamp: this.stamp(uri), mocks: isMockFile(uri) ? this.beside.mocks(uri, text, config) : undefined };
  }

  /** An open document as far as it is analyzed already, else anew: for the sake of another one. */
  peek(uri: string, config: DocumentConfig): AslDocument | undefined {
    return this.analyzed.get(uri) ?? this.look(uri, config);
  }

  /** The same for a question that goes to every document: it pushes no other one's analysis out. */
  look(uri: string, config: DocumentConfig): AslDocument | undefined {
    const text = this.texts.get(uri);
    return text && (this.keptFor(uri, config) ?? this.analyze(text, config, undefined));
  }

  private keptFor(uri: string, { workflowType, exampleInput }: DocumentConfig): AslDocument | undefined {
    const document = this.analyzed.get(uri);
    return document?.options.workflowType === workflowType && document?.options.exampleInput === exampleInput ? document : undefined;
  }

  private analyze(text: TextDocument, { workflowType, exampleInput }: DocumentConfig, before: AslDocument | undefined): AslDocument {
    const options = { expressions: this.expressions, services: this.services, ...(workflowType && { workflowType }), ...(exampleInput && { exampleInput }), ...(!isOurs(text) && { onlyTemplates: true as const }) };
    return new AslDocument(text.getText(), notationOf(text), options, before);
  }

  /** The last one used is the last in the order of the map; those used longest ago are read again when they are needed. */
  private keep(uri: string, document: AslDocument): void {
    this.analyzed.set(uri, document);
    for (const oldest of this.analyzed.keys()) {
      if (this.analyzed.size <= mostAnalyzed) {
        return;
      }
      this.analyzed.delete(oldest);
    }
  }

  /** The analysis of a text that has changed stays until the next one is made of it. */
  private outdate(uri: string): void {
    const document = this.analyzed.get(uri);
    this.analyzed.delete(uri);
    if (document) {
      this.before.set(uri, document);
    }
  }

  /** How often an open document has changed. Another number means another text. */
  stamp(uri: string): number | undefined {
    return this.changes.get(uri);
  }

  /** The version that the client gave the text. */
  version(uri: string): number | undefined {
    return this.texts.get(uri)?.version;
  }
}

/** Any other file is only looked at for state machines in a template. */
function isOurs({ languageId, uri }: TextDocument): boolean {
  return !isMockFile(uri) && (languageId.startsWith('asl') || /\.asl(?:\.(?:json|ya?ml))?$/i.test(uri));
}

/** By the language id where that says it, else by the file's name, else by how it begins: templates have names and languages of all kinds. */
export function notationOf(text: TextDocument): Notation {
  const { languageId, uri } = text;
  if (/^(?:asl|jsonc?)$/.test(languageId)) {
    return 'json';
  }
  if (/yaml|yml/i.test(languageId) || /\.ya?ml$/i.test(uri)) {
    return 'yaml';
  }
  return /\.(?:asl|jsonc?)$/i.test(uri) || !/^\s*[\w#-]/.test(text.getText({ start: { line: 0, character: 0 }, end: { line: 20, character: 0 } })) ? 'json' : 'yaml';
}

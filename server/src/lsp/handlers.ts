// What the routes share: finding the document, position → offset, and the guard.
import { ErrorCodes, ResponseError, type CancellationToken, type Position } from 'vscode-languageserver';
import type { AslDocument } from '../analysis/document';
import type { Catalog } from '../services/catalog';
import type { Documents, Opened } from './documents';
import { guard } from './guard';
import type { Lifecycle } from './lifecycle';
import type { Runtime } from './runtime';
import type { Settings } from './settings';
import { Turns } from './turns';

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

interface AtPosition extends AboutDocument {
  readonly position: Position;
}

type Handler<P, T> = (params: P, token: CancellationToken) => Promise<T | ResponseError<never>>;

/** Makes request handlers out of features. */
export class Handlers {
  private readonly turns: Turns;

  constructor(
    private readonly documents: Documents,
    private readonly runtime: Runtime,
    private readonly settings: Settings,
    private readonly lifecycle: Lifecycle,
    private readonly services: Catalog,
  ) {
    this.turns = new Turns(runtime);
  }

  /** For a feature that looks at a whole document. `fallback` is the answer for a document that is not open, and after a fault. */
  onDocument<P extends AboutDocument, T>(name: string, fallback: T, feature: (document: AslDocument, opened: Opened, params: P) => T | Promise<T>): Handler<P, T> {
    return async (params, token) => {
      const refusal = this.refusal(params);
      if (refusal) {
        return refusal;
      }
      const { uri } = params.textDocument;
      const asked = this.documents.stamp(uri);
      // Before the guard, which sees whether the document has changed while the client was asked.
      const config = await this.settings.of(uri);
      return guard(this.turns, this.runtime, name, token, () => this.documents.stamp(uri) !== asked, fallback, () => {
        const opened = this.documents.get(uri, config);
        return opened ? this.services.complete(() => feature(opened.document, opened, params)) : fallback;
      });
    };
  }

  /** For a feature that looks at what is under the cursor. */
  onCursor<P extends AtPosition, T>(name: string, fallback: T, feature: (document: AslDocument, offset: number, opened: Opened, params: P) => T | Promise<T>): Handler<P, T> {
    const handler = this.onDocument<P, T>(name, fallback, (document, opened, params) => feature(document, opened.text.offsetAt(params.position), opened, params));
    return async (params, token) => (isPosition(params.position) ? handler(params, token) : malformed('position'));
  }

  /**
   * For completion: the answer is about the text as it was when the editor asked, and not dropped because somebody has typed on since.
   * An editor then moves the answer along, and closes its list where there is none.
   */
  onTyping<P extends AtPosition, T>(name: string, fallback: T, feature: (document: AslDocument, offset: number, params: P, opened: Opened) => T): Handler<P, T> {
    return async (params, token) => {
      const refusal = this.refusal(params) ?? (isPosition(params.position) ? undefined : malformed('position'));
      if (refusal) {
        return refusal;
      }
      const { uri } = params.textDocument;
      const asked = this.documents.stamp(uri);
      const config = await this.settings.of(uri);
      const isOutdated = this.documents.stamp(uri) !== asked;
      // The protocol's own text changes with every key; the analyzed document stays what it is.
      const opened = this.documents.get(uri, config);
      const offset = opened?.text.offsetAt(params.position) ?? 0;
      return guard(this.turns, this.runtime, name, token, () => isOutdated, fallback, () => (opened ? this.services.complete(() => feature(opened.document, offset, params, opened)) : fallback));
    };
  }

  /** For a question about all open documents, whose answers stand one behind the other. */
  onEveryDocument<P, T>(name: string, feature: (document: AslDocument, uri: string, params: P) => T[]): Handler<P, T[]> {
    return async (params, token) => {
      const refusal = this.lifecycle.refusal();
      if (refusal) {
        return refusal;
      }
      const uris = this.documents.texts.keys();
      const configs = await Promise.all(uris.map((uri) => this.settings.of(uri)));
      return guard(this.turns, this.runtime, name, token, () => false, [], () =>
        uris.flatMap((uri, index) => {
          const config = configs[index];
          const document = config && this.documents.look(uri, config);
          return document ? feature(document, uri, params) : [];
        }),
      );
    };
  }

  /** For what a client sends back to have the rest of it; it gets what it sent where there is no more, and after a fault. */
  onItem<T>(name: string, feature: (item: T) => T): Handler<T, T> {
    return async (item, token) => this.lifecycle.refusal() ?? guard(this.turns, this.runtime, name, token, () => false, item, () => this.services.complete(() => feature(item)));
  }

  private refusal(params: AboutDocument): ResponseError<never> | undefined {
    return this.lifecycle.refusal() ?? (isDocument(params.textDocument) ? undefined : malformed('textDocument'));
  }
}

/** A client that forgets to say which document, or where in it, is told so; the types promise both, the wire does not. */
function malformed(what: string): ResponseError<never> {
  return new ResponseError<never>(ErrorCodes.InvalidParams, `"${what}" is missing, or not what the protocol says.`);
}

function isDocument(document: unknown): boolean {
  return typeof (document as { uri?: unknown } | undefined)?.uri === 'string';
}

function isPosition(position: unknown): boolean {
  const { line, character } = (position ?? {}) as { line?: unknown; character?: unknown };
  return typeof line === 'number' && typeof character === 'number';
}

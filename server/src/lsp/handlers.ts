// What the routes share: finding the document, position → offset, and the guard.
import type { CancellationToken, Position, ResponseError } from 'vscode-languageserver';
import type { AslDocument } from '../analysis/document';
import type { Documents, Opened } from './documents';
import { guard } from './guard';
import type { Runtime } from './runtime';
import type { Settings } from './settings';

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

type Handler<P, T> = (params: P, token: CancellationToken) => Promise<T | ResponseError<never>>;

/** Makes request handlers out of features. */
export class Handlers {
  constructor(
    private readonly documents: Documents,
    private readonly runtime: Runtime,
    private readonly settings: Settings,
  ) {}

  /** For a feature that looks at a whole document. `fallback` is the answer for a document that is not open, and after a fault. */
  onDocument<P extends AboutDocument, T>(name: string, fallback: T, feature: (document: AslDocument, opened: Opened, params: P) => T | Promise<T>): Handler<P, T> {
    return async (params, token) => {
      const { uri } = params.textDocument;
      const asked = this.documents.version(uri);
      // Before the guard, which sees whether the document has changed while the client was asked.
      const config = await this.settings.of(uri);
      return guard(this.runtime, name, token, () => this.documents.version(uri) !== asked, fallback, () => {
        const opened = this.documents.get(uri, config);
        return opened ? feature(opened.document, opened, params) : fallback;
      });
    };
  }

  /** For a feature that looks at what is under the cursor. */
  onCursor<P extends AboutDocument & { readonly position: Position }, T>(
    name: string,
    fallback: T,
    feature: (document: AslDocument, offset: number, opened: Opened) => T | Promise<T>,
  ): Handler<P, T> {
    return this.onDocument<P, T>(name, fallback, (document, opened, { position }) => feature(document, opened.text.offsetAt(position), opened));
  }
}

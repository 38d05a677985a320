// Diagnostics for clients that don't ask for them: pushed, the newest version only, and not at every key.
import type { Diagnostic } from 'vscode-languageserver';
import type { Documents } from './documents';
import type { Runtime } from './runtime';

/** How long the text has to be still before it is checked again, in milliseconds. */
const pause = 150;

/** How long a change waits at most while somebody types on, in milliseconds. */
const patience = 1000;

/** So long a client that says it asks for diagnostics has time to do it, in milliseconds. Some say so and never do. */
const grace = 2000;

/** A change that has not been answered yet. */
interface Waiting {
  cancelPause: () => void;
  readonly cancelPatience: () => void;
}

/** Pushes a document's diagnostics when it is opened and after each change, as long as the client does not pull. */
export class Publisher {
  private readonly waiting = new Map<string, Waiting>();
  /** Opening counts as the first change; it is answered at once. */
  private readonly seen = new Set<string>();
  private readonly shown = new Set<string>();
  private pushes = true;
  private pulled = false;

  constructor(
    private readonly documents: Documents,
    private readonly runtime: Runtime,
    private readonly check: (uri: string) => Promise<Diagnostic[]>,
    private readonly send: (uri: string, version: number | undefined, found: Diagnostic[]) => void,
  ) {
    documents.texts.onDidChangeContent(({ document: { uri } }) => {
      if (this.pushes) {
        this.later(uri, this.seen.has(uri) ? pause : 0);
      }
      this.seen.add(uri);
    });
    documents.texts.onDidClose(({ document: { uri } }) => {
      this.forget(uri);
      this.seen.delete(uri);
      this.clear(uri);
    });
  }

  /** Waits first: this client says that it pulls. */
  expectPulls(): void {
    this.pushes = false;
    const opened = this.documents.texts.onDidOpen(() => {
      opened.dispose();
      this.runtime.schedule(grace, () => {
        if (!this.pulled) {
          this.pushes = true;
          this.pushAll();
        }
      });
    });
  }

  /** The client has asked: from now on it shows what it gets that way, and nothing twice. */
  stop(): void {
    this.pulled = true;
    if (this.pushes) {
      this.pushes = false;
      for (const uri of [...this.waiting.keys()]) {
        this.forget(uri);
      }
      for (const uri of [...this.shown]) {
        this.clear(uri);
      }
    }
  }

  /** Checks every open document again, after something beside their texts has changed. */
  pushAll(): void {
    if (this.pushes) {
      for (const uri of this.documents.texts.keys()) {
        this.later(uri, 0);
      }
    }
  }

  private later(uri: string, milliseconds: number): void {
    const push = (): void => {
      this.forget(uri);
      this.push(uri).catch((error: unknown) => {
        this.runtime.log(`diagnostics: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      });
    };
    const waiting = this.waiting.get(uri);
    waiting?.cancelPause();
    const cancelPause = this.runtime.schedule(milliseconds, push);
    if (waiting) {
      waiting.cancelPause = cancelPause;
    } else {
      this.waiting.set(uri, { cancelPause, cancelPatience: this.runtime.schedule(patience, push) });
    }
  }

  private async push(uri: string): Promise<void> {
    const stamp = this.documents.stamp(uri);
    const found = await this.check(uri);
    // The check may have waited for settings; a newer text has its own turn, and a closed document none.
    if (stamp !== undefined && this.documents.stamp(uri) === stamp && this.pushes) {
      this.shown.add(uri);
      this.send(uri, this.documents.version(uri), found);
    }
  }

  private forget(uri: string): void {
    const waiting = this.waiting.get(uri);
    waiting?.cancelPause();
    waiting?.cancelPatience();
    this.waiting.delete(uri);
  }

  private clear(uri: string): void {
    if (this.shown.delete(uri)) {
      this.send(uri, undefined, []);
    }
  }
}

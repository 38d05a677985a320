// Diagnostics for clients that can't ask for them: pushed, the newest version only, and not while somebody types.
import type { Diagnostic } from 'vscode-languageserver';
import type { Documents } from './documents';
import type { Runtime } from './runtime';

/** How long the text has to be still before it is checked again, in milliseconds. */
const pause = 150;

/**
 * Sends a document's diagnostics when it is opened, and after each change.
 *
 * @returns a function that sends those of all open documents again
 */
export function publishDiagnostics(
  documents: Documents,
  runtime: Runtime,
  check: (uri: string) => Promise<Diagnostic[]>,
  send: (uri: string, version: number | undefined, found: Diagnostic[]) => void,
): () => void {
  const waiting = new Map<string, () => void>();
  // Opening counts as the first change; it is answered at once.
  const seen = new Set<string>();

  async function publish(uri: string): Promise<void> {
    const version = documents.version(uri);
    const found = await check(uri);
    // The check may have waited for settings; a newer text has its own turn, and a closed document none.
    if (version !== undefined && documents.version(uri) === version) {
      send(uri, version, found);
    }
  }

  function later(uri: string, milliseconds: number): void {
    waiting.get(uri)?.();
    waiting.set(
      uri,
      runtime.schedule(milliseconds, () => {
        waiting.delete(uri);
        publish(uri).catch((error: unknown) => runtime.log(`diagnostics: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
      }),
    );
  }

  documents.texts.onDidChangeContent(({ document: { uri } }) => {
    later(uri, seen.has(uri) ? pause : 0);
    seen.add(uri);
  });
  documents.texts.onDidClose(({ document }) => {
    waiting.get(document.uri)?.();
    waiting.delete(document.uri);
    seen.delete(document.uri);
    send(document.uri, undefined, []);
  });
  return () => {
    for (const uri of seen) {
      later(uri, 0);
    }
  };
}

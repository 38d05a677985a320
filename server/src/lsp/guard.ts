import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { Runtime } from './runtime';
import type { Turns } from './turns';

/**
 * The one place where a bug of ours is caught: the user loses one answer, not the server.
 * Broken user text never gets here; the layers below return it as data.
 *
 * @param outdated tells whether the document has changed since the request came in; the answer would be about a text that is gone
 */
export async function guard<T>(
  turns: Turns,
  runtime: Pick<Runtime, 'log'>,
  name: string,
  token: CancellationToken,
  outdated: () => boolean,
  fallback: T,
  handle: () => T | Promise<T>,
): Promise<T | ResponseError<never>> {
  await turns.take(name);
  if (token.isCancellationRequested) {
    return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled');
  }
  if (outdated()) {
    return new ResponseError<never>(LSPErrorCodes.ContentModified, 'the document has changed');
  }
  try {
    return await handle();
  } catch (error) {
    runtime.log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return fallback;
  }
}

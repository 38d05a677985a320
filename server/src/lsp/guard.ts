import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { Runtime } from './runtime';

/**
 * The one place where a bug of ours is caught: the user loses one answer, not the server.
 * Broken user text never gets here; the layers below return it as data.
 *
 * @param outdated tells whether the document has changed since the request came in; the answer would be about a text that is gone
 */
export async function guard<T>(
  runtime: Runtime,
  name: string,
  token: CancellationToken,
  outdated: () => boolean,
  fallback: T,
  handle: () => T | Promise<T>,
): Promise<T | ResponseError<never>> {
  // Let a cancellation or a newer text that is already on the wire arrive before the work starts.
  await runtime.nextTick();
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

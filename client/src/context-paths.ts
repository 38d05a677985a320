// Files in `when` clauses. The window knows the files of a remote machine by other addresses than the extension does; their paths are the same.
import type { Uri } from 'vscode';

/** What `resourcePath in key` is held against, for files by their addresses here. */
export function contextPaths(uris: Iterable<Uri>): string[] {
  // Of a file on the own disk it is the system's own path, of any other the address's.
  return [...new Set([...uris].flatMap(({ fsPath, path }) => [fsPath, path]))];
}

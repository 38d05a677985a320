// Which notation a file is in, where nobody says so.
import type { Notation } from './tree';

/** The notation that a file's name tells; where it tells nothing, the text has to. */
export function notationOf(path: string | undefined, text: string): Notation {
  if (path === undefined || !/\.(?:ya?ml|json|jsonc|asl)$/i.test(path)) {
    return /^\s*[{[]/.test(text) ? 'json' : 'yaml';
  }
  return /\.ya?ml$/i.test(path) ? 'yaml' : 'json';
}

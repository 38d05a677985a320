// Files as text. What is not text in UTF-8 is told, not guessed at: Step Functions would not guess either.
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import { placeIn } from '../text/place';

export type Text = { readonly text: string } | { readonly text?: undefined; /** Continues a sentence that begins with the file's name. */ readonly trouble: string };

/** Step Functions takes definitions of 1 MB; a template around it may be larger, and far above that it is some other file. */
const mostBytes = 32 * 1024 * 1024;

export function readText(path: string): Text {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats || stats.isDirectory()) {
      return { trouble: stats ? 'is a folder, and not a file.' : 'does not exist.' };
    }
    const { size } = stats;
    return size > mostBytes ? tooLarge(size) : decode(readFileSync(path));
  } catch (error) {
    return { trouble: `can't be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

export function decode(bytes: Uint8Array): Text {
  if (bytes.length > mostBytes) {
    return tooLarge(bytes.length);
  }
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { trouble: 'is UTF-16. Definitions have to be UTF-8: save it with that encoding.' };
  }
  if (bytes.includes(0)) {
    return { trouble: 'is not text: it has zero bytes.' };
  }
  // The decoder takes a byte order mark away, as editors do.
  const text = new TextDecoder().decode(bytes);
  if (isUtf8(bytes)) {
    return { text };
  }
  return { trouble: `is not UTF-8 (${placeIn(text, text.indexOf('\uFFFD'))}), perhaps Latin-1. Save it as UTF-8.` };
}

/** Relative to where the command was called, as the person there would write it; whole for what lies elsewhere. */
export function shownPath(cwd: string, absolute: string): string {
  const path = relative(cwd, absolute);
  return (path.startsWith('..') || isAbsolute(path) ? absolute : path).replaceAll('\\', '/');
}

function tooLarge(size: number): Text {
  return { trouble: `is ${String(Math.round(size / 1024 / 1024))} MB. A definition has at most 1 MB, so this is something else.` };
}

// Files as text. What is not text in UTF-8 is told, not guessed at: Step Functions would not guess either.
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';

export type Text = { readonly text: string } | { readonly text?: undefined; /** Continues a sentence that begins with the file's name. */ readonly trouble: string };

/** Step Functions takes definitions of 1 MB; a template around it may be larger, and far above that it is some other file. */
const mostBytes = 32 * 1024 * 1024;

export function readText(path: string): Text {
  try {
    const { size } = statSync(path);
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
  const before = text.slice(0, text.indexOf('\uFFFD')).split('\n');
  const place = `line ${String(before.length)}, column ${String((before.at(-1)?.length ?? 0) + 1)}`;
  return { trouble: `is not UTF-8 (${place}), perhaps Latin-1. Save it as UTF-8.` };
}

function tooLarge(size: number): Text {
  return { trouble: `is ${String(Math.round(size / 1024 / 1024))} MB. A definition has at most 1 MB, so this is something else.` };
}

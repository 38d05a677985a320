// A text laid out anew, with every comment, and nothing else changed.
import { format as formatJson } from 'jsonc-parser';
import { parseAllDocuments, Document } from 'yaml';
import { applyChanges } from '../text/edit';
import type { Notation } from './tree';

export interface Layout {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
}

/** The text in the usual layout. One that can't be read stays as it is. */
export function formatted(text: string, notation: Notation, layout: Layout): string {
  return notation === 'json' ? laidOutJson(text, layout) : laidOutYaml(text, layout);
}

function laidOutJson(text: string, { tabSize, insertSpaces }: Layout): string {
  // A placeholder without quotes is one word, whatever is in it.
  const words = text.replace(/"(?:[^"\\\n]|\\.)*"|\$\{[^{}\n]*\}/g, (found) => (found.startsWith('"') ? found : `"${'_'.repeat(found.length - 2)}"`));
  const edits = formatJson(words, undefined, { tabSize, insertSpaces, eol: text.includes('\r\n') ? '\r\n' : '\n', insertFinalNewline: true });
  return applyChanges(text, edits.map(({ offset, length, content }) => ({ span: { start: offset, end: offset + length }, newText: content })));
}

function laidOutYaml(text: string, { tabSize }: Layout): string {
  const documents = parseAllDocuments(text.replaceAll('\r\n', '\n'));
  const [document, another] = 'empty' in documents ? [] : documents;
  if (!(document instanceof Document) || another || document.errors.length > 0) {
    return text;
  }
  // Dashes below the letter of their key are as usual as those further in.
  const indentSeq = !/^( *)[^\s#-].*:[ \t]*\r?\n\1- /m.test(text);
  const written = document.toString({ lineWidth: 0, indent: Math.max(2, tabSize), indentSeq });
  return text.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written;
}

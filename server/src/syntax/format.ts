// A text laid out anew, with every comment, and nothing else changed.
import { format as formatJson } from 'jsonc-parser';
import { Document, isNode, parseAllDocuments, visit } from 'yaml';
import { changesBetween } from '../text/difference';
import { applyChanges } from '../text/edit';
import type { Span } from '../text/span';
import { lineEnd, lineStart } from './layout';
import type { Notation } from './tree';

export interface Layout {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  /** Ends the last line where the text does not. */
  readonly insertFinalNewline?: boolean;
}

/** Tells comments that are put elsewhere, or taken out, once a library has laid out the text: neither notation allows such a letter. */
const mark = '\u0001';

/** The text in the usual layout. One that can't be read stays as it is. */
export function formatted(text: string, notation: Notation, layout: Layout): string {
  if (text.includes(mark)) {
    return text;
  }
  const written = notation === 'json' ? laidOutJson(text, layout) : laidOutYaml(text, layout);
  // The library ends each text in YAML. There, more empty lines can belong to a value.
  const last = layout.insertFinalNewline === true || text.endsWith('\n') ? (text.includes('\r\n') ? '\r\n' : '\n') : '';
  return notation === 'json' ? written.trimEnd() + last : last === '' ? written.replace(/\r?\n$/, '') : written;
}

/** The text with the lines in the usual layout that a span touches, as far as they can be without the others. */
export function formattedWithin(text: string, notation: Notation, layout: Layout, { start, end }: Span): string {
  // A selection of whole lines ends where the next one begins.
  const last = end > start && lineStart(text, end) === end ? end - 1 : end;
  const lines = { start: lineStart(text, start), end: lineEnd(text, last) };
  if (notation === 'json') {
    return laidOutJson(text, layout, lines);
  }
  const changes = changesBetween(text, laidOutYaml(text, layout));
  return applyChanges(text, changes.filter(({ span }) => span.start >= lines.start && span.end <= lines.end + 1));
}

function laidOutJson(text: string, { tabSize, insertSpaces }: Layout, within: Span = { start: 0, end: text.length }): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const inside = withBlankLinesMarked(text.slice(within.start, within.end), eol);
  const marked = text.slice(0, within.start) + inside + text.slice(within.end);
  // A placeholder without quotes is one word, whatever is in it.
  const words = marked.replace(/"(?:[^"\\\n]|\\.)*"|\$\{[^{}\n]*\}/g, (found) => (found.startsWith('"') ? found : `"${'_'.repeat(found.length - 2)}"`));
  const edits = formatJson(words, { offset: within.start, length: inside.length }, { tabSize, insertSpaces, eol });
  const changes = edits.map(({ offset, length, content }) => ({ span: { start: offset, end: offset + length }, newText: content }));
  return applyChanges(marked, changes).replaceAll(new RegExp(`[ \\t]*//${mark}`, 'g'), '');
}

/** Has a comment on each blank line between members, or below a comment above all: the library takes out lines on which nothing is. */
function withBlankLinesMarked(text: string, eol: string): string {
  let before = '';
  return text.replace(/\/\*[^]*?\*\/|\/\/.*|"(?:[^"\\\n]|\\.)*"|\r?\n(?:[ \t]*\r?\n)+|[^\s/"]/g, (found, index: number) => {
    if (found.trim() === '') {
      return (before === '' && index > 0) || before === ',' ? `${eol}//${mark}${eol}` : found;
    }
    before = found.startsWith('/') ? before : found;
    return found;
  });
}

function laidOutYaml(text: string, { tabSize }: Layout): string {
  const plain = text.replaceAll('\r\n', '\n');
  const documents = parseAllDocuments(plain);
  const [document, another] = 'empty' in documents ? [] : documents;
  if (!(document instanceof Document) || another || document.errors.length > 0) {
    return text;
  }
  markBehindKeys(document, plain);
  // Dashes below the letter of their key are as usual as those further in.
  const indentSeq = !/^( *)[^\s#-].*:[ \t]*(?:#.*)?\r?\n\1- /m.test(text);
  const written = document.toString({ lineWidth: 0, indent: Math.max(2, tabSize), indentSeq }).replaceAll(new RegExp(`\\n\\s*#${mark}`, 'g'), ' #');
  return text.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written;
}

/** Marks the comments that stand on the line of their key, which the library writes on the line below. */
function markBehindKeys(document: Document, text: string): void {
  visit(document, {
    Pair: (_key, { key, value }) => {
      if (isNode(key) && isNode(value) && value.commentBefore && /^[ \t]*:[ \t]*(?:[&!]\S*[ \t]+)*#/.test(text.slice(key.range?.[1], lineEnd(text, key.range?.[1] ?? 0)))) {
        value.commentBefore = mark + value.commentBefore;
      }
    },
  });
}

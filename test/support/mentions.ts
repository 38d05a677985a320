// Samples that show all places which name one thing: `«…»` where it comes from, `‹…›` where it is used.
import assert from 'node:assert/strict';
import { AslDocument } from '../../server/src/analysis/document';
import { definition } from '../../server/src/features/definition';
import { highlights, references } from '../../server/src/features/references';
import { prepareRename, rename } from '../../server/src/features/rename';
import type { Notation } from '../../server/src/syntax/tree';
import { applyChanges } from '../../server/src/text/edit';
import { cursor, dedent } from './fixture';
import { services } from './services';

type Position = { readonly line: number; readonly character: number };
type Range = { readonly start: Position; readonly end: Position };

/** From each of the places that are marked, all of them are found, and nothing else; the definition is what is marked as such. */
export function checkMentions(sample: string, notation: Notation = 'json'): void {
  const { document, text, offsets } = marked(sample, notation);
  assert.ok(offsets.length > 0, 'nothing is marked');
  for (const offset of offsets) {
    const found = highlights(document, offset).map(({ range, kind }) => ({ range, isDeclaration: kind === 3 }));
    assert.equal(draw(text, found), dedent(sample), `from ${text.slice(0, offset)}<|>`);
    assert.deepEqual(references(document, offset, true), found.map(({ range }) => range));
    assert.deepEqual(references(document, offset, false), found.filter(({ isDeclaration }) => !isDeclaration).map(({ range }) => range));
    const declared = found.filter(({ isDeclaration }) => isDeclaration).map(({ range }) => range);
    assert.deepEqual(definition(document, offset)?.targets ?? [], declared);
  }
}

/** From each of the places that are marked, another name turns the text into the other one. */
export function checkRename(sample: string, newName: string, after: string, notation: Notation = 'json'): void {
  const { document, text, offsets } = marked(sample, notation);
  assert.ok(offsets.length > 0, 'nothing is marked');
  for (const offset of offsets) {
    const edits = rename(document, offset, newName);
    assert.ok(!('refused' in edits), 'refused' in edits ? edits.refused : '');
    assert.equal(applyChanges(text, edits.map(({ range, newText }) => ({ span: { start: offsetAt(text, range.start), end: offsetAt(text, range.end) }, newText }))), dedent(after));
  }
}

/** Why another name is refused at the cursor, or already that there shall be one; `undefined` where it is not. */
export function refused(sample: string, newName: string, notation: Notation = 'json'): string | undefined {
  const { text, offset } = cursor(sample);
  const document = new AslDocument(text, notation, { services });
  const answer = rename(document, offset, newName);
  const before = prepareRename(document, offset);
  if ('refused' in before) {
    assert.deepEqual(answer, before);
  }
  return 'refused' in answer ? answer.refused : undefined;
}

function marked(sample: string, notation: Notation): { document: AslDocument; text: string; offsets: number[] } {
  const text = dedent(sample).replace(/[«»‹›]/g, '');
  const offsets: number[] = [];
  let length = 0;
  for (const part of dedent(sample).split(/([«‹][^»›]*[»›])/)) {
    if (/^[«‹]/.test(part)) {
      offsets.push(length, length + part.length - 2);
      length += part.length - 2;
    } else {
      length += part.length;
    }
  }
  return { document: new AslDocument(text, notation, { services }), text, offsets };
}

function draw(text: string, found: readonly { readonly range: Range; readonly isDeclaration: boolean }[]): string {
  return applyChanges(
    text,
    found.map(({ range, isDeclaration }) => {
      const span = { start: offsetAt(text, range.start), end: offsetAt(text, range.end) };
      const name = text.slice(span.start, span.end);
      return { span, newText: isDeclaration ? `«${name}»` : `‹${name}›` };
    }),
  );
}

function offsetAt(text: string, { line, character }: Position): number {
  return text.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
}

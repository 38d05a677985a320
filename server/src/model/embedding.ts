// A definition that is a text in a template: where each of its characters is written.
import { sourceMap, type SourceMap } from '../expressions/embed';
import { items, type Embedding, type Node, type Tree } from '../syntax/tree';
import type { Span } from '../text/span';

/** A stretch of the text that comes from one place. What a function gives is not known; its placeholder stands for it. */
interface Piece {
  readonly start: number;
  readonly text: string;
  readonly span: Span;
  readonly map: SourceMap | undefined;
}

/** The text that a value of the template amounts to; `undefined` where that can't be told. */
export function embeddingOf(tree: Tree, value: Node): Embedding | undefined {
  const call = value.kind === 'unknown' ? value.call : undefined;
  switch (call?.name) {
    case undefined:
      return ofText(tree, value);
    case 'Sub': {
      const [template] = call.argument?.kind === 'array' ? call.argument.items : [call.argument];
      return template && ofText(tree, template);
    }
    case 'Join':
      return ofJoin(tree, call.argument);
    default:
      return undefined;
  }
}

function ofText(tree: Tree, node: Node): Embedding | undefined {
  const text = textIn(node);
  const { start, end } = node.span;
  return text === undefined || start === end ? undefined : { text, ...sourceMap(tree.text, node.span, text, tree.notation), spell: (inner) => spell(tree, start, inner) };
}

function textIn(node: Node): string | undefined {
  return node.kind === 'string' ? node.value : node.kind === 'unknown' && !node.call ? node.text : undefined;
}

/** JSON text as it is written in the string that holds it. A block scalar and plain text hold it as it is. */
function spell({ text, notation }: Tree, start: number, inner: string): string {
  if (text[start] === '"') {
    return JSON.stringify(inner).slice(1, -1);
  }
  return notation === 'yaml' && text[start] === "'" ? inner.replaceAll("'", "''") : inner;
}

function ofJoin(tree: Tree, argument: Node | undefined): Embedding | undefined {
  const [delimiter, list] = items(argument);
  if (delimiter?.kind !== 'string' || list?.kind !== 'array') {
    return undefined;
  }
  const pieces: Piece[] = [];
  let text = '';
  const add = (more: string, span: Span, map: SourceMap | undefined): void => {
    if (more !== '') {
      pieces.push({ start: text.length, text: more, span, map });
      text += more;
    }
  };
  for (const [index, part] of list.items.entries()) {
    if (index > 0) {
      add(delimiter.value, { start: part.span.start, end: part.span.start }, undefined);
    }
    const given = part.kind === 'unknown' && part.call?.name === 'Sub' ? (items(part.call.argument)[0] ?? part.call.argument ?? part) : part;
    const known = textIn(given);
    add(known ?? (part.kind === 'unknown' ? part.text : '${}'), given.span, known === undefined ? undefined : sourceMap(tree.text, given.span, known, tree.notation));
  }
  return pieces.length > 0 ? { text, ...mapOf(pieces), spell: undefined } : undefined;
}

function mapOf(pieces: readonly Piece[]): SourceMap {
  const at = (offset: number): Piece | undefined => pieces[lastWhere(pieces, ({ start }) => start <= offset)];
  const toSource = (offset: number): number => {
    const piece = at(offset);
    return piece ? (piece.map?.toSource(offset - piece.start) ?? piece.span.start) : 0;
  };
  return {
    toSource,
    spanToSource({ start, end }) {
      const from = toSource(start);
      // The end belongs to the last character inside: what follows it may be written somewhere else.
      const piece = end > start ? at(end - 1) : undefined;
      const to = piece && (piece.map?.spanToSource({ start: end - 1 - piece.start, end: end - piece.start }).end ?? piece.span.end);
      return { start: from, end: Math.max(from, to ?? from) };
    },
    toValue(sourceOffset) {
      const piece = pieces[lastWhere(pieces, ({ span }) => span.start <= sourceOffset)];
      return piece ? piece.start + Math.min(piece.text.length, piece.map?.toValue(sourceOffset) ?? (sourceOffset < piece.span.end ? 0 : piece.text.length)) : 0;
    },
  };
}

/** The index of the last element that the test holds for; it holds up to some element and for none behind it. */
function lastWhere<T>(all: readonly T[], test: (each: T) => boolean): number {
  let from = 0;
  let to = all.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const each = all[middle];
    if (each !== undefined && test(each)) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return Math.max(0, from - 1);
}

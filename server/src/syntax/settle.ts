// The tree of a text that was read otherwise than it stands: back to where it stands, with what is not sure marked as such.
import type { TextChange } from '../text/edit';
import type { Span } from '../text/span';
import { OpenArray, OpenObject, Unknown, type Parent } from './nodes';
import type { Node } from './tree';

/** What is not sure of a tree. */
export interface Doubts {
  /** Each brace, bracket and member in here may be another one's. */
  readonly spans: readonly Span[];
  /** Each object and list that reaches into one of these may have other members. */
  readonly unsettled: readonly Span[];
  /** The value here may be another one. */
  readonly guesses: readonly number[];
  /** True where a value without extent is none: it was put in so that the rest could be read. */
  readonly hasFillers: boolean;
}

/** Changes in the order of the text; what two mistakes would both change is changed once. */
export function inOrder(changes: readonly TextChange[]): TextChange[] {
  let end = 0;
  return [...changes]
    .sort((one, other) => one.span.start - other.span.start)
    .filter(({ span }) => span.start >= end && ((end = span.end), true));
}

/** From a span in the changed text to the one in the text as it is. */
export function mapping(changes: readonly TextChange[]): (span: Span) => Span {
  const pieces: { readonly from: number; readonly to: number; readonly span: Span }[] = [];
  let grown = 0;
  for (const { span, newText } of changes) {
    const from = span.start + grown;
    pieces.push({ from, to: from + newText.length, span });
    grown += newText.length - (span.end - span.start);
  }
  /** A border between kept and changed text is that of the kept text. */
  const offset = (changed: number, isEnd: boolean): number => {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const from = pieces[middle]?.from ?? 0;
      if (isEnd ? from < changed : from <= changed) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const piece = pieces[low - 1];
    if (!piece) {
      return changed;
    }
    return changed >= piece.to ? piece.span.end + changed - piece.to : isEnd ? piece.span.end : piece.span.start;
  };
  return ({ start, end }) => {
    const first = offset(start, false);
    return { start: first, end: Math.max(first, offset(end, true)) };
  };
}

/** A tree that is where its text is, with what is not sure of it marked as such. The nodes are changed where they are, as nobody has seen them yet. */
export function settled(node: Node, doubts: Doubts): Node {
  if (node instanceof OpenObject) {
    for (const property of node.properties) {
      property.value = property.value && isKept(property.value, doubts) ? settled(property.value, doubts) : undefined;
    }
    keep(node.properties, ({ key }) => isKept(key, doubts));
    mark(node, doubts, node.properties);
  } else if (node instanceof OpenArray) {
    keep(node.items, (item) => isKept(item, doubts));
    for (const [index, item] of node.items.entries()) {
      node.items[index] = settled(item, doubts);
    }
    mark(node, doubts, node.items);
  } else if ((node.kind === 'string' || node.kind === 'number') && doubts.guesses.some((at) => within(at, node))) {
    return new Unknown('${}', undefined, node.start, node.end, node.parent as Parent);
  }
  return node;
}

function keep<T>(all: T[], test: (each: T) => boolean): void {
  const kept = all.filter(test);
  all.splice(0, all.length, ...kept);
}

function isKept({ start, end }: Span, { hasFillers }: Doubts): boolean {
  return end > start || !hasFillers;
}

function mark(node: OpenObject | OpenArray, { spans, unsettled }: Doubts, members: readonly Span[]): void {
  const { start, end } = node;
  const isUnsettled = unsettled.some((stretch) => start < stretch.end && end > stretch.start);
  if (isUnsettled || spans.some((doubt) => within(start, doubt) || (doubt.start < end && end <= doubt.end) || members.some((member) => within(member.start, doubt)))) {
    node.isOpen = true;
  }
}

function within(offset: number, { start, end }: Span): boolean {
  return start <= offset && offset < end;
}

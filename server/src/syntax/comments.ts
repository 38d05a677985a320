// Comments, which no tree has.
import type { Span } from '../text/span';
import type { Notation } from './tree';

/**
 * The comments that fill lines of their own, those on neighboring lines as one.
 *
 * @param texts what is text on several lines, in which nothing is a comment
 */
export function commentBlocks(text: string, notation: Notation, texts: readonly Span[]): Span[] {
  const pattern = notation === 'yaml' ? /^[ \t]*#.*(?:\n[ \t]*#.*)*/gm : /^[ \t]*(?:\/\/.*(?:\n[ \t]*\/\/.*)*|\/\*[^]*?\*\/)/gm;
  return [...text.matchAll(pattern)]
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
    .filter(({ start }) => !texts.some((each) => each.start <= start && start < each.end));
}

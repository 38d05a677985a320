// What is wrong in a long YAML text that differs in one stretch from a text that is in order: read in the block around that stretch alone.
import type { YAMLError } from 'yaml';
import type { Span } from '../../text/span';
import type { Tree } from '../tree';
import { blocksAround, editBetween, mostShare, type Block } from './reparse';

/** A part of a text as a text of its own: the keys that hold a block, the block, and the lines that end it and what it stands in. */
interface Excerpt {
  readonly text: string;
  /** Where the block stands in it. */
  readonly block: Span;
}

/**
 * The first of the errors, where it is inside the block: the library tells those before what follows from them.
 *
 * @param tree of a text in order
 * @param errorsIn reads a text and gives what is wrong with it
 * @returns `undefined` where the text has to be read as a whole
 */
export function firstErrors(tree: Tree, text: string, errorsIn: (text: string) => readonly YAMLError[]): readonly YAMLError[] | undefined {
  if (tree.isShared) {
    return undefined;
  }
  const edit = editBetween(tree.text, text);
  const around = blocksAround(tree, edit);
  const at = around.findIndex(({ start, end }) => end - start < tree.text.length * mostShare);
  const [block, holders] = [around[at], around.slice(0, at)];
  if (!block || [...holders, block].some((each, index) => each.depth !== (around[index - 1]?.depth ?? -1) + 1 + dashesBefore(each, tree.text))) {
    return undefined;
  }
  const now = excerpt(text, holders, block, edit.growth);
  const [error] = errorsIn(now.text);
  if (!error || error.pos[0] < now.block.start || error.pos[0] >= now.block.end || errorsIn(excerpt(tree.text, holders, block, 0).text).length > 0) {
    return undefined;
  }
  const moved = block.start - now.block.start;
  error.pos = [error.pos[0] + moved, error.pos[1] + moved];
  return [error];
}

/** A list's item begins with its dash, which stands before its first key only. */
function dashesBefore({ start, property }: Block, text: string): number {
  return text.slice(start, property.key.start).split('-').length - 1;
}

function excerpt(text: string, holders: readonly Block[], block: Block, growth: number): Excerpt {
  const [first] = block.property.parent.properties;
  // What follows a key without its colon is told in other words in the first key of an object.
  const before = first === block.property ? '' : `${' '.repeat(block.property.start - block.start)}_:\n`;
  const above = holders.map(({ start, property }) => `${text.slice(start, property.key.end)}:\n`).join('') + before;
  const own = text.slice(block.start, block.end + growth);
  const ends = new Set([block, ...holders.toReversed()].map(({ end }) => end + growth));
  const below = [...ends].map((end) => text.slice(end, text.indexOf('\n', end) + 1)).join('');
  // Where a quote is open the library looks for its twin in all of the text, and only then for the line that ends it.
  const quotes = ['"', "'"].filter((quote) => text.includes(quote, block.end + growth)).join('');
  return { text: above + own + below + (quotes && `# ${quotes}`), block: { start: above.length, end: above.length + own.length } };
}

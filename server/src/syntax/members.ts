// The members of an object as pieces of text, each with its comments, and the object put together of other pieces. What is moved keeps its
// letters; only the white space that lines begin with becomes that of the new place.
import { applyChanges, type TextChange } from '../text/edit';
import type { Span } from '../text/span';
import { columnOf, indentInside, indentOfLine, isFlow, lineAt, lineEnd, lineStart, ownIndent, trimmed, unitOf } from './layout';
import type { ObjectNode, ObjectProperty, Tree } from './tree';

/** A property that can be put anywhere: the lines below the first are as far in as they stand below it. */
export interface Block {
  readonly lines: readonly string[];
  /** A comment behind it, which a comma goes before. */
  readonly tail: string;
  /** So many blank lines are above it where it is not the first. */
  readonly gap?: number;
}

interface Member {
  readonly property: ObjectProperty;
  /** The comments and the blank lines above it, as they are. */
  readonly above: readonly string[];
  readonly span: Span;
  readonly tail: string;
  /** What stands before it on its line, behind the comma. */
  readonly gap: string;
}

interface Body {
  readonly span: Span;
  readonly members: readonly Member[];
  /** What is behind the opening brace, and what is before the closing one. */
  readonly head: string;
  readonly foot: string;
}

/** True where the members stand in the object itself, one behind the other: not where YAML takes them from elsewhere. */
export function isWrittenOut({ properties, span, parent }: ObjectNode): boolean {
  let { start } = span;
  for (const property of properties) {
    if (property.span.start < start || property.span.end > span.end) {
      return false;
    }
    start = property.span.end;
  }
  return parent?.kind !== 'property' || span.start >= parent.span.start;
}

/** A property as a block, with its comments and with changes inside it made. */
export function blockOf(tree: Tree, property: ObjectProperty, changes: readonly TextChange[] = []): Block {
  const { text } = tree;
  const { start } = property.span;
  const found = bodyOf(tree, property.parent).members.find((each) => each.property === property);
  const base = isFlow(tree, property.parent) ? indentOfLine(text, start) : ' '.repeat(columnOf(text, start));
  const [first = '', ...others] = found ? textWith(text, found.span, changes).split('\n') : [];
  const comments = found ? withoutBlankStart(found.above) : [];
  const gap = (found?.above.length ?? 0) - comments.length;
  return { lines: [...comments.map((line) => moveOut(line, base)), first, ...others.map((line) => moveOut(line, base))], tail: found?.tail ?? '', gap };
}

/**
 * The change that gives an object other members: some of its own, in any order, and new ones.
 *
 * @param changes are made inside those of its own that stay
 */
export function withMembers(tree: Tree, object: ObjectNode, wanted: readonly (ObjectProperty | Block)[], changes: readonly TextChange[]): TextChange {
  const { text } = tree;
  const { span, members, head, foot } = bodyOf(tree, object);
  const isBraced = isFlow(tree, object);
  const first = members[0];
  const indent = isBraced ? (indentInside(text, object) ?? indentOfLine(text, object.span.start) + unitOf(tree, object)) : ' '.repeat(first ? columnOf(text, first.span.start) : 0);
  const sharesLine = ({ span: { start }, tail }: Member, index: number): boolean =>
    ownIndent(text, start) === undefined && !text.slice(members[index - 1]?.span.end ?? start, start).includes('\n') && !goesToLineEnd(tail);
  const isOnOneLine = isBraced && members.every(sharesLine);
  const lines: string[] = [];
  let isNewBefore = false;
  for (const [index, entry] of wanted.entries()) {
    const comma = isBraced && index < wanted.length - 1 ? ',' : '';
    const own = 'kind' in entry ? members.find(({ property }) => property === entry) : undefined;
    const written = own ? textWith(text, own.span, changes) + comma + own.tail : 'kind' in entry ? '' : laidOut(entry, indent, comma);
    if (isOnOneLine && own && !isNewBefore) {
      const blank = (index === 0 ? first : members[1])?.gap ?? ' ';
      const isInPlace = (index === 0) === (own === first);
      lines.push((lines.pop() ?? '') + (isInPlace ? own.gap : own.gap.trim() ? ` ${own.gap.trim()} ` : blank.trim() ? ' ' : blank) + written);
    } else {
      // A blank line is between two states, not above the first.
      const above = own ? (index > 0 || own === first ? own.above : withoutBlankStart(own.above)) : 'kind' in entry || index === 0 ? [] : blankLines(entry);
      const comment = own?.gap.trim() ? `${own.gap.trim()} ` : '';
      lines.push(...(isOnOneLine && index === 0 ? [''] : []), ...above, indent + comment + written);
    }
    isNewBefore = !own;
  }
  const body = lines.join('\n');
  // What goes on behind a comment to the end of its line would be part of it.
  const breakLine = isBraced && !foot.startsWith('\n') && goesToLineEnd(tailOf(wanted.at(-1), members)) ? `\n${indentOfLine(text, object.span.start)}` : '';
  // Behind the dash of a list there is its blank already.
  return { span, newText: head + (isBraced && !isOnOneLine ? '\n' : '') + (span.start === first?.span.start ? body.trimStart() : body) + breakLine + foot };
}

/** Whether a comment in it goes on to the end of the line. */
function goesToLineEnd(tail: string): boolean {
  return /\/\/|#/.test(tail.replace(/\/\*[^]*?\*\//g, ''));
}

function tailOf(entry: ObjectProperty | Block | undefined, members: readonly Member[]): string {
  return (entry && 'kind' in entry ? members.find(({ property }) => property === entry)?.tail : entry?.tail) ?? '';
}

/** What is above a block that others are before. */
export function blankLines({ gap = 0 }: Block): string[] {
  return Array.from({ length: gap }, () => '');
}

/** A block as the document has it at an indent; the first line goes on behind what stands before it. */
function laidOut({ lines, tail }: Block, indent: string, comma: string): string {
  return lines.map((line, index) => (index === 0 || line === '' ? line : indent + line)).join('\n') + comma + tail;
}

function textWith(text: string, { start, end }: Span, changes: readonly TextChange[]): string {
  const inside = changes.filter(({ span }) => span.start >= start && span.end <= end);
  const moved = inside.map(({ span, newText }) => ({ span: { start: span.start - start, end: span.end - start }, newText }));
  return applyChanges(text.slice(start, end), moved);
}

function withoutBlankStart(lines: readonly string[]): readonly string[] {
  const filled = lines.findIndex((line) => line.trim() !== '');
  return filled < 0 ? [] : lines.slice(filled);
}

function moveOut(line: string, base: string): string {
  return line.startsWith(base) ? line.slice(base.length) : line.trimStart();
}

function bodyOf(tree: Tree, object: ObjectNode): Body {
  return isFlow(tree, object) ? bracedBody(tree, object) : blockBody(tree.text, object);
}

function bracedBody({ text }: Tree, { span, properties }: ObjectNode): Body {
  const inside = { start: span.start + 1, end: span.end - 1 };
  const members: Member[] = [];
  let head = '';
  let from = inside.start;
  for (const property of properties) {
    const { behind, above, gap } = trivia(text.slice(from, property.span.start));
    const before = members.pop();
    if (before) {
      members.push({ ...before, tail: behind });
    } else {
      head = behind;
    }
    members.push({ property, above, span: property.span, tail: '', gap });
    from = property.span.end;
  }
  const rest = withoutComma(text.slice(from, inside.end));
  const lineBreak = rest.indexOf('\n');
  const last = members.pop();
  // What is behind the last member moves with it; what is on lines of its own stays above the brace.
  const tail = lineBreak < 0 ? '' : rest.slice(0, lineBreak).trimEnd();
  if (last) {
    members.push({ ...last, tail });
  }
  return { span: inside, members, head, foot: lineBreak < 0 ? rest : rest.slice(lineBreak) };
}

/** What is between two members: behind the first one, on lines of its own, and before the second one on its line. */
function trivia(between: string): { behind: string; above: string[]; gap: string } {
  const [first = '', ...lines] = withoutComma(between).split('\n');
  const gap = lines.pop();
  return gap === undefined ? { behind: '', above: [], gap: first } : gap.trim() === '' ? { behind: first.trimEnd(), above: lines, gap } : { behind: first.trimEnd(), above: [...lines, gap], gap: '' };
}

function withoutComma(between: string): string {
  return between.replace(/^((?:[^,/#]|\/\*[^]*?\*\/|(?:\/\/|#).*\n)*),/, '$1');
}

function blockBody(text: string, { properties }: ObjectNode): Body {
  const members: Member[] = [];
  const holder = properties[0]?.parent.parent;
  const first = properties[0]?.span.start ?? 0;
  // An item of a list stands behind its dash.
  const isBehindDash = text.slice(lineStart(text, first), first).trim() !== '';
  const start = holder?.kind === 'property' ? Math.min(text.length, lineEnd(text, holder.key.span.end) + 1) : isBehindDash ? first : lineStart(text, first);
  let from = start;
  for (const property of properties) {
    const column = columnOf(text, property.span.start);
    let end = lineEnd(text, trimmed(text, property.span).end);
    // Comments that are no further in are about what follows, though the parser takes them for the end of this.
    while (/^ *#/.test(lineAt(text, end)) && lineAt(text, end).indexOf('#') <= column) {
      end = trimmed(text, { start: property.span.start, end: lineStart(text, end) }).end;
    }
    // Comments that are further in than the key are about what is above them.
    for (let line = lineOf(text, end + 1); line && /^ *#/.test(line.text) && line.text.indexOf('#') > column; line = lineOf(text, end + 1)) {
      end = line.end;
    }
    const above = text.slice(from, lineStart(text, property.span.start)).split('\n').slice(0, -1);
    members.push({ property, above, span: { start: property.span.start, end }, tail: '', gap: '' });
    from = end + 1;
  }
  return { span: { start, end: Math.min(text.length, from - 1) }, members, head: '', foot: '' };
}

function lineOf(text: string, start: number): { text: string; end: number } | undefined {
  const end = lineEnd(text, start);
  return start < text.length ? { text: text.slice(start, end), end } : undefined;
}

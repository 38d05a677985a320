// Reads a broken YAML text as its author meant it: mistake by mistake, each by the change of one line after which the lines around it can be read.
import type { YAMLError } from 'yaml';
import { commonEnd, commonStart } from '../../text/common';
import type { TextChange } from '../../text/edit';
import type { Span } from '../../text/span';
import { removal, type Mistake } from '../mistake';
import { columnMistakes, indented, signMistakes, type LineMistake, type Place } from './line-mistakes';
import { isBlank, lineOf, linesOf, opensBlock, type Line } from './lines';
import { messageOf } from './messages';

/** A text with more mistakes is being rewritten, and its author knows. Each costs another reading of the whole, so a long text has but one. */
const mostMistakes = 3;
const longText = 200_000;

/** So many characters are read in all to try what mends a text, so that nobody has to wait. */
const mostTried = 30_000;

/** So many lines around a mistake are read to see whether a change mends it. */
const nextLines = 6;
const nearLines = 30;

/** So far up an open quote or bracket is looked for, and so many lines are taken into account. */
const farthestOpener = 400;
const mostSuspects = 6;

/** Reads a text and gives what is wrong with it, in its order. */
export type FindErrors = (text: string) => readonly YAMLError[];

/** The mistakes in a text that has errors. */
export function mistakesIn(text: string, find: FindErrors): Mistake[] {
  const mending = new Mending(text, find);
  mending.mendTabs();
  do {
    const [error] = find(mending.text);
    if (!error || !mending.mend(error)) {
      break;
    }
  } while (mending.mistakes.length < mostMistakes && text.length < longText);
  return mending.mistakes;
}

type Kinds = (place: Place) => LineMistake[];

/** A line, and what was meant by it. */
interface Found {
  readonly index: number;
  readonly candidate: LineMistake;
}

class Mending {
  readonly mistakes: Mistake[] = [];
  private readonly lines: Line[];
  private readonly written: readonly Line[];
  private readonly unit: number;
  private tried = 0;

  constructor(
    text: string,
    private readonly find: FindErrors,
  ) {
    this.written = linesOf(text);
    this.lines = [...this.written];
    const indents = this.lines.flatMap(({ indent, text: line }) => (indent > 1 && line.startsWith(' ') && line.trim() !== '' ? [indent] : []));
    this.unit = indents.length > 0 ? Math.min(8, ...indents) : 2;
  }

  /** The text with everything mended that was found so far. */
  get text(): string {
    return this.lines.map(({ text }) => text).join('\n');
  }

  /** A text that is indented with tabs throughout has but one mistake. */
  mendTabs(): void {
    const tabbed = this.lines.flatMap(({ text }, index) => (/^ *\t/.test(text) ? [index] : []));
    if (tabbed.length < 2) {
      return;
    }
    const changes = tabbed.map((index) => {
      const { text, start } = this.written[index] as Line;
      const white = /^\s*/.exec(text)?.[0] ?? '';
      const spaces = white.replaceAll('\t', ' '.repeat(this.unit));
      this.lines[index] = lineOf(spaces + text.slice(white.length), start);
      return { span: { start, end: start + white.length }, newText: spaces };
    });
    const [first] = changes;
    if (first) {
      this.mistakes.push({ at: first.span, message: 'YAML takes no tabs for indentation, only spaces.', fix: { title: 'Change the tabs to spaces', changes, preferred: true }, reading: changes });
    }
  }

  /** False where nothing more can be done. */
  mend(error: YAMLError): boolean {
    const at = this.lineAt(error.pos[0]);
    const found = this.firstReadable(at, signMistakes) ?? this.displaced(at) ?? this.firstReadable(at, columnMistakes);
    if (!found) {
      return this.leaveOut(at, error);
    }
    this.accept(found.index, found.candidate, at, this.alternatives(found, at));
    return true;
  }

  /** A line that does not line up may be meant to stand in other columns as well. */
  private alternatives({ index, candidate }: Found, at: number): LineMistake[] {
    const isColumn = candidate.doubt === 'blocks' && !candidate.isCertain;
    return isColumn ? this.candidates(index, at, columnMistakes).filter(({ meant }) => meant !== candidate.meant && this.isReadable(index, meant, at)) : [];
  }

  private firstReadable(at: number, kinds: Kinds): Found | undefined {
    for (const index of this.suspects(at)) {
      const candidate = this.candidates(index, at, kinds).find(({ meant }) => this.isReadable(index, meant, at));
      if (candidate) {
        return { index, candidate };
      }
    }
    return undefined;
  }

  private candidates(index: number, at: number, kinds: Kinds): LineMistake[] {
    const [line, wrong] = [this.lines[index], this.lines[at]];
    const below = this.lines.slice(index + 1, index + 20).find((each) => !isBlank(each));
    return line && wrong ? kinds({ line, wrong, above: this.above(index), below, unit: this.unit }) : [];
  }

  /** A line above that was to stand in the column of this one: further out, with more than a line inside, or further in, with nothing inside. */
  private displaced(at: number): Found | undefined {
    const wrong = this.lines[at];
    const holder = this.holder(at);
    const empty = wrong && this.emptyAbove(at, wrong);
    for (const index of [...(holder !== undefined && holder < at - 2 ? [holder] : []), ...(empty === undefined ? [] : [empty])]) {
      const candidate = wrong && wrong.indent % this.unit === 0 ? indented(this.lines[index] as Line, wrong.indent) : undefined;
      if (candidate && this.isReadable(index, candidate.meant, at)) {
        return { index, candidate };
      }
    }
    return undefined;
  }

  /** A key further in that should have a block below it, but what is below stands beside it. */
  private emptyAbove(at: number, wrong: Line): number | undefined {
    const index = this.lines.slice(0, at).findLastIndex((line, place) => {
      const below = this.lines[place + 1];
      return line.key !== undefined && line.value === '' && line.dashes === '' && line.indent > wrong.indent && below?.indent === line.indent && below.dashes === '' && !isBlank(below);
    });
    return index < 0 ? undefined : index;
  }

  /** The lines that may be to blame, the likeliest first: a text or a list that is open may run on far. */
  private suspects(at: number): number[] {
    const open: number[] = [];
    for (let index = at; index >= Math.max(0, at - farthestOpener) && open.length < mostSuspects; index--) {
      const line = this.lines[index];
      if (line && isOpenAtEnd(line)) {
        open.push(index);
      }
    }
    const holder = this.holder(at);
    const near = [at, this.previous(at), ...(holder === undefined ? [] : [holder, holder + 1]), at + 1];
    return [...new Set([...open.toReversed(), ...near])].filter((index) => index >= 0 && index < this.lines.length);
  }

  private previous(at: number): number {
    let index = at - 1;
    while (index > 0 && isBlank(this.lines[index] as Line)) {
      index--;
    }
    return index;
  }

  /** The line above that stands further out, and so holds this one; it may be the one that does not line up. */
  private holder(at: number): number | undefined {
    const { indent = 0 } = this.lines[at] ?? {};
    const index = this.lines.slice(0, at).findLastIndex((line) => !isBlank(line) && line.indent < indent);
    return index < 0 ? undefined : index;
  }

  private above(index: number): Line[] {
    return this.lines.slice(Math.max(0, index - 400), index).filter((line) => !isBlank(line)).toReversed();
  }

  /** Whether the lines around can be read with that change, up to where the error was and beyond: first those next to it, which most changes fail at. */
  private isReadable(index: number, meant: string, at: number): boolean {
    return [nextLines, nearLines].every((count) => this.areReadable(index, meant, at, count));
  }

  private areReadable(index: number, meant: string, at: number, count: number): boolean {
    const last = Math.min(this.lines.length, Math.max(index, at) + count);
    // Not from the middle of a text or a list in brackets.
    const first = Math.max(0, this.lines.slice(0, Math.max(1, index - count)).findLastIndex((line) => opensBlock(line) && line.dashes === ''));
    const around = this.holders(first);
    const changed = this.lines.slice(first, last).map(({ text }) => text);
    changed[index - first] = meant;
    const text = [...around, ...changed].join('\n');
    this.tried += text.length;
    if (this.tried > mostTried) {
      return false;
    }
    const [error] = this.find(text);
    // What goes on behind the last of these lines may be missed there.
    const isCut = last < this.lines.length;
    return !error || (isCut && error.pos[0] > text.length - changed.slice(-4).join('\n').length);
  }

  /** The keys that a line stands under, outermost first. */
  private holders(first: number): string[] {
    const found: string[] = [];
    let innermost = this.lines[first];
    for (let index = first - 1; index >= 0 && innermost; index--) {
      const line = this.lines[index] as Line;
      // The dashes of a list may stand in the column of its key.
      if (!isBlank(line) && (line.indent < innermost.indent || (line.indent === innermost.indent && innermost.dashes !== '' && line.dashes === ''))) {
        found.push(line.text);
        innermost = line;
      }
    }
    return found.reverse();
  }

  private accept(index: number, { message, title, meant, isCertain, doubt }: LineMistake, wrong: number, others: readonly LineMistake[]): void {
    const { text: before, start } = this.written[index] as Line;
    this.lines[index] = lineOf(meant, start);
    const change = difference(before, meant, start);
    const at = { start: start + before.length - before.trimStart().length, end: start + before.trimEnd().length };
    this.mistakes.push({
      at: before.startsWith('\t') ? { start, end: at.start } : at,
      message,
      fix: { title, changes: [change], ...(isCertain && { preferred: true }) },
      otherFixes: others.map((each) => ({ title: each.title, changes: [difference(before, each.meant, start)] })),
      reading: [change],
      ...(doubt === 'members' && { doubt: { start, end: start + before.length } }),
      ...(doubt === 'value' && { guess: at.end - 1 }),
      ...(doubt === 'blocks' ? { unsettled: this.stretch(Math.min(index, wrong), Math.max(index, wrong)) } : this.isLast(index) && { unsettled: { start, end: Infinity } }),
    });
  }

  /** Where the text ends, it is not finished. */
  private isLast(index: number): boolean {
    return this.lines.slice(index + 1).every(isBlank);
  }

  /** From the line above the one that holds these lines to what stands below them. */
  private stretch(first: number, last: number): Span {
    const from = this.written[Math.max(0, this.previous(this.holder(first) ?? first))];
    const below = this.written.findIndex((line, index) => index > last && !isBlank(line));
    const to = this.written[below < 0 ? last : below];
    return { start: from?.start ?? 0, end: (to?.start ?? 0) + (below < 0 ? (to?.text.length ?? 0) : (to?.indent ?? 0) + 1) };
  }

  /** The last resort: what can't be read is read as if it were not there, with all that stands under it, and nothing is sure any more. */
  private leaveOut(at: number, error: YAMLError): boolean {
    const wrong = this.lines[at];
    if (!wrong || wrong.text.trim() === '') {
      return false;
    }
    const next = this.lines.findIndex(({ indent, text }, index) => index > at && (text.trim() === '' || indent <= wrong.indent));
    const last = next < 0 ? this.lines.length : next;
    const reading = this.written.slice(at, last).map(({ start, text }) => removal({ start, end: start + text.length }));
    for (let index = at; index < last; index++) {
      this.lines[index] = lineOf('', this.written[index]?.start ?? 0);
    }
    const { start, text } = this.written[at] as Line;
    this.mistakes.push({
      at: { start: start + text.length - text.trimStart().length, end: start + text.trimEnd().length },
      message: messageOf(error),
      reading,
      unsettled: { start: 0, end: Infinity },
    });
    return true;
  }

  private lineAt(offset: number): number {
    let end = 0;
    const index = this.lines.findIndex(({ text }) => {
      end += text.length + 1;
      return offset < end;
    });
    return index < 0 ? this.lines.length - 1 : index;
  }
}

function difference(before: string, after: string, start: number): TextChange {
  const same = commonStart(before, after);
  const end = commonEnd(before, after, Math.min(before.length, after.length) - same);
  return { span: { start: start + same, end: start + before.length - end }, newText: after.slice(same, after.length - end) };
}

/** True where a quote or a bracket is open at the end of the line. */
function isOpenAtEnd({ body, value }: Line): boolean {
  const text = value === '' ? body : value;
  const [quote = ''] = /^["']/.exec(text) ?? /^["']/.exec(body) ?? [];
  return (quote !== '' && count(body, quote) % 2 === 1) || (/^[[{]/.test(text) && (count(text, '[{') !== count(text, ']}') || count(text, '"') % 2 === 1 || count(text, "'") % 2 === 1));
}

function count(text: string, signs: string): number {
  return [...text].filter((sign) => signs.includes(sign)).length;
}

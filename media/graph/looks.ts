// How large things are: boxes and labels by the texts in them, measured in the page's own font.
import type { GraphEdge, GraphNode } from '../../client/src/webviews/graph/messages';
import { tip } from './ends';
import { labelLines } from './words';

/** A box as it is drawn: one line or two of its name, and up to two of what it does. */
export type BoxLook = { name: readonly string[]; detail: readonly string[]; width: number; height: number };

/** The room that a label takes, and how much of it is text. */
export type LabelLook = { lines: readonly string[]; width: number; height: number; textWidth: number };

/** Where texts begin in a box, behind the icon. */
export const textLeft = 40;
const right = 14;
const [narrowest, widestName, widestDetail, widestLabel] = [88, 200, 230, 190];
/** In the shortest words; the rest is told beside the box. */
const waits = { 'waits for the job': 'waits', 'waits for a token': 'waits for token', distributed: undefined };
const oneLine = 36;
export const nameLine = 16;
export const detailLine = 14;
export const labelLine = 15;
/** Where more rules or names lead to a state, each has but one line. */
const mostWrapped = 2;
/** The button that folds. */
const button = 28;

/** Measures, and remembers what it has measured. */
export class Looks {
  private readonly context = document.createElement('canvas').getContext('2d');
  private readonly widths = new Map<string, number>();
  private readonly family = getComputedStyle(document.body).fontFamily;

  box(node: GraphNode): BoxLook {
    const name = this.inLines(node.name, 'name', widestName);
    const words = [node.detail, node.manner && waits[node.manner]].filter((each) => typeof each === 'string').join(' · ');
    const detail = words === '' ? [] : this.inLines(words, 'detail', widestDetail);
    const text = Math.max(...name.map((line) => this.width(line, 'name')), ...detail.map((line) => this.width(line, 'detail')));
    const more = (node.type === 'Choice' ? 2 * tip : node.type === 'Succeed' || node.type === 'Fail' ? tip : 0) + (node.scopes.length > 0 ? button : 0);
    return { name, detail, width: evened(Math.max(narrowest, textLeft + text + right) + more), height: oneLine + (name.length - 1) * nameLine + (detail.length === 0 ? 0 : 10 + (detail.length - 1) * detailLine) };
  }

  label(edge: GraphEdge): LabelLook {
    const all = labelLines(edge);
    const lines = all.flatMap((line) => (all.length > mostWrapped ? [this.cut(line, 'label', widestLabel)] : this.inLines(line, 'label', widestLabel)));
    const textWidth = Math.max(0, ...lines.map((line) => this.width(line, 'label')));
    return { lines, textWidth, width: lines.length === 0 ? 0 : evened(textWidth + 10), height: lines.length * labelLine };
  }

  /** The line in a box that takes the place of an arrow. */
  line(edge: GraphEdge, target: string): string {
    const [first, second] = labelLines(edge);
    const why = first === undefined ? '' : second === undefined ? `${first} ` : `${first}, … `;
    return this.cut(`${why}→ ${target}`, 'label', widestName + textLeft);
  }

  lineWidth(line: string): number {
    return evened(this.width(line, 'label') + 24);
  }

  /** In one line, or in two with what is too long cut off. */
  private inLines(text: string, kind: Kind, widest: number): string[] {
    if (this.width(text, kind) <= widest) {
      return [text];
    }
    // Rather between words than within one, but rather within one than cut.
    const [words, parts] = [/(?<=\s)/, /(?<=[\s_-])|(?<=[a-z0-9])(?=[A-Z])/].map((seam) => this.broken(text, seam, kind, widest));
    const lines = words && this.width(words[1], kind) <= widest ? words : (parts ?? words ?? [text]);
    return lines.map((line) => this.cut(line, kind, widest));
  }

  /** As much as fits, and all that is left. */
  private broken(text: string, seam: RegExp, kind: Kind, widest: number): [first: string, rest: string] | undefined {
    const words = text.split(seam);
    let first = '';
    while (words.length > 1 && this.width((first + (words[0] ?? '')).trimEnd(), kind) <= widest) {
      first += words.shift() ?? '';
    }
    return first === '' ? undefined : [first.trim(), words.join('')];
  }

  private cut(text: string, kind: Kind, widest: number): string {
    if (this.width(text, kind) <= widest) {
      return text;
    }
    let [low, high] = [1, text.length];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.width(`${text.slice(0, middle)}…`, kind) <= widest) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return `${text.slice(0, low).trimEnd()}…`;
  }

  private width(text: string, kind: Kind): number {
    const key = `${kind} ${text}`;
    let width = this.widths.get(key);
    if (width === undefined && this.context) {
      this.context.font = `${fonts[kind]} ${this.family}`;
      width = this.context.measureText(text).width;
      this.widths.set(key, width);
    }
    return width ?? text.length * 7;
  }
}

type Kind = 'name' | 'detail' | 'label';

/** As in the style sheet. */
const fonts: Record<Kind, string> = { name: '600 13px', detail: '11px', label: '11px' };

/** In steps, so that a letter more or less seldom changes where everything goes. */
function evened(width: number): number {
  return Math.ceil(width / 8) * 8;
}


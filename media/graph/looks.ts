// How large things are: boxes and labels by the texts in them, measured in the page's own font.
import type { GraphEdge, GraphNode } from '../../client/src/webviews/graph/messages';
import { labelLines } from './words';

/** A box as it is drawn; `lines` of its name, one or two. */
export type BoxLook = { name: readonly string[]; detail: string; width: number; height: number };

export type LabelLook = { lines: readonly string[]; width: number; height: number };

/** Where texts begin in a box, behind the icon. */
export const textLeft = 40;
const right = 14;
const [narrowest, widestName, widestDetail, widestLabel] = [88, 200, 230, 190];
/** In the shortest words; the rest is told beside the box. */
const waits = { 'waits for the job': 'waits', 'waits for a token': 'waits for token', distributed: undefined };
const oneLine = 36;
const labelLine = 15;
/** The tips of a Choice, and the room that a round end takes. */
const tip = 10;
/** The button that folds. */
const button = 28;

/** Measures, and remembers what it has measured. */
export class Looks {
  private readonly context = document.createElement('canvas').getContext('2d');
  private readonly widths = new Map<string, number>();
  private readonly family = getComputedStyle(document.body).fontFamily;

  box(node: GraphNode): BoxLook {
    const name = this.inLines(node.name);
    const detail = this.cut([node.detail, node.manner && waits[node.manner]].filter((each) => typeof each === 'string').join(' · '), 'detail', widestDetail);
    const text = Math.max(...name.map((line) => this.width(line, 'name')), this.width(detail, 'detail'));
    const more = (node.type === 'Choice' ? 2 * tip : node.type === 'Succeed' || node.type === 'Fail' ? tip : 0) + (node.scopes.length > 0 ? button : 0);
    return { name, detail, width: evened(Math.max(narrowest, textLeft + text + right) + more), height: oneLine + (name.length - 1) * 16 + (detail === '' ? 0 : 10) };
  }

  label(edge: GraphEdge): LabelLook {
    const lines = labelLines(edge).map((line) => this.cut(line, 'label', widestLabel));
    return { lines, width: lines.length === 0 ? 0 : evened(Math.max(...lines.map((line) => this.width(line, 'label'))) + 10), height: lines.length * labelLine };
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

  private inLines(name: string): string[] {
    if (this.width(name, 'name') <= widestName) {
      return [name];
    }
    const words = name.split(/(?<=[\s_-])|(?<=[a-z0-9])(?=[A-Z])/);
    let first = '';
    while (words.length > 1 && this.width(first + (words[0] ?? ''), 'name') <= widestName) {
      first += words.shift() ?? '';
    }
    return first === '' ? [this.cut(name, 'name', widestName)] : [first.trim(), this.cut(words.join(''), 'name', widestName)];
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


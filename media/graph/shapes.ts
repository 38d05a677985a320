// The drawing of one box, one arrow and one lane, each at the origin of its own group.
import type { GraphEdge, GraphNode } from '../../client/src/webviews/graph/messages';
import { svg } from '../shared/dom';
import { lineHeight, type Arrow, type Box, type Lane, type Point } from './arrange/plan';
import { iconOf } from './icons';
import { tip, type Ends } from './ends';
import { idOfEdge } from './known';
import { detailLine, labelLine, nameLine, textLeft, type BoxLook, type LabelLook } from './looks';
import { endId, startId } from './planned';
import { boxInWords } from './words';

/** What is drawn beside the state itself. */
export type BoxState = { isFolded: boolean; isDimmed: boolean; lines: readonly { edge: string; text: string }[] };

export function drawBox(node: GraphNode, look: BoxLook, box: Box, { isFolded, isDimmed, lines }: BoxState): SVGElement {
  const { width, height } = box;
  const isContainer = node.scopes.length > 0;
  const isOpen = isContainer && !isFolded;
  const head = look.height;
  const indent = node.type === 'Choice' || node.type === 'Succeed' || node.type === 'Fail' ? 8 : 0;
  const left = textLeft + indent;
  const firstLine = look.detail.length === 0 ? head / 2 + 4.5 - (look.name.length - 1) * 8 : 19.5;
  return svg(
    'g',
    { class: ['box', (node.type ?? 'unknown').toLowerCase(), isOpen && 'open', isDimmed && 'dimmed', node.manner === 'distributed' && 'distributed'].filter(Boolean).join(' '), role: 'graphics-symbol', 'aria-roledescription': 'state', tabindex: -1, 'data-id': node.id, 'aria-label': `${boxInWords(node)}${isContainer ? (isFolded ? ', folded' : ', unfolded') : ''}` },
    node.manner === 'distributed' && svg('path', { class: 'stack', d: stackOf(width, height) }),
    svg('path', { class: 'outline', d: outlineOf(node, box) }),
    ...iconAt(node, 8 + indent, (Math.min(head, 50) - 24) / 2),
    ...look.name.map((line, index) => svg('text', { class: 'name', x: left, y: firstLine + index * nameLine }, line)),
    ...look.detail.map((line, index) => svg('text', { class: 'detail', x: left, y: firstLine + look.name.length * nameLine + index * detailLine - 1.5 }, line)),
    isContainer && svg('g', { class: 'fold', 'data-fold': node.id, transform: `translate(${String(width - 30)} ${String(head / 2 - 11)})` }, svg('rect', { width: 22, height: 22, rx: 4 }), svg('path', { d: isFolded ? 'M7 11h8M11 7v8' : 'M7 11h8' })),
    ...lines.map(({ edge, text }, index) =>
      svg('g', { class: 'line', 'data-line': edge, transform: `translate(0 ${String(head + index * lineHeight)})` }, svg('path', { class: 'rule', d: `M0 0H${String(width)}` }), svg('text', { class: 'label', x: 12, y: 14 }, text)),
    ),
    ...badgesOf(node, width, isOpen ? head : height),
  );
}

/** The ends of a box: those of a Choice are pointed, those of what ends a run round, unless there are lines below the name. */
export function endsOf(type: GraphNode['type'], { id, lines }: Box): Ends {
  if (isTerminal(id)) {
    return 'round';
  }
  return lines.length > 0 ? 'straight' : type === 'Choice' ? 'pointed' : type === 'Succeed' || type === 'Fail' ? 'round' : 'straight';
}

function outlineOf({ type }: GraphNode, box: Box): string {
  const { width, height } = box;
  switch (endsOf(type, box)) {
    case 'pointed':
      return `M${tip} 0H${width - tip}L${width} ${height / 2}L${width - tip} ${height}H${tip}L0 ${height / 2}Z`;
    case 'round':
      return rounded(width, height, height / 2);
    case 'straight':
      return rounded(width, height, type === 'Pass' ? 2 : type === 'Choice' ? 4 : 7);
  }
}

function rounded(width: number, height: number, radius: number): string {
  const r = String(radius);
  return `M${r} 0H${width - radius}A${r} ${r} 0 0 1 ${width} ${radius}V${height - radius}A${r} ${r} 0 0 1 ${width - radius} ${height}H${r}A${r} ${r} 0 0 1 0 ${height - radius}V${r}A${r} ${r} 0 0 1 ${r} 0Z`;
}

/** Behind a distributed Map: many runs of the same. */
function stackOf(width: number, height: number): string {
  return `M6 0V-4H${width + 4}V${height - 6}H${width}M10 -4V-8H${width + 8}V${height - 10}H${width + 4}`;
}

function iconAt(node: GraphNode, x: number, y: number): SVGElement[] {
  const icon = iconOf(node);
  return [
    svg('rect', { class: 'tile', x, y, width: 24, height: 24, rx: 5 }),
    'path' in icon ? svg('path', { class: 'icon', transform: `translate(${x + 4} ${y + 4})`, d: icon.path }) : svg('text', { class: 'letters', x: x + 12, y: y + 16, 'text-anchor': 'middle' }, icon.letters),
  ];
}

/** On the corners: what is wrong above, how often it is tried again below. Errors are round and warnings are not, for those who don't see the color. */
function badgesOf({ errors, warnings, retries }: GraphNode, width: number, height: number): SVGElement[] {
  const badge = (kind: string, text: string, x: number, y: number): SVGElement => {
    const wide = 16 + (text.length - 1) * 7;
    return svg('g', { class: `badge ${kind}`, transform: `translate(${x - wide} ${y - 8})` }, svg('rect', { width: wide, height: 16, rx: kind === 'warnings' ? 3 : 8 }), svg('text', { x: wide / 2, y: 12, 'text-anchor': 'middle' }, text));
  };
  return [
    ...(errors > 0 ? [badge('errors', String(errors), width + 4, 0)] : []),
    ...(warnings > 0 ? [badge('warnings', String(warnings), width + 4 - (errors > 0 ? 20 + (String(errors).length - 1) * 7 : 0), 0)] : []),
    ...(retries !== undefined ? [badge('retries', `↻ ${String(retries)}`, width + 4, height)] : []),
  ];
}

export function drawTerminal({ id, width, height }: Box): SVGElement {
  return svg('g', { class: `box terminal ${id === startId ? 'start' : 'end'}` }, svg('path', { class: 'outline', d: rounded(width, height, height / 2) }), svg('text', { class: 'name', x: width / 2, y: height / 2 + 4.5, 'text-anchor': 'middle' }, id === startId ? 'Start' : 'End'));
}

export function isTerminal(id: string): boolean {
  return id === startId || id === endId;
}

export function drawLane({ width, height }: Lane): SVGElement {
  return svg('g', { class: 'lane' }, svg('path', { d: rounded(width, height, 5) }));
}

/** @param edge the arrow's; `undefined` for those from Start and to End */
export function drawArrow({ points, label }: Arrow, edge: GraphEdge | undefined, look: LabelLook | undefined, isDimmed: boolean): SVGElement {
  const shown = label && look && look.lines.length > 0 ? { ...look, at: label } : undefined;
  return svg(
    'g',
    { class: `arrow ${edge?.kind ?? 'next'}${isDimmed ? ' dimmed' : ''}`, ...(edge && { 'data-way': idOfEdge(edge) }) },
    edge && svg('path', { class: 'near', d: curve(points) }),
    svg('path', { class: 'way', d: curve(points) }),
    svg('path', { class: 'head', d: headOf(points) }),
    shown && svg('rect', { class: 'behind', x: shown.at[0] - shown.textWidth / 2 - 2, y: shown.at[1] - shown.height / 2, width: shown.textWidth + 4, height: shown.height, rx: 3 }),
    ...(shown ? shown.lines.map((line, index) => svg('text', { class: 'label', 'text-anchor': 'middle', x: shown.at[0], y: shown.at[1] - shown.height / 2 + 11 + index * labelLine }, line)) : []),
  );
}

function curve([first, ...others]: readonly Point[]): string {
  if (!first) {
    return '';
  }
  const at = ([x, y]: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  return `M${at(first)}C${others.map(at).join(' ')}`;
}

function headOf(points: readonly Point[]): string {
  const end = points.at(-1);
  // A curve can end in two points that are one.
  const before = points.findLast((point) => end && Math.hypot(point[0] - end[0], point[1] - end[1]) > 1);
  if (!end || !before) {
    return '';
  }
  const angle = Math.atan2(end[1] - before[1], end[0] - before[0]);
  const wing = (turn: number): string => `${(end[0] - 8 * Math.cos(angle + turn)).toFixed(1)} ${(end[1] - 8 * Math.sin(angle + turn)).toFixed(1)}`;
  return `M${end[0].toFixed(1)} ${end[1].toFixed(1)}L${wing(0.42)}L${wing(-0.42)}Z`;
}

// A picture of boxes and arrows for a note, drawn when the extension is built: `From -> To: label`, one arrow a line.
// Colors and fonts are the page's: the drawing has classes only.
import { Graph, layout } from '@dagrejs/dagre';

/** How wide a letter is at most at the page's size, in pixels: a drawing does not know its font. */
const letter = 7.2;
const lineHeight = 17;

/**
 * The picture in the forms that a page has room for, the widest first: drawn from left to right, drawn from top to bottom, and in words.
 *
 * @param {string} text the lines of the fence; the first may be `direction: down`, which is drawn that way only
 * @param {(text: string) => string} escape
 * @returns {string} SVG elements and a list
 */
export function drawFlow(text, escape) {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const isDown = lines[0] === 'direction: down';
  const edges = (isDown ? lines.slice(1) : lines).map((line) => {
    const match = /^(.+?)\s*->\s*(.+?)(?:\s*:\s*(.+))?$/.exec(line);
    if (!match) {
      throw new Error(`a picture has lines such as "From -> To: label", and not "${line}"`);
    }
    return { from: match[1], to: match[2], label: match[3] };
  });
  const drawings = [...(isDown ? [] : [across]), down].map((way) => drawGraph(edges, way, escape));
  return `${drawings.join('')}${inWords(edges, escape)}`;
}

/** How a picture runs: a name or a label that is longer is set in more lines. */
const across = { rankdir: 'LR', nodesep: 22, ranksep: 46, longestLine: 20 };
const down = { rankdir: 'TB', nodesep: 8, ranksep: 28, edgesep: 6, longestLine: 11 };

function drawGraph(edges, { longestLine, ...way }, escape) {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ ...way, marginx: 6, marginy: 6 });
  for (const name of new Set(edges.flatMap(({ from, to }) => [from, to]))) {
    const words = inLines(name, longestLine);
    graph.setNode(name, { words, width: Math.max(...words.map((each) => each.length)) * letter + 22, height: words.length * lineHeight + 16 });
  }
  for (const [index, { from, to, label }] of edges.entries()) {
    const words = label === undefined ? [] : inLines(label, longestLine);
    graph.setEdge(from, to, { words, labelpos: 'c', width: Math.max(0, ...words.map((each) => each.length)) * (letter - 1), height: words.length * (lineHeight - 2) }, String(index));
  }
  layout(graph);
  const { width, height } = graph.graph();
  const described = edges.map(({ from, to, label }) => `${from} to ${to}${label === undefined ? '' : `, ${label}`}`).join('; ');
  const arrows = graph.edges().map((edge) => drawEdge(graph.edge(edge), escape));
  const boxes = graph.nodes().map((name) => drawBox(graph.node(name), escape));
  return `<svg role="img" aria-label="${escape(described)}" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}" width="${Math.ceil(width)}" height="${Math.ceil(height)}">${arrows.join('')}${boxes.join('')}</svg>`;
}

/** One arrow a line, under what it leads from. */
function inWords(edges, escape) {
  const froms = [...new Set(edges.map(({ from }) => from))];
  const arrow = ({ to, label }) => `<li><span aria-hidden="true">→</span> <span class="unseen">to</span> ${escape(to)}${label === undefined ? '' : `<span class="faint">: ${escape(label)}</span>`}</li>`;
  const group = (name) => `<li><strong>${escape(name)}</strong><ul>${edges.filter(({ from }) => from === name).map(arrow).join('')}</ul></li>`;
  return `<ul class="arrows">${froms.map(group).join('')}</ul>`;
}

function drawBox({ x, y, width, height, words }, escape) {
  return `<rect class="box" x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${round(height)}" rx="4"/>${drawText('name', words, x, y, lineHeight, escape)}`;
}

function drawEdge({ points, words, x, y }, escape) {
  const path = points.map(({ x: px, y: py }, index) => `${index === 0 ? 'M' : 'L'}${round(px)} ${round(py)}`).join('');
  const [before, end] = points.slice(-2);
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const wing = (turn) => `${round(end.x - 8 * Math.cos(angle + turn))} ${round(end.y - 8 * Math.sin(angle + turn))}`;
  const label = words.length === 0 ? '' : drawText('label', words, x, y, lineHeight - 2, escape);
  return `<path class="edge" d="${path}"/><path class="arrow" d="M${round(end.x)} ${round(end.y)}L${wing(0.45)}L${wing(-0.45)}Z"/>${label}`;
}

function drawText(kind, words, x, y, height, escape) {
  const first = y - ((words.length - 1) * height) / 2 + 4.5;
  return words.map((line, index) => `<text class="${kind}" text-anchor="middle" x="${round(x)}" y="${round(first + index * height)}">${escape(line)}</text>`).join('');
}

/** In as few lines as it takes, of about the same length. */
function inLines(text, longest) {
  const count = Math.ceil(text.length / longest);
  const lines = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const even = text.length / count;
    if (last !== undefined && (last.length + 1 + word.length <= longest) && (last.length + word.length / 2 <= even || lines.length === count)) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

function round(value) {
  return Math.round(value * 10) / 10;
}

// The graph page. The extension says what the text holds; the page draws it, and says what the reader points at.
import { Channel } from '../../client/src/webviews/channel';
import type { Graph, GraphHost, GraphPage, Shown } from '../../client/src/webviews/graph/messages';
import { h } from '../shared/dom';
import { acquirePage } from '../shared/page';
import { Asking } from './asking';
import { Drawing } from './drawing';
import { toPng, toSvg } from './export';
import { Find } from './find';
import { Keeper, type Kept } from './kept';
import { listenToKeys } from './keys';
import { isIn } from './known';
import { Looks } from './looks';
import { Notice } from './notice';
import { outlineOf } from './outline';
import { Pointing } from './pointing';
import { listenToPointer } from './pointer';
import { RunView } from './run';
import { Sight } from './sight';
import { tellOfArrow, tellOfState, Tip, type Place } from './tip';
import { toolbar } from './toolbar';

const code = acquirePage<Kept>();
const page = document.querySelector('main') as HTMLElement;
const keeper = new Keeper(code);
const looks = new Looks();
const sight = new Sight(looks, keeper);
const { canvas, room } = sight;
const drawing: Drawing = new Drawing(sight, looks, keeper, () => pointing.current, () => {
  page.dataset['drawn'] = String(Number(page.dataset['drawn'] ?? 0) + 1);
  pointing.take();
});
const pointing = new Pointing(sight, drawing, keeper);
const tip = new Tip();
const notice = new Notice();
const outline = h('div', {});
const aside = h('aside', {});
const find = new Find({
  found: (ids) => pointing.find(ids),
  go: (id) => void pointing.point(id),
  leave: () => pointing.focusOn(),
});
const run = new RunView({
  go: (at) => host.tell('moment', { at }),
  say: (text) => notice.say(text),
  showHistory: () => host.tell('showHistory'),
  leave: () => host.tell('leaveRun'),
  changed: () => canvas.dressAgain(),
});
canvas.dress = (id, element) => run.dress(id, element, drawing.known?.graph.scope.start);
const bar = toolbar({
  zoom,
  fit: () => sight.fit(),
  turn() {
    void drawing.turn();
    host.tell('turn', { direction: drawing.direction });
  },
  find: () => find.open(),
  saveSvg: () => host.tell('save', { kind: 'svg', data: toSvg(canvas).text }),
  savePng: () => void toPng(canvas).then((data) => host.tell('save', { kind: 'png', data })),
  copyMermaid() {
    host.tell('copyMermaid');
    notice.say('Copied as Mermaid');
  },
});
page.append(h('h1', { class: 'unseen' }, 'Graph'), bar.element, find.element, notice.element, room, run.element, aside, tip.element, outline, notice.said);

const host = new Channel<GraphPage, GraphHost>((message) => code.postMessage(message), {
  changed: () => void asking.refresh(),
  run: ({ run: picture }) => run.take(picture),
  cursor({ position }) {
    pointing.follow(position);
    // Another definition of the same file may be the one that is meant.
    const graph = drawing.known?.graph;
    if (graph && graph.definitions > 1 && !isIn(position, graph.range)) {
      void asking.refresh();
    }
  },
});
window.addEventListener('message', (event) => void host.receive(event.data));

const asking = new Asking(
  async () => take(await host.ask('graph')),
  (error) => {
    if (!sight.picture) {
      tell(`The graph could not be drawn: ${error instanceof Error ? error.message : String(error)}`);
    }
  },
);

async function take({ uri, file, graph, direction, cursor, caption, run: picture }: Shown): Promise<void> {
  document.title = file;
  drawing.usually(direction);
  sight.isChosenFrom = caption !== undefined;
  page.classList.toggle('chosen-from', sight.isChosenFrom);
  aside.replaceChildren(...(caption ? [h('h2', {}, caption.name), h('p', {}, caption.text)] : []));
  keeper.keep({ uri });
  pointing.begin(cursor);
  const hasGraph = graph !== undefined && (graph.scope.nodes.length > 0 || graph.isBroken);
  bar.enable(hasGraph);
  if (!hasGraph) {
    clearTimeout(telling);
    outline.replaceChildren();
    drawing.clear();
    run.take(undefined);
    tell(graph ? 'No states yet.' : `${file} has no state machine.`);
    return;
  }
  if (graph.isBroken && drawing.known?.graph.name === graph.name) {
    tell('The text can’t be read as it stands. This is the graph as it was before.', true);
    return;
  }
  tell(graph.isBroken ? 'The text can’t be read as it stands. This is what could be read.' : '', graph.isBroken);
  tellInWords(graph);
  const drawn = drawing.show(graph);
  if (drawing.known) {
    find.take(drawing.known);
  }
  await drawn;
  run.take(picture);
}

let telling: number | undefined;

/** Once nothing has been typed for a moment: nobody hears the list meanwhile, and of a thousand states it costs a quarter of a redrawing. */
function tellInWords(graph: Graph): void {
  const now = (): void => outline.replaceChildren(outlineOf(graph));
  clearTimeout(telling);
  if (outline.hasChildNodes()) {
    telling = window.setTimeout(now, 300);
  } else {
    now();
  }
}

/** What is wrong with the picture, or nothing. */
function tell(text: string, isStale = false): void {
  notice.tell(text);
  canvas.element.classList.toggle('stale', isStale);
}

function zoom(factor: number, around?: { x: number; y: number }): void {
  tip.hide();
  sight.zoom(factor, around);
}

function fold(id: string): void {
  if (!drawing.known?.byId.get(id)?.node.scopes.length) {
    return;
  }
  const hadFocus = canvas.element.contains(document.activeElement);
  notice.say(drawing.isFolded(id) ? 'Unfolded' : 'Folded');
  void drawing.fold(id).then(() => {
    if (hadFocus) {
      pointing.focusOn();
    }
  });
}

function open(id: string, takesFocus: boolean): void {
  const node = drawing.known?.byId.get(id)?.node;
  if (node) {
    host.tell('reveal', { range: node.range, open: takesFocus });
  }
}

function openWay(way: string, takesFocus: boolean): void {
  const edge = drawing.known?.ways.get(way);
  if (edge) {
    host.tell('reveal', { range: edge.range, open: takesFocus });
  }
}

function tellOf(id: string, place: () => Place | undefined): void {
  const node = drawing.known?.byId.get(id)?.node;
  if (node) {
    tip.show(() => tellOfState(node), place);
  }
}

function tellOfWay(way: string, place: () => Place | undefined): void {
  const { ways, byId } = drawing.known ?? {};
  const edge = ways?.get(way);
  const [from, to] = [byId?.get(edge?.from ?? '')?.node.name, byId?.get(edge?.to ?? '')?.node.name];
  if (edge && from !== undefined && to !== undefined) {
    tip.show(() => tellOfArrow(edge, { from, to }), place);
  }
}

listenToPointer(room, {
  view: () => sight.view,
  look: (view) => sight.look(view),
  zoom,
  hover(target) {
    if (!target) {
      tip.hide();
    } else if ('way' in target) {
      tellOfWay(target.way, () => target.at);
    } else {
      const element = canvas.elementOf(target.id);
      tellOf(target.id, () => (element?.isConnected ? element.getBoundingClientRect() : undefined));
    }
  },
  press(target) {
    tip.hide();
    if ('fold' in target) {
      fold(target.fold);
    } else if ('line' in target) {
      const edge = drawing.known?.ways.get(target.line);
      if (edge) {
        void pointing.point(edge.to);
      }
    } else if ('way' in target) {
      pointing.focusOnWay(target.way);
      openWay(target.way, target.twice);
    } else {
      pointing.focusOn(target.id);
      open(target.id, target.twice);
    }
  },
});

listenToKeys(sight, drawing, pointing, { zoom, fit: () => sight.fit(), find: () => find.open(), open: (id) => open(id, true), openWay: (way) => openWay(way, true), fold, hideTip: () => tip.hide(), step: (by) => run.step(by) });

canvas.element.addEventListener('focusin', ({ target }) => {
  if (!(target instanceof Element)) {
    return;
  }
  const [id, way] = [target.getAttribute('data-id'), target.getAttribute('data-way')];
  const isByKey = target.matches(':focus-visible');
  if (id !== null) {
    pointing.remember(id);
    if (isByKey) {
      tellOf(id, () => (target.isConnected ? target.getBoundingClientRect() : undefined));
    }
  } else if (way !== null && isByKey) {
    sight.revealWay(way);
    tellOfWay(way, () => (target.querySelector('.behind, .frame') ?? target.querySelector('.head') ?? target).getBoundingClientRect());
  }
});
canvas.element.addEventListener('focusout', () => tip.hide());
window.addEventListener('focus', () => {
  if (document.activeElement === document.body || document.activeElement === null) {
    pointing.focusOn();
  }
});

void asking.refresh();

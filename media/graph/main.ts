// The graph page. The extension says what the text holds; the page draws it, and says what the reader points at.
import { Channel } from '../../client/src/webviews/channel';
import type { Graph, GraphDirection, GraphHost, GraphPage, GraphPosition, Shown } from '../../client/src/webviews/graph/messages';
import { h } from '../shared/dom';
import { acquirePage, wantsStillness } from '../shared/page';
import type { Picture } from './arrange/plan';
import { Arranging } from './arranging';
import { fitted, opening, showing, zoomed, type View } from './camera';
import { Canvas } from './canvas';
import { toPng, toSvg } from './export';
import { Find } from './find';
import { readKept, type Kept } from './kept';
import { isIn, knownGraph, stateAt, type KnownGraph } from './known';
import { Looks } from './looks';
import { Minimap } from './minimap';
import { outlineOf } from './outline';
import { planOf } from './planned';
import { listenToPointer } from './pointer';
import { Tip } from './tip';
import { toolbar, type Tools } from './toolbar';
import { stepOf, walk } from './walk';

const code = acquirePage<Kept>();
const page = document.querySelector('main') as HTMLElement;
let kept = readKept(code.getState());
let direction: GraphDirection = kept.direction ?? 'down';
let view: View | undefined = kept.view;
let known: KnownGraph | undefined;
let picture: Picture | undefined;
let planned = '';
let cursor: GraphPosition | undefined;
let current: string | undefined;
let focus: string | undefined = kept.focus;
let found: ReadonlySet<string> = new Set();
const folded = new Set(kept.folded);

const looks = new Looks();
const arranging = new Arranging();
const room = h('div', { class: 'room' });
const size = () => ({ width: room.clientWidth, height: room.clientHeight });
const canvas = new Canvas(looks, size);
const tip = new Tip();
const minimap = new Minimap((x, y) => {
  const { width, height } = size();
  const scale = view?.scale ?? 1;
  look({ x: width / 2 - x * scale, y: height / 2 - y * scale, scale });
});
const notice = h('div', { class: 'notice panel', role: 'status', hidden: true });
const said = h('div', { class: 'unseen', 'aria-live': 'polite', id: 'said' });
const outline = h('div', {});
const find = new Find({
  found(ids) {
    found = ids;
    mark();
  },
  go: (id) => point(id),
  leave: () => focusOn(focus),
});

const tools: Tools = {
  zoom: (factor) => zoom(factor),
  fit,
  turn() {
    direction = direction === 'down' ? 'right' : 'down';
    view = undefined;
    keep({ direction });
    host.tell('turn', { direction });
    void arrange();
  },
  find: () => find.open(),
  saveSvg: () => host.tell('save', { kind: 'svg', data: toSvg(canvas).text }),
  savePng: () => void toPng(canvas).then((data) => host.tell('save', { kind: 'png', data })),
  copyMermaid() {
    host.tell('copyMermaid');
    say('Copied as Mermaid');
  },
};
const bar = toolbar(tools);
room.append(canvas.element, minimap.element);
page.append(h('h1', { class: 'unseen' }, 'Graph'), bar.element, find.element, notice, room, tip.element, outline, said);

const host = new Channel<GraphPage, GraphHost>((message) => code.postMessage(message), {
  changed: () => void refresh(),
  cursor({ position }) {
    cursor = position;
    // Another definition of the same file may be the one that is meant.
    if (known && known.graph.definitions > 1 && !isIn(position, known.graph.range)) {
      void refresh();
    }
    followCursor();
  },
});
window.addEventListener('message', (event) => void host.receive(event.data));

/** What is under way, and whether the text has changed since it was begun. */
const asking = { now: false, again: false };

/** One question at a time; what changes meanwhile is asked for afterwards. */
async function refresh(): Promise<void> {
  asking.again = true;
  if (asking.now) {
    return;
  }
  asking.now = true;
  while (asking.again) {
    asking.again = false;
    await ask();
  }
  asking.now = false;
}

async function ask(): Promise<void> {
  try {
    await take(await host.ask('graph'));
  } catch (error) {
    // Where the text has changed while the server read it, it is asked again anyway.
    if (!picture && !asking.again) {
      tell(`The graph could not be drawn: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

async function take({ uri, file, graph, direction: usual, cursor: place }: Shown): Promise<void> {
  document.title = file;
  if (kept.direction === undefined && usual !== direction) {
    direction = usual;
  }
  keep({ uri });
  cursor ??= place;
  if (!graph || (graph.scope.nodes.length === 0 && !graph.isBroken)) {
    show(undefined);
    tell(graph ? 'No states yet.' : `${file} has no state machine.`);
    return;
  }
  const isSame = known?.graph.name === graph.name;
  if (graph.isBroken && known && isSame) {
    tell('The text can’t be read as it stands. This is the graph as it was before.', true);
    return;
  }
  tell(graph.isBroken ? 'The text can’t be read as it stands. This is what could be read.' : '', graph.isBroken);
  if (known && !isSame) {
    view = undefined;
  }
  show(graph);
  await arrange();
}

function show(graph: Graph | undefined): void {
  known = graph && knownGraph(graph);
  bar.enable(graph !== undefined);
  outline.replaceChildren(...(graph ? [outlineOf(graph)] : []));
  if (!known) {
    picture = undefined;
    planned = '';
    canvas.draw(knownGraph(nothing), { width: 0, height: 0, boxes: [], lanes: [], arrows: [] }, folded);
    minimap.element.hidden = true;
    return;
  }
  find.take(known);
}

const nothing: Graph = { name: '', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, definitions: 0, isBroken: false, scope: { nodes: [], edges: [] } };

/** Only where sizes or arrows are others is anything laid out; else the same picture is drawn with other words. */
async function arrange(): Promise<void> {
  if (!known) {
    return;
  }
  const plan = planOf(known.graph, looks, direction, folded);
  const text = JSON.stringify(plan);
  if (text !== planned || !picture) {
    const next = await arranging.arrange(plan);
    if (!next) {
      return;
    }
    const anchor = picture && view && anchorIn(view);
    picture = next;
    planned = text;
    if (anchor && view) {
      hold(anchor);
    }
  }
  canvas.draw(known, picture, folded);
  page.dataset['drawn'] = String(Number(page.dataset['drawn'] ?? 0) + 1);
  view ??= opening(picture, size(), direction);
  look(view);
  if (focus !== undefined && !known.byId.has(focus)) {
    focus = undefined;
  }
  mark();
  followCursor();
}

/** The state that stays where it is when all others move: the cursor's, else the one that is seen first. */
function anchorIn({ x, y, scale }: View): { id: string; left: number; top: number } | undefined {
  const { width, height } = size();
  const seenAt = (id: string): { id: string; left: number; top: number } | undefined => {
    const rect = canvas.rectOf(id);
    const [left, top] = [x + (rect?.x ?? 0) * scale, y + (rect?.y ?? 0) * scale];
    return rect && left > -rect.width * scale && top > -rect.height * scale && left < width && top < height ? { id, left, top } : undefined;
  };
  const own = current === undefined ? undefined : seenAt(current);
  return own ?? picture?.boxes.map(({ id }) => seenAt(id)).find((each) => each !== undefined);
}

function hold({ id, left, top }: { id: string; left: number; top: number }): void {
  const box = picture?.boxes.find((each) => each.id === id);
  if (box && view) {
    view = { ...view, x: left - box.x * view.scale, y: top - box.y * view.scale };
  }
}

function look(next: View): void {
  view = next;
  canvas.look(next);
  if (picture) {
    minimap.draw(picture, next, size());
  }
  keep({ view: next });
}

function zoom(factor: number, around = { x: size().width / 2, y: size().height / 2 }): void {
  if (view) {
    tip.hide();
    look(zoomed(view, factor, around));
  }
}

function fit(): void {
  if (picture) {
    look(fitted(picture, size()));
  }
}

/** Brings a state into view, as gently as the reader wants it. */
function reveal(id: string): void {
  const rect = canvas.rectOf(id);
  if (rect && view) {
    const next = showing(view, { ...rect, height: Math.min(rect.height, 80) }, size());
    if (next !== view) {
      canvas.element.classList.toggle('gliding', !wantsStillness());
      look(next);
      setTimeout(() => canvas.element.classList.remove('gliding'), 220);
    }
  }
}

/** The state that is drawn for one: itself, or the folded one that it is in. */
function drawn(id: string | undefined): string | undefined {
  for (let at = id === undefined ? undefined : known?.byId.get(id); at; at = at.owner) {
    if (canvas.rectOf(at.node.id)) {
      return at.node.id;
    }
  }
  return undefined;
}

function followCursor(): void {
  const next = known && cursor ? drawn(stateAt(known, cursor)?.node.id) : undefined;
  if (next !== current) {
    current = next;
    mark();
    if (current !== undefined) {
      reveal(current);
    }
  }
}

function mark(): void {
  const tabbed = drawn(focus) ?? current ?? drawn(known?.graph.scope.start) ?? drawn(known?.all[0]?.node.id);
  canvas.mark({ ...(current !== undefined && { current }), ...(tabbed !== undefined && { focus: tabbed }), found });
}

/** Sets the keyboard's state without taking the focus from where it is. */
function point(id: string): void {
  for (let owner = known?.byId.get(id)?.owner; owner; owner = owner.owner) {
    if (folded.has(owner.node.id)) {
      fold(owner.node.id);
    }
  }
  focus = id;
  keep({ focus: id });
  mark();
  reveal(id);
}

function focusOn(id: string | undefined): void {
  const goal = drawn(id) ?? current ?? drawn(known?.graph.scope.start);
  if (goal !== undefined) {
    point(goal);
    canvas.elementOf(goal)?.focus({ preventScroll: true });
  }
}

function fold(id: string): void {
  if (!known?.byId.get(id)?.node.scopes.length) {
    return;
  }
  const isFolded = folded.delete(id);
  if (!isFolded) {
    folded.add(id);
  }
  keep({ folded: [...folded] });
  const hadFocus = canvas.element.contains(document.activeElement);
  void arrange().then(() => {
    if (hadFocus) {
      focusOn(focus);
    }
  });
  say(isFolded ? 'Unfolded' : 'Folded');
}

function open(id: string, takesFocus: boolean): void {
  const node = known?.byId.get(id)?.node;
  if (node) {
    host.tell('reveal', { range: node.range, open: takesFocus });
  }
}

/** What is wrong with the picture, or nothing. */
function tell(text: string, isStale = false): void {
  if (notice.textContent !== text) {
    notice.textContent = text;
  }
  notice.hidden = text === '';
  canvas.element.classList.toggle('stale', isStale);
}

function say(text: string): void {
  // Said again if it is the same again.
  said.textContent = said.textContent === text ? `${text}\u00a0` : text;
}

function keep(change: Partial<Kept>): void {
  kept = { ...kept, ...change };
  // Not with every step of the wheel: it goes to another process.
  storing ??= window.setTimeout(store, 100);
}

let storing: number | undefined;

function store(): void {
  clearTimeout(storing);
  storing = undefined;
  code.setState(kept);
}

document.addEventListener('visibilitychange', store);

listenToPointer(room, {
  view: () => view,
  look,
  zoom,
  hover(id) {
    const node = id === undefined ? undefined : known?.byId.get(id)?.node;
    const element = id === undefined ? undefined : canvas.elementOf(id);
    if (node && element) {
      tip.show(node, element);
    } else {
      tip.hide();
    }
  },
  press(target) {
    tip.hide();
    if ('fold' in target) {
      fold(target.fold);
    } else if ('edge' in target) {
      const edge = known?.all.flatMap(({ out }) => out).find((each) => target.edge === `${each.kind} ${each.from} → ${each.to}`);
      if (edge) {
        point(edge.to);
      }
    } else {
      focusOn(target.id);
      open(target.id, target.twice);
    }
  },
});

document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  const isField = target instanceof HTMLInputElement;
  if ((key === '/' && !isField && !event.ctrlKey && !event.metaKey) || (key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey)) {
    event.preventDefault();
    event.stopPropagation();
    find.open();
    return;
  }
  if (isField || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
    return;
  }
  const onButton = target instanceof Element && target.closest('button') !== null;
  const used = useKey(key, onButton);
  if (used) {
    event.preventDefault();
  }
});

function useKey(key: string, onButton: boolean): boolean {
  const step = stepOf(key, direction);
  if (step && known && !onButton) {
    const from = drawn(focus) ?? current ?? known.graph.scope.start;
    const isThere = canvas.element.contains(document.activeElement) && document.activeElement !== canvas.element;
    const next = from === undefined ? undefined : isThere ? walk(known, from, step, direction, (id) => canvas.rectOf(id)) : from;
    if (next !== undefined) {
      focusOn(next);
    }
    return true;
  }
  switch (key) {
    case '+':
    case '=':
      zoom(1.25);
      return true;
    case '-':
      zoom(0.8);
      return true;
    case '0':
      fit();
      return true;
    case 'Enter':
      return !onButton && act((id) => open(id, true));
    case ' ':
      return !onButton && act(fold);
    case 'Home':
      return act(() => focusOn(known?.graph.scope.start));
    case 'Escape':
      tip.hide();
      return true;
    default:
      return false;
  }
}

function act(use: (id: string) => void): boolean {
  const id = drawn(focus);
  if (id === undefined || onlyOutside()) {
    return false;
  }
  use(id);
  return true;
}

/** True where the focus is not in the drawing. */
function onlyOutside(): boolean {
  return !canvas.element.contains(document.activeElement);
}

canvas.element.addEventListener('focusin', ({ target }) => {
  const id = target instanceof Element ? target.getAttribute('data-id') : null;
  if (id !== null) {
    focus = id;
    keep({ focus: id });
    const node = known?.byId.get(id)?.node;
    if (node && target instanceof Element && target.matches(':focus-visible')) {
      tip.show(node, target);
    }
  }
});
canvas.element.addEventListener('focusout', () => tip.hide());
window.addEventListener('focus', () => {
  if (document.activeElement === document.body || document.activeElement === null) {
    focusOn(focus);
  }
});
new ResizeObserver(() => {
  if (view && picture) {
    look(view);
  }
}).observe(room);

void refresh();

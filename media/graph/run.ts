// A run on the graph: what each state has come to at one moment of it, the ways that were taken, and a slider through its events.
import type { NodeRun, RunPicture } from '../../client/src/webviews/graph/messages';
import { counted, h, svg } from '../shared/dom';
import { statusPath, statusWord } from '../shared/run-status';
import { startId } from './planned';

export type RunUse = {
  /** The reader has gone to another moment. */
  go(at: number): void;
  /** Has something read out. */
  say(text: string): void;
  showHistory(): void;
  leave(): void;
  /** The run has come, gone, or come to another moment. */
  changed(): void;
};

const glyphs = { back: 'M10.500 3.200 5.700 8l4.800 4.800', forward: 'M5.500 3.200 10.300 8l-4.800 4.800', play: 'M5 3 12.500 8 5 13Z', pause: 'M5 3v10M11 3v10' };
/** One moment of a run that plays, in milliseconds; and so many moments a long run has at most. */
const [beat, mostBeats] = [250, 120];

export class RunView {
  private readonly slider = h('input', { type: 'range', id: 'run-slider', min: 0, step: 1, 'aria-label': 'Event of the run' });
  private readonly words = h('span', { class: 'words', id: 'run-words' });
  private readonly title = h('strong', {});
  private readonly back = button('run-back', 'Event before (,)', glyphs.back, () => this.step(-1));
  private readonly play = button('run-play', 'Play', glyphs.play, () => this.toggle());
  private readonly forward = button('run-forward', 'Next event (.)', glyphs.forward, () => this.step(1));
  private readonly history = h('button', { type: 'button', class: 'quiet', id: 'run-history', onclick: () => this.use.showHistory() }, 'History');
  private readonly clear = h('button', { type: 'button', class: 'quiet', id: 'run-clear', onclick: () => this.use.leave() }, 'Clear Run');
  readonly element = h('div', { class: 'run panel', role: 'group', 'aria-label': 'Run', hidden: true }, h('div', { class: 'line' }, this.title, this.words), h('div', { class: 'line' }, this.back, this.play, this.forward, this.slider, this.history, this.clear));
  private picture: RunPicture | undefined;
  private arrows: ReadonlySet<string> = new Set();
  private readonly dressed = new WeakMap<SVGElement, { readonly made: string; readonly label: string }>();
  private playing: number | undefined;
  private wanted: number | undefined;
  /** True where the reader has gone a step, and does not see where. */
  private isAsked = false;

  constructor(private readonly use: RunUse) {
    this.slider.addEventListener('input', () => this.go(Number(this.slider.value)));
  }

  /** @param picture the run at a moment; `undefined` without a run */
  take(picture: RunPicture | undefined): void {
    this.picture = picture;
    this.element.hidden = !picture;
    document.body.classList.toggle('has-run', picture !== undefined);
    this.arrows = new Set(picture?.ways.flatMap((way) => (way.includes(' ⇢ ') ? [`catch ${way.replace(' ⇢ ', ' → ')}`] : ['next', 'rule', 'default'].map((kind) => `${kind} ${way}`))));
    if (picture) {
      const { at, count, words, title, isLive, unknown } = picture;
      this.title.textContent = isLive ? `${title}, going on` : title;
      const told = `${String(at + 1)} of ${String(count)}: ${words}`;
      const trouble = unknown.length > 0 ? ` This is another state machine than was run: it has no "${unknown[0] ?? ''}"${unknown.length > 1 ? ` and ${counted(unknown.length - 1, 'other')}` : ''}.` : '';
      this.words.textContent = count === 0 ? 'Nothing has happened yet.' : `${told}${trouble}`;
      this.slider.max = String(Math.max(0, count - 1));
      this.slider.value = String(at);
      this.slider.setAttribute('aria-valuetext', told);
      // That of a run is there when it is over.
      this.history.hidden = isLive;
      if (this.isAsked && this.playing === undefined) {
        this.use.say(told);
      }
      this.isAsked = false;
      this.back.disabled = at <= 0;
      this.forward.disabled = at >= count - 1;
      if (at >= count - 1) {
        this.stop();
      }
    } else {
      this.stop();
    }
    this.use.changed();
  }

  /** To another event. */
  step(by: number): boolean {
    const { picture } = this;
    if (!picture) {
      return false;
    }
    this.isAsked = true;
    this.go(Math.max(0, Math.min(picture.count - 1, (this.wanted ?? picture.at) + by)));
    return true;
  }

  /** Gives a box or an arrow the looks that the run gives it; takes them away without a run. */
  dress(id: string, element: SVGElement, start: string | undefined): void {
    const node = this.picture && Object.hasOwn(this.picture.nodes, id) ? this.picture.nodes[id] : undefined;
    const isTaken = this.arrows.has(id) || (this.picture !== undefined && start !== undefined && id === `${startId} → ${start}` && Object.hasOwn(this.picture.nodes, start));
    const made = JSON.stringify(node ?? isTaken);
    const before = this.dressed.get(element);
    if (before?.made === made) {
      return;
    }
    const label = before?.label ?? element.getAttribute('aria-label') ?? '';
    this.dressed.set(element, { made, label });
    element.classList.toggle('taken', isTaken);
    for (const name of [...element.classList].filter((each) => each === 'ran' || each.startsWith('ran-') || each === 'here')) {
      element.classList.remove(name);
    }
    element.querySelector(':scope > .marks')?.remove();
    if (node) {
      element.classList.add('ran', `ran-${node.status.toLowerCase()}`, ...(node.isHere ? ['here'] : []));
      element.append(marks(node));
    }
    if (label !== '') {
      element.setAttribute('aria-label', node ? `${label}, in the run: ${nodeInWords(node)}` : label);
    }
  }

  /** The last moment of many that follow each other quickly. */
  private go(at: number): void {
    if (this.wanted === undefined) {
      requestAnimationFrame(() => {
        const goal = this.wanted;
        this.wanted = undefined;
        if (goal !== undefined) {
          this.use.go(goal);
        }
      });
    }
    this.wanted = at;
  }

  private toggle(): void {
    if (this.playing !== undefined) {
      this.stop();
      return;
    }
    const { picture } = this;
    if (picture) {
      const step = Math.max(1, Math.ceil(picture.count / mostBeats));
      if (picture.at >= picture.count - 1) {
        this.go(0);
      }
      this.playing = window.setInterval(() => this.step(step), beat);
      paint(this.play, 'Pause', glyphs.pause);
    }
  }

  private stop(): void {
    if (this.playing !== undefined) {
      clearInterval(this.playing);
      this.playing = undefined;
      paint(this.play, 'Play', glyphs.play);
    }
  }
}

/** `Succeeded, tried again 2 times, 3 visits, 98 of 100 items done, 2 failed`. */
function nodeInWords({ status, visits, retries, items, isHere }: NodeRun): string {
  return [
    statusWord(status).toLowerCase(),
    retries > 0 && `tried again ${counted(retries, 'time')}`,
    visits > 1 && counted(visits, 'visit'),
    items && `${String(items.succeeded)} of ${counted(items.total, 'item')} done${items.failed > 0 ? `, ${String(items.failed)} failed` : ''}`,
    isHere && 'the event is here',
  ].filter((part) => typeof part === 'string').join(', ');
}

/** On the upper left corner: the status as a picture, and what there is to count. */
function marks({ status, visits, retries, items }: NodeRun): SVGElement {
  const text = [items ? `${String(items.succeeded)}/${String(items.total)}${items.failed > 0 ? ` ✕${String(items.failed)}` : ''}` : visits > 1 && `×${String(visits)}`, retries > 0 && `↻${String(retries)}`].filter((part) => typeof part === 'string').join(' ');
  const width = 20 + (text === '' ? 0 : text.length * 7 + 6);
  return svg(
    'g',
    { class: 'marks', transform: 'translate(-5 -9)' },
    svg('rect', { width, height: 18, rx: 9 }),
    svg('path', { class: 'sign', transform: 'translate(4.5 3.5) scale(0.7)', d: statusPath(status) }),
    text !== '' && svg('text', { x: 19, y: 13 }, text),
  );
}

function button(id: string, name: string, path: string, press: () => void): HTMLButtonElement {
  const element = h('button', { type: 'button', class: 'quiet', id, onclick: press });
  paint(element, name, path);
  return element;
}

function paint(element: HTMLButtonElement, name: string, path: string): void {
  element.title = name;
  element.setAttribute('aria-label', name);
  element.replaceChildren(svg('svg', { 'class': 'icon', 'viewBox': '0 0 16 16', 'aria-hidden': 'true' }, svg('path', { d: path, 'fill': 'none', 'stroke': 'currentColor', 'stroke-width': 1.5, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' })));
}

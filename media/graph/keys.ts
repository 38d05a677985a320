// The keyboard: arrow keys walk from state to state, Tab goes on to the arrows of one, other keys do what the buttons and the mouse do.
import type { GraphEdge } from '../../client/src/webviews/graph/messages';
import type { Drawing } from './drawing';
import { idOfEdge } from './known';
import type { Pointing } from './pointing';
import type { Sight } from './sight';
import { stepOf, walk, type Step } from './walk';

export type KeyUse = {
  zoom(factor: number): void;
  fit(): void;
  find(): void;
  open(id: string): void;
  openWay(way: string): void;
  fold(id: string): void;
  hideTip(): void;
  /** To another event of the run; false where there is no run. */
  step(by: 1 | -1): boolean;
};

export function listenToKeys(sight: Sight, drawing: Drawing, pointing: Pointing, use: KeyUse): void {
  const { canvas } = sight;

  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    const isField = target instanceof HTMLInputElement;
    if ((key === '/' && !isField && !event.ctrlKey && !event.metaKey) || (key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey)) {
      event.preventDefault();
      event.stopPropagation();
      use.find();
      return;
    }
    if (isField || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
      return;
    }
    const onButton = target instanceof Element && target.closest('button') !== null;
    if (useKey(key, onButton)) {
      event.preventDefault();
    }
  });

  /** True where the key has meant something. */
  function useKey(key: string, onButton: boolean): boolean {
    const step = stepOf(key, drawing.direction);
    const way = drawing.known?.ways.get(focusedWay() ?? '');
    if (way && useOn(way, key, step)) {
      return true;
    }
    if (step && drawing.known && !onButton) {
      const from = pointing.start;
      const next = from !== undefined && isInside() ? walk(drawing.known, from, step, drawing.direction, (id) => canvas.rectOf(id)) : from;
      if (next !== undefined) {
        pointing.focusOn(next);
      }
      return true;
    }
    switch (key) {
      case '+':
      case '=':
        use.zoom(1.25);
        return true;
      case '-':
        use.zoom(0.8);
        return true;
      case '0':
        use.fit();
        return true;
      case 'Enter':
        return !onButton && act((id) => use.open(id));
      case ' ':
        return !onButton && act((id) => use.fold(id));
      case ',':
        return use.step(-1);
      case '.':
        return use.step(1);
      case 'Home':
        return act(() => pointing.focusOn(drawing.known?.graph.scope.start));
      case 'Escape':
        use.hideTip();
        return true;
      default:
        return false;
    }
  }

  /** A key while the focus is on an arrow: along it to its ends, or to the arrows beside it. */
  function useOn(edge: GraphEdge, key: string, step: Step | undefined): boolean {
    switch (key === 'Escape' ? 'back' : (step ?? key)) {
      case 'forward':
        pointing.focusOn(edge.to);
        return true;
      case 'back':
        pointing.focusOn(edge.from);
        return true;
      case 'before':
      case 'after':
        canvas.ways.beside(idOfEdge(edge), step === 'before' ? -1 : 1)?.focus({ preventScroll: true });
        return true;
      case 'Enter':
        use.openWay(idOfEdge(edge));
        return true;
      case ' ':
        return true;
      default:
        return false;
    }
  }

  function focusedWay(): string | undefined {
    const { activeElement } = document;
    return activeElement && canvas.ways.element.contains(activeElement) ? (activeElement.getAttribute('data-way') ?? undefined) : undefined;
  }

  function act(what: (id: string) => void): boolean {
    const { focused } = pointing;
    if (focused === undefined || !canvas.element.contains(document.activeElement)) {
      return false;
    }
    what(focused);
    return true;
  }

  /** True where the focus is on something of the drawing. */
  function isInside(): boolean {
    return canvas.element.contains(document.activeElement) && document.activeElement !== canvas.element;
  }
}

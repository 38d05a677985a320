// The buttons above the picture.
import { h, svg } from '../shared/dom';

export type Tools = {
  zoom(factor: number): void;
  fit(): void;
  turn(): void;
  find(): void;
  saveSvg(): void;
  savePng(): void;
  copyMermaid(): void;
};

const paths = {
  find: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm3.3 7.8 3.4 3.4',
  out: 'M3.5 8h9',
  in: 'M3.5 8h9M8 3.5v9',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  turn: 'M3 3.5h6.5a3 3 0 0 1 3 3V13M9.8 10.3 12.5 13l2.7-2.7',
};

export function toolbar(tools: Tools): { element: HTMLElement; enable(on: boolean): void } {
  const picture = (id: keyof typeof paths, name: string, keys: string, use: () => void): HTMLButtonElement =>
    h(
      'button',
      { type: 'button', class: 'quiet', id: `tool-${id}`, 'aria-label': name, title: keys === '' ? name : `${name} (${keys})`, onclick: use },
      svg('svg', { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' }, svg('path', { d: paths[id], fill: 'none', stroke: 'currentColor', 'stroke-width': 1.4, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' })),
    );
  const word = (id: string, text: string, name: string, use: () => void): HTMLButtonElement => h('button', { type: 'button', class: 'quiet', id: `tool-${id}`, title: name, 'aria-label': name, onclick: use }, text);
  const buttons = [
    picture('find', 'Find a state', '/', () => tools.find()),
    picture('out', 'Zoom out', '-', () => tools.zoom(0.8)),
    picture('in', 'Zoom in', '+', () => tools.zoom(1.25)),
    picture('fit', 'Fit', '0', () => tools.fit()),
    picture('turn', 'Turn: down or right', '', () => tools.turn()),
    word('svg', 'SVG', 'Save as SVG', () => tools.saveSvg()),
    word('png', 'PNG', 'Save as PNG', () => tools.savePng()),
    word('mermaid', 'Mermaid', 'Copy as Mermaid', () => tools.copyMermaid()),
  ];
  return {
    element: h('div', { class: 'bar panel', role: 'toolbar', 'aria-label': 'Graph' }, ...buttons),
    enable(on) {
      for (const button of buttons) {
        button.disabled = !on;
      }
    },
  };
}

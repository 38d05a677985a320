// The field that finds states: by their names, types and services.
import { counted, h } from '../shared/dom';
import { icon } from '../shared/icons';
import type { KnownGraph } from './known';

export type Finding = { found(ids: ReadonlySet<string>): void; go(id: string): void; leave(): void };

export class Find {
  private readonly input = h('input', { type: 'search', class: 'entry', id: 'find', placeholder: 'Find a state', 'aria-label': 'Find a state', autocomplete: 'off', spellcheck: 'false' });
  private readonly count = h('span', { class: 'faint', 'aria-live': 'polite' });
  readonly element = h('div', { class: 'find panel', hidden: true }, icon('search'), this.input, this.count);
  private known: KnownGraph | undefined;
  private ids: string[] = [];
  private at = -1;

  constructor(private readonly finding: Finding) {
    this.input.addEventListener('input', () => {
      this.at = -1;
      this.search();
      this.step(1);
    });
    this.input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        event.preventDefault();
        this.step(event.shiftKey ? -1 : 1);
      } else if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        this.close();
      }
    });
  }

  open(): void {
    this.element.hidden = false;
    this.input.focus();
    this.input.select();
    this.search();
  }

  close(): void {
    this.element.hidden = true;
    this.finding.found(new Set());
    this.finding.leave();
  }

  /** In another version of the graph. */
  take(known: KnownGraph): void {
    this.known = known;
    if (!this.element.hidden) {
      this.search();
    }
  }

  private search(): void {
    const words = this.input.value.toLowerCase().split(/\s+/).filter((word) => word !== '');
    const all = words.length === 0 ? [] : (this.known?.all ?? []);
    this.ids = all
      .filter(({ node: { name, type = '', detail = '' } }) => {
        const text = `${name} ${type} ${detail}`.toLowerCase();
        return words.every((word) => text.includes(word));
      })
      .map(({ node }) => node.id);
    this.finding.found(new Set(this.ids));
    this.tell();
  }

  private step(by: number): void {
    if (this.ids.length > 0) {
      this.at = (this.at + by + this.ids.length) % this.ids.length;
      this.finding.go(this.ids[this.at] ?? '');
    }
    this.tell();
  }

  private tell(): void {
    this.count.textContent = this.input.value.trim() === '' ? '' : this.ids.length === 0 ? 'None' : this.at < 0 ? counted(this.ids.length, 'state') : `${String(this.at + 1)} of ${String(this.ids.length)}`;
  }
}

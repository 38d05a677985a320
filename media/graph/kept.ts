// What the page keeps of its own, for when it is hidden and for when the window comes back.
import type { GraphDirection } from '../../client/src/webviews/graph/messages';
import type { View } from './camera';

export type Kept = {
  /** The document that is drawn; with it the extension finds back. */
  uri?: string;
  view?: View;
  direction?: GraphDirection;
  /** States whose inside is not shown. */
  folded: readonly string[];
  focus?: string;
};

/** Where VS Code keeps what a page wants back. */
type Store = { getState(): unknown; setState(state: Kept): void };

export class Keeper {
  private storing: number | undefined;
  private value: Kept;

  constructor(private readonly store: Store) {
    const kept = store.getState() as Partial<Kept> | undefined;
    this.value = { ...kept, folded: Array.isArray(kept?.folded) ? kept.folded : [] };
    document.addEventListener('visibilitychange', () => this.storeNow());
  }

  get kept(): Kept {
    return this.value;
  }

  keep(change: Partial<Kept>): void {
    this.value = { ...this.value, ...change };
    // Not with every step of the wheel: it goes to another process.
    this.storing ??= window.setTimeout(() => this.storeNow(), 100);
  }

  private storeNow(): void {
    clearTimeout(this.storing);
    this.storing = undefined;
    this.store.setState(this.value);
  }
}

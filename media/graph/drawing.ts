// The graph that is drawn, the direction it runs in, and which of its states are folded.
import type { Graph, GraphDirection } from '../../client/src/webviews/graph/messages';
import { Arranging } from './arranging';
import type { Keeper } from './kept';
import { knownGraph, type KnownGraph } from './known';
import type { Looks } from './looks';
import { planOf } from './planned';
import type { Sight } from './sight';

const nothing = knownGraph({ name: '', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, definitions: 0, isBroken: false, scope: { nodes: [], edges: [] } });

export class Drawing {
  known: KnownGraph | undefined;
  direction: GraphDirection;
  private readonly folded: Set<string>;
  private readonly arranging = new Arranging();
  /** The plan of the picture that is shown. */
  private planned = '';

  /**
   * @param anchor the state that stays where it is, where others have to move
   * @param drawn is told of each picture once it is there
   */
  constructor(
    private readonly sight: Sight,
    private readonly looks: Looks,
    private readonly keeper: Keeper,
    private readonly anchor: () => string | undefined,
    private readonly drawn: () => void,
  ) {
    this.direction = keeper.kept.direction ?? 'down';
    this.folded = new Set(keeper.kept.folded);
  }

  /** The direction that graphs are drawn in, unless this one was turned. */
  usually(direction: GraphDirection): void {
    this.direction = this.keeper.kept.direction ?? direction;
  }

  /** Takes a graph in place of the one before; resolves once it is drawn. */
  async show(graph: Graph): Promise<void> {
    if (this.known && this.known.graph.name !== graph.name) {
      this.sight.forget();
    }
    this.known = knownGraph(graph);
    await this.arrange();
  }

  clear(): void {
    this.known = undefined;
    this.planned = '';
    this.sight.clear(nothing);
  }

  async turn(): Promise<void> {
    this.direction = this.direction === 'down' ? 'right' : 'down';
    this.sight.forget();
    this.keeper.keep({ direction: this.direction });
    await this.arrange();
  }

  isFolded(id: string): boolean {
    return this.folded.has(id);
  }

  /** Folds a state that has others in it, or unfolds it; resolves once that is drawn. */
  async fold(id: string): Promise<void> {
    if (!this.folded.delete(id)) {
      this.folded.add(id);
    }
    this.keeper.keep({ folded: [...this.folded] });
    await this.arrange();
  }

  /** Only where sizes or arrows are others is anything laid out; else the same picture is drawn with other words. */
  private async arrange(): Promise<void> {
    if (!this.known) {
      return;
    }
    const { sight } = this;
    const plan = planOf(this.known.graph, this.looks, this.direction, this.folded);
    const text = JSON.stringify(plan);
    let { picture } = sight;
    let anchor;
    if (text !== this.planned || !picture) {
      const next = await this.arranging.arrange(plan);
      if (!next) {
        return;
      }
      anchor = picture && sight.anchor(this.anchor());
      picture = next;
      this.planned = text;
    }
    sight.show(this.known, picture, this.folded, this.direction, anchor);
    this.drawn();
  }
}

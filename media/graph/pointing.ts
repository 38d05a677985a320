// The states that are set off: the cursor's, the keyboard's, and those that a search has found.
import type { GraphPosition } from '../../client/src/webviews/graph/messages';
import type { Drawing } from './drawing';
import type { Keeper } from './kept';
import { stateAt } from './known';
import type { Sight } from './sight';

export class Pointing {
  private cursor: GraphPosition | undefined;
  /** The cursor's state. */
  current: string | undefined;
  private focus: string | undefined;
  private found: ReadonlySet<string> = new Set();

  constructor(
    private readonly sight: Sight,
    private readonly drawing: Drawing,
    private readonly keeper: Keeper,
  ) {
    this.focus = keeper.kept.focus;
  }

  /** The keyboard's state, or what is drawn in its place. */
  get focused(): string | undefined {
    return this.drawn(this.focus);
  }

  /** The state from which keys go on. */
  get start(): string | undefined {
    return this.focused ?? this.current ?? this.drawn(this.drawing.known?.graph.scope.start);
  }

  /** Takes the cursor's place, unless it is known already. */
  begin(place: GraphPosition | undefined): void {
    this.cursor ??= place;
  }

  follow(place: GraphPosition): void {
    this.cursor = place;
    this.followCursor();
  }

  find(ids: ReadonlySet<string>): void {
    this.found = ids;
    this.mark();
  }

  /** Another picture is there: marks are set anew. */
  take(): void {
    if (this.focus !== undefined && !this.drawing.known?.byId.has(this.focus)) {
      this.focus = undefined;
    }
    this.mark();
    this.followCursor();
  }

  /** Sets the keyboard's state without taking the focus from where it is. */
  async point(id: string): Promise<void> {
    const { drawing } = this;
    for (let owner = drawing.known?.byId.get(id)?.owner; owner; owner = owner.owner) {
      if (drawing.isFolded(owner.node.id)) {
        await drawing.fold(owner.node.id);
      }
    }
    this.remember(id);
    this.mark();
    this.sight.reveal(id);
  }

  /** Gives the focus to a state; to where keys would go on, if it isn't drawn. */
  focusOn(id: string | undefined = this.focus): void {
    const goal = this.drawn(id) ?? this.start;
    if (goal !== undefined) {
      this.remember(goal);
      this.mark();
      this.sight.reveal(goal);
      this.sight.canvas.elementOf(goal)?.focus({ preventScroll: true });
    }
  }

  /** Gives the focus to an arrow, and the keyboard to the state that it leads from. */
  focusOnWay(way: string): void {
    const from = this.drawing.known?.ways.get(way)?.from;
    if (from !== undefined) {
      this.remember(from);
      this.mark();
      this.sight.canvas.ways.elementOf(way)?.focus({ preventScroll: true });
    }
  }

  /** The focus has come to a state. */
  remember(id: string): void {
    this.focus = id;
    this.keeper.keep({ focus: id });
  }

  /** The state that is drawn for one: itself, or the folded one that it is in. */
  private drawn(id: string | undefined): string | undefined {
    for (let at = id === undefined ? undefined : this.drawing.known?.byId.get(id); at; at = at.owner) {
      if (this.sight.canvas.rectOf(at.node.id)) {
        return at.node.id;
      }
    }
    return undefined;
  }

  private followCursor(): void {
    const { known } = this.drawing;
    const next = known && this.cursor ? this.drawn(stateAt(known, this.cursor)?.node.id) : undefined;
    if (next !== this.current) {
      this.current = next;
      this.mark();
      if (next !== undefined) {
        this.sight.reveal(next);
      }
    }
  }

  private mark(): void {
    const { current, found } = this;
    const focus = this.start ?? this.drawn(this.drawing.known?.all[0]?.node.id);
    this.sight.canvas.mark({ ...(current !== undefined && { current }), ...(focus !== undefined && { focus }), found });
  }
}

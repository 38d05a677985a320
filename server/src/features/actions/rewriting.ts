// The states of one scope in a new order, with others among them, and led to in other ways.
import type { Definition } from '../../analysis/definition';
import type { Reference, State, StateMachine } from '../../model/machine';
import { compose, styleOf, type Composed } from '../../syntax/compose';
import { TreeEditor } from '../../syntax/editor';
import { blockOf, isWrittenOut, withMembers, type Block } from '../../syntax/members';
import type { ObjectNode, ObjectProperty } from '../../syntax/tree';
import { applyChanges } from '../../text/edit';

export class Rewriting {
  /** For changes inside states. They go with a state that moves, and are lost with one that is taken out. */
  readonly editor: TreeEditor;
  private entries: (ObjectProperty | Block)[];

  private constructor(
    private readonly definition: Definition,
    private readonly object: ObjectNode,
  ) {
    this.editor = new TreeEditor(definition.tree);
    this.entries = [...object.properties];
  }

  /** Begins with the scope as it is; `undefined` where its states are not all written in it. */
  static of(definition: Definition, { statesProperty }: StateMachine): Rewriting | undefined {
    const object = statesProperty?.value;
    return object?.kind === 'object' && isWrittenOut(object) ? new Rewriting(definition, object) : undefined;
  }

  /** Has a place lead to another state; without a name, what says `Next` ends. */
  lead({ node }: Reference, name: string | undefined): void {
    const holder = node.parent;
    if (name !== undefined) {
      this.editor.setString(node, name);
    } else if (holder?.kind === 'property') {
      this.editor.replace(holder, 'End', true);
    }
  }

  /** A state as it is written, with the changes that have been made in it so far. */
  textOf({ property }: State): Block {
    return blockOf(this.definition.tree, property, this.editor.changes);
  }

  /** Puts states behind one, or in the first place. */
  insertAfter(state: State | undefined, added: readonly Composed[]): void {
    this.entries.splice(state ? this.entries.indexOf(state.property) + 1 : 0, 0, ...this.composed(added));
  }

  /** Takes states out, and puts others in the place of the first one in the text, with its blank lines above. */
  replace(states: readonly State[], others: readonly Composed[] = []): void {
    const gone = new Set<ObjectProperty | Block>(states.map(({ property }) => property));
    const at = this.entries.findIndex((entry) => gone.has(entry));
    const before = this.entries.slice(0, at);
    const behind = this.entries.slice(at).filter((entry) => !gone.has(entry));
    const [first, ...more] = this.composed(others);
    const { gap = 0 } = states.map((state) => this.textOf(state)).find((_block, index) => states[index]?.property === this.entries[at]) ?? {};
    this.entries = [...before, ...(first ? [{ ...first, gap }, ...more] : []), ...behind];
  }

  move(state: State, after: State): void {
    this.entries = this.entries.filter((entry) => entry !== state.property);
    this.entries.splice(this.entries.indexOf(after.property) + 1, 0, state.property);
  }

  /** All states, in the order in which they come to stand. */
  order(states: readonly State[]): void {
    this.entries = states.map(({ property }) => property);
  }

  /** What writes the whole text with all that. */
  finish(): () => string {
    return () => {
      const { changes } = this.editor;
      const { tree } = this.definition;
      const body = withMembers(tree, this.object, this.entries, changes);
      const outside = changes.filter(({ span }) => span.end < body.span.start || span.start > body.span.end);
      return applyChanges(tree.text, [body, ...outside]);
    };
  }

  private composed(added: readonly Composed[]): Block[] {
    const style = styleOf(this.definition.tree, this.object);
    return added.map((each) => compose(style, each));
  }
}

// How the nodes of a tree are made. The offsets stand in the nodes themselves: a span object for each would be a third of a tree's memory.
import type { Span } from '../text/span';
import type { FunctionCall, Node, ObjectProperty, StringNode } from './tree';

export type Parent = OpenProperty | OpenArray | undefined;

abstract class Placed<Kind extends string, Holder> {
  constructor(
    readonly kind: Kind,
    public start: number,
    public end: number,
    public parent: Holder,
  ) {}

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  set span({ start, end }: Span) {
    this.start = start;
    this.end = end;
  }
}

/** Moves a node alone, not what is in it. */
export function shift(node: Node | ObjectProperty | undefined, by: number): void {
  // All nodes are made here.
  if (node instanceof Placed) {
    node.start += by;
    node.end += by;
  }
}

/** Gives a property another value. */
export function setValue(property: OpenProperty, value: Node | undefined): void {
  property.value = value;
  if (value instanceof Placed) {
    value.parent = property;
  }
}

/** A text, a number, a boolean or null. */
export class Leaf<Kind extends 'string' | 'number' | 'boolean' | 'null', Value> extends Placed<Kind, Parent> {
  constructor(
    kind: Kind,
    readonly value: Value,
    start: number,
    end: number,
    parent: Parent,
  ) {
    super(kind, start, end, parent);
  }
}

/** Grows while its members are read. */
export class OpenObject extends Placed<'object', Parent> {
  readonly properties: OpenProperty[] = [];
  isOpen?: true;

  constructor(start: number, end: number, parent: Parent) {
    super('object', start, end, parent);
  }
}

/** Grows while its items are read. */
export class OpenArray extends Placed<'array', Parent> {
  readonly items: Node[] = [];
  isOpen?: true;

  constructor(start: number, end: number, parent: Parent) {
    super('array', start, end, parent);
  }
}

/** Begins as its key alone. */
export class OpenProperty extends Placed<'property', OpenObject> {
  readonly key: StringNode;
  value: Node | undefined = undefined;

  constructor(name: string, start: number, end: number, parent: OpenObject) {
    super('property', start, end, parent);
    this.key = new Leaf('string', name, start, end, this);
  }
}

/** A value that the deployment fills in. */
export class Unknown extends Placed<'unknown', Parent> {
  constructor(
    readonly text: string,
    readonly call: FunctionCall | undefined,
    start: number,
    end: number,
    parent: Parent,
  ) {
    super('unknown', start, end, parent);
  }
}

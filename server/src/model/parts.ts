// The objects of a machine that the grammar has a table for, each with its table: the machine itself, its states, and what is in them
// down to the last retrier, choice rule and item reader. Rules, completion and hover all go by this list.
import type { FieldSpec, ObjectName, ObjectSpec, TableField } from '../spec/field';
import { objects } from '../spec/objects';
import type { QueryLanguage } from '../spec/query-languages';
import { states } from '../spec/states';
import { items, type Node, type ObjectNode } from '../syntax/tree';
import type { State, StateMachine } from './machine';

export interface Part {
  readonly is: ObjectName | 'state';
  readonly node: ObjectNode;
  readonly spec: ObjectSpec;
  /** What the table says of each of the object's properties, in their order; `undefined` for a name that it does not have. */
  readonly fields: readonly (TableField | undefined)[];
  /** The bits of all those fields: held against `spec.bits`. */
  readonly present: number;
  readonly queryLanguage: QueryLanguage;
  /** What `QueryLanguage` says is refused by itself, so that the fields can't be held against it. */
  readonly languageInDoubt: boolean;
  readonly machine: StateMachine;
  /** The state that it belongs to; `undefined` for a scope and what configures it. */
  readonly state: State | undefined;
  /** Where something about the object as a whole is shown: its name, or the object where it has none. */
  readonly name: Node;
}

/** Visits the scope itself with what configures it, but not its states. */
export function visitMachineParts(machine: StateMachine, visit: (part: Part) => void): void {
  const { kind: is, node, queryLanguage, languageInDoubt } = machine;
  walk(visit, is, node, objects[is], nameOf(node), { queryLanguage, languageInDoubt, machine, state: undefined });
}

/** Visits the state and all that is in it, but not the scopes inside. Nothing while its type is unknown: what may stand in it is then unknown too. */
export function visitStateParts(state: State, visit: (part: Part) => void): void {
  const { node, type, queryLanguage, languageInDoubt, machine, nameNode } = state;
  if (node && type) {
    walk(visit, 'state', node, states[type], nameNode, { queryLanguage, languageInDoubt, machine, state });
  }
}

/** What all parts of a state, or of a scope, have in common. */
type Around = Pick<Part, 'queryLanguage' | 'languageInDoubt' | 'machine' | 'state'>;

/** Visits an object, and then the objects inside. */
function walk(visit: (part: Part) => void, is: Part['is'], node: ObjectNode, spec: ObjectSpec, name: Node, around: Around): void {
  const { queryLanguage, languageInDoubt, machine, state } = around;
  const { properties } = node;
  const fields: (TableField | undefined)[] = [];
  let present = 0;
  for (const { key } of properties) {
    const field = spec.byName.get(key.value);
    fields.push(field);
    present |= field?.bit ?? 0;
  }
  visit({ is, node, spec, fields, present, queryLanguage, languageInDoubt, machine, state, name });
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index];
    // Branches and item processors are scopes of their own.
    if (field?.of && field.of !== 'branch' && field.of !== 'processor') {
      for (const inner of objectsIn(field, properties[index]?.value)) {
        walk(visit, field.of, inner, objects[field.of], nameOf(inner), around);
      }
    }
  }
}

function objectsIn(field: FieldSpec, value: Node | undefined): ObjectNode[] {
  const candidates = field.kind === 'list' ? items(value) : value ? [value] : [];
  return candidates.filter((candidate) => candidate.kind === 'object');
}

function nameOf(node: ObjectNode): Node {
  return node.parent?.kind === 'property' ? node.parent.key : node;
}

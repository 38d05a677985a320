// The objects of a machine that the grammar has a table for, each with its table: the machine itself, its states, and what is in them
// down to the last retrier, choice rule and item reader. Rules, completion and hover all go by this list.
import type { FieldSpec, ObjectName, ObjectSpec } from '../spec/field';
import { objects } from '../spec/objects';
import type { QueryLanguage } from '../spec/query-languages';
import { states } from '../spec/states';
import { items, type Node, type ObjectNode } from '../syntax/tree';
import type { State, StateMachine } from './machine';

export interface Part {
  readonly is: ObjectName | 'state';
  readonly node: ObjectNode;
  readonly spec: ObjectSpec;
  readonly queryLanguage: QueryLanguage;
  /** What `QueryLanguage` says is refused by itself, so that the fields can't be held against it. */
  readonly languageInDoubt: boolean;
  readonly machine: StateMachine;
  /** The state that it belongs to; `undefined` for a scope and what configures it. */
  readonly state: State | undefined;
  /** Where something about the object as a whole is shown: its name, or the object where it has none. */
  readonly name: Node;
}

/** The scope itself with what configures it, but not its states. */
export function machineParts(machine: StateMachine): Part[] {
  const { kind: is, node, queryLanguage, languageInDoubt } = machine;
  return withNested({ is, node, spec: objects[is], queryLanguage, languageInDoubt, machine, state: undefined, name: nameOf(node) });
}

/** The state with all that is in it, but not the scopes inside. Nothing while its type is unknown: what may stand in it is then unknown too. */
export function stateParts(state: State): Part[] {
  const { node, type, queryLanguage, languageInDoubt, machine, nameNode } = state;
  return node && type ? withNested({ is: 'state', node, spec: states[type], queryLanguage, languageInDoubt, machine, state, name: nameNode }) : [];
}

function withNested(part: Part): Part[] {
  const found = [part];
  for (const { key, value } of part.node.properties) {
    const field = value && part.spec.byName.get(key.value);
    // Branches and item processors are scopes of their own.
    if (field?.of && field.of !== 'branch' && field.of !== 'processor') {
      for (const node of objectsIn(field, value)) {
        found.push(...withNested({ ...part, is: field.of, node, spec: objects[field.of], name: nameOf(node) }));
      }
    }
  }
  return found;
}

function objectsIn(field: FieldSpec, value: Node | undefined): ObjectNode[] {
  const candidates = field.kind === 'list' ? items(value) : value ? [value] : [];
  return candidates.filter((candidate) => candidate.kind === 'object');
}

function nameOf(node: ObjectNode): Node {
  return node.parent?.kind === 'property' ? node.parent.key : node;
}

// Where a file with mocks names states: as keys of rules, by name or by path, in the ways that cases go, and in the cases of AWS's own file.
import type { State } from '../model/machine';
import { statesTo } from '../model/state-path';
import { items, member, type Node, type ObjectProperty, type StringNode } from '../syntax/tree';
import { machinesIn } from './check-aws';
import type { MocksDocument } from './document';
import { pathOf, type MockedStates } from './states';

export interface StateMention {
  /** The machine's name. */
  readonly machine: string;
  readonly node: StringNode;
  /** The states that the text can mean. */
  readonly states: readonly State[];
}

/** Every place that names a state of the machine beside it, in the order of the text. */
export function stateMentions(document: MocksDocument): StateMention[] {
  const { root } = document.tree;
  if (document.form === 'aws') {
    return machinesIn(root).flatMap(({ machine, cases }) => {
      const states = document.statesOf(machine);
      return states ? cases.flatMap((testCase) => keysIn(machine, states, testCase.value)) : [];
    });
  }
  const { name } = document;
  const states = document.statesOf();
  if (!states) {
    return [];
  }
  const cases = document.isBare ? [] : propertiesIn(member(root, 'cases'));
  return [
    ...keysIn(name, states, document.shared),
    ...cases.flatMap(({ value }) => [
      ...keysIn(name, states, member(value, 'mocks')),
      ...items(member(member(value, 'expect'), 'path')).flatMap((item) => (item.kind === 'string' ? mention(name, item, states.topLevel.filter((state) => state.name === item.value)) : [])),
    ]),
  ].sort((one, other) => one.node.start - other.node.start);
}

function keysIn(machine: string, states: MockedStates, rules: Node | undefined): StateMention[] {
  return propertiesIn(rules).flatMap(({ key }) => mention(machine, key, states.named(key.value)));
}

function mention(machine: string, node: StringNode, states: readonly State[]): StateMention[] {
  return states.length > 0 ? [{ machine, node, states }] : [];
}

function propertiesIn(node: Node | undefined): readonly ObjectProperty[] {
  return node?.kind === 'object' ? node.properties : [];
}

/** What a mention has to say once a state has another name; `undefined` where it stays as it is. */
export function renamed({ node, states }: StateMention, state: State, newName: string): string | undefined {
  const [meant] = states;
  if (!meant) {
    return undefined;
  }
  const isPath = node.value !== meant.name && node.value === pathOf(meant);
  if (isPath) {
    const path = statesTo(meant);
    return path.includes(state) ? path.map((each) => (each === state ? newName : each.name)).join('/') : undefined;
  }
  // A name that several states have goes on to mean the others.
  return states.length === 1 && meant === state ? newName : undefined;
}

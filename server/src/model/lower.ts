// Tree → model. What is missing or of the wrong kind is left out; the rules say so elsewhere.
import { queryLanguages, type QueryLanguage } from '../spec/query-languages';
import { isStateType, stateTypes } from '../spec/state-types';
import { isOpenKey } from '../syntax/placeholders';
import { items, member, property, type Node, type ObjectNode, type ObjectProperty } from '../syntax/tree';
import type { Reference, State, StateMachine } from './machine';
import { isOpenScope } from './open';

type Building<T> = { -readonly [K in keyof T]: T[K] };

/** The machine that an object defines. */
export function lower(node: ObjectNode): StateMachine {
  const written = member(node, 'QueryLanguage');
  const language = languageOf(written);
  return lowerMachine(node, 'machine', undefined, { queryLanguage: language ?? 'JSONPath', languageInDoubt: written ? !language : node.isOpen === true });
}

/** The machine's query language; all scopes inside have it too. */
type Language = Pick<StateMachine, 'queryLanguage' | 'languageInDoubt'>;

function lowerMachine(node: ObjectNode, kind: StateMachine['kind'], owner: State | undefined, { queryLanguage, languageInDoubt }: Language): StateMachine {
  const states: State[] = [];
  const byName = new Map<string, State>();
  const statesProperty = property(node, 'States');
  const written = statesProperty?.value?.kind === 'object' ? statesProperty.value.properties : [];
  const hasOpenNames = statesProperty?.value?.kind === 'unknown' || isOpenScope({ node, statesProperty }) || written.some(({ key }) => isOpenKey(key.value));
  const machine: Building<StateMachine> = { kind, node, owner, queryLanguage, languageInDoubt, startAt: undefined, statesProperty, states, byName, hasOpenNames };
  machine.startAt = reference('StartAt', member(node, 'StartAt'), machine, undefined);
  for (const each of written) {
    // A loop of CloudFormation unfolds into states that are not written here.
    if (!each.key.value.startsWith('Fn::')) {
      const state = lowerState(each, machine);
      states.push(state);
      byName.set(state.name, state);
    }
  }
  // A name can be that of a state further below, so they are looked up once all are there.
  resolve(machine.startAt);
  for (const { references } of states) {
    references.forEach(resolve);
  }
  return machine;
}

function lowerState(from: ObjectProperty, machine: StateMachine): State {
  const node = from.value?.kind === 'object' ? from.value : undefined;
  const typeNode = member(node, 'Type');
  const typeName = typeNode?.kind === 'string' ? typeNode.value : undefined;
  const type = isStateType(typeName) ? typeName : undefined;
  const end = member(node, 'End');
  const written = member(node, 'QueryLanguage');
  const language = languageOf(written);
  const isDowngrade = language === 'JSONPath' && machine.queryLanguage === 'JSONata';
  const references: Reference[] = [];
  const machines: StateMachine[] = [];
  const state: State = {
    name: from.key.value,
    nameNode: from.key,
    property: from,
    node,
    machine,
    type,
    typeNode,
    queryLanguage: language ?? machine.queryLanguage,
    languageInDoubt: written ? !language || isDowngrade : machine.languageInDoubt || node?.isOpen === true,
    references,
    machines,
    retriers: objects(member(node, 'Retry')),
    catchers: objects(member(node, 'Catch')),
    ends: (type !== undefined && stateTypes[type].terminal) || (end?.kind === 'boolean' && end.value),
  };
  addReference(references, reference('Next', member(node, 'Next'), machine, state));
  for (const rule of items(member(node, 'Choices'))) {
    addReference(references, reference('choice rule', member(rule, 'Next'), machine, state));
  }
  addReference(references, reference('Default', member(node, 'Default'), machine, state));
  for (const catcher of state.catchers) {
    addReference(references, reference('catcher', member(catcher, 'Next'), machine, state));
  }
  for (const branch of objects(member(node, 'Branches'))) {
    machines.push(lowerMachine(branch, 'branch', state, machine));
  }
  const processor = member(node, 'ItemProcessor') ?? member(node, 'Iterator');
  if (processor?.kind === 'object') {
    machines.push(lowerMachine(processor, 'processor', state, machine));
  }
  return state;
}

function objects(node: Node | undefined): readonly ObjectNode[] {
  return node?.kind === 'array' ? node.items.filter((item) => item.kind === 'object') : none;
}

const none: readonly never[] = [];

function reference(kind: Reference['kind'], node: Node | undefined, scope: StateMachine, from: State | undefined): Reference | undefined {
  if (node?.kind === 'unknown') {
    return { kind, name: node.text, node, scope, from, isOpen: true, target: undefined };
  }
  return node?.kind === 'string' ? { kind, name: node.value, node, scope, from, isOpen: false, target: undefined } : undefined;
}

function resolve(reference: Building<Reference> | undefined): void {
  if (reference) {
    reference.target = reference.scope.byName.get(reference.name);
  }
}

function addReference(references: Reference[], found: Reference | undefined): void {
  if (found) {
    references.push(found);
  }
}

function languageOf(node: Node | undefined): QueryLanguage | undefined {
  return node?.kind === 'string' ? queryLanguages.find((language) => language === node.value) : undefined;
}

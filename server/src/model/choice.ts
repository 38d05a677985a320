// What a choice rule, or a test inside one, says it tests.
import { operatorNames, ruleKinds } from '../spec/choice';
import { items, member, property, type Node, type ObjectNode, type ObjectProperty } from '../syntax/tree';
import type { Part } from './parts';

/** True for a rule of `Choices`, and for a test inside `And`, `Or` or `Not`. */
export function isTest({ is }: Part): boolean {
  return is === 'choiceRule' || is === 'choiceTest';
}

/** `And`, `Or`, `Not`, `Variable` and `Condition`, as far as they are there. */
export function kindsOf(node: ObjectNode): ObjectProperty[] {
  return node.properties.filter(({ key }) => (ruleKinds as readonly string[]).includes(key.value));
}

export function operatorsOf(node: ObjectNode): ObjectProperty[] {
  return node.properties.filter(({ key }) => operatorNames.has(key.value));
}

/** One path compared by one operator. */
export interface Comparison {
  readonly node: ObjectNode;
  readonly path: string;
  readonly variable: Node;
  readonly operator: ObjectProperty;
  readonly name: string;
  readonly operand: Node;
}

/** The comparison that a rule is; `undefined` where it is something else, or not whole yet. */
export function comparisonOf(node: Node | undefined): Comparison | undefined {
  if (node?.kind !== 'object') {
    return undefined;
  }
  const variable = member(node, 'Variable');
  const [operator, ...others] = operatorsOf(node);
  return variable?.kind === 'string' && operator?.value && others.length === 0
    ? { node, path: variable.value, variable, operator, name: operator.key.value, operand: operator.value }
    : undefined;
}

/** The comparisons of an `And`; tests of other kinds are left out. */
export function conjuncts(node: ObjectNode): Comparison[] {
  return items(property(node, 'And')?.value)
    .map(comparisonOf)
    .filter((comparison) => comparison !== undefined);
}

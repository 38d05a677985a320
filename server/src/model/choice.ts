// What a choice rule, or a test inside one, says it tests.
import { operatorNames, ruleKinds } from '../spec/choice';
import { items, member, property, type Node, type ObjectNode, type ObjectProperty } from '../syntax/tree';
import type { Part } from './parts';

/** A rule of `Choices`, or a test inside `And`, `Or` or `Not`. */
export interface Test {
  readonly part: Part;
  /** `And`, `Or`, `Not`, `Variable` and `Condition`, as far as they are there. */
  readonly kinds: readonly ObjectProperty[];
  readonly operators: readonly ObjectProperty[];
  readonly comparison: Comparison | undefined;
}

/** The test that a part is; `undefined` for a part of another kind. */
export function testOf(part: Part): Test | undefined {
  if (part.is !== 'choiceRule' && part.is !== 'choiceTest') {
    return undefined;
  }
  const kinds = part.node.properties.filter(({ key }) => kindNames.has(key.value));
  return { part, kinds, operators: operatorsOf(part.node), comparison: comparisonOf(part.node) };
}

const kindNames: ReadonlySet<string> = new Set(ruleKinds);

function operatorsOf(node: ObjectNode): ObjectProperty[] {
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

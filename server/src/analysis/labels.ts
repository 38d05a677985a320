// The labels of distributed maps, and the ARNs that name them. A label has no other way to be referred to: it is part of the ARN of the map's run,
// `…:mapRun:machine/label:id`, of each run of an item, `…:execution:machine/label:id`, and of what such runs are of, `…:stateMachine:machine/label`.
// Sources: Step Functions Developer Guide, "Map state in Distributed mode"; API reference, DescribeStateMachine (qualified ARNs); recorded runs.
import type { State } from '../model/machine';
import { member, type Node, type StringNode, type UnknownNode } from '../syntax/tree';
import type { Span } from '../text/span';
import type { Definition } from './definition';

/** A label where a Map state has it. */
export interface Label {
  readonly name: string;
  readonly node: StringNode;
  readonly state: State;
}

/** A label in an ARN. */
export interface LabelUse {
  readonly name: string;
  readonly node: StringNode | UnknownNode;
  /** In the node's value. */
  readonly within: Span;
}

/** All of a definition; two that are the same are two. */
export function labelsOf({ states }: Definition): Label[] {
  return states.flatMap((state) => {
    const node = state.type === 'Map' ? member(state.node, 'Label') : undefined;
    return node?.kind === 'string' && node.value !== '' ? [{ name: node.value, node, state }] : [];
  });
}

/** Where ARNs name one of the definition's labels, in the order of the text. */
export function labelUsesOf(definition: Definition): LabelUse[] {
  const names = new Set(labelsOf(definition).map(({ name }) => name));
  const { root } = definition.tree;
  const uses: LabelUse[] = [];
  if (root && names.size > 0) {
    visitTexts(root, (node) => {
      uses.push(...usesIn(node).filter(({ name }) => names.has(name)));
    });
  }
  return uses;
}

/** The machine's name may be filled in later: by a placeholder, or by an argument of `States.Format`. */
const arn = /:(?:stateMachine|execution|express|mapRun):(?:[\w-]+|\$\{[^}]*\}|\{\})\/([^:\s/"'\\]{1,40})(?=$|[:"'\s\\])/gd;

/** The labels that a text has in ARNs, be they the definition's own or not. */
export function usesIn(node: StringNode | UnknownNode): LabelUse[] {
  const text = node.kind === 'string' ? node.value : node.text;
  return !text.includes('/') ? [] : [...text.matchAll(arn)].flatMap(({ 1: name, indices }) => {
    const [start, end] = indices?.[1] ?? [];
    return name === undefined || start === undefined || end === undefined ? [] : [{ name, node, within: { start, end } }];
  });
}

function visitTexts(node: Node, visit: (node: StringNode | UnknownNode) => void): void {
  switch (node.kind) {
    case 'string':
    case 'unknown':
      visit(node);
      break;
    case 'array':
      node.items.forEach((item) => { visitTexts(item, visit); });
      break;
    case 'object':
      node.properties.forEach(({ value }) => value && visitTexts(value, visit));
      break;
    default:
  }
}

import type { Node, ObjectNode, ObjectProperty } from '../../syntax/tree';
import { defineRule, type RuleContext } from '../rule';

/** Up to so many names are compared one by one, which is faster than a set and the case nearly always. */
const few = 8;

export const duplicateField = defineRule({
  code: 'duplicate-field',
  severity: 'warning',
  docs: {
    what: 'A name is there once in its object, in parameters and results too.',
    why: 'Most readers of JSON keep the last of two and drop the other without a word; some refuse both.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "Comment": "First", "Comment": "Second", "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "Comment": "Second", "End": true } } }',
    source: 'https://states-language.net/spec.html#toplevelfields',
  },
  on: {
    // Of two states with one name, `duplicate-state` tells.
    Machine({ node, statesProperty }, ctx) {
      walk(node, (inner) => inner === statesProperty?.value, ctx);
    },
    State({ node, machines }, ctx) {
      if (node) {
        walk(node, (inner) => machines.some((machine) => machine.node === inner), ctx);
      }
    },
  },
});

/** Looks at an object and all in it, but for what is looked at as a scope or a state of its own. */
function walk(node: Node, isOther: (node: Node) => boolean, ctx: RuleContext): void {
  if (node.kind === 'object') {
    if (!node.isOpen) {
      look(node, ctx);
    }
    for (const { value } of node.properties) {
      if (value && (value.kind === 'object' || value.kind === 'array') && !isOther(value)) {
        walk(value, isOther, ctx);
      }
    }
  } else if (node.kind === 'array') {
    for (const item of node.items) {
      if ((item.kind === 'object' || item.kind === 'array') && !isOther(item)) {
        walk(item, isOther, ctx);
      }
    }
  }
}

function look(node: ObjectNode, ctx: RuleContext): void {
  const { properties } = node;
  const seen = properties.length > few ? new Map<string, ObjectProperty>() : undefined;
  for (let index = 0; index < properties.length; index++) {
    const each = properties[index];
    if (!each) {
      continue;
    }
    const name = each.key.value;
    const first = seen ? seen.get(name) : earlier(properties, index, name);
    seen?.set(name, each);
    // What a YAML merge key brings in stands outside, and is meant to be said anew.
    if (first && first.span.start >= node.span.start && first.span.end <= node.span.end) {
      ctx.report({
        at: each.key,
        message: `"${name}" is here twice, and only the last one counts.`,
        related: [{ at: first.key, message: 'The other one is here.' }],
        fixes: [
          {
            title: `Remove the other "${name}"`,
            edit: (editor) => {
              editor.remove(first);
            },
          },
        ],
      });
    }
  }
}

function earlier(properties: readonly ObjectProperty[], before: number, name: string): ObjectProperty | undefined {
  for (let index = 0; index < before; index++) {
    if (properties[index]?.key.value === name) {
      return properties[index];
    }
  }
  return undefined;
}

import { isOpenKey } from '../../syntax/placeholders';
import type { Node, StringNode } from '../../syntax/tree';
import type { TreeEditor } from '../../syntax/editor';
import { defineRule, type Fix, type RuleContext } from '../rule';

export const ambiguousYamlValue = defineRule({
  code: 'ambiguous-yaml-value',
  severity: 'info',
  docs: {
    what: 'In YAML, what every reader takes for the same value: `yes`, `no`, `on` and `off`, dates, `1_000` and `010` are in quotes, or written otherwise.',
    why: 'Readers of YAML 1.1, as many deployment tools are, make booleans of `yes` and `off`, dates of timestamps, and 8 of `010`; readers of YAML 1.2 make texts and 10 of them. A state called `No` can so become one called `false`.',
    bad: {
      yaml: 'StartAt: Good?\nStates:\n  Good?:\n    Type: Choice\n    Choices:\n      - Variable: $.answer\n        StringEquals: yes\n        Next: Deploy\n    Default: Deploy again\n  Deploy:\n    Type: Succeed\n  Deploy again:\n    Type: Succeed\n',
    },
    good: {
      yaml: 'StartAt: Good?\nStates:\n  Good?:\n    Type: Choice\n    Choices:\n      - Variable: $.answer\n        StringEquals: "yes"\n        Next: Deploy\n    Default: Deploy again\n  Deploy:\n    Type: Succeed\n  Deploy again:\n    Type: Succeed\n',
    },
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html',
  },
  on: {
    Definition({ tree: { root, notation }, text }, ctx) {
      if (root && notation === 'yaml') {
        visit(root, text, ctx);
      }
    },
  },
});

function visit(node: Node, text: string, ctx: RuleContext): void {
  if (node.kind === 'object') {
    for (const { key, value } of node.properties) {
      check(key, text, ctx);
      if (value) {
        visit(value, text, ctx);
      }
    }
  } else if (node.kind === 'array') {
    for (const item of node.items) {
      visit(item, text, ctx);
    }
  } else if (node.kind === 'string') {
    check(node, text, ctx);
  } else if (node.kind === 'number') {
    const written = text.slice(node.start, node.end);
    const octal = /^[-+]?0[0-7]+$/.test(written) ? parseInt(written.replace('0', ''), 8) : undefined;
    if (octal !== undefined && octal !== node.value) {
      const fixes = [node.value, octal].map((value): Fix => ({ title: `Change to ${String(value)}`, edit: (editor) => editor.setValue(node, value) }));
      ctx.report({ at: node, message: `Some readers of YAML take ${written} for ${String(octal)}, others for ${String(node.value)}.`, fixes });
    }
  }
}

const word = /^(?:yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/;
const date = /^\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::?\d\d)?))?)?$/;
const number = /^[-+]?(?:\d[\d_]*_[\d_]*(?:\.[\d_]*)?|\d+(?::[0-5]?\d)+(?:\.\d*)?)$/;

/** Only a text that stands there without quotes. */
function check(node: StringNode, text: string, ctx: RuleContext): void {
  const { value, start, end } = node;
  const [first = ''] = value;
  if (value.length > 40 || !'yYnNoO0123456789+-'.includes(first) || first === '' || text.slice(start, end) !== value || isOpenKey(value)) {
    return;
  }
  const kind = word.test(value) ? 'a boolean' : date.test(value) ? 'a date' : number.test(value) ? 'a number' : undefined;
  if (kind && !isToldOtherwise(node, ctx)) {
    ctx.report({
      at: node,
      message: `Some readers of YAML take ${value} for ${kind}, not for text. In quotes it is text for all of them.`,
      fixes: [{ title: 'Put it in quotes', preferred: true, edit: (editor: TreeEditor) => editor.quote(node) }],
    });
  }
}

/** Where no text may stand, `wrong-value` says so. */
function isToldOtherwise({ parent }: StringNode, ctx: RuleContext): boolean {
  const field = parent?.kind === 'property' ? ctx.definition.partOf(parent.parent)?.spec.byName.get(parent.key.value) : undefined;
  return field !== undefined && field.kind !== 'text' && field.kind !== 'payload';
}

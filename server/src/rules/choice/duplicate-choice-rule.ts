import { items, member, type Node, type ObjectNode } from '../../syntax/tree';
import { defineRule } from '../rule';

export const duplicateChoiceRule = defineRule({
  code: 'duplicate-choice-rule',
  severity: 'warning',
  unnecessary: true,
  docs: {
    what: 'No rule of a Choice state tests the same as one before it.',
    why: 'The first rule that holds decides, so the second of two equal ones never does.',
    bad: '{ "StartAt": "Size?", "States": { "Size?": { "Type": "Choice", "Choices": [{ "Variable": "$.size", "StringEquals": "large", "Next": "Many" }, { "Variable": "$.size", "StringEquals": "large", "Next": "One" }], "Default": "One" }, "Many": { "Type": "Succeed" }, "One": { "Type": "Succeed" } } }',
    good: '{ "StartAt": "Size?", "States": { "Size?": { "Type": "Choice", "Choices": [{ "Variable": "$.size", "StringEquals": "large", "Next": "Many" }, { "Variable": "$.size", "StringEquals": "small", "Next": "One" }], "Default": "One" }, "Many": { "Type": "Succeed" }, "One": { "Type": "Succeed" } } }',
    source: 'https://states-language.net/spec.html#choice-state',
  },
  on: {
    Choice({ node }, ctx) {
      const before = new Map<string, Node>();
      for (const rule of items(member(node, 'Choices'))) {
        const test = rule.kind === 'object' ? testOf(rule) : undefined;
        const same = test === undefined ? undefined : before.get(test);
        if (same) {
          ctx.report({
            at: rule,
            message: 'A rule above tests the same and comes first, so this one never decides.',
            related: [{ at: same, message: 'The first one is here.' }],
            fixes: [
              {
                title: 'Remove this rule',
                edit: (editor) => {
                  editor.remove(rule);
                },
              },
            ],
          });
        } else if (test !== undefined) {
          before.set(test, rule);
        }
      }
    },
  },
});

/** What a rule tests, in one spelling for all orders of its fields; `undefined` where it tests nothing yet. */
function testOf(rule: ObjectNode): string | undefined {
  const tests = spellAll(rule, besideTheTest);
  return tests === '' ? undefined : tests;
}

const besideTheTest: ReadonlySet<string> = new Set(['Next', 'Assign', 'Output', 'Comment']);

const comment: ReadonlySet<string> = new Set(['Comment']);

/** The members of an object but for some, in the order of their names. */
function spellAll({ properties }: ObjectNode, without: ReadonlySet<string>): string {
  const members = properties.filter(({ key }) => !without.has(key.value));
  // Nearly always they come in one and the same order, which then need not be made.
  const isSorted = members.every(({ key }, index) => index === 0 || (members[index - 1]?.key.value ?? '') <= key.value);
  const sorted = isSorted ? members : members.sort((one, other) => (one.key.value < other.key.value ? -1 : 1));
  return sorted.map(({ key, value }) => `${key.value}:${spell(value)}`).join();
}

function spell(node: Node | undefined): string {
  switch (node?.kind) {
    case 'object':
      return `{${spellAll(node, comment)}}`;
    case 'array':
      return `[${node.items.map(spell).join()}]`;
    case 'string': {
      const text = node.value.startsWith('{%') ? node.value.slice(2, -2).trim() : node.value;
      // The length keeps apart what commas and quotes in the text could make look the same.
      return `${String(text.length)}"${text}`;
    }
    case 'number':
    case 'boolean':
      return String(node.value);
    case 'unknown':
      return node.text;
    default:
      return 'null';
  }
}

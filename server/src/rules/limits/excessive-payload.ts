import type { State } from '../../model/machine';
import { property, type Node, type ObjectNode, type ObjectProperty } from '../../syntax/tree';
import { defineRule } from '../rule';

/** Source: Step Functions quotas, "Maximum input or output size for a task, state, or execution". */
const mostBytes = 262_144;

/** What stands in these is handed on, or sent, or kept. */
const fields = ['Result', 'Parameters', 'Arguments', 'ItemSelector', 'ResultSelector', 'Output', 'Assign'];

export const excessivePayload = defineRule({
  code: 'excessive-payload',
  severity: 'error',
  docs: {
    what: 'What a state hands on, sends or assigns has at most 256 KiB as JSON.',
    why: 'Step Functions stores the definition, and then fails the run with `States.DataLimitExceeded` when it comes to that state. Large data belongs in Amazon S3, with its address in the definition.',
    bad: {
      told: 'A Pass state whose `Result` is a text of 300 KB.',
      make: () => JSON.stringify({ StartAt: 'Table', States: { Table: { Type: 'Pass', Result: { rows: 'x'.repeat(300_000) }, End: true } } }),
    },
    good: '{ "StartAt": "Table", "States": { "Table": { "Type": "Pass", "Result": { "rows": "s3://amzn-s3-demo-bucket/rows.json" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
  },
  on: {
    State(state, ctx) {
      for (const name of state.node && isLong(state.node) ? fields : []) {
        const field = property(state.node, name);
        const size = field?.value && isKept(name, state) && isLong(field) ? bytes(field.value, state.queryLanguage === 'JSONPath' && name !== 'Result') : 0;
        if (field && size > mostBytes) {
          ctx.report({
            at: field.key,
            message: `"${name}" has ${size.toLocaleString('en-US')} bytes as JSON, and a run fails with States.DataLimitExceeded above ${mostBytes.toLocaleString('en-US')}.`,
          });
        }
      }
    },
  },
});

/** `"ResultPath": null` drops the result. */
function isKept(name: string, { node }: State): boolean {
  return name !== 'Result' || property(node, 'ResultPath')?.value?.kind !== 'null';
}

/** A character takes three bytes at most in UTF-8, or is written as two. */
function isLong({ start, end }: ObjectProperty | ObjectNode): boolean {
  return (end - start) * 3 > mostBytes;
}

/** How long the value is as JSON without white space, in UTF-8; what is only known in the run counts nothing. */
function bytes(node: Node, hasPaths: boolean): number {
  switch (node.kind) {
    case 'object':
      return node.properties.reduce((sum, { key, value }) => sum + textBytes(key.value) + 2 + (value && !(hasPaths && key.value.endsWith('.$')) ? bytes(value, hasPaths) : 0), 1);
    case 'array':
      return node.items.reduce((sum, item) => sum + bytes(item, hasPaths) + 1, 1);
    case 'string':
      return !hasPaths && node.value.startsWith('{%') ? 0 : textBytes(node.value);
    case 'number':
    case 'boolean':
      return String(node.value).length;
    case 'null':
      return 4;
    case 'unknown':
      return 0;
  }
}

/** With its quotes. */
function textBytes(text: string): number {
  let length = 2;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += character === '"' || character === '\\' ? 2 : code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

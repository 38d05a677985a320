import { processorOf } from '../../model/processor';
import { distributedFields } from '../../spec/map';
import { member, property, type ObjectNode } from '../../syntax/tree';
import { defineRule, type Fix } from '../rule';

export const distributedFieldInInlineMap = defineRule({
  code: 'distributed-field-in-inline-map',
  severity: 'warning',
  docs: {
    what: 'A map with a reader, a batcher, a result writer, a label or tolerated failures is distributed: its processor has `"Mode": "DISTRIBUTED"`.',
    why: 'An inline map, which it is where nothing is said, has no use for them.',
    bad: '{ "StartAt": "Score", "States": { "Score": { "Type": "Map", "ItemBatcher": { "MaxItemsPerBatch": 10 }, "ItemProcessor": { "StartAt": "One", "States": { "One": { "Type": "Succeed" } } }, "End": true } } }',
    good: '{ "StartAt": "Score", "States": { "Score": { "Type": "Map", "ItemBatcher": { "MaxItemsPerBatch": 10 }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "One", "States": { "One": { "Type": "Succeed" } } }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html',
  },
  on: {
    Map({ node }, ctx) {
      const processor = member(node, 'ItemProcessor') ?? member(node, 'Iterator');
      if (!node || processor?.kind !== 'object' || processorOf(processor).mode !== 'INLINE') {
        return;
      }
      const found = node.properties.filter(({ key }) => distributedFields.includes(key.value));
      // One map, one slip, however many of its fields it makes useless.
      const [first] = found;
      if (first) {
        ctx.report({
          at: first.key,
          message: `"${first.key.value}" is for distributed maps, and this one is inline.`,
          fixes: [distribute(processor)],
        });
      }
    },
  },
});

function distribute(processor: ObjectNode): Fix {
  return {
    title: 'Make the map distributed',
    edit: (editor) => {
      const config = property(processor, 'ProcessorConfig');
      const mode = member(config?.value, 'Mode');
      if (config?.value?.kind !== 'object') {
        editor.insert(processor, 'ProcessorConfig', { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' });
      } else if (mode) {
        editor.setValue(mode, 'DISTRIBUTED');
        if (!property(config.value, 'ExecutionType')) {
          editor.insert(config.value, 'ExecutionType', 'STANDARD');
        }
      } else {
        editor.setValue(config.value, { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' });
      }
    },
  };
}

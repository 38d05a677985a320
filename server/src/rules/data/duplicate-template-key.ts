import { defineRule } from '../rule';

export const duplicateTemplateKey = defineRule({
  code: 'duplicate-template-key',
  severity: 'error',
  docs: {
    what: 'A payload sets each key once: not both `name` and `name.$`.',
    why: 'Both end up as `name`. The specification forbids it, so one of the values is lost at best.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "Parameters": { "name": "x", "name.$": "$.name" }, "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "Parameters": { "name.$": "$.name" }, "End": true } } }',
    source: 'https://states-language.net/spec.html#payload-template',
  },
  on: {
    PayloadObject({ node, part }, ctx) {
      if (part.queryLanguage !== 'JSONPath') {
        return;
      }
      const first = new Map<string, (typeof node.properties)[number]>();
      for (const property of node.properties) {
        const name = property.key.value.endsWith('.$') ? property.key.value.slice(0, -2) : property.key.value;
        const other = first.get(name);
        if (other && other.key.value !== property.key.value) {
          ctx.report({ at: property.key, message: `"${name}" is set twice: also by "${other.key.value}".`, related: [{ at: other.key, message: 'The other one is here.' }] });
        }
        first.set(name, other ?? property);
      }
    },
  },
});

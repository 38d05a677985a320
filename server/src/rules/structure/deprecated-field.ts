import { property } from '../../syntax/tree';
import { defineRule } from '../rule';

export const deprecatedField = defineRule({
  code: 'deprecated-field',
  severity: 'hint',
  deprecated: true,
  docs: {
    what: 'Fields go by their present names: a map has an `ItemProcessor` and an `ItemSelector`, no longer an `Iterator` and `Parameters`.',
    why: 'The older names still work. What has been added since, such as distributed maps, is described with the present ones.',
    bad: '{ "StartAt": "Score", "States": { "Score": { "Type": "Map", "Iterator": { "StartAt": "One", "States": { "One": { "Type": "Succeed" } } }, "End": true } } }',
    good: '{ "StartAt": "Score", "States": { "Score": { "Type": "Map", "ItemProcessor": { "StartAt": "One", "States": { "One": { "Type": "Succeed" } } }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html',
  },
  on: {
    Part({ node, spec, fields, present, queryLanguage }, ctx) {
      if ((present & spec.bits.replaced) === 0) {
        return;
      }
      for (const [index, { key }] of node.properties.entries()) {
        const field = fields[index];
        const successor = field?.replacedBy;
        // In the wrong query language it is no field at all.
        if (!successor || (field.language && field.language !== queryLanguage)) {
          continue;
        }
        ctx.report({
          at: key,
          message: `"${successor}" has taken the place of "${field.name}".`,
          fixes: property(node, successor) ? [] : [{ title: `Rename to "${successor}"`, preferred: true, edit: (editor) => editor.setString(key, successor) }],
        });
      }
    },
  },
});

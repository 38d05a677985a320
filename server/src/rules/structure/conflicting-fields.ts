import { fits } from '../../model/beside';
import { member, property } from '../../syntax/tree';
import { listed } from '../../text/words';
import { defineRule, type AwsRefusal } from '../rule';

export const conflictingFields = defineRule({
  code: 'conflicting-fields',
  severity: 'error',
  docs: {
    what: 'Of fields that say the same thing in two ways, only one is there: `Next` or `End`, `Seconds` or `SecondsPath`. A field that belongs to one value of another stands beside that value alone, as `CSVHeaders` beside `"CSVHeaderLocation": "GIVEN"`.',
    why: 'Step Functions does not choose between them; it refuses the definition (SCHEMA_VALIDATION_FAILED).',
    bad: '{ "StartAt": "Cool down", "States": { "Cool down": { "Type": "Wait", "Seconds": 5, "SecondsPath": "$.pause", "End": true } } }',
    good: '{ "StartAt": "Cool down", "States": { "Cool down": { "Type": "Wait", "SecondsPath": "$.pause", "End": true } } }',
    source: 'https://states-language.net/spec.html#state-type-table',
  },
  on: {
    Part({ node, spec }, ctx) {
      for (const names of spec.exclusive ?? []) {
        const [first, ...others] = node.properties.filter(({ key }) => names.includes(key.value));
        const extra = others.find(({ key }) => key.value !== first?.key.value);
        if (first && extra) {
          ctx.report({
            at: extra.key,
            message: `Only one of ${listed(names)} may be there, and "${first.key.value}" is.`,
            related: [{ at: first.key, message: 'It stands here.' }],
            aws: onlyOne(names),
          });
        }
      }
      for (const { key } of node.properties) {
        const field = spec.byName.get(key.value);
        if (field?.beside && fits(field, node) === false) {
          const other = property(node, field.beside.field);
          ctx.report({
            at: key,
            message: `"${field.name}" goes with "${field.beside.field}" ${listed(field.beside.is)} only${other ? '' : `, and there is no "${field.beside.field}"`}.`,
            ...(other?.value && { related: [{ at: other.value, message: 'Here it is something else.' }] }),
            aws: { code: 'SCHEMA_VALIDATION_FAILED', message: `Field '${field.name}' is not supported` },
          });
        }
      }
    },
    State(state, ctx) {
      const end = property(state.node, 'End');
      if (end?.value?.kind === 'boolean' && end.value.value && member(state.node, 'Next')) {
        ctx.report({ at: end.key, message: '"Next" and "End" exclude each other: either a state follows, or the run ends here.', aws: onlyOne(['Next', 'End']) });
      }
    },
  },
});

function onlyOne(names: readonly string[]): AwsRefusal {
  return { code: 'SCHEMA_VALIDATION_FAILED', message: `There should only be one of the following fields: [${names.join(', ')}]` };
}

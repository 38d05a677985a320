import { fits } from '../../model/beside';
import { stateTypes } from '../../spec/state-types';
import { property, type ObjectProperty } from '../../syntax/tree';
import { listed } from '../../text/words';
import { defineRule, type AwsRefusal, type Fix } from '../rule';

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
    Part({ node, spec, fields, present, queryLanguage, languageInDoubt }, ctx) {
      for (const [index, names] of spec.exclusive.entries()) {
        const there = present & (spec.bits.exclusive[index] ?? 0);
        if ((there & (there - 1)) === 0) {
          // One of them, or none.
          continue;
        }
        // A field of the other query language is wrong by itself, with or without the other one.
        const usable = names.filter((name) => languageInDoubt || (spec.byName.get(name)?.language ?? queryLanguage) === queryLanguage);
        const [first, ...others] = node.properties.filter(({ key }) => usable.includes(key.value));
        const extra = others.find(({ key }) => key.value !== first?.key.value);
        if (first && extra) {
          ctx.report({
            at: extra.key,
            message: `Only one of ${listed(names)} may be there, and "${first.key.value}" is.`,
            related: [{ at: first.key, message: 'It stands here.' }],
            fixes: [remove(extra), remove(first)],
            aws: onlyOne(names),
          });
        }
      }
      for (const [index, { key }] of (present & spec.bits.beside ? node.properties : []).entries()) {
        const field = fields[index];
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
      if (!state.ends || state.references.length === 0) {
        return;
      }
      const end = property(state.node, 'End');
      const next = property(state.node, 'Next');
      const moves = state.type && stateTypes[state.type].transitions;
      if (moves && end?.value?.kind === 'boolean' && end.value.value && next?.value) {
        ctx.report({
          at: end.key,
          message: '"Next" and "End" exclude each other: either a state follows, or the run ends here.',
          related: [{ at: next.key, message: '"Next" is here.' }],
          fixes: [remove(end), remove(next)],
          aws: onlyOne(['Next', 'End']),
        });
      }
    },
  },
});

function remove(field: ObjectProperty): Fix {
  return {
    title: `Remove "${field.key.value}"`,
    edit: (editor) => {
      editor.remove(field);
    },
  };
}

function onlyOne(names: readonly string[]): AwsRefusal {
  return { code: 'SCHEMA_VALIDATION_FAILED', message: `There should only be one of the following fields: [${names.join(', ')}]` };
}

import { property, type ObjectProperty } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

export const redundantField = defineRule({
  code: 'redundant-field',
  severity: 'hint',
  unnecessary: true,
  docs: {
    what: 'A field says something that does not hold without it.',
    why: '`"OutputPath": "$"`, an empty `Retry`, `"End": false` beside `Next`, and the query language that the machine has anyway change nothing, and the reader stops at each of them.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "OutputPath": "$", "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "End": true } } }',
    source: 'https://states-language.net/spec.html#state-type-table',
  },
  on: {
    Part({ node, fields, is, state, machine, languageInDoubt }, ctx) {
      for (let index = 0; index < fields.length; index++) {
        const field = fields[index];
        const each = node.properties[index];
        if (!field || !each) {
          continue;
        }
        const { key, value } = each;
        if (field.byDefault !== undefined && value?.kind === 'string' && value.value === field.byDefault) {
          ctx.report(redundant(each, `"${field.byDefault}" holds without this too.`));
        } else if (field.of && (key.value === 'Retry' || key.value === 'Catch') && value?.kind === 'array' && value.items.length === 0) {
          ctx.report(redundant(each, `An empty "${key.value}" is the same as none.`));
        } else if (is === 'state' && key.value === 'End' && value?.kind === 'boolean' && !value.value && property(node, 'Next')) {
          ctx.report(redundant(each, '"End": false is the same as no "End".'));
        } else if (is === 'state' && state && key.value === 'QueryLanguage' && value?.kind === 'string' && !languageInDoubt && !machine.languageInDoubt && value.value === machine.queryLanguage) {
          ctx.report(redundant(each, `The whole machine is in ${value.value} anyway.`));
        }
      }
    },
  },
});

function redundant(at: ObjectProperty, message: string): Finding {
  return {
    at,
    message,
    fixes: [
      {
        title: `Remove "${at.key.value}"`,
        preferred: true,
        edit: (editor) => {
          editor.remove(at);
        },
      },
    ],
  };
}

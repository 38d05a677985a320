import { isRequired } from '../../model/beside';
import { property } from '../../syntax/tree';
import { listed } from '../../text/words';
import { defineRule, type AwsRefusal } from '../rule';

export const missingField = defineRule({
  code: 'missing-field',
  severity: 'error',
  docs: {
    what: 'Every field that an object can\'t do without is there.',
    why: 'Step Functions refuses the definition otherwise (SCHEMA_VALIDATION_FAILED).',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "End": true } } }',
    source: 'https://states-language.net/spec.html#state-type-table',
  },
  on: {
    State(state, ctx) {
      if (state.node && !property(state.node, 'Type')) {
        ctx.report({ at: state.nameNode, message: `The state "${state.name}" has no "Type".`, aws: required(['Type']) });
      }
    },
    Part({ node, spec, name }, ctx) {
      const there = new Set(node.properties.map(({ key }) => key.value));
      const missing = spec.fields.filter((field) => field.required && !there.has(field.name) && isRequired(field, node)).map((field) => field.name);
      if (missing.length > 0) {
        ctx.report({ at: name, message: `${capital(spec.title)} needs ${listed(missing, 'and')}.`, aws: required(missing) });
      }
      for (const names of spec.oneOf ?? []) {
        if (!names.some((each) => there.has(each))) {
          // What is out of date is not offered.
          const wanted = names.filter((each) => !spec.byName.get(each)?.replacedBy);
          ctx.report({
            at: name,
            message: `${capital(spec.title)} needs ${wanted.length === 1 ? '' : 'one of '}${listed(wanted)}.`,
            aws: { code: 'SCHEMA_VALIDATION_FAILED', message: `This object should have only one of the following fields: [${names.join(', ')}]` },
          });
        }
      }
    },
  },
});

function required(names: readonly string[]): AwsRefusal {
  return { code: 'SCHEMA_VALIDATION_FAILED', message: `These fields are required: [${names.join(', ')}]` };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import { property } from '../../syntax/tree';
import { listed } from '../../text/words';
import { defineRule, type RuleContext } from '../rule';
import { machinePart, stateParts, type Part } from './parts';

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
    Machine(machine, ctx) {
      check(machinePart(machine), ctx);
    },
    State(state, ctx) {
      if (state.node && !property(state.node, 'Type')) {
        ctx.report({ at: state.nameNode, message: `The state "${state.name}" has no "Type".` });
      }
      for (const part of stateParts(state)) {
        check(part, ctx);
      }
      // Either name will do, so the table can't call one of them required.
      if (state.type === 'Map' && state.node && !property(state.node, 'ItemProcessor') && !property(state.node, 'Iterator')) {
        ctx.report({ at: state.nameNode, message: 'A Map state needs an "ItemProcessor": the steps for one item.' });
      }
      if (state.type === 'Wait' && state.node && !waitFields.some((name) => property(state.node, name))) {
        ctx.report({ at: state.nameNode, message: `A Wait state needs one of ${listed(waitFields)}.` });
      }
    },
  },
});

const waitFields = ['Seconds', 'Timestamp', 'SecondsPath', 'TimestampPath'];

function check({ node, spec, name }: Part, ctx: RuleContext): void {
  const missing = spec.fields.filter((field) => field.required && !property(node, field.name)).map((field) => field.name);
  if (missing.length > 0) {
    ctx.report({ at: name, message: `${capital(spec.title)} needs ${listed(missing, 'and')}.` });
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

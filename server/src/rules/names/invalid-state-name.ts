import { isOpenKey } from '../../syntax/placeholders';
import { defineRule } from '../rule';

const longest = 80;

export const invalidStateName = defineRule({
  code: 'invalid-state-name',
  severity: 'error',
  docs: {
    what: 'A state\'s name has 1 to 80 characters.',
    why: 'Step Functions refuses a longer one (INVALID_STATE_NAME). What there is more to say goes into `Comment`.',
    bad: '{ "StartAt": "Train the model on the features of last month and keep the best of all the trials there were", "States": { "Train the model on the features of last month and keep the best of all the trials there were": { "Type": "Succeed" } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Comment": "On the features of last month; keeps the best of all the trials there were.", "Type": "Succeed" } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
  },
  on: {
    State({ name, nameNode }, ctx) {
      if (name === '') {
        ctx.report({ at: nameNode, message: 'A state needs a name.' });
        return;
      }
      // Counted the way that gives less, since it is not known which one the service takes.
      const length = name.length > longest && !isOpenKey(name) ? Array.from(name).length : 0;
      if (length > longest) {
        ctx.report({
          at: nameNode,
          message: `A state's name has at most ${String(longest)} characters, and this one has ${String(length)}.`,
          aws: { code: 'INVALID_STATE_NAME', message: `State name '${name}' exceeds the 80-character limit allowed by the service` },
        });
      }
    },
  },
});

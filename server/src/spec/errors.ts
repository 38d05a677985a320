// Retriers and catchers. Source: Amazon States Language specification, "Errors"; Step Functions Developer Guide, "Handling errors in workflows".
import { assignField, comment, longestSeconds, next, outputField, resultPath, table, type FieldSpec } from './field';

const errorEquals: FieldSpec = { name: 'ErrorEquals', kind: 'list', required: true, filled: true, items: 'text', docs: 'The error names that this entry is for. `States.ALL` stands alone and last.' };

export const retrier = table({
  title: 'a retrier',
  fields: [
    errorEquals,
    { name: 'IntervalSeconds', kind: 'integer', minimum: 0, maximum: longestSeconds, docs: 'The wait before the first retry, in seconds. 1 where it is left out.' },
    { name: 'MaxAttempts', kind: 'integer', minimum: 0, maximum: longestSeconds, docs: 'How often to retry. 3 where it is left out, 0 never.' },
    { name: 'BackoffRate', kind: 'number', minimum: 1, docs: 'By what each wait is longer than the one before. 2.0 where it is left out.' },
    { name: 'MaxDelaySeconds', kind: 'integer', minimum: 1, maximum: 31_622_400, docs: 'The longest wait between two retries, in seconds.' },
    { name: 'JitterStrategy', kind: 'text', values: ['NONE', 'FULL'], docs: '`FULL` makes each wait random, up to its length. `NONE` where it is left out.' },
    comment,
  ],
});

export const catcher = table({
  title: 'a catcher',
  fields: [
    errorEquals,
    { ...next, required: true, docs: 'The state that handles the error. It has to be in the same scope.' },
    resultPath,
    assignField('errorOutput'),
    outputField('errorOutput'),
    comment,
  ],
});

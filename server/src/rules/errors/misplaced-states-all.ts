import type { Handler } from '../../model/error-handling';
import { defineRule, type Fix } from '../rule';

export const misplacedStatesAll = defineRule({
  code: 'misplaced-states-all',
  severity: 'error',
  docs: {
    what: '`States.ALL` stands alone in its `ErrorEquals`, and that in the last entry of `Retry` or `Catch`.',
    why: 'It stands for every error, so a name beside it or an entry behind it could never matter. Step Functions refuses both (SCHEMA_VALIDATION_FAILED).',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "train" }, "Retry": [{ "ErrorEquals": ["States.ALL"] }, { "ErrorEquals": ["SageMaker.ResourceLimitExceededException"], "IntervalSeconds": 600 }], "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "train" }, "Retry": [{ "ErrorEquals": ["SageMaker.ResourceLimitExceededException"], "IntervalSeconds": 600 }, { "ErrorEquals": ["States.ALL"] }], "End": true } } }',
    source: 'https://states-language.net/spec.html#errors',
  },
  on: {
    Handlers({ field, entries }, ctx) {
      for (const [index, { node, names }] of entries.entries()) {
        const at = names.find(({ value }) => value === 'States.ALL');
        if (!at) {
          continue;
        }
        if (names.length > 1) {
          ctx.report({ at, message: '"States.ALL" stands for every error, so it has to be the only name here.', fixes: [keepOnly(names, at)], aws });
        } else if (index < entries.length - 1) {
          const isThereTwice = entries.slice(index + 1).some((entry) => entry.names.some(({ value }) => value === 'States.ALL'));
          ctx.report({ at, message: `"States.ALL" stands for every error, so nothing can follow it in "${field}".`, fixes: isThereTwice ? [] : [moveLast(entries, node)], aws });
        }
      }
    },
  },
});

const aws = { code: 'SCHEMA_VALIDATION_FAILED', message: 'States.ALL must appear alone and at end of list' };

function keepOnly(names: Handler['names'], all: Handler['names'][number]): Fix {
  return {
    title: 'Keep "States.ALL" alone',
    edit: (editor) => {
      const list = names[0]?.parent;
      if (list?.kind === 'array') {
        editor.setValue(list, [all.value]);
      }
    },
  };
}

function moveLast(entries: readonly Handler[], entry: Handler['node']): Fix {
  return {
    title: 'Move it to the end',
    preferred: true,
    edit: (editor) => {
      if (entry.parent?.kind === 'array') {
        editor.reorder(entry.parent, [...entries.map(({ node }) => node).filter((node) => node !== entry), entry]);
      }
    },
  };
}

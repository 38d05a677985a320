// Retriers and catchers: which error each is for, and how long retries take.
import { excessiveRetry } from '../../../../server/src/rules/errors/excessive-retry';
import { ineffectiveMaxDelay } from '../../../../server/src/rules/errors/ineffective-max-delay';
import { misplacedStatesAll } from '../../../../server/src/rules/errors/misplaced-states-all';
import { shadowedError } from '../../../../server/src/rules/errors/shadowed-error';
import { uncatchableError } from '../../../../server/src/rules/errors/uncatchable-error';
import { unknownErrorName } from '../../../../server/src/rules/errors/unknown-error-name';
import { wrongValue } from '../../../../server/src/rules/structure/wrong-value';
import { checkFix, checkRule } from '../../../support/check';

/** A Task state with these retriers. */
const retrying = (retriers: string): string => `{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Retry": ${retriers}, "End": true } } }`;

suite('misplaced-states-all', () => {
  test('not alone, not last', () => {
    checkRule(
      misplacedStatesAll,
      `
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Task",
            "Resource": "arn:aws:states:::sns:publish",
            "Retry": [{ "ErrorEquals": ["Busy", "States.ALL"] }],
                                              //^^^^^^^^^^^^ error: "States.ALL" stands for every error, so it has to be the only name here.
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "B" }, { "ErrorEquals": ["Busy"], "Next": "B" }],
                                      //^^^^^^^^^^^^ error: "States.ALL" stands for every error, so nothing can follow it in "Catch".
            "End": true
          },
          "B": { "Type": "Fail" }
        }
      }
      `,
    );
  });

  test('keeps it alone, or moves it to the end', () => {
    checkFix(misplacedStatesAll, 'Keep "States.ALL" alone', retrying('[{ "ErrorEquals": ["Busy", "States.ALL"] }]'), retrying('[{ "ErrorEquals": ["States.ALL"] }]'));
    checkFix(
      misplacedStatesAll,
      'Move it to the end',
      retrying('[{ "ErrorEquals": ["States.ALL"], "MaxAttempts": 1 }, { "ErrorEquals": ["Busy"] }]'),
      retrying('[{ "ErrorEquals": ["Busy"] }, { "ErrorEquals": ["States.ALL"], "MaxAttempts": 1 }]'),
    );
  });
});

suite('shadowed-error', () => {
  test('named before, or covered by States.TaskFailed', () => {
    checkRule(
      shadowedError,
      `
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Task",
            "Resource": "arn:aws:states:::sns:publish",
            "Retry": [
              { "ErrorEquals": ["Busy", "Busy"] },
                                      //^^^^^^ warning: "Busy" is named above already, and the first entry that fits decides.
              { "ErrorEquals": ["States.TaskFailed"] },
              { "ErrorEquals": ["Gone", "Slow", "States.Timeout"] },
                              //^^^^^^ warning: "Gone" and 1 more here are covered by "States.TaskFailed" above, and the first entry that fits decides.
              { "ErrorEquals": ["States.ALL"] }
            ],
            "End": true
          }
        }
      }
      `,
    );
  });

  test('a Parallel state can fail with errors that no task has', () => {
    checkRule(
      shadowedError,
      `{ "StartAt": "A", "States": { "A": { "Type": "Parallel", "Branches": [{ "StartAt": "B", "States": { "B": { "Type": "Fail", "Error": "Mine" } } }],
        "Retry": [{ "ErrorEquals": ["States.TaskFailed"] }, { "ErrorEquals": ["Mine"] }], "End": true } } }`,
    );
  });
});

suite('error names', () => {
  test('a reserved name that does not exist, with the near one', () => {
    checkFix(unknownErrorName, 'Change to "States.Timeout"', retrying('[{ "ErrorEquals": ["States.TimeOut"] }]'), retrying('[{ "ErrorEquals": ["States.Timeout"] }]'));
    checkRule(unknownErrorName, retrying('[{ "ErrorEquals": ["States.Http.StatusCode.429", "Lambda.Unknown", "TimeOut"] }]'));
  });

  test('a Fail state can use the prefix too', () => {
    checkRule(
      unknownErrorName,
      `{ "StartAt": "A", "States": { "A": { "Type": "Parallel", "Branches": [{ "StartAt": "B", "States": { "B": { "Type": "Fail", "Error": "States.Mine" } } }],
        "Catch": [{ "ErrorEquals": ["States.Mine"], "Next": "C" }], "End": true }, "C": { "Type": "Succeed" } } }`,
    );
  });

  test('States.Runtime can\'t be handled', () => {
    checkRule(
      uncatchableError,
      `
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Task",
            "Resource": "arn:aws:states:::sns:publish",
            "Retry": [{ "ErrorEquals": ["States.Runtime"] }],
                                      //^^^^^^^^^^^^^^^^ warning: "States.Runtime" is never retried: it fails the run, whatever stands here.
            "End": true
          }
        }
      }
      `,
    );
  });

  test('a number, and a name without its list', () => {
    checkFix(wrongValue, 'Put it in quotes', retrying('[{ "ErrorEquals": [404] }]'), retrying('[{ "ErrorEquals": ["404"] }]'));
    checkFix(wrongValue, 'Put it in a list', retrying('[{ "ErrorEquals": "Busy" }]'), retrying('[{ "ErrorEquals": ["Busy"] }]'));
    checkFix(wrongValue, 'Put it in a list', retrying('{ "ErrorEquals": ["Busy"] }'), retrying('[{ "ErrorEquals": ["Busy"] }]'));
  });
});

suite('how long retries take', () => {
  test('beyond the life of a run', () => {
    checkRule(
      excessiveRetry,
      `
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Task",
            "Resource": "arn:aws:states:::sns:publish",
            "Retry": [
              { "ErrorEquals": ["Busy"], "IntervalSeconds": 3600, "MaxAttempts": 15 },
                                                                               //^^ warning: The last of these retries alone would wait 683 days, and a run ends after one year.
              { "ErrorEquals": ["Slow"], "IntervalSeconds": 86400, "MaxAttempts": 400, "BackoffRate": 1 },
                                                                                //^^^ warning: The waits between these retries add up to 400 days, and a run ends after one year.
              { "ErrorEquals": ["Gone"], "MaxAttempts": 99999, "MaxDelaySeconds": 1 },
                                                      //^^^^^ warning: A run ends after 25,000 events, long before the last of 99,999 retries.
              { "ErrorEquals": ["Late"], "IntervalSeconds": 3600, "MaxAttempts": 15, "MaxDelaySeconds": 7200 }
            ],
            "End": true
          }
        }
      }
      `,
    );
  });

  test('MaxDelaySeconds cuts even the first wait', () => {
    checkFix(
      ineffectiveMaxDelay,
      'Swap the two',
      retrying('[{ "ErrorEquals": ["Busy"], "IntervalSeconds": 60, "MaxDelaySeconds": 5 }]'),
      retrying('[{ "ErrorEquals": ["Busy"], "IntervalSeconds": 5, "MaxDelaySeconds": 60 }]'),
    );
  });
});

import { endlessCatch } from '../../../../server/src/rules/flow/endless-catch';
import { endlessLoop } from '../../../../server/src/rules/flow/endless-loop';
import { checkRule } from '../../../support/check';

suite('endless-loop', () => {
  test('one finding for a loop, at its first state', () => {
    checkRule(
      endlessLoop,
      `
      {
        "StartAt": "Pick",
        "States": {
          "Pick": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsNull": true, "Next": "In" }], "Default": "Out" },
          "In": { "Type": "Pass", "Next": "A" },
          "A": { "Type": "Pass", "Next": "B" },
        //^^^ warning: "A" and "B" lead to nothing but each other: what comes here never ends.
          "B": { "Type": "Pass", "Next": "A" },
          "Out": { "Type": "Succeed" }
        }
      }
      `,
    );
  });

  test('a state that goes to itself, told at its Next', () => {
    checkRule(
      endlessLoop,
      `
      {
        "StartAt": "Pick",
        "States": {
          "Pick": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsNull": true, "Next": "A" }], "Default": "Out" },
          "A": { "Type": "Wait", "Seconds": 1, "Next": "A" },
                                                     //^^^ warning: "A" leads to nothing but itself: what comes here never ends.
          "Out": { "Type": "Succeed" }
        }
      }
      `,
    );
  });

  test('a branch without an end', () => {
    checkRule(
      endlessLoop,
      `
      {
        "StartAt": "P",
        "States": {
          "P": {
            "Type": "Parallel",
            "Branches": [{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Pass", "Next": "A" } } }],
                                                     //^^^ warning: "A" and "B" lead to nothing but each other: what comes here never ends.
            "End": true
          }
        }
      }
      `,
    );
  });

  test('says nothing where a catcher leads out, a transition leads to nowhere, or something is still to be typed', () => {
    const loop = (b: string): string =>
      `{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", ${b} }, "End": { "Type": "Succeed" } } }`;
    checkRule(endlessLoop, loop('"Next": "A", "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "End" }]'));
    checkRule(endlessLoop, loop('"Next": "Nowhere"'));
    checkRule(endlessLoop, loop('"Comment": "later"'));
  });

  test('says nothing where nothing at all ends: that is told as one', () => {
    checkRule(endlessLoop, '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "A" } } }');
  });
});

suite('endless-catch', () => {
  test('back to the state itself, or by way of Pass states', () => {
    checkRule(
      endlessCatch,
      `
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Task",
            "Resource": "arn:aws:states:::sns:publish",
            "Catch": [
              { "ErrorEquals": ["Busy"], "Next": "A" },
                                               //^^^ warning: A failure leads back to "A", again and again, with nothing to stop it.
              { "ErrorEquals": ["Gone"], "Next": "Note" },
                                               //^^^^^^ warning: A failure leads back to "A" by "Note", again and again, with nothing to stop it.
              { "ErrorEquals": ["Slow"], "Next": "Rest" }
            ],
            "End": true
          },
          "Note": { "Type": "Pass", "Next": "A" },
          "Rest": { "Type": "Wait", "Seconds": 60, "Next": "A" }
        }
      }
      `,
    );
  });
});

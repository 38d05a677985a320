import { unknownState } from '../../../../server/src/rules/flow/unknown-state';
import { checkFix, checkRule, checkRuleInYaml } from '../../../support/check';

suite('unknown-state', () => {
  test('a slip in Next, with the near name', () => {
    checkRule(
      unknownState,
      `
      {
        "StartAt": "Train",
        "States": {
          "Train": { "Type": "Pass", "Next": "Save modle" },
                                           //^^^^^^^^^^^^ error: There is no state "Save modle" in this state machine. Did you mean "Save model"?
          "Save model": { "Type": "Succeed" }
        }
      }
      `,
    );
  });

  test('nothing near: tells what there is', () => {
    checkRule(
      unknownState,
      `
      {
        "StartAt": "Nowhere",
                 //^^^^^^^^^ error: There is no state "Nowhere" in this state machine. It has "A" and "B".
        "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" } }
      }
      `,
    );
  });

  test('a name that is not typed yet, and states that are too many to tell', () => {
    checkRule(
      unknownState,
      `
      {
        "StartAt": "",
                 //^^ error: A state's name is missing here, such as "A" or "B".
        "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" } }
      }
      `,
    );
    checkRule(
      unknownState,
      `
      {
        "StartAt": "Nowhere",
                 //^^^^^^^^^ error: There is no state "Nowhere" in this state machine. It has "A", "B", "C", "D", "E" and others.
        "States": { "A": {}, "B": {}, "C": {}, "D": {}, "E": {}, "F": {} }
      }
      `,
    );
  });

  test('says nothing while there are no states at all: that is told at "States"', () => {
    checkRule(unknownState, '{ "StartAt": "A" }');
    checkRule(unknownState, '{ "StartAt": "A", "States": "A" }');
  });

  test('Default, choice rules and catchers too', () => {
    checkRule(
      unknownState,
      `
      {
        "StartAt": "Pick",
        "States": {
          "Pick": {
            "Type": "Choice",
            "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "Dome" }],
                                                                      //^^^^^^ error: There is no state "Dome" in this state machine. Did you mean "Done"?
            "Default": "Don"
                     //^^^^^ error: There is no state "Don" in this state machine. Did you mean "Done"?
          },
          "Work": {
            "Type": "Task",
            "Resource": "arn:aws:states:::sns:publish",
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Failed" }],
                                                             //^^^^^^^^ error: There is no state "Failed" in this state machine. It has "Pick", "Work" and "Done".
            "Next": "Done"
          },
          "Done": { "Type": "Succeed" }
        }
      }
      `,
    );
  });

  test('a branch is its own world', () => {
    checkRule(
      unknownState,
      `
      {
        "StartAt": "Both",
        "States": {
          "Both": {
            "Type": "Parallel",
            "Branches": [{ "StartAt": "One", "States": { "One": { "Type": "Pass", "Next": "After" } } }],
                                                                                        //^^^^^^^ error: "After" is not in the same scope: a transition can't cross the border of a branch.
            "Next": "After"
          },
          "After": { "Type": "Succeed" }
        }
      }
      `,
    );
  });

  test('nor can one jump into an item processor', () => {
    checkRule(
      unknownState,
      `
      {
        "StartAt": "Each",
        "States": {
          "Each": {
            "Type": "Map",
            "ItemProcessor": { "StartAt": "Score", "States": { "Score": { "Type": "Pass", "End": true } } },
            "Next": "Score"
                  //^^^^^^^ error: "Score" is not in the same scope: a transition can't cross the border of an item processor.
          }
        }
      }
      `,
    );
  });

  test('says nothing of a name that the deployment fills in', () => {
    checkRule(unknownState, '{ "StartAt": "${First}", "States": { "A": { "Type": "Succeed" } } }');
  });

  test('in YAML, where a name needs no quotes', () => {
    checkRuleInYaml(
      unknownState,
      `
      StartAt: Train
      States:
        Train:
          Type: Pass
          Next: Save modle
               #^^^^^^^^^^ error: There is no state "Save modle" in this state machine. Did you mean "Save model"?
        Save model:
          Type: Succeed
      `,
    );
  });

  test('changes to the near name', () => {
    checkFix(
      unknownState,
      'Change to "Save model"',
      '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "Next": "save-modle" }, "Save model": { "Type": "Succeed" } } }',
      '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "Next": "Save model" }, "Save model": { "Type": "Succeed" } } }',
    );
  });
});

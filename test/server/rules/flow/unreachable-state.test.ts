import { unreachableState } from '../../../../server/src/rules/flow/unreachable-state';
import { checkFix, checkRule } from '../../../support/check';

suite('unreachable-state', () => {
  test('a state nothing leads to', () => {
    checkRule(
      unreachableState,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Succeed" },
          "B": { "Type": "Succeed" }
        //^^^ error: Nothing leads to "B", so it never runs.
        }
      }
      `,
    );
  });

  test('each branch starts at its own StartAt', () => {
    checkRule(
      unreachableState,
      `
      {
        "StartAt": "Both",
        "States": {
          "Both": {
            "Type": "Parallel",
            "Branches": [
              { "StartAt": "One", "States": { "One": { "Type": "Pass", "End": true }, "Two": { "Type": "Pass", "End": true } } }
                                                                                    //^^^^^ error: Nothing leads to "Two", so it never runs.
            ],
            "End": true
          }
        }
      }
      `,
    );
  });

  test('says nothing while StartAt is missing', () => {
    checkRule(unreachableState, '{ "States": { "A": { "Type": "Succeed" } } }');
  });

  test('says nothing of what stands behind a transition to nowhere', () => {
    checkRule(unreachableState, '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "Bee" }, "B": { "Type": "Succeed" } } }');
  });

  test('offers to remove it', () => {
    checkFix(
      unreachableState,
      'Remove state "B"',
      '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" }, "B": { "Type": "Succeed" } } }',
      '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }',
    );
  });
});

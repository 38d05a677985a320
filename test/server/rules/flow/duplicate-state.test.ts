import { duplicateState } from '../../../../server/src/rules/flow/duplicate-state';
import { checkRule } from '../../../support/check';

suite('duplicate-state', () => {
  test('twice in one scope', () => {
    checkRule(
      duplicateState,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Succeed" },
          "A": { "Type": "Succeed" }
        //^^^ error: There is another state "A": only the last of them is read.
        }
      }
      `,
    );
  });

  test('in a branch and outside', () => {
    checkRule(
      duplicateState,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Parallel", "Branches": [{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }], "End": true }
                                                                              //^^^ error: There is another state "A": a name has to be unique in the whole machine.
        }
      }
      `,
    );
  });
});

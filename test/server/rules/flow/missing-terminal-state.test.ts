import { missingTerminalState } from '../../../../server/src/rules/flow/missing-terminal-state';
import { checkRule } from '../../../support/check';

suite('missing-terminal-state', () => {
  test('a circle without a way out', () => {
    checkRule(
      missingTerminalState,
      `
      {
        "StartAt": "A",
        "States": {
      //^^^^^^^^ error: No state ends the run, so it could never finish. Give one "End": true, or add a Succeed state.
          "A": { "Type": "Pass", "Next": "B" },
          "B": { "Type": "Pass", "Next": "A" }
        }
      }
      `,
    );
  });

  test('a Fail ends the run too', () => {
    checkRule(missingTerminalState, '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Fail" } } }');
  });

  test('says nothing while a state has no transition yet: it may be the one', () => {
    checkRule(missingTerminalState, '{ "StartAt": "A", "States": { "A": { "Type": "Pass" } } }');
  });

  test('says nothing while a transition leads nowhere: the state it means may be the one', () => {
    checkRule(missingTerminalState, '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" } } }');
  });

  test('says nothing of a branch: the service takes it', () => {
    checkRule(
      missingTerminalState,
      `
      {
        "StartAt": "P",
        "States": {
          "P": { "Type": "Parallel", "Branches": [{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "A" } } }], "End": true }
        }
      }
      `,
    );
  });
});

// Names of states, and labels of Map states.
import { confusableStateName } from '../../../../server/src/rules/names/confusable-state-name';
import { duplicateLabel } from '../../../../server/src/rules/names/duplicate-label';
import { invalidLabel } from '../../../../server/src/rules/names/invalid-label';
import { invalidStateName } from '../../../../server/src/rules/names/invalid-state-name';
import { paddedStateName } from '../../../../server/src/rules/names/padded-state-name';
import { checkFix, checkRule } from '../../../support/check';

const one = (name: string): string => JSON.stringify({ StartAt: name, States: { [name]: { Type: 'Succeed' } } });
const map = (label: string, more: object = {}): object => ({
  Type: 'Map',
  Label: label,
  ItemProcessor: { StartAt: `${label} 1`, States: { [`${label} 1`]: { Type: 'Pass', End: true } } },
  ...more,
});
const labeled = (label: string): string => JSON.stringify({ StartAt: 'A', States: { A: map(label, { End: true }) } });

suite('names of states', () => {
  test('80 characters and no more, a sign of two units counted once', () => {
    checkRule(invalidStateName, one('x'.repeat(80)));
    checkRule(invalidStateName, one('🙂'.repeat(80)));
    checkRule(
      invalidStateName,
      `
      {
        "StartAt": "",
        "States": {
          "": { "Type": "Pass", "Next": "12345678901234567890123456789012345678901234567890123456789012345678901234567890!" },
        //^^ error: A state needs a name.
          "12345678901234567890123456789012345678901234567890123456789012345678901234567890!": { "Type": "Succeed" }
        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: A state's name has at most 80 characters, and this one has 81.
        }
      }
      `,
    );
  });

  test('white space at the edge goes everywhere at once', () => {
    checkFix(
      paddedStateName,
      'Change to "B" everywhere',
      '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": " B" }, " B": { "Type": "Succeed" } } }',
      '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" } } }',
    );
  });

  test('two that differ in case alone, in other scopes too', () => {
    checkRule(
      confusableStateName,
      `
      {
        "StartAt": "Load data",
        "States": {
          "Load data": {
            "Type": "Parallel",
            "Branches": [{ "StartAt": "Load  Data", "States": { "Load  Data": { "Type": "Succeed" } } }],
                                                              //^^^^^^^^^^^^ info: "Load  Data" and "Load data" are two states, and easily taken for one.
            "End": true
          }
        }
      }
      `,
    );
  });
});

suite('labels', () => {
  test('what can\'t stand in one', () => {
    checkFix(invalidLabel, 'Change to "my-label"', labeled('my label'), labeled('my-label').replace('my-label 1', 'my label 1').replace('my-label 1', 'my label 1'));
    checkRule(invalidLabel, labeled('orders_2030-01'));
  });

  test('at most 40 characters', () => {
    checkRule(invalidLabel, labeled('x'.repeat(40)));
    checkRule(
      invalidLabel,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Map", "Label": "12345678901234567890123456789012345678901", "End": true }
                                       //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: A label has at most 40 characters, and this one has 41.
        }
      }
      `,
    );
  });

  test('once in the whole machine', () => {
    checkRule(
      duplicateLabel,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Map", "Label": "files", "Next": "B" },
          "B": { "Type": "Map", "Label": "files", "End": true }
                                       //^^^^^^^ error: "files" is the label of "A" already.
        }
      }
      `,
    );
  });
});

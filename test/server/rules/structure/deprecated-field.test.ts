import { deprecatedField } from '../../../../server/src/rules/structure/deprecated-field';
import { checkFix, checkRule } from '../../../support/check';

suite('deprecated-field', () => {
  test('older names of a map\'s fields, and of no other state\'s', () => {
    checkRule(
      deprecatedField,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Map", "Parameters": {}, "Iterator": { "StartAt": "B", "States": { "B": { "Type": "Pass", "Parameters": {}, "End": true } } }, "End": true }
                              //^^^^^^^^^^^^ hint: "ItemSelector" has taken the place of "Parameters".
                                                //^^^^^^^^^^ hint: "ItemProcessor" has taken the place of "Iterator".
        }
      }
      `,
    );
  });

  test('renames', () => {
    checkFix(
      deprecatedField,
      'Rename to "ItemSelector"',
      '{ "StartAt": "A", "States": { "A": { "Type": "Map", "Parameters": { "a": 1 }, "End": true } } }',
      '{ "StartAt": "A", "States": { "A": { "Type": "Map", "ItemSelector": { "a": 1 }, "End": true } } }',
    );
  });
});

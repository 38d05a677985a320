import { reservedErrorName } from '../../../../server/src/rules/errors/reserved-error-name';
import { checkFix, checkRule } from '../../../support/check';

suite('reserved-error-name', () => {
  test('names of one\'s own begin otherwise', () => {
    checkRule(
      reservedErrorName,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Fail", "Error": "States.Late" },
                                        //^^^^^^^^^^^^^ info: Error names that begin with "States." are those of Step Functions itself.
          "B": { "Type": "Fail", "Error": "Statesman" }
        }
      }
      `,
    );
  });

  test('takes the beginning away', () => {
    checkFix(
      reservedErrorName,
      'Change to "Late"',
      '{ "StartAt": "A", "States": { "A": { "Type": "Fail", "Error": "States.Late" } } }',
      '{ "StartAt": "A", "States": { "A": { "Type": "Fail", "Error": "Late" } } }',
    );
  });
});

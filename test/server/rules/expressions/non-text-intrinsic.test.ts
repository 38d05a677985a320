import { nonTextIntrinsic } from '../../../../server/src/rules/expressions/non-text-intrinsic';
import { checkRule } from '../../../support/check';

test('non-text-intrinsic', () => {
  checkRule(
    nonTextIntrinsic,
    `
    {
      "StartAt": "A",
      "States": {
        "A": { "Type": "Fail", "ErrorPath": "States.StringToJson($.error)", "CausePath": "States.JsonToString($.cause)" },
                                           //^^^^^^^^^^^^^^^^^^^ error: "ErrorPath" has to be text, and States.StringToJson gives none. "States.Format", "States.JsonToString", "States.ArrayGetItem", "States.Base64Encode", "States.Base64Decode", "States.Hash" and "States.UUID" do.
        "B": { "Type": "Fail", "ErrorPath": "States.ArrayGetItem($.errors, 0)", "CausePath": "States.Nothing($.cause)" },
        "C": { "Type": "Pass", "Parameters": { "n.$": "States.MathAdd($.n, 1)" }, "End": true }
      }
    }
    `,
  );
});

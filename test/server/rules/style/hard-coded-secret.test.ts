import { hardCodedSecret } from '../../../../server/src/rules/style/hard-coded-secret';
import { checkRule } from '../../../support/check';

test('hard-coded-secret', () => {
  checkRule(
    hardCodedSecret,
    `
    {
      "StartAt": "A",
      "States": {
        "A": { "Type": "Pass", "Parameters": { "MasterUserPassword": "correct horse", "api_key": "k-123", "note": "AKIAABCDEFGHIJKLMNOP" }, "Next": "B" },
                                                                   //^^^^^^^^^^^^^^^ warning: This looks like a secret, and everybody who sees the machine or its runs can read it.
                                                                                               //^^^^^^^ warning: This looks like a secret, and everybody who sees the machine or its runs can read it.
                                                                                                                //^^^^^^^^^^^^^^^^^^^^^^ warning: This looks like a secret, and everybody who sees the machine or its runs can read it.
        "B": { "Type": "Pass", "Parameters": { "password.$": "$.p", "Password": "\${Password}", "passwordPolicy": "strict", "SecretId": "models/db" }, "Next": "C" },
        "C": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": { "password": "{% $p %}", "clientSecret": "{{resolve:secretsmanager:x}}" }, "End": true }
      }
    }
    `,
  );
});

// Deleting, inserting, moving and sorting states.
import assert from 'node:assert/strict';
import { checkRefactoring, offered, refusal, titles } from '../../../support/refactoring';

const ordered = `
  {
    "StartAt": "Price",
    "States": {
      "Price": {
        "Type": "Pass",
        "Result": { "price": 3 },
        "Next": "Check"
      },
      "Ch<|>eck": {
        "Type": "Wait",
        "Seconds": 5,
        "Next": "Ship"
      },

      "Ship": {
        "Type": "Succeed"
      }
    }
  }
`;

suite('Delete state', () => {
  test('what led to it leads to what came after it', () => {
    checkRefactoring('Delete state "Check" and mend its transitions', ordered, `
      {
        "StartAt": "Price",
        "States": {
          "Price": {
            "Type": "Pass",
            "Result": { "price": 3 },
            "Next": "Ship"
          },

          "Ship": {
            "Type": "Succeed"
          }
        }
      }
    `);
  });

  test('where it was the last one, what led to it ends', () => {
    checkRefactoring(
      'Delete state "Ship" and mend its transitions',
      '{ "StartAt": "Check", "States": { "Check": { "Type": "Pass", "Next": "Ship" }, "Sh<|>ip": { "Type": "Succeed" } } }',
      '{ "StartAt": "Check", "States": { "Check": { "Type": "Pass", "End": true } } }',
    );
  });

  test('the first one hands its place on, and rules, Default and catchers lead on too', () => {
    checkRefactoring(
      'Delete state "Wait" and mend its transitions',
      `
      {
        "StartAt": "Wait",
        "States": {
          "Wa<|>it": { "Type": "Wait", "Seconds": 1, "Next": "Ask" },
          "Ask": {
            "Type": "Task",
            "Resource": "arn:aws:states:::sqs:sendMessage",
            "Parameters": { "QueueUrl": "https://queue", "MessageBody": "ask" },
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Wait" }],
            "Next": "Which"
          },
          "Which": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "Done" }], "Default": "Wait" },
          "Done": { "Type": "Succeed" }
        }
      }
      `,
      `
      {
        "StartAt": "Ask",
        "States": {
          "Ask": {
            "Type": "Task",
            "Resource": "arn:aws:states:::sqs:sendMessage",
            "Parameters": { "QueueUrl": "https://queue", "MessageBody": "ask" },
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Ask" }],
            "Next": "Which"
          },
          "Which": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "Done" }], "Default": "Ask" },
          "Done": { "Type": "Succeed" }
        }
      }
      `,
    );
  });

  test('the comments about it go with it, and no others', () => {
    const before = `
      StartAt: A
      States:
        # first
        A: # here
          Type: Pass
          Next: B # then

        # in between
        B<|>:
          Type: Pass
          Next: C
          # of B

        # last
        C:
          Type: Succeed
      # the end
    `;
    assert.deepEqual(offered(before, 'Delete state "B" and mend its transitions', 'yaml'), {
      text: 'StartAt: A\nStates:\n  # first\n  A: # here\n    Type: Pass\n    Next: C # then\n\n  # last\n  C:\n    Type: Succeed\n# the end\n',
    });
  });

  const branching = (deleted: string): string =>
    `{ "StartAt": "A", "States": {
      "A": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "B" }], "Default": "C" },
      "B": { "Type": "Pass", "Next": "C" },
      "C": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "https://queue", "MessageBody": "x" }, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "D" }], "Next": "E" },
      "D": { "Type": "Fail" },
      "E": { "Type": "Succeed" }
    } }`.replace(`"${deleted}": {`, `"${deleted}<|>": {`);

  test('it is refused where there is no one state to lead to', () => {
    assert.equal(refusal(branching('A'), 'Delete state "A" and mend its transitions'), '"A" branches, so there is no one state to lead to instead.');
    assert.equal(refusal(branching('D'), 'Delete state "D" and mend its transitions'), '"C" can\'t end where it leads to "D" now: only "Next" can become "End".');
    assert.match(refusal(branching('C'), 'Delete state "C" and mend its transitions'), /^The result would be wrong\. .*"D"/);
  });
});

suite('Inline a Pass', () => {
  test('that does nothing', () => {
    checkRefactoring(
      'Inline "Nothing": it does nothing',
      '{ "StartAt": "Nothing", "States": { "No<|>thing": { "Type": "Pass", "Comment": "to come", "Next": "B" }, "B": { "Type": "Succeed" } } }',
      '{ "StartAt": "B", "States": { "B": { "Type": "Succeed" } } }',
    );
  });

  test('is not offered where it does something', () => {
    assert.deepEqual(titles(ordered.replace('Ch<|>eck', 'Check').replace('"Price": {', '"Pr<|>ice": {')).filter((title) => title.startsWith('Inline')), []);
  });
});

suite('Insert a state', () => {
  test('behind one', () => {
    checkRefactoring('Insert a state after "Check"', ordered, `
      {
        "StartAt": "Price",
        "States": {
          "Price": {
            "Type": "Pass",
            "Result": { "price": 3 },
            "Next": "Check"
          },
          "Check": {
            "Type": "Wait",
            "Seconds": 5,
            "Next": "Pass"
          },
          "Pass": {
            "Type": "Pass",
            "Next": "Ship"
          },

          "Ship": {
            "Type": "Succeed"
          }
        }
      }
    `);
  });

  test('at the place that leads to the next one, under a name that is free', () => {
    assert.deepEqual(offered('StartAt: Pass<|>\nStates:\n  Pass:\n    Type: Pass\n    End: true\n', 'Insert a state before "Pass"', 'yaml'), {
      text: 'StartAt: Pass 2\nStates:\n  Pass 2:\n    Type: Pass\n    Next: Pass\n  Pass:\n    Type: Pass\n    End: true\n',
    });
  });

  test('behind the last one', () => {
    assert.deepEqual(offered('StartAt: A\nStates:\n  A<|>:\n    Type: Pass\n    End: true', 'Insert a state after "A"', 'yaml'), {
      text: 'StartAt: A\nStates:\n  A:\n    Type: Pass\n    Next: Pass\n  Pass:\n    Type: Pass\n    End: true',
    });
  });

  test('in text with escapes, and with the line breaks of Windows', () => {
    const template = `Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      DefinitionString: "{ \\"StartAt\\": \\"A<|>\\", \\"States\\": { \\"A\\": { \\"Type\\": \\"Succeed\\" } } }"\n`;
    const result = offered(template, 'Insert a state before "A"', 'yaml');
    assert.ok('text' in result);
    assert.match(result.text, /\\"StartAt\\": \\"Pass\\", \\"States\\": \{\\n  \\"Pass\\": \{\\n    \\"Type\\": \\"Pass\\",\\n    \\"Next\\": \\"A\\"\\n  \},\\n  \\"A\\"/);
    const windows = offered(ordered.replaceAll('\n', '\r\n'), 'Insert a state after "Check"');
    assert.ok('text' in windows && !/(?<!\r)\n/.test(windows.text) && windows.text.includes('"Pass": {\r\n'));
  });

  test('in a definition that a template has as a block of text', () => {
    const template = `Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      DefinitionString: |\n        {\n          "StartAt": "A<|>",\n          "States": {\n            "A": { "Type": "Succeed" }\n          }\n        }\n`;
    const result = offered(template, 'Insert a state before "A"', 'yaml');
    assert.ok('text' in result);
    assert.match(result.text, /\n          "States": \{\n            "Pass": \{\n              "Type": "Pass",\n              "Next": "A"\n            \},\n            "A": \{ "Type": "Succeed" \}\n/);
  });
});

suite('Move states', () => {
  const shuffled = `
    StartAt: A
    States:
      # the last
      C:
        Type: Succeed
      B<|>:
        Type: Pass
        Comment: |
          stays

          as it is
        Next: C

      A:
        Type: Pass
        Next: B
  `;

  test('in the order of the run', () => {
    assert.deepEqual(offered(shuffled, 'Sort states in the order of the run', 'yaml'), {
      text: 'StartAt: A\nStates:\n  A:\n    Type: Pass\n    Next: B\n  B:\n    Type: Pass\n    Comment: |\n      stays\n\n      as it is\n    Next: C\n  # the last\n  C:\n    Type: Succeed\n',
    });
  });

  test('one behind the state that leads to it', () => {
    assert.deepEqual(offered(shuffled, 'Move "B" after "A"', 'yaml'), {
      text: 'StartAt: A\nStates:\n  # the last\n  C:\n    Type: Succeed\n\n  A:\n    Type: Pass\n    Next: B\n  B:\n    Type: Pass\n    Comment: |\n      stays\n\n      as it is\n    Next: C\n',
    });
  });

  test('with the commas between them', () => {
    checkRefactoring(
      'Sort states in the order of the run',
      '{\n  "StartAt": "A",\n  "States": {\n    "B<|>": { "Type": "Succeed" },\n    "A": { "Type": "Pass", "Next": "B" }\n  }\n}\n',
      '{\n  "StartAt": "A",\n  "States": {\n    "A": { "Type": "Pass", "Next": "B" },\n    "B": { "Type": "Succeed" }\n  }\n}\n',
    );
  });
});

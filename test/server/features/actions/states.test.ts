// Deleting, inserting, moving and sorting states.
import assert from 'node:assert/strict';
import { dedent } from '../../../support/fixture';
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
          "Wa<|>it": { "Type": "Wait", "Seconds": 1, "Next": "Tell" },
          "Tell": { "Type": "Pass", "Next": "Ask" },
          "Ask": {
            "Type": "Task",
            "Resource": "arn:aws:states:::sqs:sendMessage",
            "Parameters": { "QueueUrl": "https://queue", "MessageBody": "ask" },
            "Catch": [{ "ErrorEquals": ["States.Timeout"], "Next": "Wait" }, { "ErrorEquals": ["States.ALL"], "Next": "Done" }],
            "Next": "Which"
          },
          "Which": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "Done" }], "Default": "Wait" },
          "Done": { "Type": "Succeed" }
        }
      }
      `,
      `
      {
        "StartAt": "Tell",
        "States": {
          "Tell": { "Type": "Pass", "Next": "Ask" },
          "Ask": {
            "Type": "Task",
            "Resource": "arn:aws:states:::sqs:sendMessage",
            "Parameters": { "QueueUrl": "https://queue", "MessageBody": "ask" },
            "Catch": [{ "ErrorEquals": ["States.Timeout"], "Next": "Tell" }, { "ErrorEquals": ["States.ALL"], "Next": "Done" }],
            "Next": "Which"
          },
          "Which": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "Done" }], "Default": "Tell" },
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
    assert.match(refusal(branching('C'), 'Delete state "C" and mend its transitions'), /^The result would be wrong\. .*"D"/);
  });

  const send = '"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "https://queue", "MessageBody": "x" }';

  test('the only catcher goes with the last state of its way, and the list with it', () => {
    checkRefactoring(
      'Delete state "Give up" and mend its transitions, without the catcher of "Send"',
      `{ "StartAt": "Send", "States": {
        "Send": { ${send}, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Give up" }], "Next": "Done" },
        "Give<|> up": { "Type": "Fail" },
        "Done": { "Type": "Succeed" }
      } }`,
      `{ "StartAt": "Send", "States": {
        "Send": { ${send}, "Next": "Done" },
        "Done": { "Type": "Succeed" }
      } }`,
    );
  });

  test('of several catchers those stay that lead elsewhere, and a Next beside them ends', () => {
    checkRefactoring(
      'Delete state "Stop" and mend its transitions, without the catchers of "Send"',
      `
      {
        "StartAt": "Send",
        "States": {
          "Send": {
            ${send},
            "Next": "Stop",
            "Catch": [
              { "ErrorEquals": ["States.TaskFailed"], "Next": "Tell" },
              { "ErrorEquals": ["States.Timeout"], "Next": "Stop" },
              { "ErrorEquals": ["States.ALL"], "Next": "Stop" }
            ]
          },
          "St<|>op": { "Type": "Succeed" },
          "Tell": { "Type": "Pass", "End": true }
        }
      }
      `,
      `
      {
        "StartAt": "Send",
        "States": {
          "Send": {
            ${send},
            "End": true,
            "Catch": [
              { "ErrorEquals": ["States.TaskFailed"], "Next": "Tell" }
            ]
          },
          "Tell": { "Type": "Pass", "End": true }
        }
      }
      `,
    );
  });

  test('a rule that led to it goes, and what it held for goes the way of the others', () => {
    checkRefactoring(
      'Delete state "Refuse" and mend its transitions, without the rule of "Which"',
      `{ "StartAt": "Which", "States": {
        "Which": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "Refuse" }, { "Variable": "$.b", "IsPresent": true, "Next": "Wait" }], "Default": "Done" },
        "Ref<|>use": { "Type": "Fail" },
        "Wait": { "Type": "Wait", "Seconds": 1, "Next": "Done" },
        "Done": { "Type": "Succeed" }
      } }`,
      `{ "StartAt": "Which", "States": {
        "Which": { "Type": "Choice", "Choices": [{ "Variable": "$.b", "IsPresent": true, "Next": "Wait" }], "Default": "Done" },
        "Wait": { "Type": "Wait", "Seconds": 1, "Next": "Done" },
        "Done": { "Type": "Succeed" }
      } }`,
    );
  });

  const choosing = (type: string, otherwise: string): string => `{ "StartAt": "Which", "States": {
    "Which": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "Done" }, { "Variable": "$.b", "IsPresent": true, "Next": "Wait" }]${otherwise} },
    "Wait": { "Type": "Wait", "Seconds": 1, "End": true },
    "Do<|>ne": { "Type": "${type}" }
  } }`;
  const title = (gone = ''): string => `Delete state "Done" and mend its transitions${gone}`;

  test('a rule or a Default that ended the run well can\'t go, as the run would fail', () => {
    assert.equal(refusal(choosing('Succeed', ''), title()), '"Which" has no "Default", so the run would fail where it leads to "Done" now.');
    assert.equal(refusal(choosing('Succeed', ', "Default": "Done"'), title()), '"Which" can\'t end where it leads to "Done" now, and without "Default" the run would fail there.');
    assert.ok('text' in offered(choosing('Succeed', ', "Default": "Wait"'), title(', without the rule of "Which"')));
    assert.ok('text' in offered(choosing('Fail', ', "Default": "Done"'), title(', without the rule of "Which" and the Default of "Which"')));
  });

  test('a Choice keeps a rule', () => {
    const only = choosing('Fail', ', "Default": "Wait"').replace(/, \{ "Variable": "\$\.b".*?\}/, '');
    assert.equal(refusal(only, title()), '"Which" would have no rule left.');
  });

  test('one that branches goes where errors alone led to it', () => {
    const caught = (next: string): string => `{ "StartAt": "Send", "States": {
      "Send": { ${send}, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Which" }], "Next": "${next}" },
      "Wh<|>ich": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "Wait" }], "Default": "Done" },
      "Wait": { "Type": "Wait", "Seconds": 1, "Next": "Done" },
      "Done": { "Type": "Succeed" }
    } }`;
    const all = 'Delete state "Which" and mend its transitions, without the catcher of "Send"';
    checkRefactoring(all, caught('Wait'), caught('Wait').replace(/ "Catch": \[.*?\}\],/, '').replace(/\n\s*"Wh<\|>ich".*/, ''));
    assert.equal(refusal(caught('Done'), all), 'The result would be wrong. Nothing leads to "Wait", so it never runs.');
    assert.equal(refusal(caught('Which'), 'Delete state "Which" and mend its transitions'), '"Which" branches, so there is no one state to lead to instead.');
  });

  test('a pause between two attempts stays, where errors would lead straight back', () => {
    const waiting = `{ "StartAt": "Send", "States": {
      "Send": { ${send}, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Pause" }], "End": true },
      "Pa<|>use": { "Type": "Wait", "Seconds": 60, "Next": "Send" }
    } }`;
    assert.equal(refusal(waiting, 'Delete state "Pause" and mend its transitions'), 'Then a failure of "Send" would lead back to it at once, again and again.');
  });

  test('what was inserted before the goal of a catcher or a rule can be deleted again, to the letter', () => {
    const before = `
      {
        "StartAt": "Send",
        "States": {
          "Send": {
            ${send},
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Stop" }], // rare
            "Next": "Which"
          },
          "Which": {
            "Type": "Choice",
            "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "Stop" }],
            "Default": "Done"
          },
          "Stop": { "Type": "Fail" },
          "Done": { "Type": "Succeed" }
        }
      }
    `;
    for (const place of ['["States.ALL"], "Next": "Stop', '"IsPresent": true, "Next": "Stop']) {
      const inserted = offered(before.replace(place, place.replace('Stop', 'St<|>op')), 'Insert a state before "Stop"');
      assert.ok('text' in inserted);
      assert.deepEqual(offered(inserted.text.replace('"Pass": {', '"Pa<|>ss": {'), 'Delete state "Pass" and mend its transitions'), { text: dedent(before) });
    }
  });

  test('in YAML with comments, the catcher goes with its lines', () => {
    const before = (deleted: string, kept = ''): string => `
      StartAt: A
      States:
        A:
          Type: Map
          ItemProcessor: { StartAt: B, States: { B: { Type: Succeed } } }
          Catch:${kept}
            # nobody waits
            - ErrorEquals: [States.ALL] # all
              Next: D
          Next: C
        C:
          Type: Succeed
        D${deleted}:
          Type: Fail
    `;
    const found = offered(before('<|>'), 'Delete state "D" and mend its transitions, without the catcher of "A"', 'yaml');
    assert.deepEqual(found, { text: 'StartAt: A\nStates:\n  A:\n    Type: Map\n    ItemProcessor: { StartAt: B, States: { B: { Type: Succeed } } }\n    Next: C\n  C:\n    Type: Succeed\n' });
    const other = offered(before('<|>', '\n            - ErrorEquals: [States.Timeout]\n              Next: C'), 'Delete state "D" and mend its transitions, without the catcher of "A"', 'yaml');
    assert.ok('text' in other);
    assert.match(other.text, / {4}Catch:\n {6}- ErrorEquals: \[States.Timeout\]\n {8}Next: C\n(?: {6}# nobody waits\n)? {4}Next: C\n/);
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

  test('is refused where an error would then fail the run', () => {
    const caught = `{ "StartAt": "A", "States": {
      "A": { "Type": "Map", "ItemProcessor": { "StartAt": "B", "States": { "B": { "Type": "Succeed" } } }, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Nothing" }], "End": true },
      "No<|>thing": { "Type": "Pass", "End": true }
    } }`;
    assert.equal(refusal(caught, 'Inline "Nothing": it does nothing'), '"A" can\'t end where it leads to "Nothing" now: only "Next" can become "End".');
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

  test('colons stay as they are written', () => {
    assert.deepEqual(offered('{"StartAt":"A","States":{\n"A<|>":{"Type":"Pass","End":true}}}', 'Insert a state after "A"'), { text: '{"StartAt":"A","States":{\n"A":{"Type":"Pass","Next":"Pass"},\n"Pass": {\n  "Type": "Pass",\n  "End": true\n}}}' });
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

  test('with the comments that share a line', () => {
    assert.deepEqual(offered('{ "StartAt": "A", "States": { /* end */ "B<|>": { "Type": "Succeed" }, /* start */ "A": { "Type": "Pass", "Next": "B" } // first\n} }\n', 'Sort states in the order of the run', 'json'), {
      text: '{ "StartAt": "A", "States": {\n  /* start */ "A": { "Type": "Pass", "Next": "B" }, // first\n  /* end */ "B": { "Type": "Succeed" }\n} }\n',
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

// States put into scopes of their own, and taken out again.
import assert from 'node:assert/strict';
import { checkRefactoring, offered, refusal, titles } from '../../../support/refactoring';

const order = `
  {
    "StartAt": "Load",
    "States": {
      "Load": { "Type": "Pass", "Result": { "orders": [1, 2] }, "Next": "Price" },
      "Pr<|>ice": {
        "Type": "Pass",
        "Next": "Check"
      },
      "Che<|>ck": {
        "Type": "Wait",
        "Seconds": 5,
        "Next": "Ship"
      },
      "Ship": { "Type": "Succeed" }
    }
  }
`;

const inParallel = `
  {
    "StartAt": "Load",
    "States": {
      "Load": { "Type": "Pass", "Result": { "orders": [1, 2] }, "Next": "Parallel" },
      "Parallel": {
        "Type": "Parallel",
        "Branches": [
          {
            "StartAt": "Price",
            "States": {
              "Price": {
                "Type": "Pass",
                "Next": "Check"
              },
              "Check": {
                "Type": "Wait",
                "Seconds": 5,
                "End": true
              }
            }
          }
        ],
        "OutputPath": "$[0]",
        "Next": "Ship"
      },
      "Ship": { "Type": "Succeed" }
    }
  }
`;

/** What the text is without the marks of its selection. */
const plain = (sample: string): string => sample.replaceAll('<|>', '');

suite('Extract into a Parallel', () => {
  test('what goes in and what comes out stay the same', () => {
    checkRefactoring('Extract into a Parallel', order, inParallel);
  });

  test('and back', () => {
    checkRefactoring('Inline "Parallel"', inParallel.replace('"Parallel": {', '"Para<|>llel": {'), plain(order));
  });

  test('in YAML with all comments, in JSONata', () => {
    const before = `
      QueryLanguage: JSONata
      StartAt: A
      States:
        # about A
        A<|>: # at A
          Type: Pass
          Output: "{% $states.input %}" # all of it
          Next: B

        # about B
        B<|>:
          Type: Pass
          Comment: |
            two

            lines
          End: true # done
    `;
    const after =
      'QueryLanguage: JSONata\nStartAt: Parallel\nStates:\n  Parallel:\n    Type: Parallel\n    Branches:\n      - StartAt: A\n        States:\n          # about A\n          A: # at A\n' +
      '            Type: Pass\n            Output: "{% $states.input %}" # all of it\n            Next: B\n\n          # about B\n          B:\n            Type: Pass\n' +
      '            Comment: |\n              two\n\n              lines\n            End: true # done\n    Output: "{% $states.result[0] %}"\n    End: true\n';
    assert.deepEqual(offered(before, 'Extract into a Parallel', 'yaml'), { text: after });
  });

  test('blank lines stay where they are, and come back with the states', () => {
    const json = '{\n  "StartAt": "A",\n  "States": {\n    "A": { "Type": "Pass", "Next": "B" },\n\n    "B<|>": { "Type": "Pass", "Next": "C" },\n\n\n    "C<|>": { "Type": "Pass", "End": true }\n  }\n}\n';
    const inside = offered(json, 'Extract into a Parallel');
    assert.ok('text' in inside && inside.text.includes('},\n\n    "Parallel": {'));
    assert.deepEqual(offered(inside.text.replace('"Parallel": {', '"Para<|>llel": {'), 'Inline "Parallel"'), { text: plain(json) });
  });

  test('what can\'t end goes to a state that does', () => {
    const before = `
      StartAt: Which
      States:
        Which<|>:
          Type: Choice
          Choices:
            - Variable: $.a
              IsPresent: true
              Next: C
          Default: B
        B<|>:
          Type: Pass
          Next: C
        C:
          Type: Succeed
    `;
    const result = offered(before, 'Extract into a Parallel', 'yaml');
    assert.ok('text' in result);
    assert.match(result.text, /IsPresent: true\n +Next: Done\n +Default: B\n/);
    assert.match(result.text, /Done:\n +Type: Succeed\n/);
    const back = offered(result.text.replace('  Parallel:', '  Paral<|>lel:'), 'Inline "Parallel"', 'yaml');
    assert.deepEqual(back, { text: 'StartAt: Which\nStates:\n  Which:\n    Type: Choice\n    Choices:\n      - Variable: $.a\n        IsPresent: true\n        Next: C\n    Default: B\n  B:\n    Type: Pass\n    Next: C\n  C:\n    Type: Succeed\n' });
  });

  const assigning = (read: string): string => `{ "StartAt": "A", "States": {
    "A<|>": { "Type": "Pass", "Assign": { "best": 1 }, "Next": "B" },
    "B": { "Type": "Pass", "InputPath": "${read}", "End": true }
  } }`;

  test('it is refused where a variable would be out of reach', () => {
    assert.match(refusal(assigning('$best'), 'Extract into a Parallel'), /\$best does not exist here/);
    assert.ok(titles(assigning('$')).includes('Extract into a Parallel'));
  });

  test('it is refused where there are two ways in, or two ways out', () => {
    const machine = (first: string, second: string): string =>
      `{ "StartAt": "A", "States": {
        "A": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "B" }], "Default": "C" },
        "B": { "Type": "Pass", "Next": "D" },
        "C": { "Type": "Pass", "Next": "E" },
        "D": { "Type": "Succeed" },
        "E": { "Type": "Succeed" }
      } }`.replace(`"${first}": {`, `"${first}<|>": {`).replace(`"${second}": {`, `"${second}<|>": {`);
    assert.equal(refusal(machine('B', 'C'), 'Extract into a Parallel'), 'There is more than one way in: "B" and "C".');
    assert.equal(refusal(machine('A', 'B'), 'Extract into a Parallel'), 'There is more than one way out: to "C" and "D".');
  });
});

suite('Inline a Parallel', () => {
  const parallel = (more: string): string => inParallel.replace('"OutputPath": "$[0]"', more).replace('"Parallel": {', '"Para<|>llel": {');

  test('is refused where something would be lost', () => {
    assert.equal(refusal(parallel('"Comment": "all"'), 'Inline "Parallel"'), '"Parallel" hands on a list with what its branch gives, which its states alone would not.');
    assert.equal(refusal(parallel('"OutputPath": "$[0]", "Retry": [{ "ErrorEquals": ["States.ALL"] }]'), 'Inline "Parallel"'), '"Parallel" has "Retry", which its states can\'t have for it.');
  });

  test('where the branch succeeds, the run goes on', () => {
    checkRefactoring(
      'Inline "P"',
      '{ "StartAt": "P", "States": {\n  "P<|>": { "Type": "Parallel", "OutputPath": "$[0]", "Next": "B", "Branches": [{ "StartAt": "A", "States": {\n    "A": { "Type": "Pass", "Next": "Good" },\n    "Good": { "Type": "Succeed" } } }] },\n  "B": { "Type": "Succeed" }\n} }',
      '{ "StartAt": "A", "States": {\n  "A": { "Type": "Pass", "Next": "B" },\n  "B": { "Type": "Succeed" }\n} }',
    );
  });
});

suite('Extract into a Map', () => {
  test('over the list that the input is known to have', () => {
    const result = offered(order, 'Extract into a Map over $.orders');
    assert.ok('text' in result);
    const { States } = JSON.parse(result.text) as { States: Record<string, unknown> };
    assert.deepEqual(States['Map'], {
      Type: 'Map',
      ItemsPath: '$.orders',
      ItemProcessor: { StartAt: 'Price', States: { Price: { Type: 'Pass', Next: 'Check' }, Check: { Type: 'Wait', Seconds: 5, End: true } } },
      Next: 'Ship',
    });
  });

  test('over $states.input.items where nothing is known, in JSONata', () => {
    assert.deepEqual(offered('QueryLanguage: JSONata\nStartAt: A\nStates:\n  A<|>:\n    Type: Pass\n    End: true\n', 'Extract into a Map over $states.input.items', 'yaml'), {
      text: 'QueryLanguage: JSONata\nStartAt: Map\nStates:\n  Map:\n    Type: Map\n    Items: "{% $states.input.items %}"\n    ItemProcessor:\n      StartAt: A\n      States:\n        A:\n          Type: Pass\n          End: true\n    End: true\n',
    });
  });
});

suite('Extract into a Map, refused', () => {
  const after = (state: string, next = '"End": true'): string => `{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": ${state}, "Next": "B" }, "B<|>": { "Type": "Wait", "Seconds": 1, ${next} }, "C": { "Type": "Pass", "Next": "B" } } }`;

  test('where surely no list comes', () => {
    assert.equal(refusal(after('{ "a": 1 }'), 'Extract into a Map'), 'What comes before hands on no list that a Map could go over.');
  });

  test('in a loop', () => {
    assert.equal(refusal(after('[1]', '"Next": "C"'), 'Extract into a Map'), 'The run comes back to "B", where the Map would get the list that it gave.');
  });
});

suite('Extract into a state machine of its own', () => {
  const title = 'Extract into a state machine of its own, "price.asl.json"; its errors come as States.TaskFailed';

  test('a task runs it and hands its output on', () => {
    const result = offered(order, title);
    assert.ok('text' in result && result.made !== undefined);
    assert.deepEqual((JSON.parse(result.text) as { States: Record<string, unknown> }).States['Run Price'], {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Parameters: { StateMachineArn: '${PriceStateMachineArn}', 'Input.$': '$' },
      OutputPath: '$.Output',
      Next: 'Ship',
    });
    assert.equal(
      result.made,
      '{\n  "StartAt": "Price",\n  "States": {\n    "Price": {\n      "Type": "Pass",\n      "Next": "Check"\n    },\n    "Check": {\n      "Type": "Wait",\n      "Seconds": 5,\n      "End": true\n    }\n  }\n}\n',
    );
  });

  test('in YAML and JSONata', () => {
    const result = offered('QueryLanguage: JSONata\nStartAt: A\nStates:\n  A<|>: # this\n    Type: Pass\n    End: true\n', title.replace('price', 'a').replace('json', 'yaml'), 'yaml');
    assert.deepEqual(result, {
      text: 'QueryLanguage: JSONata\nStartAt: Run A\nStates:\n  Run A:\n    Type: Task\n    Resource: arn:aws:states:::states:startExecution.sync:2\n    Arguments:\n      StateMachineArn: ${AStateMachineArn}\n      Input: "{% $states.input %}"\n    Output: "{% $states.result.Output %}"\n    End: true\n',
      made: 'QueryLanguage: JSONata\nStartAt: A\nStates:\n  A: # this\n    Type: Pass\n    End: true\n',
    });
  });

  test('it is refused for what another run could not know', () => {
    assert.equal(refusal(order.replace('"Seconds": 5', '"SecondsPath": "$$$$.Execution.Input.seconds"'), title), '"Check" reads the context object, which is another one in a run of its own.');
    const variable = '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "Price" }, "Pr<|>ice": { "Type": "Pass", "InputPath": "$x", "End": true } } }';
    assert.match(refusal(variable, title), /Nothing assigns \$x/);
  });
});

// Definition, references, highlights and rename: all places that name one thing.
import assert from 'node:assert/strict';
import { checkMentions, checkRename, refused } from '../../support/mentions';

/** A distributed map with a label, and a task behind it that gets something as its input. */
function labelled(label: string, input: string): string {
  return `
    { "StartAt": "Score", "States": {
      "Score": { "Type": "Map", "Label": "${label}", "Next": "Look",
        "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "One", "States": { "One": { "Type": "Pass", "End": true } } } },
      "Look": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:describeMapRun", "Parameters": { ${input} }, "End": true } } }
  `;
}

suite('what names the label of a distributed map', () => {
  test('the ARNs of its runs and of their state machine, whoever fills in the rest', () => {
    checkMentions(labelled('«files»', `"a": "arn:aws:states:us-east-1:123456789012:mapRun:score/‹files›:0b1c",
      "b.$": "States.Format('arn:aws:states:{}:{}:execution:{}/‹files›:{}', $.region, $.account, $.machine, $.id)",
      "c": ["arn:aws:states:us-east-1:123456789012:stateMachine:\${Machine}/‹files›"], "d": "files", "e": "s3://score/files", "f": "arn:aws:states:us-east-1:123456789012:mapRun:score/others:0b1c"`));
  });

  test('in YAML, and in JSONata', () => {
    checkMentions(
      `
        QueryLanguage: JSONata
        StartAt: Score
        States:
          Score:
            Type: Map
            Label: «files»
            ItemProcessor: { ProcessorConfig: { Mode: DISTRIBUTED, ExecutionType: STANDARD }, StartAt: One, States: { One: { Type: Pass, End: true } } }
            Next: Look
          Look:
            Type: Pass
            Output: "{% $contains($states.input.arn, ':mapRun:score/‹files›:') %}"
            End: true
      `,
      'yaml',
    );
  });

  test('it is renamed with them, and not to what can\'t be one', () => {
    const arn = '"a": "arn:aws:states:us-east-1:123456789012:mapRun:score/files:0b1c"';
    checkRename(labelled('«files»', arn.replace('files', '‹files›')), 'sheets', labelled('sheets', arn.replace('files', 'sheets')));
    assert.equal(refused(labelled('fi<|>les', arn), 'all files'), 'White space can\'t stand in a label.');
    assert.equal(refused(labelled('fi<|>les', arn), 'x'.repeat(41)), 'A label has at most 40 characters, and this one has 41.');
    assert.equal(refused(labelled('fi<|>les', arn), 'today\'s'), '"\'" can\'t stand in the ARNs here that name this label.');
    const two = labelled('fi<|>les', '').replace('"States": { "One"', '"States": { "Two": { "Type": "Map", "Label": "pages", "End": true }, "One"');
    assert.equal(refused(two, 'pages'), '"pages" is the label of "Two" already.');
  });
});

suite('what names a state', () => {
  test('its key, and every transition to it', () => {
    checkMentions(`
      {
        "StartAt": "‹Sort›",
        "States": {
          "«Sort»": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsNull": true, "Next": "‹Sort›" }], "Default": "‹Sort›" },
          "Train": { "Type": "Task", "Next": "‹Sort›", "Comment": "Sort", "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "‹Sort›" }] }
        }
      }
    `);
  });

  test('in YAML, however it is quoted', () => {
    checkMentions(
      `
        StartAt: ‹Save model›
        States:
          "«Save model»": {Type: Pass, Next: '‹Save model›'}
          Other:
            Type: Pass
            Next: >-
              ‹Save model›
      `,
      'yaml',
    );
  });

  test('not in another scope', () => {
    checkMentions(`
      { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemProcessor": { "StartAt": "‹One›", "States": {
        "«One»": { "Type": "Pass", "End": true } } } }, "Two": { "Type": "Pass", "Next": "One" } } }
    `);
  });

  test('a name that nothing has, half typed', () => {
    checkMentions('{ "StartAt": "‹Trai›", "States": { "Train": { "Type": "Pass", "Next": "‹Trai›" }');
  });

  test('in a definition that is text in a template', () => {
    checkMentions(
      `
        Resources:
          A:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              DefinitionString: |
                { "StartAt": "‹One›", "States": { "«One»": { "Type": "Succeed" } } }
          B:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              DefinitionString: '{ "StartAt": "One", "States": { "One": { "Type": "Succeed" } } }'
      `,
      'yaml',
    );
  });
});

suite('what names a variable', () => {
  test('whatever assigns it, paths, intrinsic functions and choice rules', () => {
    checkMentions(`
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Assign": { "«best».$": "$.score", "worst": 0 }, "Next": "B" },
          "B": { "Type": "Choice", "Choices": [{ "Variable": "$‹best›", "NumericGreaterThanPath": "$‹best›.limit", "Assign": { "«best»": 1 }, "Next": "C" }], "Default": "C" },
          "C": { "Type": "Pass", "Parameters": { "a.$": "States.Format('{} of {}', $‹best›, States.ArrayLength($‹best›.all))", "b": "$best", "c.$": "$.best" }, "End": true }
        }
      }
    `);
  });

  test('JSONata, but not the names that an expression sets itself', () => {
    checkMentions(`
      {
        "QueryLanguage": "JSONata",
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Assign": { "«best»": "{% $states.input.best %}" }, "Next": "B" },
          "B": { "Type": "Pass", "Output": "{% $map([1], function($best) { $best + 1 }) %}", "Assign": { "other": "{% ($x := $‹best›; $best := 2; $best) %}" }, "End": true }
        }
      }
    `);
  });

  test('a name that an expression sets itself', () => {
    checkMentions(`
      { "QueryLanguage": "JSONata", "StartAt": "A", "States": {
        "A": { "Type": "Pass", "Output": "{% ($«best» := 1; $sum([$‹best›, $worst]) ~> $map(function($x) { $x * $‹best› })) %}", "Assign": { "best": 1 }, "End": true } } }
    `);
  });

  test('in branches and inline maps, but not in a distributed map, whose runs are their own', () => {
    const map = (config: string, read: string): string => `{ "StartAt": "A", "States": {
      "A": { "Type": "Pass", "Assign": { "«n»": 1 }, "Next": "Each" },
      "Each": { "Type": "Map", "ItemSelector": { "x.$": "$‹n›" }, "ItemProcessor": { ${config}"StartAt": "One", "States": { "One": { "Type": "Pass", "InputPath": "$${read}", "End": true } } }, "End": true } } }`;
    checkMentions(map('', '‹n›'));
    checkMentions(map('"ProcessorConfig": { "Mode": "DISTRIBUTED" }, ', 'n'));
  });

  test('beside what a deployment fills in', () => {
    checkMentions(`
      { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "«n»": 1 }, "Next": "B" },
        "B": { "Type": "Pass", "Output": { "in a text": "{% '\${Table}' & $‹n› %}", "bare": "{% \${Count} + $‹n› %}" }, "End": true } } }
    `);
  });

  test('at the right letters behind escapes, and in a block of text', () => {
    checkMentions(String.raw`{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "«n»": 1, "m": "{% \"\t\u0041\" & $‹n› %}" } } } }`);
    checkMentions(
      `
        QueryLanguage: JSONata
        StartAt: A
        States:
          A:
            Type: Pass
            Assign:
              «total»: 1
            Output: |-
              {%
                $‹total› +
                $‹total›
              %}
            End: true
      `,
      'yaml',
    );
  });

  test('nothing on functions, $states, and texts', () => {
    for (const [text, what] of [['{% $su<|>m([1]) %}', 'a function'], ['{% $sta<|>tes.input %}', '$states'], ['$be<|>st', 'a text']] as const) {
      const sample = `{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "${text}", "End": true } } }`;
      assert.equal(refused(sample, 'x'), 'Only states, variables and labels can be renamed.', what);
    }
  });
});

suite('rename', () => {
  test('a state, with what has to be escaped', () => {
    checkRename(
      '{ "StartAt": "‹One›", "States": { "«One»": { "Type": "Pass", "Next": "Two" }, "Two": { "Type": "Pass", "Next": "‹One›" } } }',
      'The "first"',
      String.raw`{ "StartAt": "The \"first\"", "States": { "The \"first\"": { "Type": "Pass", "Next": "Two" }, "Two": { "Type": "Pass", "Next": "The \"first\"" } } }`,
    );
  });

  test('in YAML each place keeps its quotes, and gets some where it needs them', () => {
    checkRename(
      `
        StartAt: ‹One›
        States:
          "«One»": {Type: Pass, Next: '‹One›'}
          Other:
            Type: Pass
            Next: >-
              ‹One›
      `,
      'it\'s: 2',
      `
        StartAt: "it's: 2"
        States:
          "it's: 2": {Type: Pass, Next: 'it''s: 2'}
          Other:
            Type: Pass
            Next: "it's: 2"
      `,
      'yaml',
    );
  });

  test('a name that YAML would take for something else', () => {
    checkRename('StartAt: ‹One›\nStates:\n  «One»:\n    Type: Succeed\n', 'no', 'StartAt: "no"\nStates:\n  "no":\n    Type: Succeed\n', 'yaml');
  });

  test('a variable in keys, paths, functions and JSONata', () => {
    checkRename(
      `
        { "StartAt": "A", "States": {
          "A": { "Type": "Pass", "Assign": { "«n».$": "$.n" }, "Parameters": { "n.$": "States.Format('$n {}', $‹n›[0].n)" }, "Next": "B" },
          "B": { "QueryLanguage": "JSONata", "Type": "Pass", "Assign": { "«n»": "{% $‹n›.n & '\\"' & $string($‹n›) %}" }, "End": true } } }
      `,
      'größe',
      `
        { "StartAt": "A", "States": {
          "A": { "Type": "Pass", "Assign": { "größe.$": "$.n" }, "Parameters": { "n.$": "States.Format('$n {}', $größe[0].n)" }, "Next": "B" },
          "B": { "QueryLanguage": "JSONata", "Type": "Pass", "Assign": { "größe": "{% $größe.n & '\\"' & $string($größe) %}" }, "End": true } } }
      `,
    );
  });

  test('in a definition that is text in a template, with the escapes of both', () => {
    const template = (start: string, key: string): string => `{ "Resources": { "A": { "Type": "AWS::StepFunctions::StateMachine", "Properties": { "DefinitionString": "{ \\"StartAt\\": \\"${start}\\", \\"States\\": { \\"${key}\\": { \\"Type\\": \\"Succeed\\" } } }" } } } }`;
    checkRename(template('‹One›', '«One»'), 'a "b"', template(String.raw`a \\\"b\\\"`, String.raw`a \\\"b\\\"`));
  });

  const states = '"A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Parallel", "Branches": [{ "StartAt": "C", "States": { "C": { "Type": "Succeed" } } }], "End": true }';
  test('of a state is refused where the name is taken in any scope, missing or too long', () => {
    const sample = `{ "StartAt": "<|>A", "States": { ${states} } }`;
    assert.equal(refused(sample, 'C'), 'There is a state "C" already: a name has to be unique in the whole machine.');
    assert.equal(refused(sample, ''), 'A state needs a name.');
    assert.equal(refused(sample, 'x'.repeat(81)), 'A state\'s name has at most 80 characters, and this one has 81.');
    assert.equal(refused(sample, '🚂'.repeat(80)), undefined);
    assert.equal(refused(`{ "StartAt": "<|>X", "States": { ${states} } }`, 'Y'), 'There is no state "X" here that could be renamed.');
  });

  test('of a variable is refused where the name is bad or taken', () => {
    const sample = `{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "<|>n": 1, "m": 2 }, "Next": "B" }, "B": { "Type": "Pass", "Output": "{% $map([$n], function($x) { $sum($x) }) %}", "End": true } } }`;
    assert.equal(refused(sample, 'states'), '"states" is reserved: $states holds the input, the result and the context.');
    assert.equal(refused(sample, 'my name'), 'The name of a variable begins with a letter, and has only letters, digits and "_".');
    assert.equal(refused(sample, 'm'), 'There is a variable "m" already.');
    assert.equal(refused(sample, 'x'), 'An expression that reads "$n" sets a "$x" of its own.');
    assert.equal(refused(sample, 'sum'), '"$sum" is called as a function here, which the variable would hide.');
    assert.equal(refused(sample, 'k'), undefined);
    assert.equal(refused(sample.replace('<|>', '').replace('function($x', 'function($<|>x'), 'n'), 'This expression uses "$n" already.');
    assert.equal(refused('{ "StartAt": "A", "States": { "A": { "Type": "Pass", "InputPath": "$<|>n", "End": true } } }', 'k'), 'Nothing assigns "$n", so there is no variable that could be renamed.');
  });

  test('is refused where one text means two states', () => {
    const sample = `
      StartAt: A
      States:
        A: &same
          Type: Parallel
          Branches:
            - StartAt: On<|>e
              States: {One: {Type: Succeed}}
          Next: B
        B: *same
    `;
    assert.equal(refused(sample, 'Two', 'yaml'), 'Through a YAML alias, the text that says "One" means something else in another place.');
  });

  test('is refused where a definition is put together from pieces', () => {
    const sample = `
      Resources:
        A:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            DefinitionString: !Join ["", ['{ "StartAt": "On<|>e", "States": { "One": ', '{ "Type": "Succeed" } } }']]
    `;
    assert.equal(refused(sample, 'Two', 'yaml'), 'This definition is put together from pieces, and can\'t be changed as a whole.');
  });
});

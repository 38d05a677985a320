// What a state becomes, in both notations.
import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import { codesIn } from '../../support/check';
import { converted, conversionsAt, machineTitle, stateTitle } from '../../support/convert';
import { cursor, dedent } from '../../support/fixture';

/** The state "A" of a machine, before and after. The machine in JSONata has nothing wrong. */
function check(before: string, after: string): void {
  const sample = `{ "StartAt": "A", "States": { "A": <|>${dedent(before)}, "B": { "Type": "Succeed" } } }`;
  const { text } = cursor(sample);
  const result = converted(sample);
  assert.equal(result, `{ "StartAt": "A", "States": { "A": ${dedent(after)}, "B": { "Type": "Succeed" } } }`);
  const wrong = codesIn(text, 'json');
  assert.deepEqual(codesIn(result, 'json').filter((code) => !wrong.includes(code)), []);

  const yaml = stringify(JSON.parse(text), { lineWidth: 0 });
  const inYaml = converted(yaml.replace(/^ {2}A:/m, '  A<|>:'), stateTitle, 'yaml');
  assert.deepEqual(codesIn(inYaml, 'yaml').filter((code) => !wrong.includes(code)), []);
}

/** Why the state "A" can't be converted. */
function refusal(state: string): string | undefined {
  const [first] = conversionsAt(`{ "StartAt": "A", "States": { "A": <|>${state}, "B": { "Type": "Succeed" } } }`);
  return first?.replace(`${stateTitle}: `, '');
}

suite('a state in JSONata', () => {
  test('a task: what it is given, what it gives, and where that goes', () => {
    check(
      `{
        "Type": "Task",
        "Resource": "arn:aws:states:::lambda:invoke",
        "InputPath": "$.job",
        "Parameters": {
          "FunctionName": "train",
          "Payload": { "model.$": "$.model-name", "run.$": "$$.Execution.Id", "again": false }
        },
        "TimeoutSecondsPath": "$.limit",
        "ResultPath": "$.training",
        "Next": "B"
      }`,
      `{
        "Type": "Task",
        "QueryLanguage": "JSONata",
        "Resource": "arn:aws:states:::lambda:invoke",
        "Arguments": {
          "FunctionName": "train",
          "Payload": { "model": "{% $states.input.job.\`model-name\` %}", "run": "{% $states.context.Execution.Id %}", "again": false }
        },
        "TimeoutSeconds": "{% $number($states.input.job.limit)[$ > 0 and $ = $floor($)] %}",
        "Output": "{% $merge([$states.input, {'training': $states.result}]) %}",
        "Next": "B"
      }`,
    );
  });

  test('a selected result', () => {
    check(
      `{
        "Type": "Task",
        "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": { "FunctionName": "score" },
        "ResultSelector": { "score.$": "$.Payload.score" },
        "ResultPath": "$.scores.last",
        "OutputPath": "$.scores",
        "Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "B" }],
        "Next": "B"
      }`,
      `{
        "Type": "Task",
        "QueryLanguage": "JSONata",
        "Resource": "arn:aws:states:::lambda:invoke",
        "Arguments": { "FunctionName": "score" },
        "Output": "{% $merge([$states.input, {'scores': $merge([$states.input.scores, {'last': {'score': $states.result.Payload.score}}])}]).scores %}",
        "Catch": [{ "ErrorEquals": ["States.ALL"], "Output": "{% $merge([$states.input, {'error': $states.errorOutput}]) %}", "Next": "B" }],
        "Next": "B"
      }`,
    );
  });

  test('a result that is thrown away', () => {
    check(
      `{ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "log" }, "ResultPath": null, "Next": "B" }`,
      `{ "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": { "FunctionName": "log" }, "Output": "{% $states.input %}", "Next": "B" }`,
    );
  });

  test('a fixed result, and variables', () => {
    check(
      `{ "Type": "Pass", "Result": { "tries": 0, "mark": "{%" }, "Assign": { "name.$": "$$.Execution.Name" }, "Next": "B" }`,
      `{ "Type": "Pass", "QueryLanguage": "JSONata", "Output": { "tries": 0, "mark": "{% '{%' %}" }, "Assign": { "name": "{% $states.context.Execution.Name %}" }, "Next": "B" }`,
    );
  });

  test('choice rules become conditions', () => {
    check(
      `{
        "Type": "Choice",
        "Choices": [
          { "Variable": "$.status", "StringEquals": "DONE", "Next": "B" },
          {
            "And": [
              { "Variable": "$.job.tries", "IsPresent": true },
              { "Not": { "Variable": "$.job.tries", "NumericLessThanPath": "$.limit" } }
            ],
            "Next": "B"
          },
          { "Variable": "$.key", "StringMatches": "raw/*.csv", "Next": "B" }
        ],
        "Default": "B"
      }`,
      `{
        "Type": "Choice",
        "QueryLanguage": "JSONata",
        "Choices": [
          { "Condition": "{% $states.input.status = 'DONE' %}", "Next": "B" },
          {
            "Condition": "{% ($type($states.input.job) = 'object' and $exists($states.input.job.tries)) and $not($type($states.input.job.tries) = 'number' and $type($states.input.limit) = 'number' and $states.input.job.tries < $states.input.limit) %}",
            "Next": "B"
          },
          { "Condition": "{% $type($states.input.key) = 'string' and $contains($states.input.key, /^raw\\\\/[\\\\s\\\\S]*\\\\.csv$/) %}", "Next": "B" }
        ],
        "Default": "B"
      }`,
    );
  });

  test('a map in the older words', () => {
    check(
      `{
        "Type": "Map",
        "ItemsPath": "$.files",
        "MaxConcurrencyPath": "$.lanes",
        "Parameters": { "file.$": "$$.Map.Item.Value", "bucket.$": "$.bucket" },
        "Iterator": { "StartAt": "One", "States": { "One": { "Type": "Succeed" } } },
        "ResultPath": "$.results",
        "Next": "B"
      }`,
      `{
        "Type": "Map",
        "QueryLanguage": "JSONata",
        "Items": "{% $states.input.files %}",
        "MaxConcurrency": "{% $number($states.input.lanes)[$ = $floor($)] %}",
        "ItemSelector": { "file": "{% $states.context.Map.Item.Value %}", "bucket": "{% $states.input.bucket %}" },
        "ItemProcessor": { "StartAt": "One", "States": { "One": { "Type": "Succeed" } } },
        "Output": "{% $merge([$states.input, {'results': $states.result}]) %}",
        "Next": "B"
      }`,
    );
  });

  test('paths that narrow the input of a state without work', () => {
    check(`{ "Type": "Wait", "SecondsPath": "$.pause", "OutputPath": "$.rest", "Next": "B" }`, `{ "Type": "Wait", "QueryLanguage": "JSONata", "Seconds": "{% $number($states.input.pause)[$ >= 0 and $ = $floor($)] %}", "Output": "{% $states.input.rest %}", "Next": "B" }`);
    check(`{ "Type": "Succeed", "InputPath": "$.a", "OutputPath": null }`, `{ "Type": "Succeed", "QueryLanguage": "JSONata", "Output": {} }`);
    check(`{ "Type": "Fail", "ErrorPath": "$.code", "CausePath": "States.Format('No {}', $$.Execution.Name)" }`, `{ "Type": "Fail", "QueryLanguage": "JSONata", "Error": "{% $states.input.code %}", "Cause": "{% 'No ' & $states.context.Execution.Name %}" }`);
  });

  test('an index behind the end of a list, which gives null', () => {
    check(
      `{ "Type": "Pass", "Parameters": { "first.$": "$.list[0].id", "last.$": "$.list[-1]", "item.$": "States.ArrayGetItem($.list, 2)" }, "Next": "B" }`,
      `{ "Type": "Pass", "QueryLanguage": "JSONata", "Output": { "first": "{% $count($states.input.list) > 0 ? $states.input.list[0].id : null %}", "last": "{% $count($states.input.list) >= 1 ? $states.input.list[-1] : null %}", "item": "{% $states.input.list = [] ? null : $states.input.list[2] %}" }, "Next": "B" }`,
    );
  });

  test('a list out of what has been put together first', () => {
    check(
      String.raw`{ "Type": "Pass", "InputPath": "$['a-b']", "ResultPath": "$.r", "OutputPath": "$.list[*]", "Next": "B" }`,
      '{ "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% ($from := $merge([$states.input, {\'r\': $states.input.`a-b`}]); [$type($from) = \'object\' and $type($from.list) = \'object\' ? $each($from.list, function($item) { $item })[] : $type($from) = \'object\' and $type($from.list) = \'array\' ? $from.list]) %}", "Next": "B" }',
    );
  });

  test('says of which data it holds', () => {
    const titles = (value: string): string[] => conversionsAt(`{ "StartAt": "A", "States": { "A": <|>{ "Type": "Pass", "Parameters": { "x.$": "${value}" }, "End": true } } }`);
    assert.deepEqual(titles("States.Format('{}{}', $.a, States.JsonToString($.b))"), [
      'Convert state to JSONata, if States.Format gets no list or object and States.JsonToString gets no text',
      'Convert state machine to JSONata, if States.Format gets no list or object and States.JsonToString gets no text',
    ]);
    assert.deepEqual(titles("States.Format('{} {} {}', $$.Execution.Name, States.MathAdd($.n, 1), 'x')"), ['Convert state to JSONata', 'Convert state machine to JSONata']);
    assert.deepEqual(titles("States.Format('{}', $$.StateMachine)").slice(0, 1), ['Convert state to JSONata: States.Format writes lists and objects otherwise than JSON does.']);
  });

  test('says why it is left as it is', () => {
    const pass = (value: string): string | undefined => refusal(`{ "Type": "Pass", "Parameters": { "x.$": ${JSON.stringify(value)} }, "Next": "B" }`);
    assert.equal(pass('$.items[?(@.n == 1)].id'), '"$.items[?(@.n == 1)].id": a filter takes a number and its text for equal, which JSONata does not.');
    assert.equal(pass("States.StringSplit($.a, $.b)"), 'The separators of States.StringSplit are not written here.');
    assert.equal(pass('States.Base64Decode($.a)'), 'States.Base64Decode and $base64decode differ for letters that are not ASCII.');
    assert.equal(refusal(`{ "Type": "Pass", "ResultPath": "$.list[0]", "Result": 1, "Next": "B" }`), 'ResultPath puts the result into a list, or is not known here.');
    assert.equal(refusal(`{ "Type": "Choice", "Choices": [{ "Variable": "$.at", "IsTimestamp": true, "Next": "B" }] }`), 'IsTimestamp asks the calendar, and JSONata has no test for that.');
    assert.equal(refusal(`{ "Type": "Pass", "Assign": { "count": 1, "n.$": "States.ArrayLength($.list)" }, "Next": "B" }`), 'The variable "count" hides what the conversion needs under this name.');
  });
});

suite('a machine in JSONata', () => {
  test('says so itself, and its states no longer', () => {
    assert.equal(
      converted(
        dedent(`
          {
            "Comment": "Counts.",
            "StartAt": "Count",
            "States": {
              // A note that stays.
              "Count": { "Type": "Pass", "Parameters": { "n.$": "States.MathAdd($.n, 1)" }, "Next": "Done" },
              "Done": { "Type": "Succeed", "QueryLanguage": "JSONata" }
            }
          }
        `),
        machineTitle,
      ),
      dedent(`
        {
          "Comment": "Counts.",
          "QueryLanguage": "JSONata",
          "StartAt": "Count",
          "States": {
            // A note that stays.
            "Count": { "Type": "Pass", "Output": { "n": "{% $floor($states.input.n + 0.5) + 1 %}" }, "Next": "Done" },
            "Done": { "Type": "Succeed" }
          }
        }
      `),
    );
  });

  const mixed = `
    StartAt: First
    States:
      First:
        # What goes in
        Type: Pass
        InputPath: $.job
        Next: Ids
      Ids:
        Type: Pass
        Parameters:
          ids.$: $.items[?(@.n == 1)].id
        End: true
  `;

  test('as much of it as can be, with the reasons for the rest', () => {
    assert.deepEqual(conversionsAt(dedent(mixed).replace('StartAt', '<|>StartAt'), 'yaml'), [
      'Convert 1 of 2 states to JSONata',
      'Convert state machine to JSONata: "Ids": "$.items[?(@.n == 1)].id": a filter takes a number and its text for equal, which JSONata does not.',
    ]);
    assert.equal(
      converted(dedent(mixed), 'Convert 1 of 2 states to JSONata', 'yaml'),
      dedent(mixed).replace('Type: Pass', 'Type: Pass\n    QueryLanguage: JSONata').replace('InputPath: $.job', 'Output: "{% $states.input.job %}"'),
    );
  });

  test('in a template, also where the definition is a text', () => {
    const template = (definition: string): string => `Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      DefinitionString: '${definition}'\n`;
    const text = template('{"StartAt":"A","States":{"A":{"Type":"Pass","InputPath":"$.a","End":true}}}');
    assert.equal(
      converted(text.replace('"StartAt"', '<|>"StartAt"'), machineTitle, 'yaml'),
      template('{"StartAt":"A", "QueryLanguage": "JSONata","States":{"A":{"Type":"Pass","Output":"{% $states.input.a %}","End":true}}}'),
    );
  });

  test('nothing is offered for a machine in JSONata', () => {
    assert.deepEqual(conversionsAt('{ "QueryLanguage": "JSONata", "StartAt": "<|>A", "States": { "A": { "Type": "Succeed" } } }'), []);
  });
});

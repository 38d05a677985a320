import assert from 'node:assert/strict';
import { accepted, offered } from '../../support/check';

/** The names alone, without what stands beside them. */
function names(sample: string, notation?: 'json' | 'yaml'): string[] {
  return offered(sample, notation).map((each) => each.replace(/ \(.*/s, ''));
}

/** A JSONata machine of two tasks; `output` is the first one's, `then` is put into the second. */
function jsonata(output: string, then: string): string {
  return `{ "QueryLanguage": "JSONata", "StartAt": "Run", "States": {
    "Run": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Arguments": { "JobName": "clean" }, ${output} "Next": "Then" },
    "Then": { "Type": "Pass", ${then} "End": true } } }`;
}

suite('completion inside expressions: what a service answers', () => {
  test('$states.result, in the spelling of the integration', () => {
    assert.deepEqual(offered(jsonata('"Output": "{% $states.result.Job<|> %}",', '')).slice(0, 3), ['Id (text)', 'Attempt (number)', 'PreviousRunId (text)']);
  });

  test('ResultSelector, and nested structures', () => {
    const sample = (path: string): string => `{ "StartAt": "Look", "States": { "Look": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:rds:describeDBInstances", "Parameters": {},
      "ResultSelector": { "x.$": "${path}" }, "End": true } } }`;
    assert.deepEqual(offered(sample('$.<|>')), ['Marker (text)', 'DbInstances (list of DBInstance)']);
    assert.deepEqual(names(sample('$.DbInstances[0].Endpoint.<|>')), ['Address', 'Port', 'HostedZoneId']);
    assert.deepEqual(names(sample('States.Format(\'{}\', $.DbInstances[0].Endpoint.A<|>)')), ['Address', 'Port', 'HostedZoneId']);
  });

  test('the next state\'s input', () => {
    assert.ok(names(jsonata('', '"Output": "{% $states.input.<|> %}",')).includes('JobRunState'));
    assert.deepEqual(offered(jsonata('"Output": { "run": "{% $states.result.Id %}", "tries": 3 },', '"Output": "{% $states.input.<|> %}",')), ['run (text)', 'tries (number)']);
  });

  test('of a callback nothing is known, nor of an unknown service', () => {
    const task = (resource: string): string => `{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "${resource}", "ResultSelector": { "x.$": "$.<|>" }, "End": true } } }`;
    assert.deepEqual(offered(task('arn:aws:states:::sqs:sendMessage.waitForTaskToken')), []);
    assert.deepEqual(offered(task('arn:aws:states:::aws-sdk:honeycode:getScreenData')), []);
    assert.deepEqual(names(task('arn:aws:states:::lambda:invoke')).slice(0, 3), ['ExecutedVersion', 'Payload', 'StatusCode']);
  });
});

suite('completion inside expressions: what the machine itself makes', () => {
  const pass = (next: string): string => `{ "StartAt": "A", "States": {
    "A": { "Type": "Pass", "Result": { "bucket": "b", "files": [{ "key": "k", "size": 1 }] }, "ResultPath": "$.source", "Next": "B" },
    "B": { ${next} "End": true } } }`;

  test('Result at its ResultPath', () => {
    assert.deepEqual(offered(pass('"Type": "Pass", "InputPath": "$.<|>",')), ['source (object)']);
    assert.deepEqual(offered(pass('"Type": "Pass", "Parameters": { "x.$": "$.source.<|>" },')), ['bucket (text)', 'files (list of objects)']);
    assert.deepEqual(offered(pass('"Type": "Pass", "Parameters": { "x.$": "$.source.files[*].<|>" },')), ['key (text)', 'size (number)']);
  });

  test('a map hands its items to the processor', () => {
    const map = pass('"Type": "Map", "ItemsPath": "$.source.files", "ItemSelector": { "index.$": "$$.Map.Item.<|>" }, "ItemProcessor": { "StartAt": "I", "States": { "I": { "Type": "Succeed" } } },');
    assert.deepEqual(names(map), ['Index', 'Value', 'Key', 'Source']);
    const processor = pass('"Type": "Map", "ItemsPath": "$.source.files", "ItemProcessor": { "StartAt": "I", "States": { "I": { "Type": "Succeed", "InputPath": "$.<|>" } } },');
    assert.deepEqual(names(processor), ['key', 'size']);
  });

  test('what a catcher gets', () => {
    const sample = `{ "StartAt": "A", "States": {
      "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "B" }], "End": true },
      "B": { "Type": "Fail", "CausePath": "$.error.<|>" } } }`;
    assert.deepEqual(names(sample), ['Error', 'Cause']);
  });

  test('both ways that lead to a state', () => {
    const sample = `{ "QueryLanguage": "JSONata", "StartAt": "C", "States": {
      "C": { "Type": "Choice", "Choices": [{ "Condition": "{% true %}", "Output": { "a": 1 }, "Next": "D" }], "Default": "E" },
      "E": { "Type": "Pass", "Output": "{% $merge([$states.input, {'b': 'x'}]) %}", "Next": "D" },
      "D": { "Type": "Succeed", "Output": "{% $states.input.<|> %}" } } }`;
    assert.deepEqual(names(sample).sort(), ['a', 'b']);
  });

  test('a loop comes to an end', () => {
    const sample = `{ "QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": { "Type": "Pass", "Output": { "n": "{% $states.input.n + 1 %}" }, "Next": "C" },
      "C": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.<|> < 3 %}", "Next": "A" }], "Default": "D" },
      "D": { "Type": "Succeed" } } }`;
    assert.deepEqual(offered(sample), ['n (number)']);
  });

  test('variables, with what is in them', () => {
    const sample = (path: string): string => `{ "QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": { "Type": "Pass", "Assign": { "job": { "name": "x" } }, "Next": "B" },
      "B": { "Type": "Pass", "Output": "{% ${path} %}", "End": true } } }`;
    assert.deepEqual(names(sample('$job.<|>')), ['name']);
    assert.deepEqual(names(sample('$<|>')).slice(0, 2), ['$states', '$job']);
  });
});

suite('completion inside expressions: names', () => {
  const condition = (text: string): string => `{ "QueryLanguage": "JSONata", "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Condition": "${text}" }] } } }`;

  test('$states has what the field may use', () => {
    assert.deepEqual(names(condition('{% $states.<|> %}')), ['input', 'context']);
    assert.deepEqual(names(jsonata('"Output": "{% $states.<|> %}",', '')), ['input', 'result', 'context']);
    assert.deepEqual(names(condition('{% $states.context.Execution.<|> %}')).slice(0, 3), ['Id', 'Input', 'Name']);
  });

  test('functions of JSONata, and none that Step Functions does not have', () => {
    const found = names(condition('{% $<|> %}'));
    assert.ok(found.includes('$merge') && found.includes('$partition'));
    assert.ok(!found.includes('$eval'));
    assert.equal(accepted(condition('{% $exi<|> %}'), '$exists'), condition('{% $exists() %}').replace('$exists()', '$exists()'));
  });

  test('nothing inside a text, a comment or behind a value', () => {
    for (const text of ['{% \'$<|>\' %}', '{% /* $<|> */ 1 %}', '{% $states.input <|> %}', '{% 12<|> %}']) {
      assert.deepEqual(offered(condition(text)), [], text);
    }
  });

  test('paths: the input, the context, variables, intrinsic functions', () => {
    const sample = (path: string): string => `{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "n": 1 }, "Parameters": { "x.$": "${path}" }, "End": true } } }`;
    assert.deepEqual(names(sample('<|>')).slice(0, 5), ['$', '$$', '$n', 'States.Format', 'States.JsonToString']);
    assert.deepEqual(names(sample('$$.<|>')).slice(0, 3), ['Execution', 'State', 'StateMachine']);
    assert.equal(accepted(sample('States.U<|>'), 'States.UUID'), sample('States.UUID()'));
  });

  test('in YAML, without quotes', () => {
    assert.deepEqual(names('StartAt: A\nStates:\n  A:\n    Type: Task\n    Resource: arn:aws:states:::aws-sdk:sagemaker:stopTrainingJob\n    Parameters:\n      TrainingJobName.$: $$.Execution.<|>\n    End: true\n', 'yaml').slice(0, 2), ['Id', 'Input']);
  });
});

suite('completion of a path or an expression that has not begun', () => {
  const pass = (field: string): string => `{ "States": { "A": { "Type": "Pass", ${field} } } }`;
  const waiting = (field: string): string => `QueryLanguage: JSONata\nStates:\n  A:\n    Type: Wait\n    ${field}\n`;

  test('JSONPath, with null where that means something', () => {
    assert.deepEqual(offered(pass('"ResultPath": <|>')), ['$. (a path into the input)', 'null']);
    assert.deepEqual(offered(pass('"Parameters": { "x.$": <|> }')), ['$. (a path into the input)']);
    assert.deepEqual(offered(pass('"Parameters": { "x": <|> }')), []);
    assert.deepEqual(offered(pass('"Result": <|>')), []);
    assert.equal(accepted(pass('"InputPath": <|>'), '$.'), pass('"InputPath": "$.name"'));
    assert.equal(accepted('States:\n  A:\n    Type: Pass\n    InputPath: <|>\n', '$.', 'yaml'), 'States:\n  A:\n    Type: Pass\n    InputPath: $.name\n');
  });

  test('JSONata, in the quotes that the notation needs', () => {
    assert.equal(accepted(waiting('Seconds: <|>'), '{% … %}', 'yaml'), waiting("Seconds: '{% $states.input %}'"));
    assert.equal(accepted('{ "QueryLanguage": "JSONata", "States": { "A": { "Type": "Pass", "Output": { "x": <|> } } } }', '{% … %}'), '{ "QueryLanguage": "JSONata", "States": { "A": { "Type": "Pass", "Output": { "x": "{% $states.input %}" } } } }');
    assert.deepEqual(offered(waiting('Comment: <|>'), 'yaml'), []);
    assert.deepEqual(offered(waiting('Seconds: 5<|>'), 'yaml'), []);
  });
});

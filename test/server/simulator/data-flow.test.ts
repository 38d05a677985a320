import assert from 'node:assert/strict';
import { checkStory, machineOf, outcomeOf } from '../../support/story';

async function outputOf(state: string, input: unknown): Promise<unknown> {
  const outcome = await outcomeOf(machineOf(state), {}, { input: input as never });
  return outcome.status === 'SUCCEEDED' ? outcome.output : `${String(outcome.error)}: ${String(outcome.cause)}`;
}

const entered = "An error occurred while executing the state 'A' (entered at the event id #2).";

suite('data flow', () => {
  test('input path, parameters, result path, output path', async () => {
    assert.deepEqual(await outputOf('{ "Type": "Pass", "InputPath": "$.a", "Parameters": { "b.$": "$.b", "c": 1 }, "ResultPath": "$.d.e", "OutputPath": "$.d", "End": true }', { a: { b: 2 }, d: {} }), { e: { c: 1, b: 2 } });
  });

  test('null takes nothing in, and hands nothing on', async () => {
    assert.deepEqual(await outputOf('{ "Type": "Pass", "InputPath": null, "End": true }', { a: 1 }), {});
    assert.deepEqual(await outputOf('{ "Type": "Pass", "OutputPath": null, "End": true }', { a: 1 }), {});
    assert.deepEqual(await outputOf('{ "Type": "Pass", "Result": 1, "ResultPath": null, "End": true }', { a: 1 }), { a: 1 });
  });

  test('a Result is taken as it is', async () => {
    assert.deepEqual(await outputOf('{ "Type": "Pass", "Result": { "x.$": "$.a" }, "End": true }', { a: 1 }), { 'x.$': '$.a' });
  });

  test('what is fixed in a template comes before what is worked out', async () => {
    assert.equal(JSON.stringify(await outputOf('{ "Type": "Pass", "Parameters": { "a.$": "$.a", "b": [{ "c.$": "$$.State.Name", "d": 1 }] }, "End": true }', { a: 1 })), '{"b":[{"d":1,"c":"A"}],"a":1}');
  });

  test('where a path leads to nothing', async () => {
    assert.equal(await outputOf('{ "Type": "Pass", "InputPath": "$.a.b", "End": true }', {}), `States.Runtime: ${entered} Invalid path '$.a.b' : Missing property in path $['a']`);
    assert.equal(await outputOf('{ "Type": "Pass", "OutputPath": "$.a", "End": true }', {}), `States.Runtime: ${entered} Invalid path '$.a' : No results for path: $['a']`);
  });

  test('a result path through something that is no object', async () => {
    assert.match(String(await outputOf('{ "Type": "Pass", "Result": 1, "ResultPath": "$.a.b", "End": true }', { a: 5 })), /^States\.ResultPathMatchFailure/);
  });

  test('variables are seen by the next state, not by the one that sets them', async () => {
    await checkStory(
      `{ "StartAt": "First", "States": {
        "First": { "Type": "Pass", "Assign": { "n": 1 }, "Next": "Second" },
        "Second": { "Type": "Pass", "QueryLanguage": "JSONata", "Assign": { "n": "{% $n + 1 %}" }, "Output": "{% $n %}", "Next": "Third" },
        "Third": { "Type": "Pass", "Parameters": { "before.$": "$", "now.$": "$n" }, "End": true } } }`,
      {},
      `
        entered First
        set {"n":1}
        entered Second
        set {"n":2}
        entered Third
        succeeded with {"before":1,"now":2}
      `,
    );
  });

  test('a call is told with the argument that leads to nothing, one into the context object as if it were the input', async () => {
    const outcome = (call: string): Promise<unknown> => outputOf(`{ "Type": "Pass", "Parameters": { "a.$": "${call}" }, "End": true }`, {});
    assert.equal(await outcome('States.Format($.no)'), `States.Runtime: ${entered} The function 'States.Format($.no)' had the following error: The JsonPath argument for the field '$.no' could not be found in the input '{}'`);
    assert.match(String(await outcome('States.Format($$.no)')), /The function 'States\.Format\(\$\$\.no\)' had the following error: The JsonPath argument for the field '\$\.no' could not be found in the input '\{"Execution"/);
  });

  test('names that every object has are members like others', async () => {
    assert.match(String(await outputOf('{ "Type": "Pass", "InputPath": "$.constructor", "End": true }', {})), /No results for path/);
    assert.equal(JSON.stringify(await outputOf('{ "Type": "Pass", "Parameters": { "__proto__": { "polluted": true } }, "End": true }', {})), '{"__proto__":{"polluted":true}}');
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  });

  test('JSONata: keys keep their order, and only whole strings are expressions', async () => {
    const output = await outputOf('{ "Type": "Pass", "QueryLanguage": "JSONata", "Output": { "a": "{% $states.input.x & \'!\' %}", "b": " {% 1 %}", "c": ["{%1+1%}"], "d": "{% $states.context.State.Name %}" }, "End": true }', { x: 'hey' });
    assert.equal(JSON.stringify(output), '{"a":"hey!","b":" {% 1 %}","c":[2],"d":"A"}');
  });

  test('JSONata: what goes wrong is told with its place', async () => {
    const outcome = (output: string): Promise<unknown> => outputOf(`{ "Type": "Pass", "QueryLanguage": "JSONata", "Output": { "a": [${JSON.stringify(output)}] }, "End": true }`, {});
    const failed = (expression: string): string => `States.QueryEvaluationError: ${entered} The JSONata expression '${expression}' specified for the field 'Output/a[0]'`;
    assert.equal(await outcome('{% $states.input.x %}'), `${failed('$states.input.x')} returned nothing (undefined).`);
    assert.equal(await outcome('{% function($x){$x} %}'), `${failed('function($x){$x}')} returned an unsupported result type.`);
    assert.equal(await outcome('{% 1 + "a" %}'), `${failed('1 + "a"')} threw an error during evaluation. T2002: The right side of the "+" operator must evaluate to a number`);
    assert.equal(await outcome('{% $eval("1") %}'), `${failed('$eval("1")')} threw an error during evaluation. T1006: Attempted to invoke a non-function`);
    assert.equal(await outcome('{% $range(1, 1e9, 1) %}'), `${failed('$range(1, 1e9, 1)')} threw an error during evaluation: Expression evaluation memory limit exceeded: Check for excessive memory usage`);
  });

  test('a catcher gets a failed expression, and the history tells of it', async () => {
    await checkStory(
      `{ "StartAt": "Ask", "QueryLanguage": "JSONata", "States": {
        "Ask": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": "{% $nothing %}", "End": true, "Catch": [{ "ErrorEquals": ["States.QueryEvaluationError"], "Output": "{% $states.errorOutput.Error %}", "Next": "Sorry" }] },
        "Sorry": { "Type": "Succeed" } } }`,
      {},
      `
        entered Ask
        Ask could not evaluate Arguments
        entered Sorry
        succeeded with "States.QueryEvaluationError"
      `,
    );
  });
});

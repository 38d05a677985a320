// Which texts of a definition can be evaluated where a run stands still.
import assert from 'node:assert/strict';
import { expressionAt, expressionsIn } from '../../../client/src/debug/expressions';
import { cursor } from '../../support/fixture';

suite('expressions of a state', () => {
  const check = (sample: string, expected: readonly string[]): void => {
    const { text, offset } = cursor(sample);
    assert.deepEqual(expressionsIn(text, 'json', offset).map(({ expression }) => expression), expected);
  };

  test('are those about its input', () => {
    check(
      `{ "States": { "<|>A": { "Parameters": { "a.$": "$.a", "b": "$.b" }, "Choices": [{ "Variable": "$.c" }], "ResultSelector": { "d.$": "$.d" }, "Catch": [{ "Assign": { "e.$": "$.e" } }] } } }`,
      ['$.a', '$.c'],
    );
    check(`{ "States": { "<|>A": { "InputPath": "$.in", "Parameters": { "a.$": "$.a" } } } }`, ['$.in']);
  });

  test('are all that JSONata works out, and none of the states inside', () => {
    check(
      `{ "States": { "<|>A": { "Arguments": { "a": "{% $states.input.a %}" }, "Output": "{% $states.result %}", "ItemProcessor": { "States": { "B": { "Output": "{% $b %}" } } } } } }`,
      ['{% $states.input.a %}', '{% $states.result %}'],
    );
  });

  test('are none that give something else each time', () => {
    check(`{ "States": { "<|>A": { "Parameters": { "a.$": "States.UUID()", "b": "{% $now() %}", "c.$": "$.c" } } } }`, ['$.c']);
  });

  test('the one under the cursor', () => {
    const { text, offset } = cursor(`{ "States": { "A": { "Parameters": { "a.$": "$.<|>a" } } } }`);
    assert.deepEqual(expressionAt(text, 'json', offset)?.expression, '$.a');
  });
});

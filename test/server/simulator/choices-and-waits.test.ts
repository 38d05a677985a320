import assert from 'node:assert/strict';
import { checkStory, outcomeOf } from '../../support/story';

/** Where a rule leads for an input: `yes`, `no`, or the error. */
async function choose(rule: string, input: unknown, language = 'JSONPath'): Promise<unknown> {
  const outcome = await outcomeOf(
    `{ "StartAt": "Is it?", "States": { "Is it?": { "Type": "Choice", "QueryLanguage": "${language}", "Choices": [{ ${rule}, "Next": "Yes" }], "Default": "No" },
      "Yes": { "Type": "Pass", "Result": "yes", "End": true }, "No": { "Type": "Pass", "Result": "no", "End": true } } }`,
    {},
    { input: input as never },
  );
  return outcome.status === 'SUCCEEDED' ? outcome.output : outcome.error;
}

const wait = (field: string): string => `{ "StartAt": "Wait", "States": { "Wait": { "Type": "Wait", ${field}, "End": true } } }`;

suite('choices', () => {
  test('a value of another kind never matches', async () => {
    assert.equal(await choose('"Variable": "$.v", "NumericEquals": 1', { v: '1' }), 'no');
    assert.equal(await choose('"Variable": "$.v", "StringEquals": "1"', { v: 1 }), 'no');
    assert.equal(await choose('"Variable": "$.v", "BooleanEquals": false', { v: null }), 'no');
    assert.equal(await choose('"Variable": "$.v", "NumericEquals": 1', { v: 1.0 }), 'yes');
  });

  test('timestamps are points in time, not texts', async () => {
    assert.equal(await choose('"Variable": "$.v", "TimestampEquals": "2025-01-01T01:00:00+01:00"', { v: '2025-01-01T00:00:00Z' }), 'yes');
    assert.equal(await choose('"Variable": "$.v", "TimestampLessThanPath": "$.w"', { v: '2025-01-01T00:00:00Z', w: '2025-01-01T00:00:01Z' }), 'yes');
    assert.equal(await choose('"Variable": "$.v", "TimestampEquals": "2025-01-01T00:00:00Z"', { v: 'yesterday' }), 'no');
  });

  test('a star stands for any text, behind a backslash for itself', async () => {
    assert.equal(await choose('"Variable": "$.v", "StringMatches": "log-*.txt"', { v: 'log-7.txt' }), 'yes');
    assert.equal(await choose('"Variable": "$.v", "StringMatches": "a*b*c"', { v: 'axbxbc' }), 'yes');
    assert.equal(await choose('"Variable": "$.v", "StringMatches": "a*a"', { v: 'a' }), 'no');
    assert.equal(await choose(String.raw`"Variable": "$.v", "StringMatches": "a\\*"`, { v: 'ab' }), 'no');
    assert.equal(await choose(String.raw`"Variable": "$.v", "StringMatches": "a\\*"`, { v: 'a*' }), 'yes');
  });

  test('only IsPresent may look for what is not there', async () => {
    assert.equal(await choose('"Variable": "$.v", "IsPresent": false', {}), 'yes');
    assert.equal(await choose('"Variable": "$.v", "IsNull": true', {}), 'States.Runtime');
    assert.equal(await choose('"And": [{ "Variable": "$.v", "IsPresent": true }, { "Variable": "$.v", "IsNull": true }]', {}), 'no');
  });

  test('JSONata conditions are true or false', async () => {
    assert.equal(await choose('"Condition": "{% $states.input.v > 1 %}"', { v: 2 }, 'JSONata'), 'yes');
    assert.equal(await choose('"Condition": "{% $states.input.v %}"', { v: 2 }, 'JSONata'), 'States.QueryEvaluationError');
  });

  test('without a rule that holds and a Default there is nowhere to go', async () => {
    await checkStory('{ "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": [{ "Variable": "$.v", "IsNull": true, "Next": "B" }] }, "B": { "Type": "Succeed" } } }', {}, `
      entered A
      failed: States.Runtime, An error occurred while executing the state 'A' (entered at the event id #2). Failed to transition out of the state. The state does not point to a next state.
    `, { input: { v: 1 } });
  });
});

suite('waits', () => {
  test('a year takes no time', async () => {
    await checkStory(wait('"Seconds": 31536000'), {}, `
      entered Wait
      waited 31536000 s
      succeeded with {}
    `);
  });

  test('until a time on the clock of the run', async () => {
    await checkStory(wait('"TimestampPath": "$.at"'), {}, `
      entered Wait
      waited 90.5 s
      succeeded with {"at":"2025-01-01T00:01:30.500Z"}
    `, { input: { at: '2025-01-01T00:01:30.500Z' } });
    await checkStory(wait('"Timestamp": "2001-01-01T00:00:00Z"'), {}, `
      entered Wait
      succeeded with {}
    `);
  });

  test('what is no time', async () => {
    const cause = async (field: string, input: unknown): Promise<string> => {
      const outcome = await outcomeOf(wait(field), {}, { input: input as never });
      return outcome.status === 'SUCCEEDED' ? 'succeeded' : (outcome.cause ?? '').replace(/^An error occurred .*?\)\. /, '');
    };
    assert.equal(await cause('"SecondsPath": "$.s"', {}), 'The SecondsPath parameter does not reference an input value: $.s');
    assert.equal(await cause('"SecondsPath": "$.s"', { s: 1.5 }), 'The SecondsPath parameter cannot be parsed as a long value: $.s == 1.5');
    assert.equal(await cause('"SecondsPath": "$.s"', { s: -1 }), 'The SecondsPath parameter references a negative value: $.s == -1');
    assert.equal(await cause('"TimestampPath": "$.t"', {}), 'The TimestampPath parameter does not reference an input value: $.t');
    assert.equal(await cause('"TimestampPath": "$.t"', { t: '2025-01-01 00:00:00Z' }), 'The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: $.t == 2025-01-01 00:00:00Z');
    assert.equal(await cause('"Timestamp": "2125-01-01T00:00:00Z"', {}), 'Wait state delay is too long.');
  });
});

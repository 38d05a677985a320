import assert from 'node:assert/strict';
import { machineOf, outcomeOf, runStory } from '../../support/story';

const loop = '{ "StartAt": "On", "States": { "On": { "Type": "Pass", "Next": "And on" }, "And on": { "Type": "Choice", "Choices": [{ "Variable": "$.stop", "IsPresent": true, "Next": "End" }], "Default": "On" }, "End": { "Type": "Succeed" } } }';

/** What an expression is stopped by. */
async function stoppedBy(expression: string): Promise<string> {
  const outcome = await outcomeOf(machineOf(`{ "Type": "Pass", "QueryLanguage": "JSONata", "Output": ${JSON.stringify(`{% ${expression} %}`)}, "End": true }`));
  return outcome.status === 'SUCCEEDED' ? 'nothing' : `${String(outcome.error)}, ${(outcome.cause ?? '').split(/evaluation[.:] /)[1] ?? ''}`;
}

suite('limits', () => {
  test('a history has 25,000 events, of which the last one says so', async () => {
    const { events, outcome } = await runStory(loop);
    assert.equal(events.length, 25_000);
    assert.deepEqual(outcome, { status: 'FAILED', error: 'States.Runtime', cause: 'The execution reached the maximum number of history events (25000).' });
  });

  test('an Express run has no such limit; one that never ends is ended all the same', async () => {
    const outcome = await outcomeOf(loop, {}, { workflowType: 'EXPRESS', limits: { states: 50_000 } });
    assert.match(outcome.status === 'FAILED' ? (outcome.cause ?? '') : '', /entered more than 50000 states/);
  });

  test('an Express run has five minutes, another one what it says', async () => {
    const wait = (top: string): string => `{ "StartAt": "A", ${top} "States": { "A": { "Type": "Wait", "Seconds": 301, "End": true } } }`;
    assert.equal((await outcomeOf(wait(''), {}, { workflowType: 'EXPRESS' })).status, 'TIMED_OUT');
    assert.equal((await outcomeOf(wait('"TimeoutSeconds": 300,'))).status, 'TIMED_OUT');
    assert.equal((await outcomeOf(wait('"TimeoutSeconds": 302,'))).status, 'SUCCEEDED');
  });

  test('expressions that loop, grow or nest without end are stopped', async () => {
    const timeout = 'States.QueryEvaluationError, Expression evaluation timeout: Check for infinite loop';
    const memory = 'States.QueryEvaluationError, Expression evaluation memory limit exceeded: Check for excessive memory usage';
    assert.equal(await stoppedBy('($f := function() { $f() }; $f())'), timeout);
    assert.equal(await stoppedBy('($f := function($x) { 1 + $f($x) }; $f(1))'), 'States.QueryEvaluationError, Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive');
    assert.equal(await stoppedBy('[1..9000000]'), memory);
    assert.equal(await stoppedBy('($s := function($x) { $s($x & $x) }; $s("aaaa"))'), memory);
    assert.equal(await stoppedBy('$pad("a", 500000000)'), memory);
    assert.equal(await stoppedBy('$match($join([1..40].("a")) & "!", /^(a+)+$/)'), timeout);
  });

  test('expressions get no further than their own data', async () => {
    assert.match(await stoppedBy('$eval("1")'), /T1006/);
    assert.match(await stoppedBy('constructor'), /^States\.QueryEvaluationError/);
    assert.match(await stoppedBy('$states.input.constructor.prototype'), /^States\.QueryEvaluationError/);
    assert.match(await stoppedBy('$string.constructor("return 1")()'), /^States\.QueryEvaluationError/);
  });
});

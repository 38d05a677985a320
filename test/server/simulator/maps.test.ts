import assert from 'node:assert/strict';
import { checkStory, fails, outcomeOf, returns, runStory, type StoryOptions } from '../../support/story';

const each = (more: string, state = '{ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true }', config = '"Mode": "INLINE"'): string => `{ "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, ${more}
  "ItemProcessor": { "ProcessorConfig": { ${config} }, "StartAt": "One", "States": { "One": ${state} } } }, "Sorry": { "Type": "Pass", "End": true } } }`;
const pass = '{ "Type": "Pass", "End": true }';
const distributed = (more: string, state = pass): string => each(more, state, '"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"');

async function outputOf(definition: string, options: StoryOptions): Promise<unknown> {
  const outcome = await outcomeOf(definition, {}, options);
  return outcome.status === 'SUCCEEDED' ? outcome.output : `${String(outcome.error)}: ${String(outcome.cause)}`;
}

suite('maps', () => {
  test('one after the other, where one at a time is asked for', async () => {
    await checkStory(each('"MaxConcurrency": 1, "ItemsPath": "$.xs", "ResultPath": "$.ys",'), { One: [({ arguments: x }) => returns([x])] }, `
      entered Each
      began Each#0
      entered One
      ended Each#0
      began Each#1
      entered One
      ended Each#1
      succeeded with {"xs":[1,2],"ys":[[1],[2]]}
    `, { input: { xs: [1, 2] } });
  });

  test('else all begin before any goes on', async () => {
    await checkStory(each('"ItemSelector": { "at.$": "$$.Map.Item.Index", "x.$": "$$.Map.Item.Value", "of.$": "States.ArrayLength($)" },', pass), {}, `
      entered Each
      began Each#0
      began Each#1
      entered One
      ended Each#0
      entered One
      ended Each#1
      succeeded with [{"at":0,"x":"a","of":2},{"at":1,"x":"b","of":2}]
    `, { input: ['a', 'b'] });
  });

  test('the first item to fail ends the rest', async () => {
    await checkStory(each('"Catch": [{ "ErrorEquals": ["Bad"], "Next": "Sorry" }],'), { One: [({ arguments: x }) => (x === 2 ? fails('Bad', 'two', { after: 1 }) : returns(x, { after: 2 }))] }, `
      entered Each
      began Each#0
      began Each#1
      entered One
      entered One
      One failed: Bad, two
      Each#1 failed
      Each#0 was given up
      entered Sorry
      succeeded with {"Error":"Bad","Cause":"two"}
    `, { input: [1, 2] });
  });

  test('an expression that fails in an item is told once, where it stands', async () => {
    await checkStory(each('"Catch": [{ "ErrorEquals": ["States.QueryEvaluationError"], "ResultPath": null, "Next": "Sorry" }],', '{ "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $nothing %}", "End": true }'), {}, `
      entered Each
      began Each#0
      entered One
      One could not evaluate Output
      Each#0 failed
      entered Sorry
      succeeded with [1]
    `, { input: [1] });
  });

  test('no items, no iterations', async () => {
    assert.deepEqual(await outputOf(each(''), { input: [] }), []);
  });

  test('what is no list', async () => {
    assert.match(String(await outputOf(each(''), { input: {} })), /^States\.Runtime: .*Reference path "\$" must point to array\.$/);
    assert.match(String(await outputOf(each('"QueryLanguage": "JSONata", "Items": "{% 1 %}",'), { input: {} })), /^States\.QueryEvaluationError: .*Expected 'array', but was 'number' for value: 1$/);
  });

  test('fewer than none at a time', async () => {
    assert.match(String(await outputOf(each('"ItemsPath": "$.xs", "MaxConcurrencyPath": "$.n",', pass), { input: { xs: [1], n: -1 } })), /^States\.Runtime: .*MaxConcurrency cannot be negative\.$/);
  });

  test('at most forty at a time', async () => {
    let running = 0;
    let most = 0;
    const { events } = await runStory(each(''), { One: [({ arguments: x }) => returns(x, { after: 1 })] }, { input: Array.from({ length: 100 }, (_, index) => index) });
    for (const event of events) {
      running += event.kind !== 'history' ? 0 : event.type === 'MapIterationStarted' ? 1 : event.type === 'MapIterationSucceeded' ? -1 : 0;
      most = Math.max(most, running);
    }
    assert.equal(most, 40);
  });

  test('a distributed map\'s children have runs of their own', async () => {
    const { events, outcome } = await runStory(distributed(''), {}, { input: [1, 2] });
    assert.deepEqual(outcome, { status: 'SUCCEEDED', output: [1, 2] });
    const executions = new Map<string, string[]>();
    for (const event of events) {
      if (event.kind === 'history') {
        executions.set(event.execution, [...(executions.get(event.execution) ?? []), event.type]);
      }
    }
    assert.deepEqual([...executions.values()], [
      ['ExecutionStarted', 'MapStateEntered', 'MapStateStarted', 'MapRunStarted', 'MapRunSucceeded', 'MapStateSucceeded', 'MapStateExited', 'ExecutionSucceeded'],
      ['ExecutionStarted', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded'],
      ['ExecutionStarted', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded'],
    ]);
  });

  test('where the items of a distributed map come from is in the context', async () => {
    const item = '"ItemSelector": { "item.$": "$$.Map.Item" },';
    assert.deepEqual(await outputOf(distributed(item), { input: ['a'] }), [{ item: { Index: 0, Value: 'a', Source: 'STATE_DATA' } }]);
    assert.deepEqual(await outputOf(each(item, pass), { input: ['a'] }), [{ item: { Index: 0, Value: 'a' } }]);
    assert.deepEqual(await outputOf(distributed(`${item} "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "data", "Key": "in" } },`), { objects: { 'data/in': '[1]' } }), [{ item: { Index: 0, Value: 1, Source: 's3://data/in' } }]);
  });

  test('failures are tolerated up to a bound', async () => {
    const odd = '{ "Type": "Choice", "Choices": [{ "Variable": "$", "NumericLessThan": 3, "Next": "No" }], "Default": "Yes" }, "No": { "Type": "Fail" }, "Yes": { "Type": "Succeed" }';
    assert.deepEqual(await outputOf(distributed('"ToleratedFailureCount": 2,', odd), { input: [1, 2, 3, 4] }), [3, 4]);
    assert.equal(await outputOf(distributed('"ToleratedFailurePercentage": 49,', odd), { input: [1, 2, 3, 4] }), 'States.ExceedToleratedFailureThreshold: The specified tolerated failure threshold was exceeded');
    assert.match(String(await outputOf(distributed('"ToleratedFailurePercentagePath": "$[0]",', odd), { input: [101] })), /ToleratedFailurePercentage must be between 0 and 100\.$/);
  });

  test('items in batches, by number and by size', async () => {
    assert.deepEqual(await outputOf(distributed('"ItemBatcher": { "MaxItemsPerBatch": 2, "BatchInput": { "n.$": "States.ArrayLength($)" } },'), { input: [1, 2, 3] }), [
      { BatchInput: { n: 3 }, Items: [1, 2] },
      { BatchInput: { n: 3 }, Items: [3] },
    ]);
    const large = 'x'.repeat(100);
    assert.deepEqual(await outputOf(distributed('"ItemBatcher": { "MaxInputBytesPerBatch": 250 }, "ResultSelector": { "sizes.$": "$[*].Items.length()" },'), { input: [large] }), { sizes: 1 });
  });

  const reading = (resource: string, config: string, parameters = '"Bucket": "data", "Key": "in"'): string => distributed(`"ItemReader": { "Resource": "arn:aws:states:::s3:${resource}", "ReaderConfig": { ${config} }, "Parameters": { ${parameters} } },`);

  test('items from objects: CSV', async () => {
    const csv = (config: string, text: string): Promise<unknown> => outputOf(reading('getObject', `"InputType": "CSV", ${config}`), { objects: { 'data/in': text } });
    assert.deepEqual(await csv('"CSVHeaderLocation": "FIRST_ROW"', 'a,b\r\n1,"x, ""y"""\n2\n3,4,5\n'), [{ a: '1', b: 'x, "y"' }, { a: '2', b: '' }, { a: '3', b: '4' }]);
    assert.deepEqual(await csv('"CSVHeaderLocation": "GIVEN", "CSVHeaders": ["a"], "CSVDelimiter": "PIPE", "MaxItems": 1', '1|2\n3|4'), [{ a: '1' }]);
    assert.equal(await csv('"CSVHeaderLocation": "FIRST_ROW"', 'a,a\n1,2'), 'States.ItemReaderFailed: CSV headers cannot contain duplicates.');
  });

  test('there is a run only once all that the state says of it is right', async () => {
    const typesFor = async (most: unknown): Promise<string[]> => {
      const definition = reading('getObject', '"InputType": "JSON", "MaxItemsPath": "$.most"');
      const { events } = await runStory(definition, {}, { input: { most } as never, objects: { 'data/in': '[1]' } });
      return events.flatMap((event) => (event.kind === 'history' ? [event.type] : []));
    };
    assert.deepEqual(await typesFor('few'), ['ExecutionStarted', 'MapStateEntered', 'MapStateStarted', 'ExecutionFailed']);
    assert.deepEqual(await typesFor(-1), ['ExecutionStarted', 'MapStateEntered', 'MapStateStarted', 'MapRunStarted', 'MapRunFailed', 'MapStateFailed', 'ExecutionFailed']);
  });

  test('items from objects: JSON, JSON Lines, manifests, a listing', async () => {
    const from = (objects: Record<string, string>, resource: string, config: string, parameters?: string): Promise<unknown> => outputOf(reading(resource, config, parameters), { objects });
    assert.deepEqual(await from({ 'data/in': '{"a":{"b/c":[1,2]}}' }, 'getObject', '"InputType": "JSON", "ItemsPointer": "/a/b~1c"'), [1, 2]);
    assert.equal(await from({ 'data/in': '{}' }, 'getObject', '"InputType": "JSON"'), 'States.ItemReaderFailed: Attempting to map over non-iterable node.');
    assert.deepEqual(await from({ 'data/in': '1\n{"a":2}\n' }, 'getObject', '"InputType": "JSONL"'), [1, { a: 2 }]);
    assert.deepEqual(await from({ 'data/in': 's3://data/one\ns3://data/two', 'data/one': '1', 'data/two': '2' }, 'getObject', '"ManifestType": "ATHENA_DATA", "InputType": "JSONL"'), [1, 2]);
    assert.deepEqual(await from({ 'data/logs/1': 'abc', 'data/other': '' }, 'listObjectsV2', '', '"Bucket": "data", "Prefix": "logs/"'), [{ Etag: '', Key: 'logs/1', LastModified: 0, Size: 3, StorageClass: 'STANDARD' }]);
    assert.match(String(await from({}, 'getObject', '"InputType": "JSON"')), /^States\.ItemReaderFailed/);
  });

  test('results to a bucket', async () => {
    const objects: Record<string, string> = {};
    const output = (await outputOf(distributed('"ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Bucket": "out", "Prefix": "runs" } },'), { input: [1], objects })) as { ResultWriterDetails: { Key: string } };
    const { Key } = output.ResultWriterDetails;
    assert.match(Key, /^runs\/[\da-f-]{36}\/manifest\.json$/);
    const manifest = JSON.parse(objects[`out/${Key}`] ?? '') as { ResultFiles: { SUCCEEDED: { Key: string }[] } };
    const records = JSON.parse(objects[`out/${manifest.ResultFiles.SUCCEEDED[0]?.Key ?? ''}`] ?? '') as { Input: string; Output: string; Status: string }[];
    assert.deepEqual(records.map(({ Input, Output, Status }) => [Input, Output, Status]), [['1', '1', 'SUCCEEDED']]);
  });
});

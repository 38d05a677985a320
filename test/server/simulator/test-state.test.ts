import assert from 'node:assert/strict';
import { testState, type TestStateCase, type TestStateResult } from '../../../server/src/simulator/test-state';
import { services } from '../../support/services';

const charge = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { 'Payload.$': '$.order' }, ResultPath: '$.paid', Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 3, MaxAttempts: 2 }], Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Sorry' }], Next: 'Thanks' };
const ask = (more: Omit<TestStateCase, 'definition'>, definition: TestStateCase['definition'] = charge): Promise<TestStateResult> => testState({ definition, input: { order: 7 }, ...more }, services);
const throws = { errorOutput: { error: 'Busy', cause: 'wait' } };

suite('one state by itself', () => {
  test('with each step of its data', async () => {
    const result = await ask({ request: { mock: { result: '{"StatusCode":200}' } } });
    assert.deepEqual(result, {
      status: 'SUCCEEDED',
      output: { order: 7, paid: { StatusCode: 200 } },
      nextState: 'Thanks',
      inspectionData: {
        input: { order: 7 },
        afterInputPath: { order: 7 },
        afterParameters: { Payload: 7 },
        result: { StatusCode: 200 },
        afterResultSelector: { StatusCode: 200 },
        afterResultPath: { order: 7, paid: { StatusCode: 200 } },
      },
    });
  });

  test('a failure that would be retried, and one that is caught', async () => {
    const retried = await ask({ request: { mock: throws, stateConfiguration: { retrierRetryCount: 1 } } });
    assert.ok('status' in retried && retried.status === 'RETRIABLE');
    assert.deepEqual(retried.inspectionData['errorDetails'], { retryBackoffIntervalSeconds: 6, retryIndex: 0 });
    const caught = await ask({ request: { mock: throws, stateConfiguration: { retrierRetryCount: 2 } } });
    assert.ok('status' in caught && caught.status === 'CAUGHT_ERROR');
    assert.deepEqual([caught.nextState, caught.output], ['Sorry', { Error: 'Busy', Cause: 'wait' }]);
  });

  test('with the variables that there are after it', async () => {
    const set = { Type: 'Pass', Assign: { 'b.$': '$a', c: 3 }, End: true };
    const variablesAfter = async (variables: TestStateCase['request'], definition: TestStateCase['definition']): Promise<unknown> => {
      const result = await ask({ request: { variables: variables ?? {} } }, definition);
      return 'inspectionData' in result && result.inspectionData['variables'];
    };
    assert.deepEqual(await variablesAfter({ a: 1, c: 2 }, set), { a: 1, b: 1, c: 3 });
    assert.equal(await variablesAfter({}, { Type: 'Pass', End: true }), undefined);
  });

  test('what the service refuses of the call', async () => {
    const refused = async (request: TestStateCase['request'], definition?: TestStateCase['definition']): Promise<unknown> => ((await ask(request === undefined ? {} : { request }, definition)) as { message?: string }).message;
    assert.equal(await refused({ mock: { result: '{' } }), 'Mocked result must be valid JSON');
    assert.equal(await refused({ mock: { result: '{"StatusCode":"200"}' } }), "Mock result schema validation error: Field 'StatusCode' must be a number");
    assert.equal(await refused({ mock: throws }, { Type: 'Pass', End: true }), "State type 'Pass' is not supported when a mock is specified");
    assert.equal(await refused({ stateName: 'Nope' }, { StartAt: 'A', States: { A: { Type: 'Succeed' } } }), 'State not found in definition');
  });

  test('a mock has the form of what it stands for', async () => {
    const start = { Type: 'Task', Resource: 'arn:aws:states:::states:startExecution', End: true };
    const each = { Type: 'Map', ItemProcessor: { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } }, End: true };
    const both = { Type: 'Parallel', Branches: [each.ItemProcessor, { StartAt: 'B', States: { B: { Type: 'Pass', End: true } } }], End: true };
    const refused = async (definition: TestStateCase['definition'], result: string, mode?: string): Promise<unknown> =>
      ((await ask({ input: [1], request: { mock: { result, ...(mode === undefined ? {} : { fieldValidationMode: mode }) } } }, definition)) as { message?: string }).message;
    assert.equal(await refused(each, '{}'), 'Mocked result must be an array.');
    assert.equal(await refused({ ...each, ResultWriter: {} }, '[]'), 'Mocked result must be a JSON object.');
    assert.equal(await refused(both, '{}'), 'Mocked result must be an array.');
    assert.equal(await refused(both, '[1]'), 'Mocked result must contain the same number of items as number of Parallel branches.');
    assert.equal(await refused(both, '[1,2]'), undefined);
    assert.equal(await refused(start, '[]'), 'Mocked result must be a JSON object.');
    assert.equal(await refused(start, '{}'), "Mock result schema validation error: Required field 'ExecutionArn' is missing");
    assert.equal(await refused(start, '{}', 'PRESENT'), undefined);
    const head = { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:headObject', End: true };
    assert.equal(await refused(head, '{"StorageClass":"WARM"}', 'PRESENT'), "Mock result schema validation error: Field 'StorageClass' is not an expected value");
    assert.equal(await refused(head, '{"StorageClass":"WARM"}', 'NONE'), undefined);
  });

  test('a context object has members of the real one alone', async () => {
    const refused = async (context: TestStateCase['request']): Promise<unknown> => ((await ask({ request: { mock: { result: '{}' }, context: context ?? null } })) as { message?: string }).message;
    assert.equal(await refused({ Execution: { Id: 'x', Input: [1] }, State: {} }), undefined);
    assert.equal(await refused({ Pokedex: 1 }), "Invalid Context object provided: Field 'Pokedex' is not allowed");
    assert.equal(await refused({ Execution: { Id: 1 } }), 'Invalid Context object provided: Execution.Id must be a string');
    assert.equal(await refused({ Map: {} }), "Invalid Context object provided: 'Map' field is not supported when mocking a Context object");
  });

  test('no more items fail than there are', async () => {
    const each = { Type: 'Map', ToleratedFailureCount: 3, ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, StartAt: 'A', States: { A: { Type: 'Pass', End: true } } }, End: true };
    const answer = async (failures: number, mock?: TestStateCase['request']): Promise<unknown> => {
      const result = await ask({ input: [1, 2, 3], request: { ...(mock === undefined ? {} : { mock }), stateConfiguration: { mapIterationFailureCount: failures } } }, each);
      return 'exception' in result ? result.message : result.status;
    };
    assert.equal(await answer(3, { result: '[]' }), 'SUCCEEDED');
    assert.equal(await answer(4, { result: '[]' }), 'Map iteration failure count must be less than or equal to the number of Map iterations');
    assert.equal(await answer(1), 'TestState does not support MapIterationFailureCount when a mock is not specified.');
  });
});

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

  test('what the service refuses of the call', async () => {
    const refused = async (request: TestStateCase['request'], definition?: TestStateCase['definition']): Promise<unknown> => ((await ask(request === undefined ? {} : { request }, definition)) as { message?: string }).message;
    assert.equal(await refused({ mock: { result: '{' } }), 'Mocked result must be valid JSON');
    assert.equal(await refused({ mock: { result: '{"StatusCode":"200"}' } }), "Mock result schema validation error: Field 'StatusCode' must be a number");
    assert.equal(await refused({ mock: throws }, { Type: 'Pass', End: true }), "State type 'Pass' is not supported when a mock is specified");
  });
});

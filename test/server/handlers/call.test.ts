// Functions of one's own, run for real.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json } from '../../../server/src/expressions/value';
import { callHandler } from '../../../server/src/handlers/call';
import { scriptedMocks } from '../../../server/src/simulator/mocks/scripted';
import type { TaskCall } from '../../../server/src/simulator/world';

suite('functions of one\'s own', () => {
  let folder: string;
  setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'stepwise-handlers-'));
    mkdirSync(join(folder, 'src'));
  });
  teardown(() => {
    rmSync(folder, { recursive: true });
  });

  function call(handler: string, event: Json = { n: 20 }, options = {}) {
    return callHandler(handler, event, { folder, ...options });
  }

  test('an ES module that promises, with what it prints kept apart from what it answers', async () => {
    writeFileSync(join(folder, 'src/app.mjs'), 'export const handler = async ({ n }, { functionName }) => { console.log("{}"); return { twice: n * 2, functionName }; };');
    const printed: string[] = [];
    assert.deepEqual(await call('./src/app.mjs#handler', { n: 20 }, { print: (text: string) => printed.push(text) }), { value: { twice: 40, functionName: 'handler' } });
    assert.deepEqual(printed, ['{}\n']);
  });

  test('CommonJS, with a callback, and one that says nothing', async () => {
    writeFileSync(join(folder, 'src/app.cjs'), 'exports.run = (event, context, callback) => { setTimeout(() => callback(null, event.n + 1), 5); }; exports.quiet = () => {};');
    assert.deepEqual([await call('src/app.cjs#run'), await call('src/app.cjs#quiet')], [{ value: 21 }, { value: null }]);
  });

  test('a large answer comes whole', async () => {
    writeFileSync(join(folder, 'a.mjs'), 'export const large = () => "x".repeat(2_000_000);');
    const result = await call('./a.mjs#large');
    assert.equal('value' in result && typeof result.value === 'string' && result.value.length, 2_000_000);
  });

  test('errors are told as Lambda tells them: thrown, rejected, and those that nobody waited for', async () => {
    writeFileSync(join(folder, 'a.mjs'), `
      class OutOfStock extends Error { name = 'OutOfStock'; }
      export const thrown = () => { throw new OutOfStock('no pens'); };
      export const text = () => Promise.reject('just text');
      export const late = () => new Promise(() => { setTimeout(() => { throw new TypeError('later'); }, 5); });
    `);
    const of = async (name: string): Promise<unknown> => {
      const result = await call(`./a.mjs#${name}`);
      assert.ok('errorType' in result);
      const { trace, ...error } = result.error as { trace: string[] };
      return [result.errorType, error, trace.length > 0];
    };
    assert.deepEqual(await of('thrown'), ['OutOfStock', { errorType: 'OutOfStock', errorMessage: 'no pens' }, true]);
    assert.deepEqual(await of('text'), ['string', { errorType: 'string', errorMessage: 'just text' }, false]);
    assert.deepEqual(await of('late'), ['TypeError', { errorType: 'TypeError', errorMessage: 'later' }, true]);
  });

  test('Python', async function () {
    if (spawnSync('python3', ['--version']).status !== 0) {
      this.skip();
    }
    writeFileSync(join(folder, 'src/app.py'), 'class OutOfStock(Exception):\n  pass\ndef handler(event, context):\n  print("hello")\n  if event["n"] > 20:\n    raise OutOfStock("no pens")\n  return {"twice": event["n"] * 2, "name": context.function_name}\n');
    assert.deepEqual(await call('./src/app.py#handler'), { value: { twice: 40, name: 'handler' } });
    const failed = await call('./src/app.py#handler', { n: 21 });
    assert.ok('errorType' in failed);
    assert.deepEqual([failed.errorType, (failed.error as { errorMessage: string }).errorMessage], ['OutOfStock', 'no pens']);
  });

  test('what can\'t be called is told', async () => {
    writeFileSync(join(folder, 'a.mjs'), 'export const slow = () => new Promise(() => setInterval(() => {}, 1000)); export const exits = () => process.exit(3); export const never = () => new Promise(() => {});');
    writeFileSync(join(folder, 'broken.mjs'), 'export const run = (;');
    await assert.rejects(call('./a.mjs#nothing'), /the file exports no function "nothing"/);
    await assert.rejects(call('./gone.mjs#run'), /There is no .*gone\.mjs, which a mock calls\./);
    await assert.rejects(call('./broken.mjs#run'), /the file can't be read/);
    await assert.rejects(call('./a.txt#run'), /functions are in \.mjs, \.js, \.cjs or \.py files/);
    await assert.rejects(call('../outside.mjs#run'), /lies outside of/);
    await assert.rejects(call('./a.mjs#exits'), /ended without an answer \(exit code 3\)/);
    await assert.rejects(call('./a.mjs#never'), /never answers: it gave a promise, and nothing is left that could settle it\./);
    await assert.rejects(call('./a.mjs#slow', {}, { milliseconds: 300 }), /did not answer within 0\.3 seconds/);
  });

  test('a task that is mocked by one: what the function is given, and what comes of its answer', async () => {
    writeFileSync(join(folder, 'a.mjs'), 'export const run = (event) => { if (event.fail) throw new RangeError("too far"); return { seen: event }; };');
    const answer = (resource: string, given: Json): Promise<unknown> =>
      scriptedMocks([{ A: { handler: './a.mjs#run', delay: 2 } }], () => 0.5, 0, { callHandler: (handler, event) => call(handler, event) })(
        { state: 'A', path: ['A'], resource, arguments: given, input: {}, attempt: 0, iteration: undefined, token: undefined } satisfies TaskCall);
    assert.deepEqual(await answer('arn:aws:states:::lambda:invoke', { FunctionName: 'f', Payload: { n: 1 } }), { is: 'result', value: { ExecutedVersion: '$LATEST', Payload: { seen: { n: 1 } }, StatusCode: 200 }, after: 2 });
    assert.deepEqual(await answer('arn:aws:lambda:us-east-1:123456789012:function:f', { n: 1 }), { is: 'result', value: { seen: { n: 1 } }, after: 2 });
    assert.deepEqual(await answer('arn:aws:states:::aws-sdk:lambda:invoke', { FunctionName: 'f', Payload: '{"n":1}' }), { is: 'result', value: { ExecutedVersion: '$LATEST', Payload: '{"seen":{"n":1}}', StatusCode: 200 }, after: 2 });
    const failed = (await answer('arn:aws:states:::lambda:invoke', { Payload: { fail: true } })) as { is: string; error: string; cause: string };
    assert.deepEqual([failed.is, failed.error, (JSON.parse(failed.cause) as { errorMessage: string }).errorMessage], ['error', 'RangeError', 'too far']);
  });
});

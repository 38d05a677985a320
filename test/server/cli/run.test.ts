// The built command as a process, in a folder of its own.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const cli = join(import.meta.dirname, '../../../dist/cli.js');

const charge = { StartAt: 'Charge', States: { Charge: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Retry: [{ ErrorEquals: ['Busy'] }], End: true } } };
const mockConfig = {
  StateMachines: { Order: { TestCases: { Happy: { Charge: 'Ok' }, Retried: { Charge: 'Later' } } } },
  MockedResponses: { Ok: { '0': { Return: 'paid' } }, Later: { '0-1': { Throw: { Error: 'Busy', Cause: 'try again' } }, '2': { Return: 'paid late' } } },
};

suite('stepwise run', () => {
  let folder: string;
  setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'stepwise-run-'));
    put('charge.asl.json', charge);
    put('mocks.json', mockConfig);
  });
  teardown(() => {
    rmSync(folder, { recursive: true });
  });

  function put(path: string, content: unknown): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  }

  function run(args: string[], input = ''): { status: number | null; stdout: string; stderr: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'run', ...args], { cwd: folder, input, env: { ...process.env, NO_COLOR: '1' }, encoding: 'utf8' });
    return { status, stdout, stderr };
  }

  function runTests(...args: string[]): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(process.execPath, [cli, 'test', ...args], { cwd: folder, env: { ...process.env, NO_COLOR: '1' }, encoding: 'utf8' });
  }

  test('a history to read, by AWS\'s file with mocks', () => {
    const { status, stdout } = run(['charge.asl.json', '--input', '{"n":1}', '--mocks', 'mocks.json', '--case', 'Retried']);
    assert.equal(status, 0);
    assert.deepEqual(stdout.split('\n').map((line) => line.trim().replace(/ +/g, ' ')), [
      '0:00:00.000 1 ExecutionStarted {"n":1}',
      '0:00:00.000 2 TaskStateEntered Charge {"n":1}',
      '0:00:00.000 3 TaskScheduled Charge {"n":1}',
      '0:00:00.000 4 TaskStarted Charge',
      '0:00:00.000 5 TaskFailed Charge Busy: try again',
      'waited 1 s',
      '0:00:01.000 6 TaskScheduled Charge {"n":1}',
      '0:00:01.000 7 TaskStarted Charge',
      '0:00:01.000 8 TaskFailed Charge Busy: try again',
      'waited 2 s',
      '0:00:03.000 9 TaskScheduled Charge {"n":1}',
      '0:00:03.000 10 TaskStarted Charge',
      '0:00:03.000 11 TaskSucceeded Charge "paid late"',
      '0:00:03.000 12 TaskStateExited Charge "paid late"',
      '0:00:03.000 13 ExecutionSucceeded Charge "paid late"',
      'SUCCEEDED',
      '"paid late"',
      '',
    ]);
  });

  test('a machine that a task starts is run where it lies beside', () => {
    const arn = 'arn:aws:states:eu-west-1:111111111111:stateMachine:Inner';
    put('outer.asl.json', { StartAt: 'Start', States: { Start: { Type: 'Task', Resource: 'arn:aws:states:::states:startExecution.sync:2', Parameters: { StateMachineArn: arn }, OutputPath: '$.Output', End: true } } });
    put('Inner.asl.yaml', 'StartAt: Give\nStates:\n  Give: { Type: Pass, Result: given, End: true }\n');
    const { status, stdout } = run(['outer.asl.json', '--format', 'json']);
    assert.equal(status, 0);
    assert.equal((JSON.parse(stdout) as { output: unknown }).output, 'given');
  });

  test('a history as AWS gives it', () => {
    const { status, stdout } = run(['charge.asl.json', '--mocks', 'mocks.json', '--case', 'Order#Happy', '--format', 'json', '--start', '2030-05-05T00:00:00Z']);
    assert.equal(status, 0);
    const { events, ...outcome } = JSON.parse(stdout) as { events: unknown[] };
    assert.deepEqual(outcome, { status: 'SUCCEEDED', output: 'paid' });
    assert.deepEqual(events[2], {
      timestamp: '2030-05-05T00:00:00.000Z',
      type: 'TaskScheduled',
      id: 3,
      previousEventId: 2,
      taskScheduledEventDetails: { resourceType: 'lambda', resource: 'invoke', region: 'us-east-1', parameters: '{}' },
    });
    assert.deepEqual(events[5], { timestamp: '2030-05-05T00:00:00.000Z', type: 'TaskStateExited', id: 6, previousEventId: 5, stateExitedEventDetails: { name: 'Charge', output: '"paid"', outputDetails: { truncated: false } } });
  });

  test('a failed run is exit code 1, a task without a mock 2', () => {
    put('fail.asl.yaml', 'StartAt: No\nStates:\n  "No":\n    Type: Fail\n    Error: Nope\n    Cause: not today\n');
    const failed = run(['fail.asl.yaml']);
    assert.equal(failed.status, 1);
    assert.match(failed.stdout, /FAILED Nope: not today/);
    const missing = run(['charge.asl.json']);
    assert.deepEqual([missing.status, missing.stderr], [2, 'stepwise: No mock answers the task "Charge". Give it one with --mocks, or let it answer by --defaults.\n']);
  });

  test('one machine of a template', () => {
    const machine = (result: string): object => ({ Type: 'AWS::Serverless::StateMachine', Properties: { Definition: { StartAt: 'A', States: { A: { Type: 'Pass', Result: result, End: true } } } } });
    put('template.json', { Resources: { One: machine('first'), Two: machine('second') } });
    assert.match(run(['template.json']).stderr, /several state machines: name one with --machine\. It has "One" and "Two"\./);
    assert.match(run(['template.json', '--machine', 'Two']).stdout, /SUCCEEDED\n"second"/);
  });

  test('buckets are folders, and nothing outside of them is read', () => {
    const reading = { StartAt: 'M', States: { M: { Type: 'Map', ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { InputType: 'JSONL' }, Parameters: { 'Bucket.$': '$.b', 'Key.$': '$.k' } }, ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' }, StartAt: 'P', States: { P: { Type: 'Pass', End: true } } }, End: true } } };
    put('read.asl.json', reading);
    put('buckets/data/in.jsonl', '1\n2\n');
    put('secret.jsonl', '"secret"\n');
    assert.match(run(['read.asl.json', '--buckets', 'buckets', '--input', '{"b":"data","k":"in.jsonl"}']).stdout, /SUCCEEDED\n\[\n {2}1,\n {2}2\n\]/);
    assert.match(run(['read.asl.json', '--buckets', 'buckets', '--input', '{"b":"..","k":"secret.jsonl"}']).stdout, /FAILED States\.ItemReaderFailed/);
    assert.match(run(['read.asl.json', '--buckets', 'buckets', '--input', '{"b":"data","k":"gone"}']).stderr, /There is no s3:\/\/data\/gone: buckets.data.gone can't be read\./);
    assert.match(run(['read.asl.json', '--buckets', 'gone']).stderr, /--buckets takes a folder .*, and gone is none\./);
    assert.match(run(['read.asl.json', '--input', '{"b":"data","k":"gone"}']).stdout, /There are no buckets to read items from\. --buckets FOLDER/);
    assert.ok(existsSync(join(folder, 'secret.jsonl')));
  });

  test('a case a line, a result a line', () => {
    const lines = [JSON.stringify({ id: 'a', definition: charge, input: 1, mocks: { Charge: [{ outcome: 'TaskSucceeded', output: 2 }] } }), 'no JSON', JSON.stringify({ id: 'c', definition: charge })];
    const { status, stdout } = run(['--batch'], lines.join('\n'));
    assert.equal(status, 0);
    const results = stdout.trim().split('\n').map((line) => JSON.parse(line) as { id: string | null; status: string; output?: unknown; error?: string; events: { type: string }[] });
    assert.deepEqual(results.map(({ id, status: each, output, error }) => [id, each, output ?? error]), [['a', 'SUCCEEDED', 2], [null, 'FAILED', 'Stepwise.InvalidCase'], ['c', 'FAILED', 'Stepwise.MissingMock']]);
    assert.deepEqual(results[0]?.events.at(-1), { id: 7, prev: 6, type: 'ExecutionSucceeded', output: 2 });
  });

  test('a case has its mocks in any form; what is no case is told', () => {
    const lines = [{ id: 'rules', definition: charge, mocks: { Charge: { return: 3 } } }, { id: 'file', definition: charge, mocks: { mocks: { Charge: { return: 4 } } } }, { id: 'none' }, null].map((each) => JSON.stringify(each));
    const results = run(['--batch'], lines.join('\n')).stdout.trim().split('\n').map((line) => JSON.parse(line) as { output?: unknown; cause?: string });
    assert.deepEqual(results.map(({ output, cause }) => output ?? cause), [3, 4, 'A case has a "definition", which is an object.', 'A case has a "definition", which is an object.']);
    assert.match(run(['--batch', 'charge.asl.json']).stderr, /--batch reads cases from standard input, and takes no file\./);
  });

  test('the end of a Map is told under its own name, wherever in it the failure was', () => {
    put('each.asl.json', { StartAt: 'Each', States: { Each: { Type: 'Map', ItemProcessor: { StartAt: 'Inner', States: { Inner: { Type: 'Map', ItemProcessor: { StartAt: 'One', States: { One: { Type: 'Fail', Error: 'Broken' } } }, End: true } } }, End: true } } });
    assert.match(run(['each.asl.json', '--input', '[[1]]']).stdout, /MapStateFailed Inner\n[^]*MapStateFailed Each\n.*ExecutionFailed Each {2}Broken\n/);
  });

  const cases = `mocks:
  Charge: { return: { paid: "{% $arguments.n %}" } }
cases:
  at once:
    input: { n: 3 }
    expect: { output: { paid: 3 }, path: [Charge] }
  busy:
    input: { n: 4 }
    mocks:
      Charge: [{ attempt: 0-2, throw: { error: Busy, cause: not now } }]
    expect: { output: { paid: 4 } }
  never:
    mocks: { Charge: { throw: { error: Broken } } }
    expect: { error: Broken }
`;

  test('mocks beside the definition are found, and a case of them brings its input', () => {
    put('charge.asl.mocks.yaml', cases);
    assert.match(run(['charge.asl.json', '--case', 'busy']).stdout, /TaskFailed Charge {2}Busy: not now[^]*SUCCEEDED\n\{\n {2}"paid": 4\n\}/);
    assert.match(run(['charge.asl.json', '--input', '{"n":9}']).stdout, /"paid": 9/);
    assert.match(run(['charge.asl.json', '--case', 'none']).stderr, /has no case "none"\. It has "at once", "busy" and "never"\./);
  });

  test('stepwise test: each case against what it expects, and what none of them went through', () => {
    put('charge.asl.mocks.yaml', cases);
    assert.deepEqual([runTests().status, runTests().stdout.split('\n')], [0, ['charge.asl.mocks.yaml', '  ✓ at once', '  ✓ busy', '  ✓ never', '  1 of 1 states, 0 of 0 transitions', '3 passed, 0 failed', '']]);
    put('charge.asl.mocks.yaml', cases.replace('paid: 3 }', 'paid: 30 }').replace('error: Broken }\n', 'error: Other }\n'));
    const { status, stdout } = runTests('charge.asl.json', 'charge.asl.mocks.yaml', '--junit', 'results/all.xml');
    assert.equal(status, 1);
    assert.match(stdout, /✗ at once\n {6}output\.paid is 3, and not 30\n/);
    assert.match(stdout, /✗ never\n {6}error is "Broken", and not "Other"\n/);
    assert.match(readFileSync(join(folder, 'results/all.xml'), 'utf8'), /tests="3" failures="2" errors="0">[^]*<failure message="output\.paid is 3, and not 30"/);
  });

  test('stepwise test: what the editor marks in a file with mocks is told, and no slip passes', () => {
    put('charge.asl.mocks.yaml', 'mocks:\n  Charge: { return: { } }\n  Chrage: { return: { } }\ncases:\n  slip: { expct: { output: 2 } }\n');
    const { status, stdout } = runTests('--junit', 'results.xml');
    assert.equal(status, 1);
    assert.match(stdout, /charge\.asl\.mocks\.yaml:3:3 The state machine has no state "Chrage", .* Did you mean "Charge"\?\n/);
    assert.match(stdout, /charge\.asl\.mocks\.yaml:5:11 "expct" says nothing here\. .* Did you mean "expect"\?\n {2}✓ slip\n[^]*1 passed, 0 failed; mistakes in 1 file\n/);
    assert.match(readFileSync(join(folder, 'results.xml'), 'utf8'), /tests="2" failures="0" errors="1">\n {4}<testcase classname="charge\.asl\.mocks\.yaml" name="the file itself">\n {6}<error message="charge\.asl\.mocks\.yaml:5:11/);
    assert.match(run(['charge.asl.json']).stderr, /^stepwise: charge\.asl\.mocks\.yaml:3:3 The state machine has no state "Chrage"/);
  });

  test('stepwise test: a file that can\'t be read keeps no other from being tested', () => {
    put('broken.asl.json', charge);
    put('broken.asl.mocks.yaml', 'cases:\n\t- a\n');
    put('charge.asl.mocks.yaml', cases);
    const { status, stdout } = runTests('--junit', 'results.xml');
    assert.equal(status, 2);
    assert.match(stdout, /^broken\.asl\.mocks\.yaml\n {2}broken\.asl\.mocks\.yaml can't be read as it is \(line 2, column 1\): YAML takes no tabs[^]*3 passed, 0 failed; mistakes in 1 file\n/);
    assert.match(readFileSync(join(folder, 'results.xml'), 'utf8'), /name="broken\.asl\.mocks\.yaml" tests="1" failures="0" errors="1"/);
  });

  test('tasks without a mock answer by default where that is asked for', () => {
    const train = { StartAt: 'Train', States: { Train: { Type: 'Task', Resource: 'arn:aws:states:::sagemaker:createTrainingJob.sync', OutputPath: '$.TrainingJobStatus', End: true } } };
    put('train.asl.json', train);
    assert.match(run(['train.asl.json']).stderr, /No mock answers the task "Train"\. Give it one with --mocks, or let it answer by --defaults\./);
    assert.match(run(['train.asl.json', '--defaults']).stdout, /SUCCEEDED\n"Completed"/);
    put('train.asl.mocks.yaml', 'mocks: { Train: { default: true } }');
    assert.match(run(['train.asl.json']).stdout, /SUCCEEDED\n"Completed"/);
  });

  test('a function of one\'s own runs where that is allowed, and its error is that of the task', () => {
    put('src/pay.mjs', 'export const handler = ({ n }) => { if (n > 5) throw Object.assign(new Error("too much"), { name: "Busy" }); return { paid: n }; };');
    put('charge.asl.json', { StartAt: 'Charge', States: { Charge: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:pay', End: true } } });
    put('charge.asl.mocks.yaml', 'mocks: { Charge: { handler: "./src/pay.mjs#handler" } }\ncases: { small: { input: { n: 1 }, expect: { output: { paid: 1 } } } }');
    assert.match(run(['charge.asl.json', '--input', '{"n":3}']).stderr, /calls \.\/src\/pay\.mjs#handler, and no code is run here.*--allow-handlers/);
    assert.match(run(['charge.asl.json', '--input', '{"n":3}', '--allow-handlers']).stdout, /SUCCEEDED\n\{\n {2}"paid": 3\n\}/);
    assert.match(run(['charge.asl.json', '--input', '{"n":9}', '--allow-handlers']).stdout, /FAILED Busy/);
    assert.deepEqual([runTests().status, runTests('--allow-handlers').status], [1, 0]);
  });

  test('stepwise mocks: shown, written, and added to', () => {
    const mocks = (...args: string[]): { status: number | null; stdout: string; stderr: string } => spawnSync(process.execPath, [cli, 'mocks', ...args], { cwd: folder, encoding: 'utf8' });
    assert.match(mocks('charge.asl.json').stdout, /mocks:\n {2}Charge:\n[^]*StatusCode: 200\n/);
    assert.equal(mocks('charge.asl.json', '--write').stdout, 'charge.asl.mocks.yaml\n');
    assert.match(run(['charge.asl.json']).stdout, /SUCCEEDED/);
    put('charge.asl.mocks.yaml', 'cases: { mine: {} }\n');
    assert.equal(mocks('charge.asl.json', '--write').stdout, 'charge.asl.mocks.yaml: Added "Charge".\n');
    assert.match(readFileSync(join(folder, 'charge.asl.mocks.yaml'), 'utf8'), /^cases: \{ mine: \{\} \}\nmocks:\n {2}Charge:/);
    assert.match(mocks('gone.asl.json').stderr, /gone\.asl\.json does not exist/);
  });

  test('stepwise test: a machine that a task starts is run, unless a mock answers the task', () => {
    put('parent.asl.json', { StartAt: 'Begin', States: { Begin: { Type: 'Task', Resource: 'arn:aws:states:::states:startExecution.sync:2', Parameters: { StateMachineArn: 'arn:aws:states:us-east-1:111111111111:stateMachine:child' }, ResultSelector: { 'gave.$': '$.Output' }, End: true } } });
    put('child.asl.json', { StartAt: 'A', States: { A: { Type: 'Pass', Result: 7, End: true } } });
    put('parent.asl.mocks.yaml', 'cases: { both: { expect: { output: { gave: 7 }, path: [Begin] } } }\n');
    const { status, stdout } = runTests();
    assert.deepEqual([status, stdout.split('\n').slice(0, 3)], [0, ['parent.asl.mocks.yaml', '  ✓ both', '  1 of 1 states, 0 of 0 transitions']]);
  });

  test('slips in the call are told', () => {
    assert.match(run(['charge.asl.json', '--mocks', 'mocks.json']).stderr, /has several cases: name one with --case\. It has "Order#Happy" and "Order#Retried"\./);
    assert.match(run(['charge.asl.json', '--input', '{"a":']).stderr, /--input can't be read as it is \(line 1, column \d\)/);
    assert.match(run(['charge.asl.json', '--input', '']).stderr, /--input is empty\./);
    assert.match(run(['charge.asl.json', '--input', 'gone.json']).stderr, /^stepwise: gone\.json does not exist\./);
    put('2025-01.json', { n: 1 });
    assert.match(run(['charge.asl.json', '--input', '2025-01.json']).stdout, /ExecutionStarted {3}\{"n":1\}/);
    assert.match(run(['.']).stderr, /^stepwise: \. is a folder, and not a file\./);
    assert.match(runTests('charge.asl.json').stderr, /charge\.asl\.json has no cases beside it: stepwise mocks "charge\.asl\.json" --write makes a first one\./);
    assert.match(run([]).stderr, /Name one file with a state machine/);
  });
});

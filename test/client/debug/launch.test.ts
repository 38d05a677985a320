// How a run is started: inputs, mocks, templates, and what is refused.
import assert from 'node:assert/strict';
import { checkDebugging, DebugClient } from '../../support/debug';

const task = `{
  "StartAt": "Charge",
  "States": {
    "Charge": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge", "End": true }
  }
}`;

const template = `
Resources:
  Order:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: One
        States:
          One: { Type: Pass, End: true }
  Refund:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Two
        States:
          Two: { Type: Pass, End: true }
`;

const pass = `{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }`;

const aws = {
  StateMachines: { Order: { TestCases: { Fine: { Charge: 'Charged' }, Broken: { Charge: 'Refused' } } } },
  MockedResponses: { Charged: { 0: { Return: { ok: true } } }, Refused: { 0: { Throw: { Error: 'NoCard', Cause: 'none' } } } },
};

suite('starting', () => {
  test('with an input that is a value, its text, or a file', async () => {
    const ends = `
      > start
      | SUCCEEDED [
      |   1
      | ]
      ended
    `;
    await checkDebugging(pass, { input: [1] }, ends);
    await checkDebugging(pass, { input: ' [1]' }, ends);
    await checkDebugging(pass, { input: '/project/input.yaml', files: { '/project/input.yaml': '- 1\n' } }, ends);
  });

  test('with a case of AWS\'s file of mocks', async () => {
    await checkDebugging(task, { mocks: aws, case: 'Order#Broken' }, `
      > start
      stopped (exception) in Charge (Task):4  NoCard: none
    `);
    await refused(task, { mocks: '/project/mocks.json' }, /several cases: name one with "case"\. It has "Order#Fine" and "Order#Broken"\./, { '/project/mocks.json': JSON.stringify(aws) });
  });

  test('with a case of mocks beside the definition, and its input', async () => {
    const mocks = { mocks: { Charge: { return: '{% $input.amount * 2 %}' } }, cases: { small: { input: { amount: 7 } } } };
    await checkDebugging(task, { mocks, case: 'small' }, `
      > start
      | SUCCEEDED 14
      ended
    `);
  });

  test('a mock that is wrong ends the run with the reason', async () => {
    await checkDebugging(task, { mocks: { Charge: { delay: 1 } } }, `
      > start
      | The run can't go on: A mock of "Charge" says nothing to answer: it needs return, throw, timeout, echo, default or handler.
      ended
    `);
  });

  test('one of the machines of a template', async () => {
    await checkDebugging(template, { path: '/project/template.yaml', stateMachine: 'Refund', stopOnEntry: true }, `
      > start
      stopped (entry) in Two (Pass):16
    `);
    await refused(template, {}, /several state machines: name one as "stateMachine"\. It has "Order" and "Refund"\./, {}, '/project/template.yaml');
    await refused(template, { stateMachine: 'Other' }, /no state machine "Other"/, {}, '/project/template.yaml');
  });

  test('nothing that can\'t be read', async () => {
    await refused('{ "StartAt": ', {}, /can't be read as it is/);
    await refused('', {}, /no state machine/);
    await refused(pass, { input: '/project/none.json' }, /none\.json can't be read/);
    await refused(pass, { input: '/project/broken.json' }, /broken\.json can't be read as it is \(line 2, column 8\)/, { '/project/broken.json': '{\n  "a": b }' });
    await refused(pass, { start: 'tomorrow' }, /"start" takes a timestamp/);
  });
});

suite('starting again', () => {
  test('reads the file again, and breakpoints stand where their lines are now', async () => {
    const path = '/project/sample.asl.json';
    const client = new DebugClient({ [path]: pass });
    await client.ask('initialize', { adapterID: 'asl' });
    await client.ask('launch', { program: path });
    await client.ask('setBreakpoints', { source: { path }, breakpoints: [{ line: 1 }] });
    await client.until('configurationDone');
    client.files[path] = `\n\n${pass.replaceAll('"A"', '"B"')}`;
    await client.until('restart');
    assert.deepEqual(client.events.find(({ event }) => event === 'breakpoint')?.body, { reason: 'changed', breakpoint: { id: 1, verified: true, source: { path }, line: 3, column: 31 } });
    const { stackFrames } = await client.ask<{ stackFrames: { name: string }[] }>('stackTrace', { threadId: 1 });
    assert.deepEqual(stackFrames.map(({ name }) => name), ['B (Pass)']);
  });
});

suite('a long run', () => {
  const loop = `{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 0, "Next": "B" }, "B": { "Type": "Pass", "Next": "A" } } }`;

  test('can be paused, gone back in, and ended', async () => {
    const client = new DebugClient({ '/project/loop.asl.json': loop });
    await client.ask('initialize', { adapterID: 'asl' });
    await client.ask('launch', { program: '/project/loop.asl.json' });
    await client.ask('configurationDone');
    await assert.rejects(async () => client.ask('continue', { threadId: 1 }), /The run is under way/);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await client.until('pause', { threadId: 1 });
    assert.equal(client.stopped?.reason, 'pause');
    await client.until('stepBack', { threadId: 1 });
    assert.equal(client.stopped?.reason, 'step');
    await client.until('terminate');
    assert.deepEqual(client.complaints, []);
  });
});

async function refused(definition: string, args: object, reason: RegExp, files: Readonly<Record<string, string>> = {}, path = '/project/sample.asl.json'): Promise<void> {
  const client = new DebugClient({ [path]: definition, ...files });
  await client.ask('initialize', { adapterID: 'asl' });
  await assert.rejects(async () => client.ask('launch', { program: path, ...args }), reason);
}

// Files with mocks over the protocol: with their definition open beside them, and as the client hands it over.
import assert from 'node:assert/strict';
import type { CodeAction, CompletionList, Diagnostic, Hover, Location, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { able, Client } from '../support/client';

const order = 'file:///shop/order.asl.json';
const mocks = 'file:///shop/order.asl.mocks.yaml';
const machine = '{ "StartAt": "Charge", "States": { "Charge": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "End": true } } }';
const text = 'mocks:\n  Chrage: { echo: true }\n  Charge: { echo: true }\ncases:\n  all: { expect: { path: [Charge] } }\n';

const askable = { ...able, workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true }, diagnostics: { refreshSupport: true } } };

suite('files with mocks', () => {
  let client: Client;
  teardown(async () => {
    assert.equal(await client.stop(), 0);
  });

  async function pulled(uri: string): Promise<unknown[]> {
    const { items } = await client.ask<{ items: Diagnostic[] }>('diagnostic', { textDocument: { uri } });
    return items.map(({ code, range: { start } }) => `${String(start.line)}:${String(start.character)} ${String(code)}`);
  }

  test('are checked, completed and explained by the definition that is open beside them', async () => {
    client = await Client.start();
    await client.open(order, machine);
    await client.open(mocks, text, 'yaml');
    assert.deepEqual(await pulled(mocks), ['1:2 mock-unknown-state']);
    const [fix] = await client.ask<CodeAction[]>('codeAction', { textDocument: { uri: mocks }, range: { start: { line: 1, character: 3 }, end: { line: 1, character: 3 } }, context: { diagnostics: [] } });
    assert.deepEqual([fix?.title, fix?.edit?.changes?.[mocks]?.[0]?.newText], ['Change to "Charge"', 'Charge']);
    const list = await client.ask<CompletionList>('completion', { textDocument: { uri: mocks }, position: { line: 1, character: 12 } });
    assert.ok(list.items.some(({ label }) => label === 'echo' || label === 'return'));
    const hover = await client.ask<Hover>('hover', { textDocument: { uri: mocks }, position: { line: 2, character: 3 } });
    assert.match(JSON.stringify(hover), /Charge\*\* · Task/);
  });

  test('lead to their states, are among the references of those, and are renamed with them', async () => {
    client = await Client.start();
    await client.open(order, machine);
    await client.open(mocks, text, 'yaml');
    const inMocks = { textDocument: { uri: mocks }, position: { line: 2, character: 3 } };
    const inMachine = { textDocument: { uri: order }, position: { line: 0, character: machine.indexOf('"Charge": {') + 2 } };
    assert.equal((await client.ask<Location>('definition', inMocks)).uri, order);
    for (const place of [inMocks, inMachine]) {
      const found = await client.ask<Location[]>('references', { ...place, context: { includeDeclaration: true } });
      assert.deepEqual(found.map(({ uri, range }) => `${uri === order ? 'order' : 'mocks'} ${String(range.start.line)}`), ['order 0', 'order 0', 'mocks 2', 'mocks 4']);
      const { changes = {} } = await client.ask<WorkspaceEdit>('rename', { ...place, newName: 'Pay' });
      assert.deepEqual(Object.entries(changes).map(([uri, edits]) => [uri, edits.map(({ newText }) => newText)]), [[order, ['"Pay"', '"Pay"']], [mocks, ['Pay', 'Pay']]]);
    }
    assert.equal(await client.ask('rename', { textDocument: { uri: mocks }, position: { line: 1, character: 15 }, newName: 'Pay' }), null);
  });

  test('know a closed definition that the client hands over, and a definition its closed mocks', async () => {
    const beside: Record<string, object[]> = { [mocks]: [{ uri: order, text: machine }], [order]: [{ uri: mocks, text }] };
    client = await Client.start(askable, {}, (connection) => {
      connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri: string }[] }) => items.map(({ scopeUri }) => ({ beside: beside[scopeUri] })));
      connection.onRequest('client/registerCapability', () => null);
    });
    await client.open(mocks, text, 'yaml');
    assert.deepEqual(await pulled(mocks), ['1:2 mock-unknown-state']);
    await client.close(mocks);
    await client.open(order, machine);
    const { changes = {} } = await client.ask<WorkspaceEdit>('rename', { textDocument: { uri: order }, position: { line: 0, character: machine.indexOf('"Charge": {') + 2 }, newName: 'Pay' });
    assert.deepEqual(Object.keys(changes), [order, mocks]);
  });

  test('are looked at again when their definition has changed', async () => {
    let refreshed: () => void = () => undefined;
    client = await Client.start(askable, {}, (connection) => {
      connection.onRequest('workspace/configuration', () => [{}]);
      connection.onRequest('client/registerCapability', () => null);
      connection.onRequest('workspace/diagnostic/refresh', () => {
        refreshed();
        return null;
      });
    });
    await client.open(mocks, text, 'yaml');
    assert.deepEqual(await pulled(mocks), []);
    const refresh = new Promise<void>((resolve) => (refreshed = resolve));
    await client.open(order, machine);
    await refresh;
    assert.deepEqual(await pulled(mocks), ['1:2 mock-unknown-state']);
  });

  test('of AWS\'s own tool are checked by the definitions of the same names', async () => {
    const aws = 'file:///shop/MockConfigFile.json';
    client = await Client.start();
    await client.open(order, machine);
    await client.open(aws, '{ "StateMachines": { "order": { "TestCases": { "A": { "Charge": "Paid", "Ship": "Paid" } } } }, "MockedResponses": { "Payed": {} } }', 'json');
    assert.deepEqual(await pulled(aws), ['0:64 mock-unknown-response', '0:72 mock-unknown-state', '0:80 mock-unknown-response', '0:117 mock-unused-response']);
    const places = await client.ask<Location[]>('references', { textDocument: { uri: order }, position: { line: 0, character: 14 }, context: { includeDeclaration: false } });
    assert.ok(places.some(({ uri }) => uri === aws));
  });

  test('in JSON are left to the schema as far as an editor checks by it', async () => {
    const json = mocks.replace('yaml', 'json');
    const sample = '{ "mocks": { "Nowhere": { "echo": true, "dely": 1 } } }';
    client = await Client.start(able, { initializationOptions: { schemas: true } });
    await client.open(order, machine);
    await client.open(json, sample, 'json');
    assert.deepEqual(await pulled(json), ['0:13 mock-unknown-state']);
  });

  test('are generated with the example of the input, or added to; a task\'s answer by default is told', async () => {
    client = await Client.start(askable, {}, (connection) => {
      connection.onRequest('workspace/configuration', () => [{ exampleInput: { uri: 'file:///shop/order.input.json', text: '{ "pens": 3 }' } }]);
      connection.onRequest('client/registerCapability', () => null);
    });
    await client.open(order, machine);
    const generate = (more: object = {}): Promise<unknown> => client.connection.sendRequest('stepwise/generateMocks', { textDocument: { uri: order }, position: { line: 0, character: 0 }, ...more });
    assert.match(JSON.stringify(await generate()), /tasks of order\.asl\.json.*mocks:\\n {2}Charge:\\n.*pens: 3\\n/);
    assert.deepEqual(await generate({ existing: { uri: mocks, text: 'mocks: { Charge: { echo: true } }' } }), { text: 'mocks: { Charge: { echo: true } }', remarks: ['Every task has a mock already.'] });
    assert.deepEqual(await client.connection.sendRequest('stepwise/defaultAnswer', { resource: 'arn:aws:states:::sns:publish', arguments: {} }), { MessageId: 'message-id', SequenceNumber: 'sequence-number' });
    await client.open('file:///shop/other.yaml', 'a: 1', 'yaml');
    assert.equal(await client.connection.sendRequest('stepwise/generateMocks', { textDocument: { uri: 'file:///shop/other.yaml' }, position: { line: 0, character: 0 } }), null);
  });
});

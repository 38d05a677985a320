// Clients that do what the protocol allows, and some things that it does not.
import assert from 'node:assert/strict';
import type { CodeAction, CompletionList, Diagnostic, DocumentDiagnosticReport, DocumentSymbol, Hover } from 'vscode-languageserver-protocol';
import { able, Client } from '../support/client';

const uri = 'file:///pipeline/train.asl.json';
const textDocument = { uri };
const broken = '{\n  "StartAt": "Trian",\n  "States": { "Train": { "Type": "Succeed" } }\n}\n';
const fixed = broken.replace('Trian', 'Train');
const start = { line: 1, character: 16 };

suite('odd clients', () => {
  let client: Client;
  teardown(async () => {
    await client.stop();
  });

  test('one that says it pulls, and never does, gets its diagnostics pushed after a while; asking ends that', async () => {
    client = await Client.start();
    await client.open(uri, broken);
    const pushed = await client.pushed(uri, () => true);
    assert.deepEqual(pushed.diagnostics.map(({ code }) => code), ['unknown-state']);
    const report = await client.ask<DocumentDiagnosticReport>('diagnostic', { textDocument });
    assert.equal(report.kind === 'full' && report.items.length, 1);
    await client.pushed(uri, ({ diagnostics }) => diagnostics.length === 0);
  });

  test('one whose user types without a pause still gets diagnostics', async () => {
    client = await Client.start({});
    await client.open(uri, broken);
    await client.pushed(uri, ({ version }) => version === 1);
    let version = 1;
    const typing = setInterval(() => {
      version++;
      void client.change(uri, version, 0, 1, version > 2 ? 2 : 1, ' ');
    }, 50);
    const next = await client.pushed(uri, (params) => (params.version ?? 0) > 1);
    clearInterval(typing);
    assert.equal(next.diagnostics.length, 1);
  });

  test('one that gives two texts the same version gets answers on the newer', async () => {
    client = await Client.start();
    await client.open(uri, broken);
    await client.ask('diagnostic', { textDocument });
    await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: 1 }, contentChanges: [{ text: fixed }] });
    const report = await client.ask<{ items: Diagnostic[] }>('diagnostic', { textDocument });
    assert.deepEqual(report.items, []);
  });

  test('one that knows neither Markdown, nor tags, nor newer kinds', async () => {
    client = await Client.start({
      textDocument: { diagnostic: {}, hover: { contentFormat: ['plaintext'] }, completion: { completionItem: { documentationFormat: ['plaintext'] } }, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
    });
    await client.open(uri, '{ "StartAt": "A_b", "States": { "A_b": { "Type": "Wait", "Seconds": 1, "End": true }, "C": { "Type": "Fail" } } }');
    const hover = await client.ask<Hover>('hover', { textDocument, position: { line: 0, character: 15 } });
    assert.match(JSON.stringify(hover.contents), /^\{"kind":"plaintext","value":"A_b · Wait/);
    const { items } = await client.ask<CompletionList>('completion', { textDocument, position: { line: 0, character: 49 } });
    assert.ok(items.length > 0 && items.every(({ kind = 1, documentation }) => kind <= 18 && JSON.stringify(documentation).includes('plaintext')));
    const outline = await client.ask<DocumentSymbol[]>('documentSymbol', { textDocument });
    assert.ok(outline.every(({ kind }) => kind <= 18));
    const report = await client.ask<{ items: Diagnostic[] }>('diagnostic', { textDocument });
    assert.deepEqual(report.items.map(({ code, tags, codeDescription }) => [code, tags, codeDescription]), [['unreachable-state', undefined, undefined]]);
    assert.deepEqual(await client.ask<CodeAction[]>('codeAction', { textDocument, range: { start, end: start }, context: { diagnostics: [] } }), []);
  });

  test('one that leaves out what the protocol asks for is told so, or understood', async () => {
    client = await Client.start(able);
    await client.open(uri, broken);
    await assert.rejects(client.ask('hover', {}), { code: -32602 });
    await assert.rejects(client.ask('hover', { textDocument }), { code: -32602 });
    const actions = await client.ask<CodeAction[]>('codeAction', { textDocument, range: { start, end: start }, context: { only: ['quickfix'] } });
    assert.deepEqual(actions.map(({ title }) => title), ['Change to "Train"']);
    await assert.rejects(client.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} }), { code: -32600 });
    await client.connection.sendRequest('shutdown');
    await assert.rejects(client.ask('hover', { textDocument, position: start }), { code: -32600 });
  });
});

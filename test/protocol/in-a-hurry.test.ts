// What arrives together: several messages in one write, as from an editor whose user types on while the server is busy.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { StreamMessageReader, type Message } from 'vscode-languageserver-protocol/node';
import { able, serverPath } from '../support/client';

const uri = 'file:///train.asl.json';
const text = '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }';
const textDocument = { uri };

const initialize = { id: 0, method: 'initialize', params: { processId: null, rootUri: null, capabilities: able } };
const open = { method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'asl', version: 1, text } } };
const change = {
  method: 'textDocument/didChange',
  params: { textDocument: { uri, version: 2 }, contentChanges: [{ range: { start: { line: 0, character: 14 }, end: { line: 0, character: 15 } }, text: 'B' }] },
};
const outline = (id: number): object => ({ id, method: 'textDocument/documentSymbol', params: { textDocument } });
const completion = (id: number): object => ({ id, method: 'textDocument/completion', params: { textDocument, position: { line: 0, character: 14 } } });
const diagnostic = (id: number): object => ({ id, method: 'textDocument/diagnostic', params: { textDocument } });

/** Sends all messages in one write; gives for each request its error code, or `answered`, the first that is answered first. */
async function together(...messages: object[]): Promise<Record<number, unknown> & { order: number[] }> {
  const server = spawn(process.execPath, [serverPath, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers: Record<number, unknown> = {};
  const order: number[] = [];
  const asked = messages.filter((message) => 'id' in message).length;
  const all = messages.map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }));
  server.stdin.write(all.map((body) => `Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`).join(''));
  await new Promise<void>((resolve) => {
    new StreamMessageReader(server.stdout).listen((message: Message & { id?: number; error?: { code: number } }) => {
      if (message.id !== undefined) {
        answers[message.id] = message.error?.code ?? 'answered';
        order.push(message.id);
      }
      if (Object.keys(answers).length === asked) {
        resolve();
      }
    });
  });
  server.kill();
  return { ...answers, order };
}

suite('messages that arrive together', () => {
  test('a request that is cancelled ends with RequestCancelled', async () => {
    const answers = await together(initialize, open, outline(1), { method: '$/cancelRequest', params: { id: 1 } }, outline(2));
    assert.equal(answers[1], -32800);
  });

  test('a newer version drops the work on the older; diagnostics are to be asked for again', async () => {
    const answers = await together(initialize, open, outline(1), diagnostic(2), change);
    assert.equal(answers[1], -32801);
    assert.equal(answers[2], -32802);
  });

  test('completion is answered for the text as it was: the editor moves the answer along', async () => {
    assert.equal((await together(initialize, open, completion(1), change))[1], 'answered');
  });

  test('what somebody waits for is answered before what an editor asks for by itself, which keeps its order', async () => {
    const { order } = await together(initialize, open, diagnostic(1), outline(2), outline(3), completion(4));
    assert.deepEqual(order, [0, 4, 1, 2, 3]);
  });
});

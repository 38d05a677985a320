// The server for the browser runs where a page's policy forbids to make code out of text.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';

interface Message {
  readonly id?: number;
  readonly result?: { readonly items?: readonly { readonly code: string }[] };
}

suite('the bundle for a web worker', () => {
  test('reads JSONata without eval', async () => {
    const answers: Message[] = [];
    let waiting: (() => void) | undefined;
    const listeners: ((event: { data: unknown }) => void)[] = [];
    const worker: Record<string, unknown> = {
      console, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, TextEncoder, TextDecoder, URL, performance, navigator: {},
      postMessage: (message: Message) => {
        // What is posted is copied.
        answers.push(structuredClone(message));
        waiting?.();
      },
      addEventListener: (_type: string, listener: (event: { data: unknown }) => void) => listeners.push(listener),
    };
    worker['self'] = worker;
    const context = createContext(worker, { codeGeneration: { strings: false, wasm: false } });
    assert.throws(() => runInContext('new Function("1")', context), /Code generation from strings disallowed/);
    runInContext(readFileSync(join(import.meta.dirname, '../../dist/server.web.js'), 'utf8'), context);
    const tell = (message: object): void => {
      const { onmessage } = worker as { onmessage?: (event: { data: unknown }) => void };
      [...listeners, ...(onmessage ? [onmessage] : [])].forEach((listener) => listener({ data: { jsonrpc: '2.0', ...message } }));
    };
    const answer = async (id: number): Promise<Message> => {
      for (;;) {
        const found = answers.find((each) => each.id === id);
        if (found) {
          return found;
        }
        await new Promise<void>((resolve) => (waiting = resolve));
      }
    };
    tell({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } } });
    await answer(1);
    tell({ method: 'initialized', params: {} });
    const text = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'A', States: { A: { Type: 'Pass', Output: '{% $states.input.a == 1 %}', End: true } } });
    tell({ method: 'textDocument/didOpen', params: { textDocument: { uri: 'file:///a.asl.json', languageId: 'asl', version: 1, text } } });
    tell({ id: 2, method: 'textDocument/diagnostic', params: { textDocument: { uri: 'file:///a.asl.json' } } });
    assert.deepEqual((await answer(2)).result?.items?.map(({ code }) => code), ['invalid-jsonata']);
  });
});

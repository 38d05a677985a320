// The server for the browser: it runs where a page's policy forbids to make code out of text, and has the client read the services' files.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { readServiceRequest } from '../../server/src/protocol/services';

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: { readonly items?: readonly { readonly code: string }[] };
}

const root = join(import.meta.dirname, '../..');
const uri = 'file:///a.asl.json';

/** The bundle in a worker of its own, at the other end of whose wire the test is. */
class Worker {
  /** What it has posted and nobody has taken yet. */
  private readonly posted: Message[] = [];
  private readonly waiting: (() => void)[] = [];
  private readonly listeners: ((event: { data: unknown }) => void)[] = [];
  private readonly global: Record<string, unknown>;
  /** What it wants to do in some seconds: nobody waits for that here. */
  readonly later: (() => void)[] = [];

  constructor() {
    this.global = {
      console, clearTimeout, setInterval, clearInterval, queueMicrotask, TextEncoder, TextDecoder, URL, performance, navigator: {},
      setTimeout: (call: () => void, milliseconds: number) => (milliseconds >= 5_000 ? this.later.push(call) : setTimeout(call, milliseconds)),
      postMessage: (message: Message) => {
        // What is posted is copied.
        this.posted.push(structuredClone(message));
        this.waiting.splice(0).forEach((resume) => resume());
      },
      addEventListener: (_type: string, listener: (event: { data: unknown }) => void) => this.listeners.push(listener),
    };
    this.global['self'] = this.global;
    const context = createContext(this.global, { codeGeneration: { strings: false, wasm: false } });
    assert.throws(() => runInContext('new Function("1")', context), /Code generation from strings disallowed/);
    runInContext(readFileSync(join(root, 'dist/server.js'), 'utf8'), context);
  }

  tell(message: object): void {
    const { onmessage } = this.global as { onmessage?: (event: { data: unknown }) => void };
    [...this.listeners, ...(onmessage ? [onmessage] : [])].forEach((listener) => listener({ data: { jsonrpc: '2.0', ...message } }));
  }

  /** Takes the first message that is as wanted, once it has come. */
  async take(wanted: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const index = this.posted.findIndex(wanted);
      const [found] = index < 0 ? [] : this.posted.splice(index, 1);
      if (found) {
        return found;
      }
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  async open(definition: object): Promise<void> {
    this.tell({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } } });
    await this.take(({ id, method }) => id === 1 && method === undefined);
    this.tell({ method: 'initialized', params: {} });
    this.tell({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'asl', version: 1, text: JSON.stringify(definition) } } });
  }

  /** The codes of what is wrong. */
  async diagnostics(): Promise<unknown> {
    this.tell({ id: 2, method: 'textDocument/diagnostic', params: { textDocument: { uri } } });
    const { result } = await this.take(({ id, method }) => id === 2 && method === undefined);
    return result?.items?.map(({ code }) => code);
  }

  /** The request to read a service's file. */
  async asked(service: string): Promise<Message> {
    return this.take(({ method, params }) => method === readServiceRequest && [params].flat()[0] === service);
  }
}

/** Two calls, each with an argument that the service does not have. */
const slips = {
  StartAt: 'A',
  States: {
    A: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:sagemaker:stopTrainingJob', Parameters: { TrainingJobName: 'churn', Reson: 'slow' }, Next: 'B' },
    B: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:headObject', Parameters: { Bucket: 'models', Key: 'churn', Reson: 'slow' }, End: true },
  },
};

suite('the bundle for a web worker', () => {
  test('reads JSONata without eval', async () => {
    const worker = new Worker();
    await worker.open({ QueryLanguage: 'JSONata', StartAt: 'A', States: { A: { Type: 'Pass', Output: '{% $states.input.a == 1 %}', End: true } } });
    assert.deepEqual(await worker.diagnostics(), ['invalid-jsonata']);
  });

  test('has services read by the client, and waits for them', async () => {
    const worker = new Worker();
    await worker.open(slips);
    const found = worker.diagnostics();
    for (const service of ['s3', 'sagemaker']) {
      const { id } = await worker.asked(service);
      worker.tell({ id, result: readFileSync(join(root, 'server/data/services', `${service}.jsonl`), 'utf8') });
    }
    assert.deepEqual(await found, ['unknown-argument', 'unknown-argument']);
    // They are there from now on.
    assert.deepEqual(await worker.diagnostics(), ['unknown-argument', 'unknown-argument']);
  });

  test('goes on without a service that the client does not give, or gives no answer about', async () => {
    const worker = new Worker();
    await worker.open(slips);
    const found = worker.diagnostics();
    const { id } = await worker.asked('sagemaker');
    worker.tell({ id, error: { code: -32601, message: 'Unhandled method' } });
    await worker.asked('s3');
    worker.later.forEach((call) => call());
    assert.deepEqual(await found, []);
    const { params } = await worker.take(({ method }) => method === 'window/showMessage');
    assert.match((params as { message: string }).message, /could not read its model of the service "sagemaker" \(Unhandled method\)/);
  });
});

// The debugger as other clients of the protocol see it: VS Code's own test client, over a socket.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DebugClient } from '@vscode/debugadapter-testsupport';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { DebugSession } from '../../../client/src/debug/session';

const machine = `{
  "StartAt": "First",
  "States": {
    "First": { "Type": "Pass", "Next": "Second" },
    "Second": {
      "Type": "Pass",
      "End": true
    }
  }
}`;

suite('the debug adapter', () => {
  let server: Server;
  let client: DebugClient;
  let folder: string;
  let program: string;

  setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stepwise-debug-'));
    program = join(folder, 'sample.asl.json');
    await writeFile(program, machine);
    server = createServer(serve);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    client = new DebugClient('', '', 'asl');
    await client.start((server.address() as AddressInfo).port);
  });

  teardown(async () => {
    await client.stop();
    server.close();
    await rm(folder, { recursive: true });
  });

  test('runs to the end', () => Promise.all([client.configurationSequence(), client.launch({ program }), client.waitForEvent('terminated')]));

  test('stops at the entry', () => Promise.all([client.configurationSequence(), client.launch({ program, stopOnEntry: true }), client.assertStoppedLocation('entry', { path: program, line: 4 })]));

  test('hits a breakpoint', () => client.hitBreakpoint({ program }, { path: program, line: 6 }, { path: program, line: 5 }, { path: program, line: 5, verified: true }));

  test('refuses what is no state machine, with the reason', async () => {
    await client.initializeRequest();
    await assert.rejects(async () => client.launchRequest({ program: join(folder, 'missing.asl.json') } as DebugProtocol.LaunchRequestArguments), /missing\.asl\.json can't be read/);
  });

  test('refuses what it does not know', async () => {
    await client.initializeRequest();
    await assert.rejects(async () => client.send('dance'), /The debugger has no "dance"/);
  });
});

/** A session at the other end of a socket. */
function serve(socket: Socket): void {
  const session = new DebugSession({
    readFile: async (path) => readFile(path, 'utf8').catch(() => undefined),
    readFolder: async () => undefined,
    complain: (error) => assert.fail(String(error)),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    send: (message) => {
      const text = JSON.stringify(message);
      socket.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    },
  });
  let received = Buffer.alloc(0);
  socket.on('data', (data) => {
    received = Buffer.concat([received, Buffer.from(data)]);
    for (;;) {
      const head = /^Content-Length: (\d+)\r\n\r\n/.exec(received.toString('latin1'));
      const end = head ? head[0].length + Number(head[1]) : Infinity;
      if (!head || received.length < end) {
        return;
      }
      void session.receive(JSON.parse(received.subarray(head[0].length, end).toString()) as DebugProtocol.Request);
      received = received.subarray(end);
    }
  });
}

// A copy of the server some of whose files about services are damaged.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { able, Client, serverPath } from '../support/client';

const shipped = join(import.meta.dirname, '../../server/data/services');
const uri = 'file:///a.asl.json';

/** What a file can have come to. */
const damages: readonly ((file: string) => void)[] = [
  (file) => truncateSync(file, 1000),
  (file) => truncateSync(file, 0),
  (file) => writeFileSync(file, 'PK\u0003\u0004\u0000'),
  (file) => writeFileSync(file, readFileSync(file, 'utf8').replace(/^\{"format":\d+/, '{"format":99')),
  (file) => rmSync(file),
];

const damaged = ['sagemaker', 'glue', 'sqs', 'sns', 'lambda', 'ecs', 'eks', 'emr', 'batch', 'athena'];
const good = 's3';

/** Calls to each service, always with an argument that it does not have. */
const text = JSON.stringify({
  StartAt: 'All',
  States: {
    All: {
      Type: 'Parallel',
      Branches: Object.entries({ sagemaker: 'stopTrainingJob', glue: 'startJobRun', sqs: 'sendMessage', sns: 'publish', lambda: 'invoke', ecs: 'runTask', eks: 'listClusters', emr: 'listClusters', batch: 'submitJob', athena: 'getQueryExecution', s3: 'headObject' }).map(
        ([service, action]) => ({ StartAt: service, States: { [service]: { Type: 'Task', Resource: `arn:aws:states:::aws-sdk:${service}:${action}`, Parameters: { Reson: 'slow' }, End: true } } }),
      ),
      End: true,
    },
  },
});

suite('a server whose models of services are damaged', () => {
  let folder: string;
  let client: Client;
  suiteSetup(() => {
    folder = mkdtempSync(join(tmpdir(), 'stepwise-damaged-'));
    mkdirSync(join(folder, 'server/data/services'), { recursive: true });
    cpSync(serverPath, join(folder, 'dist/server.js'));
    [...damaged, good].forEach((name) => cpSync(join(shipped, `${name}.jsonl`), join(folder, 'server/data/services', `${name}.jsonl`)));
    damaged.forEach((name, index) => damages[index % damages.length]?.(join(folder, 'server/data/services', `${name}.jsonl`)));
  });
  suiteTeardown(() => {
    rmSync(folder, { recursive: true });
  });

  teardown(async () => {
    assert.equal(await client.stop(), 0);
  });

  test('checks the rest, logs each, and tells the user once', async () => {
    const told: string[] = [];
    client = await Client.start(able, {}, (connection) => connection.onNotification('window/showMessage', ({ message }: { message: string }) => void told.push(message)), join(folder, 'dist/server.js'));
    await client.open(uri, text);
    for (let time = 0; time < 2; time++) {
      const { items } = await client.ask<{ items: Diagnostic[] }>('diagnostic', { textDocument: { uri } });
      const unknown = items.filter(({ code }) => code === 'unknown-argument');
      assert.deepEqual(unknown.map(({ message }) => message), ['"aws-sdk:s3:headObject" has no "Reson".']);
    }
    assert.ok(await client.ask('documentSymbol', { textDocument: { uri } }));
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /^Stepwise could not read its model of the service "sagemaker" \(.+\)\. What tasks hand to it is not checked\. To mend this, install Stepwise again\.$/);
    assert.deepEqual(client.logged.map((line) => /service "(\w+)"/.exec(line)?.[1]).sort(), [...damaged].sort());
  });
});

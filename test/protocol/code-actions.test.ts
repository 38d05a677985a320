// Refactorings over the protocol: offered at once, and worked out when one is chosen, for clients that ask then.
import assert from 'node:assert/strict';
import type { ClientCapabilities, CodeAction, ShowMessageParams } from 'vscode-languageserver-protocol';
import { findFilesRequest, type FindFilesParams, type FoundFiles } from '../../server/src/protocol/files';
import { able, Client } from '../support/client';
import { outcome } from '../support/refactoring';

const uri = 'file:///train.asl.json';
const textDocument = { uri };

/** VS Code's: edits come later. */
const later: ClientCapabilities = {
  ...able,
  textDocument: { ...able.textDocument, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, disabledSupport: true, dataSupport: true, resolveSupport: { properties: ['edit'] } } },
};

/** `Train` assigns what `Save` reads, so that it can't be taken out. The comment makes the text a long one. */
const long = `{
  "StartAt": "Train",
  "Comment": "${'A long text. '.repeat(2_000)}",
  "States": {
    "Train": { "Type": "Pass", "Assign": { "model": "churn" }, "Next": "Save" },
    "Save": { "Type": "Pass", "Parameters": { "name.$": "$model" }, "End": true }
  }
}
`;
const atTrain = { line: 4, character: 6 };
const deleting = 'Delete state "Train" and mend its transitions';
const inserting = 'Insert a state after "Train"';

suite('refactorings that are worked out when one is chosen', () => {
  let client: Client;
  let told: string[];
  setup(async () => {
    told = [];
    client = await Client.start(later, {}, (connection) => {
      connection.onNotification('window/showMessage', ({ message }: ShowMessageParams) => {
        told.push(message);
      });
    });
  });
  teardown(async () => {
    assert.equal(await client.stop(), 0);
    assert.deepEqual(client.logged, []);
  });

  async function offered(text: string, title: string, context: object = {}): Promise<CodeAction> {
    await client.open(uri, text);
    const actions = await client.ask<CodeAction[]>('codeAction', { textDocument, range: { start: atTrain, end: atTrain }, context: { diagnostics: [], only: ['refactor'], ...context } });
    return actions.find((action) => action.title === title) ?? assert.fail(`"${title}" is not offered, but ${actions.map((action) => action.title).join(', ')}`);
  }

  const resolved = (action: CodeAction): Promise<CodeAction> => client.connection.sendRequest('codeAction/resolve', action);

  test('the edit comes with the one that is chosen', async () => {
    const action = await offered(long, inserting);
    assert.equal(action.edit, undefined);
    const inserted = '"Next": "Pass" },\n    "Pass": {\n      "Type": "Pass",\n      "Next": "Save"\n    },';
    assert.deepEqual(outcome(long, await resolved(action)), { text: long.replace('"Next": "Save" },', inserted) });
    assert.deepEqual(told, []);
  });

  test('what would leave an error is not done, and a message says why', async () => {
    const action = await resolved(await offered(long, deleting));
    assert.equal(action.edit, undefined);
    assert.deepEqual(told, [`"${deleting}" was not done. The result would be wrong. Nothing assigns $model.`]);
  });

  test('in a text that is not long, that is told before anything is chosen', async () => {
    const short = long.replace(/"Comment": ".*"/, '"Comment": ""');
    assert.equal((await offered(short, deleting)).disabled?.reason, 'The result would be wrong. Nothing assigns $model.');
    assert.ok((await offered(short, inserting)).edit);
  });

  test('the light bulb\'s are held against the rules too', async () => {
    const short = long.replace(/"Comment": ".*"/, '"Comment": ""');
    await resolved(await offered(short, deleting, { triggerKind: 2 }));
    assert.deepEqual(told, [`"${deleting}" was not done. The result would be wrong. Nothing assigns $model.`]);
  });

  test('one that was offered for another text is not done', async () => {
    const action = await offered(long, inserting);
    await client.change(uri, 2, 0, 1, 1, ' ');
    assert.equal((await resolved(action)).edit, undefined);
    assert.deepEqual(told, [`"${inserting}" was not done. The text has changed since it was offered: ask again.`]);
  });

  test('an action of somebody else\'s comes back as it was sent', async () => {
    const action = { title: 'Sort', kind: 'refactor' };
    assert.deepEqual(await resolved(action), action);
  });
});

test('a client that does not ask later has all edits at once', async () => {
  const client = await Client.start();
  assert.equal((client.initialized.capabilities.codeActionProvider as { resolveProvider?: boolean }).resolveProvider, undefined);
  await client.open(uri, long);
  const actions = await client.ask<CodeAction[]>('codeAction', { textDocument, range: { start: atTrain, end: atTrain }, context: { diagnostics: [], only: ['refactor'] } });
  assert.ok(actions.length > 0 && actions.every(({ edit, title }) => edit && title !== deleting));
  await client.stop();
});

suite('actions that make a file', () => {
  const folder = 'file:///project/my%20models/';
  const text = '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "End": true } } }';
  const makes: ClientCapabilities = { ...able, workspace: { ...able.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } };

  /** The titles, and the files that are made and written. */
  async function made(capabilities: ClientCapabilities, there: readonly string[]): Promise<string[]> {
    const client = await Client.start(capabilities, { initializationOptions: { findsFiles: true } }, (connection) => {
      connection.onRequest(findFilesRequest, ({ paths }: FindFilesParams) => paths.map((path) => (there.includes(path) ? folder + path : null)) satisfies FoundFiles);
    });
    await client.open(`${folder}model.asl.json`, text);
    const at = { line: 0, character: text.indexOf('Train": {') };
    const actions = await client.ask<CodeAction[]>('codeAction', { textDocument: { uri: `${folder}model.asl.json` }, range: { start: at, end: at }, context: { diagnostics: [], only: ['refactor'] } });
    const own = await Promise.all(actions.filter(({ title }) => /to YAML|of its own/.test(title)).map(async (action) => (action.edit || action.disabled ? action : client.connection.sendRequest<CodeAction>('codeAction/resolve', action))));
    await client.stop();
    return own.map(({ title, edit, disabled }) => [title, ...(disabled ? [disabled.reason] : (edit?.documentChanges ?? []).map((change) => ('kind' in change ? change.kind : change.textDocument.uri)))].join(' '));
  }

  test('make it under its own name where that is free', async () => {
    assert.deepEqual(await made(makes, ['other.asl.yaml']), [
      `Extract into a state machine of its own, "train.asl.json"; its errors come as States.TaskFailed create ${folder}train.asl.json ${folder}model.asl.json`,
      `Convert to YAML, in "model.asl.yaml" beside this file create ${folder}model.asl.yaml`,
    ]);
  });

  test('take the next free name where there is such a file, and say so', async () => {
    assert.deepEqual(await made(makes, ['train.asl.json', 'model.asl.yaml', 'model-2.asl.yaml']), [
      `Extract into a state machine of its own, "train-2.asl.json"; its errors come as States.TaskFailed create ${folder}train-2.asl.json ${folder}model.asl.json`,
      `Convert to YAML, in "model-3.asl.yaml" beside this file create ${folder}model-3.asl.yaml`,
    ]);
  });

  test('are not done where every name is taken', async () => {
    const all = ['', ...Array.from({ length: 8 }, (_, index) => `-${String(index + 2)}`)].map((number) => `model${number}.asl.yaml`);
    const disabled: ClientCapabilities = { ...later, workspace: makes.workspace ?? {} };
    assert.deepEqual((await made(disabled, all)).slice(1), ['Convert to YAML, in "model.asl.yaml" beside this file "model.asl.yaml" is there already.']);
  });
});

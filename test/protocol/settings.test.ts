// The settings of rules, and the pages of rules, over the protocol.
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic, RegistrationParams } from 'vscode-languageserver-protocol';
import type { RuleSummary } from '../../server/src/protocol/explain';
import type { WorkflowTypeAnswer } from '../../server/src/protocol/settings';
import { able, Client } from '../support/client';

const uri = 'file:///pipeline/drafts/train%20it.asl.json';
const text = '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" }, "B": { "Type": "Succeed" } } }';
const folder = { uri: 'file:///pipeline', name: 'pipeline' };
const textDocument = { uri };

const askable = {
  ...able,
  workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true }, diagnostics: { refreshSupport: true } },
};

async function pulled(client: Client): Promise<Diagnostic[]> {
  return (await client.ask<{ items: Diagnostic[] }>('diagnostic', { textDocument })).items;
}

suite('settings', () => {
  let client: Client;
  teardown(async () => {
    assert.equal(await client.stop(), 0);
  });

  test('are asked for a document, once, and again after a change, which refreshes the diagnostics', async () => {
    let settings: object = { rules: { 'unreachable-state': 'info' } };
    const asked: unknown[] = [];
    const registered: string[] = [];
    let refreshed: () => void = () => assert.fail('refreshed too early');
    client = await Client.start(askable, { workspaceFolders: [folder] }, (connection) => {
      connection.onRequest('workspace/configuration', ({ items }: { items: object[] }) => {
        asked.push(...items);
        return [settings];
      });
      connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => void registered.push(...registrations.map(({ method }) => method)));
      connection.onRequest('workspace/diagnostic/refresh', () => {
        refreshed();
        return null;
      });
    });
    await client.open(uri, text);
    assert.deepEqual((await pulled(client)).map(({ severity }) => severity), [3]);
    assert.deepEqual((await pulled(client)).map(({ severity }) => severity), [3]);
    assert.deepEqual(asked, [{ scopeUri: uri, section: 'stepwise' }]);
    assert.deepEqual(registered, ['workspace/didChangeConfiguration']);

    settings = { rules: { 'unreachable-state': 'info' }, ruleOverrides: [{ files: 'drafts/train it.*', rules: { 'unreachable-state': 'off' } }] };
    const refresh = new Promise<void>((resolve) => (refreshed = resolve));
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await refresh;
    assert.deepEqual(await pulled(client), []);
    assert.deepEqual(client.logged, []);
  });

  test('a configuration file that the client hands over takes their place', async () => {
    const configFile = { uri: 'file:///pipeline/stepwise.config.json', text: '{ "overrides": [{ "files": "drafts/*", "rules": { "unreachable-state": "warning" } }] }' };
    client = await Client.start(askable, {}, (connection) => {
      connection.onRequest('workspace/configuration', () => [{ rules: { 'unreachable-state': 'off' }, configFile }]);
      connection.onRequest('client/registerCapability', () => null);
    });
    await client.open(uri, text);
    assert.deepEqual((await pulled(client)).map(({ severity }) => severity), [2]);
  });

  test('an example of the input that the client hands over is known in paths; a broken one is told in the log', async () => {
    let exampleInput = { uri: 'file:///pipeline/drafts/train it.input.json', text: '{ "bucket": "data" }' };
    client = await Client.start(askable, {}, (connection) => {
      connection.onRequest('workspace/configuration', () => [{ exampleInput }]);
      connection.onRequest('client/registerCapability', () => null);
      connection.onRequest('workspace/diagnostic/refresh', () => null);
    });
    const sample = '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "InputPath": "$.", "End": true } } }';
    await client.open(uri, sample);
    const labels = async (): Promise<string[]> => {
      const position = { line: 0, character: sample.indexOf('$.') + 2 };
      return (await client.ask<{ items: { label: string }[] }>('completion', { textDocument, position })).items.map(({ label }) => label);
    };
    assert.deepEqual(await labels(), ['bucket']);

    exampleInput = { ...exampleInput, text: '{ "bucket": ' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await labels(), []);
    assert.deepEqual(client.logged, ['file:///pipeline/drafts/train it.input.json is not used as an example of the input: it is no JSON.']);
  });

  test('the workflow type: a choice for the document wins over the configuration', async () => {
    let settings: object = {};
    client = await Client.start(askable, { workspaceFolders: [folder] }, (connection) => {
      connection.onRequest('workspace/configuration', () => [settings]);
      connection.onRequest('client/registerCapability', () => null);
      connection.onRequest('workspace/diagnostic/refresh', () => null);
    });
    const type = async (next: object): Promise<string | null> => {
      settings = next;
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      const answer = await client.connection.sendRequest<WorkflowTypeAnswer>('stepwise/workflowType', { uri });
      return answer.type;
    };
    assert.deepEqual(
      [
        await type({}),
        await type({ workflowType: 'STANDARD' }),
        await type({ workflowType: 'STANDARD', ruleOverrides: [{ files: 'drafts/**', workflowType: 'EXPRESS' }] }),
        await type({ workflowType: 'EXPRESS', chosenWorkflowType: 'STANDARD' }),
        await type({ workflowType: 'EXPRESS', chosenWorkflowType: 'auto' }),
      ],
      [null, 'STANDARD', 'EXPRESS', 'STANDARD', null],
    );
  });

  test('a template says the type of its machines itself', async () => {
    client = await Client.start(askable, {}, (connection) => {
      connection.onRequest('workspace/configuration', () => [{ workflowType: 'EXPRESS' }]);
      connection.onRequest('client/registerCapability', () => null);
    });
    const template = (...types: string[]): string =>
      `Resources:\n${types.map((type, index) => `  M${index}:\n    Type: AWS::Serverless::StateMachine\n    Properties: {${type}Definition: {StartAt: A, States: {A: {Type: Succeed}}}}\n`).join('')}`;
    const answers: unknown[] = [];
    for (const [index, types] of [[''], ['Type: EXPRESS, '], ['', 'Type: EXPRESS, '], ['Type: !Ref Kind, ']].entries()) {
      const templateUri = `file:///pipeline/${String(index)}/template.yaml`;
      await client.open(templateUri, template(...types), 'yaml');
      answers.push(await client.connection.sendRequest('stepwise/workflowType', { uri: templateUri }));
    }
    assert.deepEqual(answers, [
      { type: 'STANDARD', isSaidByTemplate: true },
      { type: 'EXPRESS', isSaidByTemplate: true },
      { type: null, isSaidByTemplate: true },
      { type: 'EXPRESS', isSaidByTemplate: false },
    ]);
  });

  test('a client that can\'t be asked sends them, at the start and as they change; its diagnostics are pushed again', async () => {
    client = await Client.start({}, { initializationOptions: { settings: { rules: { 'unreachable-state': 'hint' } } } });
    await client.open(uri, text);
    await client.pushed(uri, ({ diagnostics }) => diagnostics[0]?.severity === 4);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { stepwise: { rules: { 'unreachable-state': 'off' } } } });
    await client.pushed(uri, ({ diagnostics }) => diagnostics.length === 0);
  });

  test('turn inlay hints and lenses on and off, which a client then asks for again', async () => {
    let stepwise: object = { codeLens: { references: true } };
    const refreshed: string[] = [];
    let told: () => void = () => undefined;
    const capabilities = { ...askable, workspace: { ...askable.workspace, inlayHint: { refreshSupport: true }, codeLens: { refreshSupport: true } } };
    client = await Client.start(capabilities, { initializationOptions: { showReferences: true } }, (connection) => {
      connection.onRequest('workspace/configuration', () => [stepwise]);
      connection.onRequest('client/registerCapability', () => null);
      connection.onRequest('workspace/diagnostic/refresh', () => null);
      for (const feature of ['inlayHint', 'codeLens']) {
        connection.onRequest(`workspace/${feature}/refresh`, () => {
          refreshed.push(feature);
          told();
          return null;
        });
      }
    });
    const { inlayHintProvider, codeLensProvider } = client.initialized.capabilities;
    assert.deepEqual([inlayHintProvider, codeLensProvider], [true, {}]);
    await client.open(uri, '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Retry": [{ "ErrorEquals": ["X"] }] } } }');
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const shown = async (): Promise<number[]> => [(await client.ask<unknown[]>('inlayHint', { textDocument, range })).length, (await client.ask<unknown[]>('codeLens', { textDocument })).length];
    assert.deepEqual(await shown(), [1, 1]);
    stepwise = { inlayHints: { retrySchedules: false }, codeLens: { references: 'yes' } };
    const both = new Promise<void>((resolve) => (told = () => { if (refreshed.length === 2) { resolve(); } }));
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await both;
    assert.deepEqual(await shown(), [0, 0]);
    assert.deepEqual(client.logged, []);
  });

  test('what can\'t be understood is logged, and the rest counts', async () => {
    client = await Client.start({}, { initializationOptions: { settings: { rules: { 'unreachable-stat': 'off', 'unreachable-state': 'warning' } } } });
    await client.open(uri, text);
    await client.pushed(uri, ({ diagnostics }) => diagnostics[0]?.severity === 2);
    assert.deepEqual(client.logged, ['Settings: "stepwise.rules": There is no rule "unreachable-stat". Did you mean "unreachable-state"?']);
  });

  test('a client that fails to answer gets the rules as they are', async () => {
    client = await Client.start(askable, {}, (connection) => {
      connection.onRequest('client/registerCapability', () => null);
    });
    await client.open(uri, text);
    assert.deepEqual((await pulled(client)).map(({ severity }) => severity), [1]);
  });
});

suite('the pages of rules', () => {
  let client: Client;
  teardown(async () => {
    assert.equal(await client.stop(), 0);
  });

  test('a client with the command gets an action, an address it can open, and the page with what AWS says here', async () => {
    client = await Client.start(able, { initializationOptions: { explain: true } });
    await client.open(uri, '{ "StartAt": "A", "States": { "A": { "Type": "Succeed", "Nxt": 1 } } }');
    const diagnostics = await pulled(client);
    const [diagnostic] = diagnostics;
    assert.ok(diagnostic);
    assert.ok(diagnostic.codeDescription?.href.startsWith('stepwise-rule:/unknown-field.md?'));
    const actions = await client.ask<CodeAction[]>('codeAction', { textDocument, range: diagnostic.range, context: { diagnostics, only: ['quickfix'] } });
    const at = { uri, ...diagnostic.range.start };
    assert.deepEqual(actions.map(({ title, command }) => [title, command?.command, command?.arguments]), [['Explain unknown-field', 'stepwise.explainRule', ['unknown-field', at]]]);

    const page = await client.connection.sendRequest<string>('stepwise/explainRule', { code: 'unknown-field', at });
    assert.match(page, /^# unknown-field\n/);
    assert.match(page, /## Here\n\n"Nxt" is not a field of a Succeed state\.\n\nStep Functions says `SCHEMA_VALIDATION_FAILED`: Field 'Nxt' is not supported\n/);
    assert.match(page, /\n## What it finds\n/);
    assert.equal(await client.connection.sendRequest('stepwise/explainRule', { code: 'nonsense' }), null);
    const all = await client.connection.sendRequest<RuleSummary[]>('stepwise/rules');
    assert.deepEqual(
      all.find(({ code }) => code === 'missing-default'),
      { code: 'missing-default', severity: 'info', what: 'A Choice state has a Default, unless one of its rules always holds.' },
    );
  });

  test('any other client gets the page in the documentation that came with the server', async () => {
    client = await Client.start();
    await client.open(uri, text);
    const page = pathToFileURL(`${import.meta.dirname}/../../docs/rules.md`).href;
    assert.deepEqual((await pulled(client)).map(({ codeDescription }) => codeDescription?.href), [`${page}#unreachable-state`]);
    const actions = await client.ask<CodeAction[]>('codeAction', { textDocument, range: { start: { line: 0, character: 60 }, end: { line: 0, character: 60 } }, context: { only: ['quickfix'], diagnostics: await pulled(client) } });
    assert.deepEqual(actions.filter(({ title }) => title.startsWith('Explain')), []);
  });
});

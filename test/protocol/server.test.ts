import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CallHierarchyIncomingCall, CallHierarchyItem, CodeAction, CompletionItem, CompletionList, Diagnostic, DocumentDiagnosticReport, DocumentSymbol, Hover, Location, RegistrationParams, SelectionRange, SymbolInformation, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { findFilesRequest, type FindFilesParams, type FoundFiles } from '../../server/src/protocol/files';
import { definitionPlacesRequest, graphRequest, type Graph, type GraphParams } from '../../server/src/protocol/graph';
import { readyStatesRequest, type ReadyState, type ReadyStatesParams } from '../../server/src/protocol/insert-state';
import { able, Client, serverPath } from '../support/client';

const uri = 'file:///pipeline/train.asl.json';
const broken = `{
  "StartAt": "Train",
  "States": {
    "Train": { "Type": "Pass", "Next": "Save modle" },
    "Save model": { "Type": "Succeed" }
  }
}
`;
const fixed = broken.replace('modle', 'model');
const next = { line: 3, character: 42 };

const textDocument = { uri };

suite('the server over stdio', () => {
  let client: Client;
  setup(async () => {
    client = await Client.start();
  });
  teardown(async () => {
    assert.equal(await client.stop(), 0);
    assert.deepEqual(client.logged, []);
  });

  async function pulled(of = uri): Promise<Diagnostic[]> {
    const report = await client.ask<DocumentDiagnosticReport>('diagnostic', { textDocument: { uri: of } });
    return report.kind === 'full' ? report.items : assert.fail('a full report is expected');
  }

  test('diagnostics are pulled by a client that can, and not pushed to it', async () => {
    await client.open(uri, broken);
    assert.deepEqual(await pulled(), [
      {
        range: { start: { line: 3, character: 39 }, end: { line: 3, character: 51 } },
        severity: 1,
        source: 'stepwise',
        code: 'unknown-state',
        codeDescription: { href: `${pathToFileURL(join(import.meta.dirname, '../../docs/rules.md')).href}#unknown-state` },
        message: 'There is no state "Save modle" in this state machine. Did you mean "Save model"?',
      },
    ]);
    assert.deepEqual(client.published, []);
  });

  test('the graph of a definition is given, with its problems, and where it begins', async () => {
    await client.open(uri, broken);
    const graph = await client.connection.sendRequest<Graph | null>(graphRequest, { textDocument, position: next } satisfies GraphParams);
    assert.deepEqual(graph?.scope.nodes.map(({ name, errors }) => [name, errors]), [['Train', 1], ['Save model', 0]]);
    assert.deepEqual(await client.connection.sendRequest(definitionPlacesRequest, { textDocument }), [{ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }]);
    assert.equal(await client.connection.sendRequest(graphRequest, { textDocument: { uri: 'file:///not-open.asl.json' } }), null);
  });

  test('an edit changes only what it touches', async () => {
    await client.open(uri, broken);
    await client.change(uri, 2, 3, 40, 50, 'Save model');
    assert.deepEqual(await pulled(), []);
    await client.change(uri, 3, 3, 24, 28, 'Pas');
    assert.deepEqual((await pulled()).map(({ code }) => code), ['unknown-state-type']);
  });

  test('completion, hover, definition, outline and the quick fix', async () => {
    await client.open(uri, broken);
    const { items } = await client.ask<CompletionList>('completion', { textDocument, position: next });
    assert.deepEqual(items.map(({ label }) => label), ['Save model']);

    const [diagnostic] = await pulled();
    const actions = await client.ask<CodeAction[]>('codeAction', { textDocument, range: { start: next, end: next }, context: { diagnostics: [diagnostic], only: ['quickfix'] } });
    assert.deepEqual(actions, [
      {
        title: 'Change to "Save model"',
        kind: 'quickfix',
        isPreferred: true,
        diagnostics: [diagnostic],
        edit: { changes: { [uri]: [{ range: diagnostic?.range, newText: '"Save model"' }] } },
      },
    ]);

    const start = { line: 1, character: 15 };
    assert.ok((await client.ask<Hover | null>('hover', { textDocument, position: start }))?.contents);
    const target = await client.ask<Location>('definition', { textDocument, position: start });
    assert.deepEqual(target, { uri, range: { start: { line: 3, character: 5 }, end: { line: 3, character: 10 } } });
    const outline = await client.ask<DocumentSymbol[]>('documentSymbol', { textDocument });
    assert.deepEqual(outline.map(({ name }) => name), ['Train', 'Save model']);
  });

  test('references, highlights and rename, which says why not', async () => {
    await client.open(uri, fixed);
    const start = { line: 1, character: 15 };
    const named = { start: { line: 3, character: 5 }, end: { line: 3, character: 10 } };
    const started = { start: { line: 1, character: 14 }, end: { line: 1, character: 19 } };
    assert.deepEqual(await client.ask('references', { textDocument, position: start, context: { includeDeclaration: true } }), [started, named].map((range) => ({ uri, range })));
    assert.deepEqual(await client.ask('documentHighlight', { textDocument, position: start }), [{ range: started, kind: 2 }, { range: named, kind: 3 }]);
    assert.deepEqual(await client.ask('prepareRename', { textDocument, position: start }), { range: started, placeholder: 'Train' });
    const quoted = ({ start: { line, character }, end }: typeof named): object => ({ start: { line, character: character - 1 }, end: { line, character: end.character + 1 } });
    assert.deepEqual(await client.ask('rename', { textDocument, position: start, newName: 'Fit' }), {
      changes: { [uri]: [started, named].map((range) => ({ range: quoted(range), newText: '"Fit"' })) },
    });
    await assert.rejects(client.ask('rename', { textDocument, position: start, newName: 'Save model' }), { code: -32803, message: 'There is a state "Save model" already: a name has to be unique in the whole machine.' });
    await assert.rejects(client.ask('prepareRename', { textDocument, position: { line: 0, character: 0 } }), { message: 'Only states, variables and labels can be renamed.' });
  });

  test('call hierarchy, folding, selection, links, tokens, and the symbols of all open documents', async () => {
    const { documentLinkProvider, callHierarchyProvider, foldingRangeProvider, selectionRangeProvider } = client.initialized.capabilities;
    assert.deepEqual([callHierarchyProvider, foldingRangeProvider, selectionRangeProvider, documentLinkProvider], [true, true, true, {}]);
    await client.open(uri, fixed);
    await client.open('file:///other.asl.yaml', 'StartAt: Trial\nStates:\n  Trial:\n    Type: Succeed\n', 'asl-yaml');
    const [item] = await client.ask<CallHierarchyItem[]>('prepareCallHierarchy', { textDocument, position: { line: 4, character: 8 } });
    const incoming = await client.connection.sendRequest<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    assert.deepEqual(incoming.map(({ from }) => from.name), ['Train']);
    assert.deepEqual(await client.connection.sendRequest('callHierarchy/outgoingCalls', { item }), []);
    assert.deepEqual(await client.ask('foldingRange', { textDocument }), [{ startLine: 0, endLine: 5 }, { startLine: 2, endLine: 4 }]);
    const [selection] = await client.ask<SelectionRange[]>('selectionRange', { textDocument, positions: [next] });
    assert.deepEqual(selection?.range, { start: { line: 3, character: 40 }, end: { line: 3, character: 50 } });
    assert.deepEqual(await client.ask('documentLink', { textDocument }), []);
    const { semanticTokensProvider, codeLensProvider } = client.initialized.capabilities;
    assert.equal(codeLensProvider, undefined);
    assert.deepEqual(semanticTokensProvider?.legend.tokenTypes.slice(0, 2), ['function', 'variable']);
    assert.deepEqual(await client.ask('semanticTokens/full', { textDocument }), { data: [1, 14, 5, 0, 0, 2, 5, 5, 0, 1, 0, 35, 10, 0, 0, 1, 5, 10, 0, 1] });
    assert.deepEqual(await client.ask('semanticTokens/range', { textDocument, range: { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } } }), { data: [4, 5, 10, 0, 1] });
    const found = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'tr' });
    assert.deepEqual(found.map(({ name, containerName }) => [name, containerName]), [['Train', 'train.asl.json'], ['Trial', 'other.asl.yaml']]);
  });

  test('ready-made states: offered where one can begin, and put in near the cursor', async () => {
    await client.open(uri, fixed);
    const { items } = await client.ask<CompletionList>('completion', { textDocument, position: { line: 4, character: 43 } });
    assert.deepEqual(items, []);
    const near = (line: number, of = uri): Promise<ReadyState[] | null> =>
      client.connection.sendRequest(readyStatesRequest, { textDocument: { uri: of }, position: { line, character: 20 } } satisfies ReadyStatesParams);
    const found = await near(3);
    assert.deepEqual(found?.filter(({ label }) => /^sm-t/.test(label)).map(({ label }) => label), ['sm-train', 'sm-train-image', 'sm-train-spot', 'sm-transform', 'sm-tune']);
    const train = found?.find(({ label }) => label === 'sm-train');
    assert.deepEqual(train?.range.start, { line: 3, character: 53 });
    assert.match(train?.snippet ?? '', /^,\n {4}"\$\{1:Train model\}": \{\n/);
    await client.open('file:///notes.yaml', 'a: 1\n', 'yaml');
    assert.equal(await near(0, 'file:///notes.yaml'), null);
    assert.equal(await near(0, 'file:///nowhere'), null);
  });

  test('code actions come by the kinds that are asked for', async () => {
    await client.open(uri, broken);
    const ask = async (context: object): Promise<string[]> => {
      const actions = await client.ask<CodeAction[]>('codeAction', { textDocument, range: { start: next, end: next }, context: { diagnostics: [], ...context } });
      return actions.map(({ kind, title }) => `${kind ?? ''}: ${title}`);
    };
    assert.deepEqual(await ask({ only: ['quickfix'] }), ['quickfix: Change to "Save model"']);
    assert.deepEqual(await ask({ only: ['source.fixAll'] }), ['source.fixAll.stepwise: Fix all that can be fixed for certain']);
    assert.deepEqual(await ask({ only: ['refactor.inline'] }), ['refactor.inline: Inline "Train": it does nothing']);
    const all = await ask({});
    assert.deepEqual(all.map((each) => each.split(':')[0]), ['quickfix', 'refactor.rewrite', 'refactor.inline', 'refactor.rewrite']);
    // At a name the light bulb knows of them too.
    assert.deepEqual(await ask({ triggerKind: 2 }), all);
  });

  test('a state machine of its own is a new file, and so is the definition in the other notation, and what can\'t be done has a reason, for clients that know both', async () => {
    const text = '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "Next": "Save" }, "Save": { "Type": "Fail" } } }';
    const range = { start: { line: 0, character: 36 }, end: { line: 0, character: 36 } };
    const ask = async (of: Client): Promise<CodeAction[]> => {
      await of.open(uri, text);
      return of.ask<CodeAction[]>('codeAction', { textDocument, range, context: { diagnostics: [], only: ['refactor.extract', 'refactor.rewrite'] } });
    };
    assert.ok((await ask(client)).every(({ disabled, edit }) => !disabled && edit?.changes));
    const skilled = await Client.start({
      workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
      textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, disabledSupport: true } },
    });
    const actions = await ask(skilled);
    assert.equal(await skilled.stop(), 0);
    const made = actions.flatMap(({ edit }) => edit?.documentChanges?.[0] ?? []);
    assert.deepEqual(made, ['json', 'yaml'].map((notation) => ({ kind: 'create', uri: `file:///pipeline/train.asl.${notation}` })));
  });

  test('conversions to JSONata are for who asks, and those that can\'t be chosen for clients that show them as such', async () => {
    const definition = '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "ids.$": "$..id" }, "Next": "B" }, "B": { "Type": "Pass", "InputPath": "$.a", "End": true } } }';
    const titles = async (asked: Client, context: object): Promise<string[]> => {
      const found = await asked.ask<CodeAction[]>('codeAction', { textDocument, range: { start: { line: 0, character: 40 }, end: { line: 0, character: 40 } }, context: { diagnostics: [], ...context } });
      return found.flatMap(({ title, disabled }) => (!title.startsWith('Convert') ? [] : disabled ? `(${title})` : title));
    };
    await client.open(uri, definition);
    assert.deepEqual(await titles(client, { triggerKind: 1, only: ['refactor.rewrite'] }), ['Convert 1 of 2 states to JSONata']);
    assert.deepEqual(await titles(client, { triggerKind: 2 }), []);

    const shows = await Client.start({ ...able, textDocument: { ...able.textDocument, codeAction: { ...able.textDocument?.codeAction, disabledSupport: true } } });
    await shows.open(uri, definition);
    assert.deepEqual(await titles(shows, { triggerKind: 1 }), ['(Convert state to JSONata)', 'Convert 1 of 2 states to JSONata', '(Convert state machine to JSONata)']);
    await shows.stop();
  });

  test('a file is formatted; a client that can be told later hears that it is for our languages alone', async () => {
    assert.equal(client.initialized.capabilities.documentFormattingProvider, true);
    await client.open(uri, '{"StartAt":"A"}\n');
    const edits = await client.ask<TextEdit[]>('formatting', { textDocument, options: { tabSize: 2, insertSpaces: true } });
    assert.equal(TextDocument.applyEdits(TextDocument.create(uri, '', 0, '{"StartAt":"A"}\n'), edits), '{\n  "StartAt": "A"\n}\n');

    assert.equal(client.initialized.capabilities.documentRangeFormattingProvider, true);
    assert.deepEqual(await client.ask('rangeFormatting', { textDocument, range: { start: next, end: next }, options: { tabSize: 2, insertSpaces: true } }), []);
    const closed = { textDocument, position: { line: 0, character: 15 }, ch: '}', options: { tabSize: 2, insertSpaces: true } };
    assert.deepEqual(await client.ask('onTypeFormatting', closed), edits);

    const registered: unknown[] = [];
    const registers = { dynamicRegistration: true };
    const told = await Client.start({ ...able, textDocument: { ...able.textDocument, formatting: registers, rangeFormatting: registers, onTypeFormatting: registers } }, {}, (connection) => {
      connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
        registered.push(...registrations.map(({ method, registerOptions }) => ({ method, registerOptions: registerOptions as unknown })));
        return null;
      });
    });
    await told.open(uri, '{}');
    await told.ask('hover', { textDocument, position: { line: 0, character: 0 } });
    assert.deepEqual(Object.keys(told.initialized.capabilities).filter((name) => name.includes('Formatting')), []);
    const documentSelector = [{ language: 'asl' }, { language: 'asl-yaml' }];
    assert.deepEqual(registered, [
      { method: 'textDocument/formatting', registerOptions: { documentSelector } },
      { method: 'textDocument/rangeFormatting', registerOptions: { documentSelector } },
      { method: 'textDocument/onTypeFormatting', registerOptions: { documentSelector: [{ language: 'asl' }], firstTriggerCharacter: '}', moreTriggerCharacter: [']'] } },
    ]);
    await told.stop();
  });

  test('fields come in order where that is chosen, and by an action', async () => {
    const text = '{ "States": {}, "StartAt": "A" }';
    const options = { tabSize: 2, insertSpaces: true };
    const chooses = await Client.start(able, { initializationOptions: { settings: { format: { fieldOrder: 'canonical' } } } });
    await chooses.open(uri, text);
    const result = (edits: TextEdit[]): string => TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), edits);
    assert.equal(result(await chooses.ask<TextEdit[]>('formatting', { textDocument, options })), '{\n  "StartAt": "A",\n  "States": {}\n}');
    await chooses.stop();

    await client.open(uri, text);
    const asked = { textDocument, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };
    const [action, ...more] = await client.ask<CodeAction[]>('codeAction', { ...asked, context: { diagnostics: [], only: ['source.sortFields'] } });
    assert.equal(result(action?.edit?.changes?.[uri] ?? []), '{ "StartAt": "A", "States": {} }');
    assert.deepEqual(more, []);
    const unasked = await client.ask<CodeAction[]>('codeAction', { ...asked, context: { diagnostics: [] } });
    assert.deepEqual(unasked.filter(({ kind }) => kind?.startsWith('source')), []);
  });

  test('the notation goes by the language id, else by the name of the file', async () => {
    const yaml = 'StartAt: Train\nStates:\n  Train:\n    Type: Succeed\n';
    for (const [name, languageId] of [['a.asl.yaml', 'asl-yaml'], ['b.asl.yml', 'plaintext'], ['c', 'yaml']] as const) {
      await client.open(`file:///${name}`, yaml, languageId);
      assert.deepEqual(await pulled(`file:///${name}`), [], name);
    }
  });

  test('in a file of another language only the machines of a template are looked at', async () => {
    const template = 'Resources:\n  A:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition: {StartAt: B, States: {A: {Type: Succeed}}}\nB: [\n';
    for (const [name, languageId, text, codes] of [
      ['template.yaml', 'yaml', template, ['unknown-state']],
      ['any.template', 'cloudformation', template, ['unknown-state']],
      ['values.yaml', 'yaml', 'StartAt: 7\nB: [\n', []],
      ['package.json', 'json', '{ "States": 7, }', []],
      ['train.asl.json', 'json', '{ "StartAt": "A", }', ['invalid-syntax']],
    ] as const) {
      await client.open(`file:///${name}`, text, languageId);
      assert.deepEqual((await pulled(`file:///${name}`)).map(({ code }) => code).sort(), codes, name);
    }
  });

  test('places are counted in UTF-16 code units', async () => {
    await client.open(uri, '{ "StartAt": "🚂", "States": { "🚂": { "Type": "Pass", "Next": "🚃🚃🚃" }, "🏁": { "Type": "Succeed" } } }');
    assert.deepEqual((await pulled()).map(({ range }) => [range.start.character, range.end.character]), [[63, 71]]);
  });

  test('a document that is not open gets empty answers', async () => {
    assert.deepEqual(await pulled('file:///nowhere.asl.json'), []);
    assert.deepEqual(await client.ask('completion', { textDocument: { uri: 'file:///nowhere' }, position: next }), null);
    assert.equal(await client.ask('hover', { textDocument: { uri: 'file:///nowhere' }, position: next }), null);
  });

  test('a place outside the text is the nearest one inside', async () => {
    await client.open(uri, broken);
    assert.deepEqual((await client.ask<CompletionList>('completion', { textDocument, position: { line: 999, character: 999 } })).items, []);
  });
});

suite('clients that can do less', () => {
  test('diagnostics are pushed: at once on opening, then the newest only, and none after closing', async () => {
    const client = await Client.start({});
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    await client.open(uri, broken);
    const first = await client.pushed(uri, ({ version }) => version === 1);
    assert.deepEqual(first.diagnostics.map(({ code }) => code), ['unknown-state']);
    await client.change(uri, 2, 3, 40, 50, 'Save');
    await client.change(uri, 3, 3, 40, 44, 'Save model');
    const newest = await client.pushed(uri, ({ version }) => version === 3);
    assert.deepEqual(newest.diagnostics, []);
    assert.deepEqual(client.published.map(({ version }) => version), [1, 3]);
    await client.close(uri);
    await client.pushed(uri, ({ version }) => version === undefined);
    assert.equal(await client.stop(), 0);
  });

  test('the line about an item once somebody looks at it; an editor that asks again by a command of its own is told to', async () => {
    const client = await Client.start(
      { textDocument: { completion: { completionItem: { snippetSupport: true, resolveSupport: { properties: ['documentation'] } } } } },
      { initializationOptions: { suggestCommand: 'editor.action.triggerSuggest' } },
    );
    await client.open(uri, '{ "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "" } } } }');
    const { items } = await client.ask<CompletionList>('completion', { textDocument, position: { line: 0, character: 102 } });
    const queue = items.find(({ label }) => label === 'QueueUrl');
    assert.ok(queue && queue.documentation === undefined);
    assert.equal(items.find(({ label }) => label === 'QueueUrl.$')?.command?.command, 'editor.action.triggerSuggest');
    const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', queue);
    assert.match(JSON.stringify(resolved.documentation), /Amazon SQS queue/);
    await client.stop();
  });

  test('a list says once what its items say alike, to an editor that takes that', async () => {
    const listFor = async (completionList: object): Promise<CompletionList> => {
      const client = await Client.start({ textDocument: { completion: { completionItem: { snippetSupport: true }, ...completionList } } });
      await client.open(uri, '{ "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "" }, "Next": "" } } }');
      const list = await client.ask<CompletionList>('completion', { textDocument, position: { line: 0, character: 102 } });
      await client.stop();
      return list;
    };
    const [whole, short] = [await listFor({}), await listFor({ completionList: { itemDefaults: ['editRange', 'insertTextFormat'] } })];
    const { editRange, insertTextFormat } = short.itemDefaults ?? {};
    assert.ok(whole.items.length > 3 && short.items.filter(({ textEdit }) => textEdit === undefined).length > 3);
    const spelledOut = short.items.map(({ textEditText, ...item }) => ({ filterText: item.label, insertTextFormat, ...(!item.textEdit && { textEdit: { range: editRange, newText: textEditText ?? item.label } }), ...item }));
    assert.deepEqual(spelledOut, whole.items);
  });

  test('a flat outline, and completion without tab stops', async () => {
    const client = await Client.start({ textDocument: { diagnostic: {} } });
    await client.open(uri, broken);
    const outline = await client.ask<SymbolInformation[]>('documentSymbol', { textDocument });
    assert.deepEqual(outline.map(({ name, location }) => [name, location.uri]), [['Train', uri], ['Save model', uri]]);
    const { items } = await client.ask<CompletionList>('completion', { textDocument, position: { line: 4, character: 37 } });
    assert.ok(items.length > 0 && items.every(({ textEdit, insertTextFormat }) => insertTextFormat === 1 && !/\$\d/.test(textEdit?.newText ?? '')));
    assert.equal(await client.stop(), 0);
  });

  test('ready-made states as an editor can take them', async () => {
    const item = { labelDetailsSupport: true, snippetSupport: true, insertTextModeSupport: { valueSet: [1, 2] } };
    const seen = [];
    for (const completionItem of [item, {}]) {
      const client = await Client.start({ textDocument: { completion: { completionItem } } });
      await client.open(uri, fixed.replace('},', '}, '));
      const { items } = await client.ask<CompletionList>('completion', { textDocument, position: { line: 3, character: 55 } });
      const first = items.find(({ label }) => label === 'sm-train');
      seen.push([first?.labelDetails?.description, first?.detail, first?.insertTextFormat, first?.insertTextMode, first?.textEdit?.newText.split('\n').slice(1, 3)]);
      assert.equal(await client.stop(), 0);
    }
    assert.deepEqual(seen, [
      ['SageMaker training job', undefined, 2, 1, ['    "${1:Train model}": {', '      "Type": "Task",']],
      [undefined, 'SageMaker training job', 1, undefined, ['"Train model": {', '  "Type": "Task",']],
    ]);
  });

  test('related places are left out for a client that does not know them', async () => {
    const twice = '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" }, "A": { "Type": "Succeed" } } }';
    for (const [capabilities, related] of [[able, true], [{}, false]] as const) {
      const client = await Client.start(capabilities);
      await client.open(uri, twice);
      const found = related
        ? (await client.ask<{ items: Diagnostic[] }>('diagnostic', { textDocument })).items
        : (await client.pushed(uri, () => true)).diagnostics;
      assert.deepEqual(found.map(({ relatedInformation }) => relatedInformation !== undefined), [related]);
      await client.stop();
    }
  });
});

suite('files that a document speaks of', () => {
  test('the client is asked which are there, if it says that it can tell', async () => {
    const uri = 'file:///project/train.asl.json';
    const textDocument = { uri };
    const text = '{ "Comment": "scripts/clean.py and scripts/train.py", "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }';
    const asked: unknown[] = [];
    const client = await Client.start(able, { initializationOptions: { findsFiles: true } }, (connection) => {
      connection.onRequest(findFilesRequest, (params: FindFilesParams) => {
        asked.push(params);
        return params.paths.map((path) => (path.includes('train') ? `file:///project/${path}` : null)) satisfies FoundFiles;
      });
    });
    await client.open(uri, text);
    const range = { start: { line: 0, character: 35 }, end: { line: 0, character: 51 } };
    assert.deepEqual(await client.ask('documentLink', { textDocument }), [{ range, target: 'file:///project/scripts/train.py', tooltip: 'Open scripts/train.py' }]);
    assert.deepEqual(asked, [{ uri, paths: ['scripts/clean.py', 'scripts/train.py'] }]);
    await client.stop();

    const other = await Client.start(able);
    await other.open(uri, text);
    assert.deepEqual(await other.ask('documentLink', { textDocument }), []);
    await other.stop();
  });
});

suite('the server\'s command line', () => {
  test('without a transport it says how it is started', () => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [serverPath], { encoding: 'utf8' });
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /--stdio/);
  });

  test('it ends when its client is gone', () => {
    const { status } = spawnSync(process.execPath, [serverPath, '--stdio'], { input: '', timeout: 15_000 });
    assert.equal(status, 1);
  });
});

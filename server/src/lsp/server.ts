// The only floor that knows the protocol: capabilities, and a route for each request.
import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  type CompletionItem,
  type CompletionParams,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Position,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { completion, withDocs } from '../features/completion/completion';
import { diagnostics } from '../features/diagnostics';
import { mockCompletion } from '../features/mocks/completion';
import { mockDiagnostics } from '../features/mocks/diagnostics';
import { answerByDefault, mocksFor } from '../features/mocks/generate';
import { mockHover } from '../features/mocks/hover';
import { explain, ruleSummaries } from '../features/explain';
import { definitionPlaces, graph } from '../features/graph/graph';
import { hover } from '../features/hover/hover';
import { readyStatesNear } from '../features/insert-state';
import { signatureHelp } from '../features/signatures';
import { workflowTypeOf } from '../features/workflow-type';
import { explainRequest, rulePageUri, rulesRequest, type ExplainParams, type InitializationOptions } from '../protocol/explain';
import { definitionPlacesRequest, graphRequest, type DefinitionPlacesParams, type Graph, type GraphParams, type GraphRange } from '../protocol/graph';
import { defaultAnswerRequest, generateMocksRequest, type DefaultAnswerParams, type GenerateMocksAnswer, type GenerateMocksParams } from '../protocol/mocks';
import { readyStatesRequest, type ReadyState, type ReadyStatesParams } from '../protocol/insert-state';
import { workflowTypeRequest, type WorkflowTypeAnswer, type WorkflowTypeParams } from '../protocol/settings';
import type { Rule } from '../rules/rule';
import { Catalog } from '../services/catalog';
import { betweenLinesCapabilities, refreshBetweenLines, registerBetweenLines } from './between-lines';
import { ClientAbilities } from './client-abilities';
import { codeActionCapabilities, registerCodeActions } from './code-actions';
import { Documents, type Opened } from './documents';
import { formattingCapabilities, offerFormatting, registerFormatting } from './formatting';
import { Handlers } from './handlers';
import { Lifecycle } from './lifecycle';
import { navigationCapabilities, registerNavigation } from './navigation';
import { Publisher } from './publisher';
import type { Runtime } from './runtime';
import { Settings } from './settings';

/** So long a definition is left alone before its mocks are checked again, in milliseconds. */
const stillness = 500;

/** Serves one client over a connection, until the connection ends. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const tell = (message: string): void => {
    // Not the connection's own way, which asks for a choice: a client that can't answer would count as an error.
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  };
  // However many of them are damaged, one message says what to do.
  let hasTold = false;
  const tellOfServices = (name: string, reason: string): void => {
    if (!hasTold) {
      hasTold = true;
      tell(`Stepwise could not read its model of the service "${name}" (${reason}). What tasks hand to it is not checked. To mend this, install Stepwise again.`);
    }
  };
  const services = new Catalog(
    (name) => runtime.readService(name),
    (name, reason) => {
      runtime.log(`the model of the service "${name}" can't be used: ${reason}`);
      tellOfServices(name, reason);
    },
  );
  const documents = new Documents(services);
  const settings = new Settings(connection, runtime);
  const lifecycle = new Lifecycle();
  const on = new Handlers(documents, runtime, settings, lifecycle, services);
  let client = new ClientAbilities({});
  let canExplain = false;
  let suggestCommand: string | undefined;
  let openCommand: string | undefined;
  let hasSchemas = false;
  let findsFiles = false;

  const failed = (rule: Rule, error: unknown): void => {
    runtime.log(`rule ${rule.code}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  };
  const check = ({ document, uri, config: { levels }, mocks }: Opened): Diagnostic[] => {
    if (mocks) {
      return mockDiagnostics(mocks, hasSchemas).map((found) => client.diagnostic(found));
    }
    const page = (rule: Rule, start: Position): string | undefined => (canExplain ? rulePageUri(rule.code, { uri, ...start }) : runtime.rulePage?.(rule.code));
    return diagnostics(document, uri, failed, { levels, page }).map((found) => client.diagnostic(found));
  };

  const checkNow = async (uri: string): Promise<Diagnostic[]> => {
    const opened = documents.get(uri, await settings.of(uri));
    return opened ? services.complete(() => check(opened)) : [];
  };
  const publisher = new Publisher(documents, runtime, checkNow, (uri, version, found) => {
    if (lifecycle.isRunning) {
      void connection.sendDiagnostics({ uri, diagnostics: found, ...(version !== undefined && { version }) });
    }
  });

  connection.onInitialize((params) => {
    lifecycle.initialize();
    // The type promises the capabilities, but not every client sends them.
    const capabilities = (params as Partial<typeof params>).capabilities ?? {};
    client = new ClientAbilities(capabilities);
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    canExplain = options.explain ?? false;
    suggestCommand = options.suggestCommand;
    openCommand = options.openCommand;
    hasSchemas = options.schemas ?? false;
    findsFiles = options.findsFiles ?? false;
    settings.start({ ...params, capabilities }, () => { offerFormatting(connection, client); });
    if (client.pullsDiagnostics) {
      publisher.expectPulls();
    }
    settings.onDidChange(() => {
      publisher.pushAll();
      refreshBetweenLines(connection, client);
      if (client.refreshesDiagnostics) {
        void connection.languages.diagnostics.refresh();
      }
    });
    return { capabilities: serverCapabilities(client, options), serverInfo: { name: 'stepwise' } };
  });
  connection.onShutdown(() => {
    lifecycle.shutDown();
  });
  let cancelRefresh = (): void => undefined;
  documents.texts.onDidChangeContent(({ document: { uri } }) => {
    if (documents.beside.hasOpenMocks(uri)) {
      // What is wrong with mocks depends on their machine.
      cancelRefresh();
      cancelRefresh = runtime.schedule(stillness, () => {
        publisher.pushAll();
        if (client.refreshesDiagnostics) {
          void connection.languages.diagnostics.refresh();
        }
      });
    }
  });
  documents.texts.onDidClose(({ document }) => {
    settings.close(document.uri);
  });

  connection.languages.diagnostics.on(async (params, token) => {
    publisher.stop();
    const answer = on.onDocument<typeof params, DocumentDiagnosticReport>('diagnostics', full([]), (_document, opened) => full(check(opened)));
    const report = await answer(params, token);
    // An editor shows nothing for ContentModified; this one tells it to ask again.
    const isOutdated = report instanceof ResponseError && report.code === LSPErrorCodes.ContentModified;
    return isOutdated ? new ResponseError(LSPErrorCodes.ServerCancelled, report.message, { retriggerRequest: true }) : report;
  });
  connection.onCompletion(
    on.onTyping('completion', null, (document, offset, { context }: CompletionParams, { mocks }) => {
      if (mocks) {
        return client.completion(mockCompletion(mocks, offset));
      }
      const trigger = context?.triggerCharacter;
      const options = {
        snippets: client.snippets,
        asIs: client.insertsAsIs,
        docsLater: client.resolvesDocs,
        ...(suggestCommand !== undefined && { suggestCommand }),
        ...(trigger !== undefined && { trigger }),
      };
      return client.completion(completion(document, offset, options));
    }),
  );
  connection.onCompletionResolve(on.onItem('completionResolve', (item: CompletionItem) => client.completionItem(withDocs(item, services))));
  connection.onHover(
    on.onCursor('hover', null, (document, offset, { mocks }) => {
      const found = mocks ? mockHover(mocks, offset) : hover(document, offset);
      return found ? client.hover(found) : null;
    }),
  );
  connection.onSignatureHelp(on.onCursor('signatureHelp', null, (document, offset) => signatureHelp(document, offset) ?? null));
  registerNavigation(connection, on, documents, () => client, () => findsFiles);
  registerBetweenLines(connection, on);
  registerFormatting(connection, on);
  registerCodeActions(connection, on, { client: () => client, canExplain: () => canExplain, findsFiles: () => findsFiles, openCommand: () => openCommand, failed, tell });
  connection.onRequest(
    readyStatesRequest,
    on.onCursor<ReadyStatesParams, ReadyState[] | null>('readyStates', null, (document, offset, _opened, { own }) => readyStatesNear(document, offset, own) ?? null),
  );
  connection.onRequest(
    graphRequest,
    on.onDocument<GraphParams, Graph | null>('graph', null, (document, { text, config: { levels } }, { position }) => graph(document, failed, { levels, ...(position && { offset: text.offsetAt(position) }) }) ?? null),
  );
  connection.onRequest(definitionPlacesRequest, on.onDocument<DefinitionPlacesParams, GraphRange[]>('definitionPlaces', [], definitionPlaces));
  connection.onRequest(workflowTypeRequest, async ({ uri }: WorkflowTypeParams): Promise<WorkflowTypeAnswer> => {
    const config = await settings.of(uri);
    return workflowTypeOf(documents.get(uri, config)?.document, config.workflowType);
  });
  connection.onRequest(
    generateMocksRequest,
    on.onCursor<GenerateMocksParams, GenerateMocksAnswer>('generateMocks', null, (document, offset, { uri, config }, { existing }) =>
      mocksFor(document, offset, decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)), existing && documents.beside.read(existing.uri, existing.text, config)),
    ),
  );
  connection.onRequest(defaultAnswerRequest, async (params: DefaultAnswerParams) => services.complete(() => answerByDefault(params, services)));
  connection.onRequest(rulesRequest, ruleSummaries);
  connection.onRequest(explainRequest, async ({ code, at }: ExplainParams) => {
    const opened = at && documents.get(at.uri, await settings.of(at.uri));
    const here = opened && { document: opened.document, position: at, levels: opened.config.levels, failed };
    return services.complete(() => explain(code, services, here) ?? null);
  });

  documents.texts.listen(connection);
  connection.listen();
}

function full(items: Diagnostic[]): DocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, items };
}

function serverCapabilities(client: ClientAbilities, { showReferences: showsReferences = false }: InitializationOptions): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: ['"', ':', ' ', '.', '$'], resolveProvider: true },
    ...(client.workspaceFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
    hoverProvider: true,
    signatureHelpProvider: { triggerCharacters: ['(', ','] },
    ...navigationCapabilities(client),
    ...betweenLinesCapabilities(client, showsReferences),
    ...codeActionCapabilities(client),
    ...formattingCapabilities(client),
    ...(client.pullsDiagnostics && { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }),
  };
}

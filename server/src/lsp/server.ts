// The only floor that knows the protocol: capabilities, and a route for each request.
import {
  CodeActionKind,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { fixes } from '../features/actions/fixes';
import { completion } from '../features/completion/completion';
import { definition } from '../features/definition';
import { diagnostics } from '../features/diagnostics';
import { hover } from '../features/hover';
import { flatSymbols, symbols } from '../features/symbols';
import type { Rule } from '../rules/rule';
import { Documents } from './documents';
import { Handlers } from './handlers';
import { publishDiagnostics } from './publisher';
import type { Runtime } from './runtime';

/** Serves one client over a connection, until the connection ends. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new Documents();
  const on = new Handlers(documents, runtime);
  let client: ClientCapabilities = {};

  const failed = (rule: Rule, error: unknown): void => {
    runtime.log(`rule ${rule.code}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  };
  const forClient = (found: Diagnostic): Diagnostic => {
    const { relatedInformation, ...rest } = found;
    const told = client.textDocument?.publishDiagnostics?.relatedInformation ?? client.textDocument?.diagnostic?.relatedInformation;
    return told && relatedInformation ? found : rest;
  };
  const check = (uri: string): Diagnostic[] => {
    const opened = documents.get(uri);
    return opened ? diagnostics(opened.document, uri, failed).map(forClient) : [];
  };

  connection.onInitialize(({ capabilities }) => {
    client = capabilities;
    if (!client.textDocument?.diagnostic) {
      publishDiagnostics(documents, runtime, check, (uri, version, found) => {
        void connection.sendDiagnostics({ uri, diagnostics: found, ...(version !== undefined && { version }) });
      });
    }
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'stepwise' } };
  });

  connection.languages.diagnostics.on(async (params, token) => {
    const answer = on.onDocument<typeof params, DocumentDiagnosticReport>('diagnostics', full([]), (_document, { uri }) => full(check(uri)));
    const report = await answer(params, token);
    // An editor shows nothing for ContentModified; this one tells it to ask again.
    const isOutdated = report instanceof ResponseError && report.code === LSPErrorCodes.ContentModified;
    return isOutdated ? new ResponseError(LSPErrorCodes.ServerCancelled, report.message, { retriggerRequest: true }) : report;
  });
  connection.onCompletion(
    on.onCursor('completion', null, (document, offset) =>
      completion(document, offset, { snippets: client.textDocument?.completion?.completionItem?.snippetSupport ?? false }),
    ),
  );
  connection.onHover(on.onCursor('hover', null, (document, offset) => hover(document, offset) ?? null));
  connection.onDefinition(
    on.onCursor('definition', null, (document, offset, { uri }) => {
      const range = definition(document, offset);
      return range ? { uri, range } : null;
    }),
  );
  connection.onDocumentSymbol(
    on.onDocument('symbols', [], (document, { uri }) =>
      client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ? symbols(document) : flatSymbols(document, uri),
    ),
  );
  connection.onCodeAction(
    on.onDocument('codeAction', [], (document, { uri, text }, { range, context }) =>
      wantsFixes(context.only) ? fixes(document, uri, { start: text.offsetAt(range.start), end: text.offsetAt(range.end) }, context.diagnostics, failed) : [],
    ),
  );

  documents.texts.listen(connection);
  connection.listen();
}

function full(items: Diagnostic[]): DocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, items };
}

/** An editor that asks for some kinds only names the kind itself or one above it; the empty kind is above all. */
function wantsFixes(only: readonly string[] | undefined): boolean {
  return only?.some((kind) => kind === '' || kind === CodeActionKind.QuickFix) ?? true;
}

function serverCapabilities(client: ClientCapabilities): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: ['"', ':', ' '] },
    hoverProvider: true,
    definitionProvider: true,
    documentSymbolProvider: true,
    codeActionProvider: client.textDocument?.codeAction?.codeActionLiteralSupport ? { codeActionKinds: [CodeActionKind.QuickFix] } : true,
    ...(client.textDocument?.diagnostic && { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }),
  };
}

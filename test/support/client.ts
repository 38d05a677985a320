// A client of the built server: a real process, the real protocol over stdio.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';

export const serverPath = join(import.meta.dirname, '../../dist/server.js');

/** What VS Code is able to do, as far as it matters to the server. */
export const able: ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
    completion: { completionItem: { snippetSupport: true } },
    callHierarchy: {},
    codeLens: {},
    inlayHint: {},
    semanticTokens: { requests: { full: true, range: true }, tokenTypes: ['function', 'variable'], tokenModifiers: ['declaration'], formats: ['relative'] },
    foldingRange: {},
    selectionRange: {},
    documentLink: { tooltipSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

export class Client {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  private readonly waiting: (() => void)[] = [];

  private constructor(
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
    readonly initialized: InitializeResult,
  ) {
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.waiting.splice(0).forEach((resume) => {
        resume();
      });
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
  }

  /**
   * Starts a server and goes through the handshake.
   *
   * @param more what else the client tells at the start
   * @param prepare registers answers to what the server asks
   * @param path another copy of the server
   */
  static async start(capabilities: ClientCapabilities = able, more: object = {}, prepare: (connection: ProtocolConnection) => void = () => undefined, path = serverPath): Promise<Client> {
    assert.ok(existsSync(path), `${path} is missing: run npm run build`);
    const process = spawn(globalThis.process.execPath, [path, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(new StreamMessageReader(process.stdout), new StreamMessageWriter(process.stdin));
    prepare(connection);
    connection.listen();
    const initialized = await connection.sendRequest<InitializeResult>('initialize', { processId: globalThis.process.pid, rootUri: null, capabilities, ...more });
    await connection.sendNotification('initialized', {});
    return new Client(process, connection, initialized);
  }

  open(uri: string, text: string, languageId = 'asl', version = 1): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  /** Replaces what stands between two places of one line. */
  change(uri: string, version: number, line: number, from: number, to: number, text: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: { line, character: from }, end: { line, character: to } }, text }],
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  ask<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest<T>(`textDocument/${method}`, params);
  }

  /** Resolves once the diagnostics that were pushed last for a document are as wanted. */
  async pushed(uri: string, wanted: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const last = this.published.findLast((params) => params.uri === uri);
      if (last && wanted(last)) {
        return last;
      }
      await new Promise<void>((resume) => this.waiting.push(resume));
    }
  }

  /** Ends the server as the protocol says, and gives its exit code. */
  async stop(): Promise<number | null> {
    const exited = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return exited;
  }
}

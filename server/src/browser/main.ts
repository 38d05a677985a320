// The server in a web worker, for VS Code in the browser.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from '../lsp/server';
import { readServiceRequest } from '../protocol/services';

const worker = self as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));

startServer(connection, {
  nextTick: () => new Promise((resolve) => setTimeout(resolve, 0)),
  schedule(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
  readService: (name) => connection.sendRequest<string>(readServiceRequest, name),
  log: (message) => {
    connection.console.error(message);
  },
});

// The server in a web worker, for VS Code in the browser.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from '../lsp/server';
import { readServiceRequest } from '../protocol/services';

const worker = self as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));

/** So long the editor has time to read a service's file, in milliseconds; diagnostics wait for it. */
const patience = 10_000;

startServer(connection, {
  nextTick: () => new Promise((resolve) => setTimeout(resolve, 0)),
  schedule(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
  readService: (name) => inTime(connection.sendRequest<string>(readServiceRequest, name)),
  log: (message) => {
    connection.console.error(message);
  },
});

/** The same answer, or a failure once the editor's time is up. */
function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('the editor does not answer'));
    }, patience);
    answer.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}

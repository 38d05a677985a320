// What the Stepwise output tells: when the server runs, when it does not, and what went wrong. Errors are written by the client and the server
// themselves; what they have to say besides stays silent.
import { State, type BaseLanguageClient, type Disposable } from 'vscode-languageclient';
import { clientName } from './client';

/** Writes down when the server comes and goes. */
export function logServer(client: BaseLanguageClient, version: string): Disposable {
  return client.onDidChangeState(({ oldState, newState }) => {
    if (newState === State.Running) {
      client.outputChannel.info(`${clientName} ${version}: the language server is running.`);
    } else if (newState === State.Stopped) {
      client.outputChannel.info(oldState === State.Starting ? 'The language server did not start.' : 'The language server has stopped.');
    }
  });
}

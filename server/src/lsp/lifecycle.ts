import { ErrorCodes, ResponseError } from 'vscode-languageserver';

/** Where a connection stands between `initialize` and `exit`. */
export class Lifecycle {
  private state: 'new' | 'running' | 'shut down' = 'new';

  /** @throws ResponseError where the client has initialized before */
  initialize(): void {
    if (this.state !== 'new') {
      throw new ResponseError(ErrorCodes.InvalidRequest, 'The server has been initialized before.');
    }
    this.state = 'running';
  }

  shutDown(): void {
    this.state = 'shut down';
  }

  get isRunning(): boolean {
    return this.state === 'running';
  }

  /** What a request gets that comes too early or too late. */
  refusal(): ResponseError<never> | undefined {
    switch (this.state) {
      case 'new':
        return new ResponseError(ErrorCodes.ServerNotInitialized, 'The server has not been initialized yet.');
      case 'running':
        return undefined;
      case 'shut down':
        return new ResponseError(ErrorCodes.InvalidRequest, 'The server has been shut down.');
    }
  }
}

// The Debug Adapter Protocol as a conversation: requests are answered by handlers, events are told. Knows nothing of what is debugged.
import type { DebugProtocol } from '@vscode/debugprotocol';

/** What each request takes and gives: the ones that are answered here. */
export interface Requests {
  initialize: [args: DebugProtocol.InitializeRequestArguments, body: DebugProtocol.Capabilities];
  launch: [args: DebugProtocol.LaunchRequestArguments, body: undefined];
  configurationDone: [args: undefined, body: undefined];
  restart: [args: DebugProtocol.RestartArguments, body: undefined];
  disconnect: [args: undefined, body: undefined];
  terminate: [args: undefined, body: undefined];
  setBreakpoints: [args: DebugProtocol.SetBreakpointsArguments, body: DebugProtocol.SetBreakpointsResponse['body']];
  setExceptionBreakpoints: [args: DebugProtocol.SetExceptionBreakpointsArguments, body: undefined];
  breakpointLocations: [args: DebugProtocol.BreakpointLocationsArguments, body: DebugProtocol.BreakpointLocationsResponse['body']];
  threads: [args: undefined, body: DebugProtocol.ThreadsResponse['body']];
  stackTrace: [args: DebugProtocol.StackTraceArguments, body: DebugProtocol.StackTraceResponse['body']];
  scopes: [args: DebugProtocol.ScopesArguments, body: DebugProtocol.ScopesResponse['body']];
  variables: [args: DebugProtocol.VariablesArguments, body: DebugProtocol.VariablesResponse['body']];
  setVariable: [args: DebugProtocol.SetVariableArguments, body: DebugProtocol.SetVariableResponse['body']];
  evaluate: [args: DebugProtocol.EvaluateArguments, body: DebugProtocol.EvaluateResponse['body']];
  completions: [args: DebugProtocol.CompletionsArguments, body: DebugProtocol.CompletionsResponse['body']];
  exceptionInfo: [args: DebugProtocol.ExceptionInfoArguments, body: DebugProtocol.ExceptionInfoResponse['body']];
  continue: [args: DebugProtocol.ContinueArguments, body: DebugProtocol.ContinueResponse['body']];
  next: [args: DebugProtocol.NextArguments, body: undefined];
  stepIn: [args: DebugProtocol.StepInArguments, body: undefined];
  stepOut: [args: DebugProtocol.StepOutArguments, body: undefined];
  stepBack: [args: DebugProtocol.StepBackArguments, body: undefined];
  reverseContinue: [args: DebugProtocol.ReverseContinueArguments, body: undefined];
  restartFrame: [args: DebugProtocol.RestartFrameArguments, body: undefined];
  pause: [args: DebugProtocol.PauseArguments, body: undefined];
}

export type Handlers<Table extends object> = { readonly [Name in keyof Table]: Table[Name] extends [infer Args, infer Body] ? (args: Args) => [Body] extends [undefined] ? unknown : Body | Promise<Body> : never };

/** Why a request can't be done, in words for the person who asked. */
export class Refusal extends Error {}

type Send = (message: DebugProtocol.ProtocolMessage) => void;

export class Conversation<Table extends object> {
  private sequence = 0;
  private later: (() => void)[] = [];

  /** @param complain where an error of ours goes, which costs the person one answer */
  constructor(
    private readonly send: Send,
    private readonly complain: (error: unknown) => void,
    private readonly handlers: Handlers<Table>,
  ) {}

  tell(event: string, body?: unknown): void {
    const told: DebugProtocol.Event = { seq: ++this.sequence, type: 'event', event, ...(body === undefined ? {} : { body }) };
    this.send(told);
  }

  /** Does something once the answer to the request at hand is on its way. */
  afterwards(task: () => void): void {
    this.later.push(task);
  }

  async receive(message: DebugProtocol.ProtocolMessage): Promise<void> {
    if (message.type !== 'request') {
      return;
    }
    const { command, seq, ...rest } = message as DebugProtocol.Request;
    const args: unknown = rest.arguments;
    const handler = (this.handlers as Readonly<Record<string, ((args: unknown) => unknown) | undefined>>)[command];
    const answer = { seq: 0, type: 'response', request_seq: seq, command };
    try {
      if (!handler) {
        throw new Refusal(`The debugger has no "${command}".`);
      }
      const body = await handler(args);
      this.send({ ...answer, seq: ++this.sequence, success: true, ...(body === undefined ? {} : { body }) } as DebugProtocol.Response);
    } catch (error) {
      if (!(error instanceof Refusal)) {
        this.complain(error);
      }
      const text = error instanceof Error ? error.message : String(error);
      this.send({ ...answer, seq: ++this.sequence, success: false, message: text, body: { error: { id: 1, format: '{text}', variables: { text }, showUser: command === 'launch' } } } as DebugProtocol.ErrorResponse);
    }
    for (const task of this.later.splice(0)) {
      task();
    }
  }
}

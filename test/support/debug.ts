// Debug sessions told as transcripts: what a person does stands behind `>`, what comes of it below.
import assert from 'node:assert/strict';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { eventsRequest, seekRequest, valuesEvent, type Happening, type LastValue, type LaunchArguments } from '../../client/src/debug/messages';
import { DebugSession } from '../../client/src/debug/session';

export interface DebugOptions extends Partial<Omit<LaunchArguments, 'program' | 'mocks'>> {
  /** The content of the file with mocks. */
  readonly mocks?: unknown;
  readonly path?: string;
  readonly files?: Readonly<Record<string, string>>;
}

type Body = Record<string, never>;

/** A client of a session, without anything in between. */
export class DebugClient {
  readonly told: string[] = [];
  readonly events: DebugProtocol.Event[] = [];
  readonly complaints: unknown[] = [];
  private readonly session: DebugSession;
  private readonly waiting = new Map<number, (response: DebugProtocol.Response) => void>();
  private halted: (() => void) | undefined;
  private sequence = 0;

  constructor(readonly files: Record<string, string>) {
    this.session = new DebugSession({
      readFile: async (path) => files[path],
      readFolder: async (path) => {
        const within = Object.entries(files).flatMap(([name, text]): [string, string][] => (name.startsWith(`${path}/`) ? [[name.slice(path.length + 1), text]] : []));
        return within.length > 0 ? new Map(within) : undefined;
      },
      complain: (error) => this.complaints.push(error),
      breathe: () => new Promise((resolve) => setImmediate(resolve)),
      send: (message) => {
        if (message.type === 'response') {
          const response = message as DebugProtocol.Response;
          this.waiting.get(response.request_seq)?.(response);
        } else {
          this.hear(message as DebugProtocol.Event);
        }
      },
    });
  }

  private hear(event: DebugProtocol.Event): void {
    this.events.push(event);
    if (event.event === 'output') {
      this.told.push(...(event as DebugProtocol.OutputEvent).body.output.trimEnd().split('\n').map((line) => `| ${line}`));
    }
    if (event.event === 'terminated') {
      this.told.push('ended');
    }
    if (event.event === 'stopped' || event.event === 'terminated') {
      this.halted?.();
    }
  }

  async ask<T = Body>(command: string, args?: object): Promise<T> {
    const seq = ++this.sequence;
    const answered = new Promise<DebugProtocol.Response>((resolve) => this.waiting.set(seq, resolve));
    await this.session.receive({ seq, type: 'request', command, arguments: args } as DebugProtocol.Request);
    const response = await answered;
    if (!response.success) {
      throw new Error(response.message);
    }
    return response.body as T;
  }

  /** Asks for something that ends with a stop. */
  async until(command: string, args?: object): Promise<void> {
    const halted = new Promise<void>((resolve) => (this.halted = resolve));
    await this.ask(command, args);
    await halted;
  }

  get stopped(): DebugProtocol.StoppedEvent['body'] | undefined {
    return (this.events.findLast(({ event }) => event === 'stopped') as DebugProtocol.StoppedEvent | undefined)?.body;
  }
}

/** Debugs a machine as the transcript says, and compares what came of it. */
export async function checkDebugging(definition: string, options: DebugOptions, transcript: string): Promise<void> {
  const { mocks, path = '/project/sample.asl.json', files = {}, ...launch } = options;
  const client = new DebugClient({ [path]: definition, '/project/mocks.json': JSON.stringify(mocks ?? {}), ...files });
  const wanted = transcript.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  await client.ask('initialize', { adapterID: 'asl' });
  await client.ask('launch', { program: path, ...(mocks === undefined ? {} : { mocks: '/project/mocks.json' }), ...launch });
  const person = new Person(client, definition, path);
  for (const line of wanted.filter((each) => each.startsWith('>'))) {
    client.told.push(line);
    await person.does(line.slice(1).trim());
  }
  assert.deepEqual(client.complaints, []);
  assert.equal(client.told.join('\n'), wanted.join('\n'));
}

class Person {
  private readonly breakpoints = new Map<string, DebugProtocol.SourceBreakpoint[]>();
  private thread = 1;

  constructor(
    private readonly client: DebugClient,
    private readonly definition: string,
    private readonly path: string,
  ) {}

  async does(line: string): Promise<void> {
    const [, verb = '', rest = ''] = /^(step \w+|\S+)\s*(.*)$/.exec(line) ?? [];
    try {
      await this.act(verb, rest);
    } catch (error) {
      this.client.told.push(`refused: ${(error as Error).message}`);
    }
  }

  private async act(verb: string, rest: string): Promise<void> {
    const { client, thread: threadId } = this;
    switch (verb) {
      case 'break':
        return this.break(rest);
      case 'errors':
        await client.ask('setExceptionBreakpoints', { filters: rest.split(/\W+/).filter((each) => each !== '') });
        return;
      case 'start':
        return this.run('configurationDone');
      case 'continue':
      case 'next':
        return this.run(verb, { threadId });
      case 'step in':
      case 'step out':
      case 'step back':
        return this.run({ in: 'stepIn', out: 'stepOut', back: 'stepBack' }[verb.slice(5)] ?? '', { threadId });
      case 'reverse':
        return this.run('reverseContinue', { threadId });
      case 'restart': {
        const frame = (await this.frames()).find(({ name }) => name.startsWith(rest));
        return this.run('restartFrame', { frameId: frame?.id });
      }
      case 'answer':
        return this.run('evaluate', { expression: rest, context: 'repl' });
      case 'evaluate':
        return this.tell('= ', (await client.ask<DebugProtocol.EvaluateResponse['body']>('evaluate', { expression: rest, frameId: (await this.frames())[0]?.id, context: 'repl' })).result);
      case 'complete':
        return this.tell('', (await client.ask<DebugProtocol.CompletionsResponse['body']>('completions', { text: rest, column: rest.length + 1, frameId: (await this.frames())[0]?.id })).targets.map(({ label }) => label).join(' '));
      case 'scopes':
        return this.tell('', (await this.scopes()).map(({ name }) => name).join(', '));
      case 'show':
        for (const { name, value, evaluateName } of await this.variables(rest)) {
          this.tell('', `${name} = ${value}${evaluateName === undefined ? '' : `  (${evaluateName})`}`);
        }
        return;
      case 'set': {
        const [, scope = '', name, value] = /^(\w+) (\S+) = (.*)$/.exec(rest) ?? [];
        const variablesReference = (await this.scopes()).find((each) => each.name === scope)?.variablesReference;
        await client.ask('setVariable', { variablesReference, name, value });
        return;
      }
      case 'events':
        for (const { id, type, state, isAhead } of await this.events()) {
          this.tell('', `${id} ${type}${state === undefined ? '' : ` ${state}`}${isAhead ? ' (ahead)' : ''}`);
        }
        return;
      case 'seek':
        return this.run(seekRequest, { at: (await this.events()).find(({ id }) => id === Number(rest))?.at });
      case 'values':
        for (const [name, { visits, input, output, error }] of Object.entries(this.lastValues())) {
          this.tell('', `${name}${visits > 1 ? ` (${visits})` : ''}: ${JSON.stringify(input)}${output === undefined ? '' : ` -> ${JSON.stringify(output)}`}${error === undefined ? '' : ` !! ${JSON.stringify(error)}`}`);
        }
        return;
      case 'threads':
        return this.tell('', (await client.ask<DebugProtocol.ThreadsResponse['body']>('threads')).threads.map(({ name }) => name).join(', '));
      case 'thread':
        this.thread = (await client.ask<DebugProtocol.ThreadsResponse['body']>('threads')).threads.find(({ name }) => name === rest)?.id ?? 0;
        return;
      case 'why': {
        const { exceptionId, description, breakMode } = await client.ask<DebugProtocol.ExceptionInfoResponse['body']>('exceptionInfo', { threadId });
        return this.tell('', `${exceptionId}, ${breakMode}: ${String(description).replaceAll('\n', ' ')}`);
      }
      default:
        throw new Error(`nobody can ${verb}`);
    }
  }

  private async events(): Promise<readonly Happening[]> {
    return (await this.client.ask<{ events: Happening[] }>(eventsRequest)).events;
  }

  private lastValues(): Readonly<Record<string, LastValue>> {
    return (this.client.events.findLast(({ event }) => event === valuesEvent)?.body as { states: Record<string, LastValue> } | undefined)?.states ?? {};
  }

  private tell(mark: string, text: string): void {
    this.client.told.push(`${mark}${text}`);
  }

  private async run(command: string, args?: object): Promise<void> {
    const { client } = this;
    await client.until(command, args);
    if (client.told.at(-1) === 'ended') {
      return;
    }
    const { reason, threadId = 1, text } = client.stopped ?? {};
    this.thread = threadId;
    const frames = await this.frames();
    this.tell('', `stopped (${String(reason)}) in ${frames.map(({ name, line }) => `${name}:${line}`).join(' in ')}${text === undefined ? '' : `  ${text}`}`);
  }

  private async frames(): Promise<DebugProtocol.StackFrame[]> {
    return (await this.client.ask<DebugProtocol.StackTraceResponse['body']>('stackTrace', { threadId: this.thread })).stackFrames;
  }

  private async scopes(): Promise<DebugProtocol.Scope[]> {
    const [frame] = await this.frames();
    return (await this.client.ask<DebugProtocol.ScopesResponse['body']>('scopes', { frameId: frame?.id })).scopes;
  }

  private async variables(path: string): Promise<DebugProtocol.Variable[]> {
    const [first, ...others] = path.split('/');
    let variablesReference = (await this.scopes()).find(({ name }) => name === first)?.variablesReference;
    for (const each of others) {
      variablesReference = (await this.read(variablesReference)).find(({ name }) => name === each)?.variablesReference;
    }
    return this.read(variablesReference);
  }

  private async read(variablesReference: number | undefined): Promise<DebugProtocol.Variable[]> {
    return (await this.client.ask<DebugProtocol.VariablesResponse['body']>('variables', { variablesReference })).variables;
  }

  /** `State`, `line 7`, or `/path:State` in another file; then `if …`, `hits …` or `log …`. */
  private async break(rest: string): Promise<void> {
    const [, path = this.path, place = '', kind, text = ''] = /^(?:(\/.*?):)?(.*?)(?: (if|hits|log) (.*))?$/.exec(rest) ?? [];
    const definition = path === this.path ? this.definition : (this.client.files[path] ?? '');
    const line = place.startsWith('line ') ? Number(place.slice(5)) : definition.slice(0, definition.indexOf(`"${place}": {`)).split('\n').length;
    const breakpoints = this.breakpoints.get(path) ?? [];
    this.breakpoints.set(path, breakpoints);
    breakpoints.push({ line, ...(kind === 'if' ? { condition: text } : kind === 'hits' ? { hitCondition: text } : kind === 'log' ? { logMessage: text } : {}) });
    const told = await this.client.ask<DebugProtocol.SetBreakpointsResponse['body']>('setBreakpoints', { source: { path }, breakpoints });
    const last = told.breakpoints.at(-1);
    if (!last?.verified || last.line !== line) {
      this.tell('', last?.verified ? `moved to line ${String(last.line)}` : `not verified: ${String(last?.message)}`);
    }
  }
}

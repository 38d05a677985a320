// The typed wire between the extension and a page, used at both ends.
// A contract says, by direction, what may be asked (answered once) and what may be told (never answered).
// How messages travel is the caller's: `Webview.postMessage` on one side, `acquireVsCodeApi().postMessage` on the other.

/** What one side answers and hears: `requests` are `[params, result]` pairs by name, `events` are payloads by name. */
export type Contract = {
  requests: Record<string, [params: unknown, result: unknown]>;
  events: Record<string, unknown>;
};

/** One function for every request and event of a contract; leaving one out does not compile. */
export type Handlers<C extends Contract> = {
  [K in keyof C['requests']]: (params: C['requests'][K][0]) => C['requests'][K][1] | Promise<C['requests'][K][1]>;
} & {
  [K in keyof C['events']]: (payload: C['events'][K]) => void;
};

/** A parameter that may be `undefined` need not be written. */
type Given<P> = undefined extends P ? [params?: P] : [params: P];

type Message =
  | { wire: typeof wire; kind: 'ask'; id: string; name: string; value?: unknown }
  | { wire: typeof wire; kind: 'answer' | 'refusal'; id: string; value?: unknown }
  | { wire: typeof wire; kind: 'tell'; name: string; value?: unknown };

/** Marks our messages, and their version: VS Code and browser extensions post messages to the same window. */
const wire = 'stepwise/1';

/** One end of a wire: answers what `Mine` promises, asks and tells what `Theirs` does. */
export class Channel<Mine extends Contract, Theirs extends Contract> {
  private readonly waiting = new Map<string, { resolve: (value: never) => void; reject: (reason: Error) => void }>();
  // A page that reloads starts counting anew, so an answer meant for its predecessor must not match by number alone.
  private readonly name = Math.random().toString(36).slice(2);
  private asked = 0;

  constructor(
    private readonly post: (message: unknown) => void,
    private readonly handlers: Handlers<Mine>,
  ) {}

  /** Resolves with the other side's answer; rejects if its handler throws, if it has none, or if this end is closed. */
  ask<K extends keyof Theirs['requests'] & string>(
    name: K,
    ...[value]: Given<Theirs['requests'][K][0]>
  ): Promise<Theirs['requests'][K][1]> {
    const id = `${this.name}.${++this.asked}`;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.send({ wire, kind: 'ask', id, name, value });
    });
  }

  /** Says something that wants no answer. */
  tell<K extends keyof Theirs['events'] & string>(name: K, ...[value]: Given<Theirs['events'][K]>): void {
    this.send({ wire, kind: 'tell', name, value });
  }

  /** Takes in whatever arrived; what is not ours is ignored. */
  async receive(message: unknown): Promise<void> {
    if (!isMessage(message)) {
      return;
    }
    switch (message.kind) {
      case 'tell':
        this.handlerFor(message.name)?.(message.value);
        return;
      case 'ask':
        this.send(await this.answer(message.id, message.name, message.value));
        return;
      case 'answer':
        this.settle(message.id)?.resolve(message.value as never);
        return;
      case 'refusal':
        this.settle(message.id)?.reject(new Error(String(message.value)));
    }
  }

  /** The other side is gone: nobody who still waits for an answer waits for ever. */
  close(): void {
    for (const { reject } of this.waiting.values()) {
      reject(new Error('closed'));
    }
    this.waiting.clear();
  }

  private async answer(id: string, name: string, params: unknown): Promise<Message> {
    try {
      const handle = this.handlerFor(name);
      if (!handle) {
        throw new Error(`nothing answers "${name}"`);
      }
      return { wire, kind: 'answer', id, value: await handle(params) };
    } catch (error) {
      return { wire, kind: 'refusal', id, value: error instanceof Error ? error.message : String(error) };
    }
  }

  private handlerFor(name: string): ((value: unknown) => unknown) | undefined {
    // Own properties only: a message named "constructor" is as unknown as any other.
    return Object.hasOwn(this.handlers, name) ? (this.handlers as Record<string, (value: unknown) => unknown>)[name] : undefined;
  }

  private settle(id: string) {
    const one = this.waiting.get(id);
    this.waiting.delete(id);
    return one;
  }

  private send(message: Message): void {
    this.post(message);
  }
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && (value as { wire?: unknown }).wire === wire;
}

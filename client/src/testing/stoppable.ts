// A run that can be stopped even while it waits for what may never come, such as a function of the person's own.

/** What is needed of VS Code's token. */
export interface Token {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): { dispose(): void };
}

export interface Stoppable<Event, Result> {
  /** `undefined` once it is stopped. */
  next(): Promise<IteratorResult<Event, Result> | undefined>;
  dispose(): void;
}

export function stoppable<Event, Result>(running: AsyncGenerator<Event, Result>, token: Token): Stoppable<Event, Result> {
  let stop: () => void = () => undefined;
  const listening = token.onCancellationRequested(() => stop());
  return {
    // A promise of its own each time: what is raced against one that stays open would be kept by it to the end.
    next: async () =>
      token.isCancellationRequested
        ? undefined
        : new Promise((resolve, reject) => {
            stop = () => resolve(undefined);
            running.next().then(resolve, reject);
          }),
    dispose: () => listening.dispose(),
  };
}

// How a page reaches the extension: the one API object that VS Code hands out, taken once and kept out of the global scope.

type CodeApi<S> = { postMessage(message: unknown): void; getState(): S | undefined; setState(state: S): void };

declare function acquireVsCodeApi<S>(): CodeApi<S>;

/** May be called once. `S` is what the page wants back after it was hidden. */
export function acquirePage<S>(): CodeApi<S> {
  return acquireVsCodeApi<S>();
}

/** Whether the reader asked for less motion, of the system or of VS Code. */
export function wantsStillness(): boolean {
  return document.body.classList.contains('vscode-reduce-motion') || matchMedia('(prefers-reduced-motion: reduce)').matches;
}

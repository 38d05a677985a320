// Which request is worked on next: there is one thread, and an editor asks for much more after each key than somebody waits for.
import type { Runtime } from './runtime';

/** What somebody looks at the screen for. All else an editor asks for by itself. */
const awaited: ReadonlySet<string> = new Set(['completion', 'completionResolve', 'signatureHelp', 'hover', 'definition', 'references', 'prepareRename', 'rename', 'codeActionResolve']);

export class Turns {
  private waiting = 0;
  private line = Promise.resolve();

  constructor(private readonly runtime: Pick<Runtime, 'nextTick'>) {}

  /**
   * Resolves once the work on a request may start. A cancellation, a newer text or a request that somebody waits for, when they are on
   * the wire already, were read by then; what nobody waits for comes one by one, and after all that somebody does.
   */
  async take(name: string): Promise<void> {
    if (!awaited.has(name)) {
      this.line = this.afterOthers(this.line);
      return this.line;
    }
    this.waiting++;
    await this.runtime.nextTick();
    this.waiting--;
  }

  private async afterOthers(before: Promise<void>): Promise<void> {
    await before;
    do {
      await this.runtime.nextTick();
    } while (this.waiting > 0);
  }
}

// Asks for the graph, one question at a time; what changes meanwhile is asked for afterwards.

export class Asking {
  private isBusy = false;
  private isStale = false;

  /**
   * @param ask asks, and draws what is answered
   * @param failed is told of a question that failed; where the text has changed meanwhile, it is asked again anyway
   */
  constructor(
    private readonly ask: () => Promise<void>,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Resolves once what is drawn is as new as the text. */
  async refresh(): Promise<void> {
    this.isStale = true;
    if (this.isBusy) {
      return;
    }
    this.isBusy = true;
    while (this.isStale) {
      this.isStale = false;
      await this.askOnce();
    }
    this.isBusy = false;
  }

  private async askOnce(): Promise<void> {
    try {
      await this.ask();
    } catch (error) {
      if (!this.isStale) {
        this.failed(error);
      }
    }
  }
}

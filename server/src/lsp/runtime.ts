/** What a server needs of the place it runs in, and can't know by itself. */
export interface Runtime {
  /** Resolves after the messages that have arrived already were read. */
  nextTick(): Promise<void>;
  /** Calls once after so many milliseconds, unless the function that it returns is called before. */
  schedule(milliseconds: number, call: () => void): () => void;
  /** Writes a line for whoever looks for a fault. */
  log(message: string): void;
  /**
   * The text of a service's file; of a service that there is no file of, it fails.
   *
   * @param name such as `sagemaker`
   */
  readService(name: string): string | Promise<string>;
  /** The address of a rule's page in the documentation that came with the server, if it did. */
  rulePage?(code: string): string;
}

// What a command of `stepwise` is.

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` writes. */
  readonly help: string;
  /** Does it, and gives the exit code. */
  run(argv: readonly string[], host: Host): Promise<number>;
}

/** What a command needs of the process it runs in. */
export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** Whether a person looks at what is written. */
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
  readStdin(): Promise<Uint8Array>;
  write(text: string): void;
  /** Writes a line to standard error. */
  complain(text: string): void;
}

export const exitCodes = {
  fine: 0,
  /** Something was found in what was checked. */
  findings: 1,
  /** The command was called wrongly, or could not read or write. */
  trouble: 2,
} as const;

/** Wrong arguments. The message says what is wrong and what would be right. */
export class UsageError extends Error {}

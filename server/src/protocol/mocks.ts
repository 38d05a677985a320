// What the extension asks of the server about mocks, beyond the protocol.

/** Asks for mocks of the state machine at a place, or for what a file with mocks lacks. */
export const generateMocksRequest = 'stepwise/generateMocks';

export interface GenerateMocksParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
  /** The file that is there already. */
  readonly existing?: { readonly uri: string; readonly text: string };
}

/** The whole text with what there is to say of it, or why there is none; `null` where the document has no state machine. */
export type GenerateMocksAnswer = { readonly text: string; readonly remarks: readonly string[] } | { readonly refused: string } | null;

/** Asks what a task's service answers when all goes well, by AWS's model of it. */
export const defaultAnswerRequest = 'stepwise/defaultAnswer';

export interface DefaultAnswerParams {
  readonly resource: string;
  readonly arguments: unknown;
}

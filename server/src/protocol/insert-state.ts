// What the extension and the server say to each other about putting in a ready-made state.

/** Asks what can be put in near a cursor. The answer is `null` where there is no state machine, and empty where none has room for one. */
export const readyStatesRequest = 'stepwise/readyStates';

export interface ReadyStatesParams {
  readonly textDocument: { readonly uri: string };
  readonly position: ReadyStatePosition;
  /** One that the sender has, instead of those that the server has: a JSON object that holds a state under its name. */
  readonly own?: string;
}

export interface ReadyStatePosition {
  readonly line: number;
  readonly character: number;
}

/** One that can be put in, with the change that does it. */
export interface ReadyState {
  readonly label: string;
  /** What it is listed under; the ones of a group follow one another. */
  readonly group: string;
  readonly title: string;
  readonly description: string;
  readonly range: { readonly start: ReadyStatePosition; readonly end: ReadyStatePosition };
  /** With tab stops. Its lines are indented as they have to be. */
  readonly snippet: string;
}

// The server knows nothing of files; which of those that a document speaks of are there, the client tells.

/** Asks for files by paths, from the document's folder or from the workspace's. */
export const findFilesRequest = 'stepwise/findFiles';

export interface FindFilesParams {
  /** The document that speaks of them. */
  readonly uri: string;
  /** With slashes, as the document has them. */
  readonly paths: readonly string[];
}

/** The address of the file of each path; `null` where none is there. */
export type FoundFiles = readonly (string | null)[];

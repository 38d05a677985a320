// The extension's settings as the server asks for them.

/** The section of the settings that is ours. */
export const settingsSection = 'stepwise';

/** What the client answers when it is asked for the section. All of it was written by a person and may be anything. */
export interface WrittenSettings {
  readonly rules?: unknown;
  readonly ruleOverrides?: unknown;
  readonly workflowType?: unknown;
  readonly inlayHints?: unknown;
  readonly codeLens?: unknown;
  readonly format?: unknown;
  /** What somebody has chosen for this one document; it wins over everything else. */
  readonly chosenWorkflowType?: unknown;
  /** The project's own configuration, found by the client: the server reads no files. It takes the place of the settings. */
  readonly configFile?: { readonly uri: string; readonly text: string };
  /** An example of the input that runs of this one document are started with, as JSON, found by the client too. */
  readonly exampleInput?: { readonly uri: string; readonly text: string };
  /** Of a file with mocks the definitions beside it, and the other way round, found by the client too. What is open in the editor counts before it. */
  readonly beside?: readonly BesideFile[];
}

export interface BesideFile {
  readonly uri: string;
  readonly text: string;
}

/** Asks for the workflow type that counts for a document. */
export const workflowTypeRequest = 'stepwise/workflowType';

export interface WorkflowTypeAnswer {
  /** `null` where nobody says, and in a template whose machines differ. */
  readonly type: 'STANDARD' | 'EXPRESS' | null;
  /** True where the file is a template that says it of each of its machines: a choice for the file then changes nothing. */
  readonly isSaidByTemplate: boolean;
}

export interface WorkflowTypeParams {
  readonly uri: string;
}

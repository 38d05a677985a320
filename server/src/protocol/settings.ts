// The extension's settings as the server asks for them. Types and names only.

/** The section of the settings that is ours. */
export const settingsSection = 'stepwise';

/** What the client answers when it is asked for the section. All of it was written by a person and may be anything. */
export interface WrittenSettings {
  readonly rules?: unknown;
  readonly ruleOverrides?: unknown;
  /** The project's own configuration, found by the client: the server reads no files. It takes the place of the settings. */
  readonly configFile?: { readonly uri: string; readonly text: string };
}

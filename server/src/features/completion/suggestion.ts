import type { CompletionItemKind } from 'vscode-languageserver-types';

/** One thing that may stand at the cursor, before it is spelled in the document's notation. */
export interface Suggestion {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  /** What it is, for people who don't know the label. */
  readonly title?: string;
  /** Markdown. */
  readonly docs?: string;
  readonly deprecated?: true;
  /** What stands there, where it is not a text of the label: for a key what comes behind it. */
  readonly value?: Spellings;
}

/** A value with tab stops: on one line, on lines of its own, and as a YAML block behind the colon. A tab at the start of a line is one level. */
export interface Spellings {
  readonly inline: string;
  readonly lines: readonly string[];
  readonly block: readonly string[];
}

import type { CompletionItemKind } from 'vscode-languageserver-types';

/** One thing that may stand at the cursor, before it is spelled in the document's notation. */
export interface Suggestion {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  /** Markdown. */
  readonly docs?: string;
  readonly deprecated?: true;
  /** What stands there, where it is not a text of the label: `true`, a value with tab stops. JSON, which YAML can hold too. */
  readonly snippet?: string;
}

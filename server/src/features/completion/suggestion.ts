import type { CompletionItemKind } from 'vscode-languageserver-types';
import type { DocsPlace } from '../../services/docs-place';
import type { StateDocsPlace } from './state-docs';

/** One thing that may stand at the cursor, before it is spelled in the document's notation. */
export interface Suggestion {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  /** What it is, for people who don't know the label. */
  readonly title?: string;
  /** Markdown. */
  readonly docs?: string;
  /** Where that is which takes the place of `docs`, read when somebody looks at the suggestion. */
  readonly docsPlace?: DocsPlace | StateDocsPlace;
  readonly deprecated?: true;
  /** What stands there, where it is not a text of the label: for a key what comes behind it. */
  readonly value?: Spellings;
  /** The text that stands there, with tab stops, where it is a text but not the label. The notation puts its quotes around it. */
  readonly snippet?: string;
  /** What the editor compares with what has been typed, where that is not the label. */
  readonly filter?: string;
  /** What comes next has suggestions too, so that the editor had best ask again. */
  readonly asksAgain?: boolean;
}

/** A value with tab stops: on one line, on lines of its own, and as a YAML block behind the colon. A tab at the start of a line is one level. */
export interface Spellings {
  readonly inline: string;
  readonly lines: readonly string[];
  readonly block: readonly string[];
}

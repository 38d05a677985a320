// What the extension and the server say to each other beyond the protocol, about rules.

/** Who says so, in every diagnostic of ours. */
export const diagnosticSource = 'stepwise';

/** The command of the extension that shows a rule's page. Its arguments: a code, and the place of the problem if there is one. */
export const explainCommand = 'stepwise.explainRule';

/** The scheme of the pages, which are documents that the extension makes. */
export const rulePageScheme = 'stepwise-rule';

/** Asks for a rule's page. */
export const explainRequest = 'stepwise/explainRule';

export interface ExplainParams {
  readonly code: string;
  /** The problem in question; its message and what AWS says about it then stand on the page. */
  readonly at?: ProblemPlace;
}

export interface ProblemPlace {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/** Asks for all rules, to choose from. */
export const rulesRequest = 'stepwise/rules';

export interface RuleSummary {
  readonly code: string;
  readonly severity: string;
  readonly what: string;
}

/** What a client tells as it starts the server. */
export interface InitializationOptions {
  /** True where the client has `explainCommand` and opens addresses with `rulePageScheme`. */
  readonly explain?: boolean;
  /** True where the client has `showReferencesCommand`. */
  readonly showReferences?: boolean;
  /** True where the client answers `findFilesRequest`. */
  readonly findsFiles?: boolean;
  /** The client's own command that asks for completion at the cursor: what was accepted may go on with a choice. */
  readonly suggestCommand?: string;
  /** The client's own command that opens the address it is given: shown is what a refactoring has put into a new file. */
  readonly openCommand?: string;
  /** The editor checks and completes JSON by our schemas itself. */
  readonly schemas?: boolean;
  /** The `stepwise` settings, for clients that can't be asked for them. */
  readonly settings?: unknown;
}

/** The address of a rule's page, with the place of the problem in its query. */
export function rulePageUri(code: string, at?: ProblemPlace): string {
  const query = at && `?${encodeURIComponent(JSON.stringify([at.uri, at.line, at.character]))}`;
  return `${rulePageScheme}:/${code}.md${query ?? ''}`;
}

/** What such an address is about, by its path and its query, both decoded. */
export function readRulePageUri(path: string, query: string): ExplainParams {
  const code = path.replace(/^\//, '').replace(/\.md$/, '');
  if (query === '') {
    return { code };
  }
  const [uri, line, character] = JSON.parse(query) as [string, number, number];
  return { code, at: { uri, line, character } };
}

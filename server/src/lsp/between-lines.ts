// The routes for what an editor shows in between and above the lines, and for the colors of names.
import type { CodeLens, Connection, InlayHint, InlayHintParams, SemanticTokens, SemanticTokensRangeParams, ServerCapabilities } from 'vscode-languageserver';
import { inlayHints } from '../features/inlay-hints';
import { lenses } from '../features/lenses';
import { semanticTokens, tokenModifiers, tokenTypes } from '../features/semantic-tokens';
import type { ClientAbilities } from './client-abilities';
import type { Handlers } from './handlers';

/** Answers the requests. */
export function registerBetweenLines(connection: Connection, on: Handlers): void {
  connection.languages.inlayHint.on(
    on.onDocument<InlayHintParams, InlayHint[]>('inlayHints', [], (document, { uri, text, config }, { range }) =>
      Object.values(config.inlayHints).some(Boolean) ? inlayHints(document, uri, { start: text.offsetAt(range.start), end: text.offsetAt(range.end) }, config.inlayHints) : [],
    ),
  );
  connection.onCodeLens(on.onDocument<{ textDocument: { uri: string } }, CodeLens[]>('codeLens', [], (document, { uri, config }) => (config.codeLens.references ? lenses(document, uri) : [])));
  connection.languages.semanticTokens.on(
    on.onDocument<{ textDocument: { uri: string } }, SemanticTokens>('semanticTokens', { data: [] }, (document) => ({ data: semanticTokens(document, { start: 0, end: document.text.length }) })),
  );
  connection.languages.semanticTokens.onRange(
    on.onDocument<SemanticTokensRangeParams, SemanticTokens>('semanticTokens', { data: [] }, (document, { text }, { range }) => ({
      data: semanticTokens(document, { start: text.offsetAt(range.start), end: text.offsetAt(range.end) }),
    })),
  );
}

/**
 * What of it this client can use.
 *
 * @param showsReferences whether the client has the command of the lenses
 */
export function betweenLinesCapabilities(client: ClientAbilities, showsReferences: boolean): ServerCapabilities {
  return {
    ...(client.knows('inlayHint') && { inlayHintProvider: true }),
    ...(client.knows('codeLens') && showsReferences && { codeLensProvider: {} }),
    ...(client.knows('semanticTokens') && { semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] }, full: true, range: true } }),
  };
}

/** Has the client ask again for what depends on settings. */
export function refreshBetweenLines(connection: Connection, client: ClientAbilities): void {
  if (client.refreshes('inlayHint')) {
    void connection.languages.inlayHint.refresh();
  }
  if (client.refreshes('codeLens')) {
    void connection.sendRequest('workspace/codeLens/refresh');
  }
}

// The routes for moving around: from a name to all that it names, outwards and inwards, and out to the console.
import {
  LSPErrorCodes,
  ResponseError,
  type CallHierarchyItem,
  type CancellationToken,
  type Connection,
  type FoldingRange,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type ReferenceParams,
  type RenameParams,
  type SelectionRangeParams,
  type ServerCapabilities,
  type WorkspaceEdit,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../features/states/call-hierarchy';
import { definition } from '../features/definition';
import { mockedStatesAt, mocksOfState, prepareRenameOfMocked, renameInMocks } from '../features/mocks/navigation';
import { folding } from '../features/folding';
import { fileLinks, fileMentions } from '../features/local-files';
import { links } from '../features/links';
import { highlights, references } from '../features/references';
import { prepareRename, rename, type Refusal } from '../features/rename';
import { selectionRange } from '../features/selection';
import { flatSymbols, symbols, symbolsLike } from '../features/states/symbols';
import { findFilesRequest, type FindFilesParams, type FoundFiles } from '../protocol/files';
import type { ClientAbilities } from './client-abilities';
import type { Documents, Opened } from './documents';
import type { Handlers } from './handlers';

/** Answers the requests. `findsFiles` is true where the client says which files are there. */
export function registerNavigation(connection: Connection, on: Handlers, documents: Documents, client: () => ClientAbilities, findsFiles: () => boolean): void {
  connection.onDefinition(
    on.onCursor('definition', null, (document, offset, opened) => {
      const { uri } = opened;
      const mocked = mockedAt(documents, opened, offset);
      if (mocked) {
        return client().definition(mocked.definition.uri, mocked.origin, mocked.mention.states.map(({ nameNode }) => mocked.definition.document.range(nameNode.span)));
      }
      const found = definition(document, offset);
      return found ? client().definition(uri, found.origin, found.targets) : null;
    }),
  );
  connection.onReferences(
    on.onCursor('references', [], (document, offset, opened, { context }: ReferenceParams) => {
      const mocked = mockedAt(documents, opened, offset);
      const { document: here, uri, at } = mocked ? { ...mocked.definition, at: mocked.mention.states[0]?.nameNode.start ?? 0 } : { document, uri: opened.uri, at: offset };
      return [
        ...references(here, at, context.includeDeclaration).map((range) => ({ uri, range })),
        ...documents.beside.mocksOf(uri, opened.config).flatMap((each) => mocksOfState(here, at, each.mocks).map((range) => ({ uri: each.uri, range }))),
      ];
    }),
  );
  connection.onDocumentHighlight(on.onCursor('highlights', [], (document, offset) => highlights(document, offset)));
  connection.onPrepareRename(on.onCursor<PrepareRenameParams, PrepareRenameResult | ResponseError | null>('prepareRename', null, (document, offset, { mocks }) => (mocks ? (prepareRenameOfMocked(mocks, offset) ?? null) : orError(prepareRename(document, offset)))));
  connection.onRenameRequest(
    on.onCursor<RenameParams, WorkspaceEdit | ResponseError | null>('rename', null, (document, offset, opened, { newName }) => {
      const mocked = mockedAt(documents, opened, offset);
      if (opened.mocks && !mocked) {
        return null;
      }
      const { document: here, uri, at } = mocked ? { ...mocked.definition, at: mocked.mention.states[0]?.nameNode.start ?? 0 } : { document, uri: opened.uri, at: offset };
      const edits = orError(rename(here, at, newName));
      if (edits instanceof ResponseError) {
        return edits;
      }
      const inMocks = documents.beside.mocksOf(uri, opened.config).map((each) => [each.uri, renameInMocks(here, at, newName, each.mocks)] as const);
      return { changes: { [uri]: edits, ...Object.fromEntries(inMocks.filter(([, changes]) => changes.length > 0)) } };
    }),
  );

  connection.onDocumentSymbol(
    on.onDocument('symbols', [], (document, { uri }) => (client().outline ? client().symbols(symbols(document)) : client().symbols(flatSymbols(document, uri)))),
  );
  connection.onWorkspaceSymbol(on.onEveryDocument('workspaceSymbols', (document, uri, { query }: WorkspaceSymbolParams) => client().workspaceSymbols(symbolsLike(document, uri, query))));

  connection.languages.callHierarchy.onPrepare(on.onCursor('callHierarchy', null, (document, offset, { uri }) => prepareCallHierarchy(document, uri, offset) ?? null));
  const incoming = on.onCursor('incomingCalls', [], (document, offset, { uri }) => incomingCalls(document, uri, offset));
  const outgoing = on.onCursor('outgoingCalls', [], (document, offset, { uri }) => outgoingCalls(document, uri, offset));
  connection.languages.callHierarchy.onIncomingCalls(({ item }, token: CancellationToken) => incoming(placeOf(item), token));
  connection.languages.callHierarchy.onOutgoingCalls(({ item }, token: CancellationToken) => outgoing(placeOf(item), token));

  connection.onFoldingRanges(on.onDocument<Parameters<Parameters<Connection['onFoldingRanges']>[0]>[0], FoldingRange[] | null>('folding', null, (document) => folding(document, client().mostFoldingRanges) ?? null));
  connection.onSelectionRanges(
    on.onDocument('selection', [], (document, { text }, { positions }: SelectionRangeParams) => positions.map((position) => selectionRange(document, text.offsetAt(position)))),
  );
  connection.onDocumentLinks(
    on.onDocument('links', [], async (document, { uri }) => {
      const mentions = findsFiles() ? fileMentions(document) : [];
      const paths = [...new Set(mentions.flatMap((mention) => mention.paths))];
      const found = paths.length > 0 ? await connection.sendRequest<FoundFiles>(findFilesRequest, { uri, paths } satisfies FindFilesParams) : [];
      return client().links([...links(document), ...fileLinks(document, mentions, (path) => found[paths.indexOf(path)] ?? undefined)]);
    }),
  );
}

/** The state that is named under the cursor of a file with mocks, and where it is defined. */
function mockedAt({ beside }: Documents, { uri, mocks, config }: Opened, offset: number) {
  const found = mocks && mockedStatesAt(mocks, offset);
  const definition = found && beside.definition(uri, found.machine, config);
  return definition && { ...found, definition };
}

/** What of it this client can use. */
export function navigationCapabilities(client: ClientAbilities): ServerCapabilities {
  return {
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    ...(client.knows('callHierarchy') && { callHierarchyProvider: true }),
    ...(client.knows('foldingRange') && { foldingRangeProvider: true }),
    ...(client.knows('selectionRange') && { selectionRangeProvider: true }),
    ...(client.knows('documentLink') && { documentLinkProvider: {} }),
  };
}

/** An item comes back as it was given; its state is looked for where it stood. */
function placeOf(item: CallHierarchyItem): { textDocument: { uri: string }; position: CallHierarchyItem['selectionRange']['start'] } {
  return { textDocument: { uri: item.uri }, position: item.selectionRange.start };
}

/** A reason for the person is the message of an error, which editors show where the name is typed. */
function orError<T extends object>(answer: T | Refusal): T | ResponseError {
  return 'refused' in answer ? new ResponseError(LSPErrorCodes.RequestFailed, answer.refused) : answer;
}

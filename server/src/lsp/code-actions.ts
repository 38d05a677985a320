// The routes for what can be done at a place: what is offered, and the edit of what is chosen.
import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionParams,
  type Connection,
  type Range,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { conversions } from '../features/actions/convert';
import { translation } from '../features/actions/translate';
import { fixAll, fixAllKind } from '../features/actions/fix-all';
import { fixes } from '../features/actions/fixes';
import { wants } from '../features/actions/kinds';
import { atFreeAddresses, fileMade, namesWanted } from '../features/actions/new-files';
import { refactor, refactorings } from '../features/actions/refactorings';
import { sortFields, sortFieldsKind } from '../features/actions/sort-fields';
import { mockFixes } from '../features/mocks/diagnostics';
import { explanations } from '../features/explain';
import { findFilesRequest, type FindFilesParams, type FoundFiles } from '../protocol/files';
import type { Failed } from '../rules/run';
import type { ClientAbilities } from './client-abilities';
import type { Handlers } from './handlers';

/** What the routes need beside the document. */
interface Around {
  readonly client: () => ClientAbilities;
  /** Whether the client can show a rule's page. */
  readonly canExplain: () => boolean;
  /** Whether the client says which files are there. */
  readonly findsFiles: () => boolean;
  /** The client's command that opens a file, if it has one. */
  readonly openCommand: () => string | undefined;
  readonly failed: Failed;
  /** Shows a message. */
  readonly tell: (message: string) => void;
}

/** What comes back with a refactoring that was chosen: where it was offered, and in which text. */
interface Offered {
  readonly textDocument: { readonly uri: string };
  readonly stamp: number | undefined;
  readonly range: Range;
}

/** Answers the requests. */
export function registerCodeActions(connection: Connection, on: Handlers, { client: clientNow, canExplain, findsFiles, openCommand, failed, tell }: Around): void {
  const placed = async (uri: string, actions: readonly CodeAction[]): Promise<CodeAction[]> => {
    const paths = namesWanted(actions);
    const found = paths.length > 0 && findsFiles() ? await connection.sendRequest<FoundFiles>(findFilesRequest, { uri, paths } satisfies FindFilesParams) : [];
    return atFreeAddresses(actions, found).map((action) => withOpening(action, openCommand()));
  };
  connection.onCodeAction(
    on.onDocument<CodeActionParams, CodeAction[]>('codeAction', [], async (document, { uri, text, config, stamp, mocks }, { textDocument, range, context }) => {
      const client = clientNow();
      // Clients that know commands alone have no way to apply an edit of ours.
      if (!client.codeActionLiterals) {
        return [];
      }
      const span = { start: text.offsetAt(range.start), end: text.offsetAt(range.end) };
      // The type promises the list, but not every client sends it.
      const { diagnostics: shown = [], only, triggerKind } = context as Partial<typeof context>;
      const isAutomatic = triggerKind === CodeActionTriggerKind.Automatic;
      const isForMending = wants(CodeActionKind.QuickFix, only);
      if (mocks) {
        return client.actions(isForMending ? mockFixes(mocks, uri, span, shown) : []);
      }
      const mended = isForMending ? fixes(document, uri, span, shown, failed, config.levels, { snippetEdits: client.snippetEdits }) : [];
      const explained = isForMending && canExplain() ? explanations(uri, shown) : [];
      const offered: Offered = { textDocument, stamp, range };
      const refactored = refactorings(document, uri, span, failed, { only, isAutomatic, makesFiles: client.makesFiles, isLater: client.resolvesEdits });
      // What is worked out for the whole machine would show a light bulb everywhere: it is for who asks.
      const isAsked = triggerKind === CodeActionTriggerKind.Invoked || only !== undefined;
      const converted = isAsked && wants(CodeActionKind.RefactorRewrite, only) ? [...conversions(document, uri, span.start), ...translation(document, uri, client.makesFiles)] : [];
      const allFixed = only && wants(fixAllKind, only) ? fixAll(document, uri, failed, config.levels) : [];
      const sorted = only && wants(sortFieldsKind, only) ? sortFields(document, uri, span.start) : [];
      const later = refactored.map((action) => (action.edit || action.disabled ? action : { ...action, data: offered }));
      return client.actions(await placed(uri, [...mended, ...explained, ...later, ...converted, ...allFixed, ...sorted]));
    }),
  );
  connection.onCodeActionResolve((action, token) => {
    const { data } = action as { data?: Offered };
    const resolve = on.onDocument<Offered, CodeAction>('codeActionResolve', action, async (document, { uri, text, stamp }, offered) => {
      const span = { start: text.offsetAt(offered.range.start), end: text.offsetAt(offered.range.end) };
      const edit = stamp === offered.stamp ? refactor(document, uri, span, action.title, failed, { makesFiles: clientNow().makesFiles }) : undefined;
      if (edit && !('refused' in edit)) {
        const [done = action] = await placed(uri, [{ ...action, edit }]);
        if (!done.disabled) {
          return done;
        }
        tell(`"${action.title}" was not done. ${done.disabled.reason}`);
        return action;
      }
      // Editors keep to themselves what an error says here.
      tell(`"${action.title}" was not done. ${edit?.refused ?? 'The text has changed since it was offered: ask again.'}`);
      return action;
    });
    return data ? resolve(data, token) : action;
  });
}

/** Has the client show the file that an action makes: nobody would know of it otherwise. */
function withOpening(action: CodeAction, openCommand: string | undefined): CodeAction {
  const address = fileMade(action);
  return openCommand === undefined || address === undefined ? action : { ...action, command: { title: 'Open', command: openCommand, arguments: [address] } };
}

/** What of it this client can use. */
export function codeActionCapabilities(client: ClientAbilities): ServerCapabilities {
  const codeActionKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorExtract, CodeActionKind.RefactorInline, CodeActionKind.RefactorRewrite, 'refactor.move', fixAllKind, sortFieldsKind];
  return { codeActionProvider: client.codeActionLiterals ? { codeActionKinds, ...(client.resolvesEdits && { resolveProvider: true }) } : true };
}

// All refactorings for a selection, each held against the rules before it is done: what it leaves has no error that was not there.
import type { CodeAction, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { AslDocument } from '../../analysis/document';
import { nameAt } from '../../analysis/query';
import { check } from '../../rules/check';
import type { Failed } from '../../rules/run';
import { changesBetween } from '../../text/difference';
import type { Span } from '../../text/span';
import { deleteState, inlinePass } from './delete-state';
import { catchErrors, retryErrors } from './error-handling';
import { extractMachine } from './extract-machine';
import { extractMap, extractParallel } from './extract';
import { inlineParallel } from './inline-parallel';
import { insertBetween } from './insert-between';
import { wants } from './kinds';
import { moveState, sortStates } from './move-state';
import type { NewFile, Offer, Outcome, Refactoring, Refusal } from './refactoring';
import { selectionIn } from './selection';
import { workingText, type Working } from './working-text';

export interface RefactoringOptions {
  /** The kinds that are asked for; all where this is left out. */
  readonly only?: readonly string[] | undefined;
  /** Nobody has asked: the editor wants to know whether there is anything. */
  readonly isAutomatic?: boolean;
  /** The client can make files. */
  readonly makesFiles?: boolean;
  /** The client asks for the edit of the one that is chosen. */
  readonly isLater?: boolean;
}

/** In a text up to this long all edits are made and judged at once, so that what can't be done is told before it is chosen. */
const quickLength = 20_000;

const all: readonly Refactoring[] = [
  insertBetween,
  retryErrors,
  catchErrors,
  extractParallel,
  extractMap,
  extractMachine,
  inlineParallel,
  inlinePass,
  deleteState,
  moveState,
  sortStates,
];

/** What can be done with the states in a span. Where edits come later, an action has none yet that `refactor` then makes. */
export function refactorings(document: AslDocument, uri: string, span: Span, failed: Failed, options: RefactoringOptions = {}): CodeAction[] {
  const { only, isAutomatic = false } = options;
  const isWanted = wants('refactor', only) || only?.some((kind) => kind.startsWith('refactor'));
  const found = isWanted ? offersIn(document, uri, span, options) : undefined;
  // The light bulb is for a name or a selection: anywhere else it would be there all the time.
  if (!found || (isAutomatic && found.working.span.start === found.working.span.end && !nameAt(found.working.definition, found.working.span.start))) {
    return [];
  }
  const isLater = options.isLater === true && (isAutomatic || document.text.length > quickLength);
  const judge = new Judge(document, failed);
  return found.offers
    .filter(({ kind }) => wants(kind, only))
    .flatMap(({ title, kind, outcome }): CodeAction[] => {
      const refusedAs = ({ refused: reason }: Refusal): CodeAction[] => (isAutomatic ? [] : [{ title, kind, disabled: { reason } }]);
      if ('refused' in outcome) {
        return refusedAs(outcome);
      }
      if (isLater) {
        return [{ title, kind }];
      }
      const written = write(found.working, outcome);
      const judged = isAutomatic ? written : judge.check(written);
      return 'refused' in judged ? refusedAs(judged) : [{ title, kind, edit: editOf(document, uri, judged) }];
    });
}

/**
 * The edit of one that was offered for a span, or why it can't be done.
 *
 * @param title by which it was offered
 * @returns `undefined` where nothing of that title is offered there
 */
export function refactor(document: AslDocument, uri: string, span: Span, title: string, failed: Failed, options: RefactoringOptions = {}): WorkspaceEdit | Refusal | undefined {
  const found = offersIn(document, uri, span, options);
  const outcome = found?.offers.find((offer) => offer.title === title)?.outcome;
  if (!found || !outcome) {
    return undefined;
  }
  if ('refused' in outcome) {
    return outcome;
  }
  const judged = new Judge(document, failed).check(write(found.working, outcome));
  return 'refused' in judged ? judged : editOf(document, uri, judged);
}

function offersIn(document: AslDocument, uri: string, span: Span, { makesFiles = false }: RefactoringOptions): { working: Working; offers: Offer[] } | undefined {
  const working = workingText(document, span);
  const selection = working && selectionIn(working.definition, working.span, makesFiles && /\.asl(\.json|\.ya?ml)?$/.test(uri) && !document.isTemplate);
  return selection && { working, offers: all.flatMap((refactoring) => refactoring(selection)) };
}

/** What a refactoring leaves of a document. */
interface Written {
  readonly text: string;
  readonly file: NewFile | undefined;
}

function write(working: Working, { text, file }: Exclude<Outcome, Refusal>): Written {
  return { text: working.toDocument(text()), file };
}

/** Tells of errors that a text has and the document did not. */
class Judge {
  private before: ReadonlyMap<string, number> | undefined;

  constructor(
    private readonly document: AslDocument,
    private readonly failed: Failed,
  ) {}

  check(written: Written): Written | Refusal {
    const counted = new Map<string, number>();
    this.before ??= countOf(this.errorsOf(this.document));
    const texts = [written.text, ...(written.file ? [written.file.text] : [])];
    for (const { code, message } of texts.flatMap((each) => this.errorsOf(this.documentOf(each)))) {
      const count = (counted.get(code) ?? 0) + 1;
      counted.set(code, count);
      if (count > (this.before.get(code) ?? 0)) {
        return { refused: `The result would be wrong. ${message}` };
      }
    }
    return written;
  }

  private documentOf(text: string): AslDocument {
    const { notation, options, services, expressions, clean } = this.document;
    const changed = new AslDocument(text, notation, { ...options, services, expressions });
    // Most states stay as they are.
    changed.clean = clean;
    return changed;
  }

  private errorsOf(document: AslDocument): { code: string; message: string }[] {
    return check(document, {}, this.failed)
      .filter(({ severity, rule: { code } }) => severity === 'error' || breaking.has(code))
      .map(({ rule: { code }, message }) => ({ code, message }));
  }
}

/** Rules that are no errors since the definition can be deployed, but the run then fails. */
const breaking: ReadonlySet<string> = new Set(['unknown-variable', 'possibly-unassigned-variable']);

function countOf(errors: readonly { code: string }[]): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const { code } of errors) {
    counted.set(code, (counted.get(code) ?? 0) + 1);
  }
  return counted;
}

function editOf(document: AslDocument, uri: string, { text, file }: Written): WorkspaceEdit {
  const edits: TextEdit[] = changesBetween(document.text, text).map(({ span, newText }) => ({ range: document.range(span), newText }));
  if (!file) {
    return { changes: { [uri]: edits } };
  }
  const made = uri.slice(0, uri.lastIndexOf('/') + 1) + encodeURIComponent(file.name);
  const nothing = { line: 0, character: 0 };
  const here: TextDocumentEdit = { textDocument: { uri, version: null }, edits };
  return { documentChanges: [{ kind: 'create', uri: made }, { textDocument: { uri: made, version: null }, edits: [{ range: { start: nothing, end: nothing }, newText: file.text }] }, here] };
}

// All refactorings for a selection, each held against the rules before it is offered: what it leaves has no error that was not there.
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
import type { NewFile, Outcome, Refactoring } from './refactoring';
import { selectionIn } from './selection';
import { workingText } from './working-text';

export interface RefactoringOptions {
  /** The kinds that are asked for; all where this is left out. */
  readonly only?: readonly string[] | undefined;
  /** Nobody has asked: the editor wants to know whether there is anything. */
  readonly isAutomatic?: boolean;
  /** The client can make files. */
  readonly makesFiles?: boolean;
}

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

/** What can be done with the states in a span. */
export function refactorings(document: AslDocument, uri: string, span: Span, failed: Failed, { only, isAutomatic = false, makesFiles = false }: RefactoringOptions = {}): CodeAction[] {
  const working = wants('refactor', only) || only?.some((kind) => kind.startsWith('refactor')) ? workingText(document, span) : undefined;
  const selection = working && selectionIn(working.definition, working.span, makesFiles && /\.asl(\.json|\.ya?ml)?$/.test(uri) && !document.isTemplate);
  // The light bulb is for a name or a selection: anywhere else it would be there all the time.
  if (!working || !selection || (isAutomatic && working.span.start === working.span.end && !nameAt(working.definition, working.span.start))) {
    return [];
  }
  const judge = new Judge(document, failed);
  return all
    .flatMap((refactoring) => refactoring(selection))
    .filter(({ kind }) => wants(kind, only))
    .flatMap(({ title, kind, outcome }): CodeAction[] => {
      const judged = isAutomatic || 'refused' in outcome ? outcome : judge.check(working.toDocument(outcome.text), outcome);
      if ('refused' in judged) {
        return !isAutomatic ? [{ title, kind, disabled: { reason: judged.refused } }] : [];
      }
      return [{ title, kind, edit: editOf(document, uri, working.toDocument(judged.text), judged.file) }];
    });
}

/** Tells of errors that a text has and the document did not. */
class Judge {
  private before: ReadonlyMap<string, number> | undefined;

  constructor(
    private readonly document: AslDocument,
    private readonly failed: Failed,
  ) {}

  check(text: string, outcome: Outcome): Outcome {
    const { notation, options, services, expressions } = this.document;
    const counted = new Map<string, number>();
    this.before ??= countOf(this.errorsOf(this.document));
    const texts = [text, ...('text' in outcome && outcome.file ? [outcome.file.text] : [])];
    for (const { code, message } of texts.flatMap((each) => this.errorsOf(new AslDocument(each, notation, { ...options, services, expressions })))) {
      const count = (counted.get(code) ?? 0) + 1;
      counted.set(code, count);
      if (count > (this.before.get(code) ?? 0)) {
        return { refused: `The result would be wrong. ${message}` };
      }
    }
    return outcome;
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

function editOf(document: AslDocument, uri: string, text: string, file: NewFile | undefined): WorkspaceEdit {
  const edits: TextEdit[] = changesBetween(document.text, text).map(({ span, newText }) => ({ range: document.range(span), newText }));
  if (!file) {
    return { changes: { [uri]: edits } };
  }
  const made = uri.slice(0, uri.lastIndexOf('/') + 1) + encodeURIComponent(file.name);
  const nothing = { line: 0, character: 0 };
  const here: TextDocumentEdit = { textDocument: { uri, version: null }, edits };
  return { documentChanges: [{ kind: 'create', uri: made }, { textDocument: { uri: made, version: null }, edits: [{ range: { start: nothing, end: nothing }, newText: file.text }] }, here] };
}

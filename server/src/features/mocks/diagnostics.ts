// What is wrong with a file with mocks, and the ways to mend it.
import { CodeActionKind, DiagnosticSeverity, DiagnosticTag, type CodeAction, type Diagnostic } from 'vscode-languageserver-types';
import { checkMocks } from '../../mocks/check';
import type { MocksDocument } from '../../mocks/document';
import type { MockCode, MockProblem } from '../../mocks/problem';
import { diagnosticSource } from '../../protocol/explain';
import { TreeEditor } from '../../syntax/editor';
import { overlaps, type Span } from '../../text/span';

const severities: Record<MockProblem['severity'], DiagnosticSeverity> = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, hint: DiagnosticSeverity.Hint };

/** What the schema says too, to an editor that checks JSON by it. */
const inSchema: ReadonlySet<MockCode> = new Set(['invalid-syntax', 'mock-wrong-type', 'mock-unknown-key', 'mock-missing-key']);

/** @param hasSchema whether the editor checks JSON by the schema itself */
export function mockDiagnostics(document: MocksDocument, hasSchema: boolean): Diagnostic[] {
  return problemsOf(document, hasSchema).map(({ code, severity, span, message, unnecessary }) => ({
    range: document.range(span),
    severity: severities[severity],
    source: diagnosticSource,
    code,
    message,
    ...(unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
  }));
}

/** @param shown the diagnostics that the editor has there; each fix names the one that it mends */
export function mockFixes(document: MocksDocument, uri: string, span: Span, shown: readonly Diagnostic[]): CodeAction[] {
  return checkMocks(document)
    .filter((problem) => overlaps(problem.span, span))
    .flatMap(({ code, span: { start }, fixes = [] }) => {
      const mended = shown.filter((each) => each.code === code && document.offsetAt(each.range.start) === start);
      return fixes.map(({ title, preferred, edit }): CodeAction => {
        const editor = new TreeEditor(document.tree);
        edit(editor);
        const edits = editor.changes.map((change) => ({ range: document.range(change.span), newText: change.newText }));
        return { title, kind: CodeActionKind.QuickFix, ...(preferred && { isPreferred: true }), ...(mended.length > 0 && { diagnostics: mended }), edit: { changes: { [uri]: edits } } };
      });
    });
}

function problemsOf(document: MocksDocument, hasSchema: boolean): MockProblem[] {
  const isKnown = (code: MockCode): boolean => hasSchema && document.notation === 'json' && (document.form === 'aws' ? code === 'invalid-syntax' : inSchema.has(code));
  return checkMocks(document).filter(({ code }) => !isKnown(code));
}

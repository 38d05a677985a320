import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import type { AslDocument } from '../analysis/document';
import { rules } from '../rules';
import { runRules, type Rule, type RuleFinding, type Severity } from '../rules/rule';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The code of what the notation itself refuses; everything else has its rule's code. */
export const syntaxCode = 'invalid-syntax';

/**
 * Everything wrong with a document, in the order of the text.
 *
 * @param uri the document's own address, for the places that a finding is related to
 * @param failed is told of a rule that threw; the rest is answered all the same
 */
export function diagnostics(document: AslDocument, uri: string, failed: (rule: Rule, error: unknown) => void): Diagnostic[] {
  const problems = document.tree.problems.map(
    ({ span, message }): Diagnostic => ({ range: document.range(span), severity: DiagnosticSeverity.Error, source: 'stepwise', code: syntaxCode, message }),
  );
  const findings = runRules(rules, document, failed).map((finding) => toDiagnostic(document, uri, finding));
  return [...problems, ...findings].sort(
    ({ range: { start: one } }, { range: { start: other } }) => one.line - other.line || one.character - other.character,
  );
}

function toDiagnostic(document: AslDocument, uri: string, { rule, at, message, related }: RuleFinding): Diagnostic {
  return {
    range: document.range(at.span),
    severity: severities[rule.severity],
    source: 'stepwise',
    code: rule.code,
    codeDescription: { href: rule.docs.source },
    message,
    ...(rule.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related && { relatedInformation: related.map((place) => ({ location: { uri, range: document.range(place.at.span) }, message: place.message })) }),
  };
}

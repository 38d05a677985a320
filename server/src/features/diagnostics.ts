import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import type { AslDocument } from '../analysis/document';
import { diagnosticSource } from '../protocol/explain';
import { check, type Problem } from '../rules/check';
import type { Levels } from '../rules/config';
import type { Rule, Severity } from '../rules/rule';
import type { Failed } from '../rules/run';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What the diagnostics of a document depend on beside its text. */
export interface DiagnosticOptions {
  readonly levels?: Levels;
  /** The address of a rule's page, asked for each problem; without it, the rule's source. */
  readonly page?: (rule: Rule, start: Diagnostic['range']['start']) => string | undefined;
}

/**
 * Everything wrong with a document, in the order of the text.
 *
 * @param uri the document's own address, for the places that a finding is related to
 */
export function diagnostics(document: AslDocument, uri: string, failed: Failed, options: DiagnosticOptions = {}): Diagnostic[] {
  return check(document, options.levels ?? {}, failed).map((problem) => toDiagnostic(document, uri, problem, options));
}

function toDiagnostic(document: AslDocument, uri: string, { rule, severity, span, message, related }: Problem, { page }: DiagnosticOptions): Diagnostic {
  const range = document.range(span);
  return {
    range,
    severity: severities[severity],
    source: diagnosticSource,
    code: rule.code,
    codeDescription: { href: page?.(rule, range.start) ?? rule.docs.source },
    message,
    ...(rule.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...(rule.deprecated && { tags: [DiagnosticTag.Deprecated] }),
    ...(related && { relatedInformation: related.map((place) => ({ location: { uri, range: document.range(place.at.span) }, message: place.message })) }),
  };
}

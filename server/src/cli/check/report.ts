// What was found, as every format needs it: places counted from one, and where in the definition they are.
import { AslDocument } from '../../analysis/document';
import type { ExpressionCache } from '../../analysis/expression-cache';
import { check, type Problem } from '../../rules/check';
import type { FileConfig } from '../../rules/config';
import type { Rule, Severity } from '../../rules/rule';
import type { Catalog } from '../../services/catalog';
import { locationOf } from '../../syntax/location';
import type { Notation } from '../../syntax/tree';
import type { Span } from '../../text/span';

export interface Report {
  readonly files: readonly CheckedFile[];
  /** What could not be read or found, a sentence each. */
  readonly troubles: readonly string[];
}

export interface CheckedFile {
  /** As it is shown: relative to where the command was called, with forward slashes. */
  readonly path: string;
  readonly absolute: string;
  readonly text: string;
  readonly problems: readonly ReportedProblem[];
}

/** Lines and columns count from one, columns in UTF-16 code units; the end is the first column behind. */
export interface Place {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

export interface ReportedProblem extends Place {
  readonly rule: Rule;
  readonly severity: Exclude<Severity, 'hint'>;
  readonly message: string;
  /** As Step Functions writes it: `/States/Train/Next`. */
  readonly location: string | undefined;
  readonly aws: Problem['aws'];
  readonly fixes: readonly string[];
  readonly related: readonly (Place & { readonly message: string })[];
}

/** A text to check. */
export interface FoundText {
  readonly path: string;
  readonly absolute: string;
  readonly text: string;
  readonly notation: Notation;
  /** It was found because it is a template with state machines; what else is in it is not ours. */
  readonly isTemplate: boolean;
}

/** What is read once for all texts. */
export interface Readers {
  readonly expressions: ExpressionCache;
  readonly services: Catalog;
}

/** Checks one text. Hints are left out: they only fade text in an editor. */
export function checkText(
  { path, absolute, text, notation, isTemplate }: FoundText,
  { levels, workflowType }: FileConfig,
  { expressions, services }: Readers,
  trouble: (message: string) => void,
): CheckedFile {
  const document = new AslDocument(text, notation, { expressions, services, isFinished: true, ...(workflowType && { workflowType }), ...(isTemplate && { onlyTemplates: true }) });
  const place = (span: Span): Place => {
    const { start, end } = document.range(span);
    return { start: { line: start.line + 1, column: start.character + 1 }, end: { line: end.line + 1, column: end.character + 1 } };
  };
  const found = check(document, levels, (rule, error) => {
    trouble(`${path}: the rule ${rule.code} failed; this is a fault of Stepwise. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  });
  const problems = found.flatMap(({ rule, severity, span, message, at, aws, fixes = [], related = [] }): ReportedProblem[] =>
    severity === 'hint'
      ? []
      : [
          {
            rule,
            severity,
            ...place(span),
            message,
            // Where part of a string is meant, the string's own place.
            location: at && locationOf(at.kind === 'inside' ? at.node : at, document.definitionAt(span.start)?.tree.root),
            aws,
            fixes: fixes.map(({ title }) => title),
            related: related.map((each) => ({ ...place(each.at.span), message: each.message })),
          },
        ],
  );
  return { path, absolute, text, problems };
}

/** How much there is of each. */
export function count({ files }: Report): { files: number; errors: number; warnings: number; infos: number } {
  const all = files.flatMap(({ problems }) => problems);
  const of = (severity: Severity): number => all.filter((problem) => problem.severity === severity).length;
  return { files: files.length, errors: of('error'), warnings: of('warning'), infos: of('info') };
}

// Everything wrong with one document: what its notation refuses, and what the rules find. The editor and the command line show the same.
import type { AslDocument } from '../analysis/document';
import type { Span } from '../text/span';
import type { Levels } from './config';
import { rules } from './index';
import { runRules, type AwsRefusal, type Finding, type Fix, type Rule, type RuleFinding, type Severity } from './rule';
import { invalidSyntax } from './syntax';

/** One problem of a document. */
export interface Problem {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  /** What is marked; `undefined` where the text could not be read as a tree. */
  readonly at?: Finding['at'];
  readonly fixes?: readonly Fix[];
  readonly related?: RuleFinding['related'];
  /** What Step Functions says; its message is not known where it refuses the text itself. */
  readonly aws?: Pick<AwsRefusal, 'code'> & Partial<AwsRefusal>;
}

/** Is told of a rule that threw; the rest is answered all the same. */
export type Failed = (rule: Rule, error: unknown) => void;

/** All problems of a document in the order of the text, with those rules that are not off. */
export function check(document: AslDocument, levels: Levels, failed: Failed): Problem[] {
  const wanted = rules.filter(({ code }) => levels[code] !== 'off');
  const syntax = document.problems.map(
    ({ span, message }): Problem => ({ rule: invalidSyntax, severity: invalidSyntax.severity, span, message, aws: { code: 'INVALID_JSON_DESCRIPTION' } }),
  );
  const findings = runRules(wanted, document, failed).map((finding): Problem => {
    const level = levels[finding.rule.code];
    return { ...finding, span: finding.at.span, severity: level === undefined || level === 'off' ? finding.rule.severity : level };
  });
  return [...syntax, ...findings].sort((one, other) => one.span.start - other.span.start);
}

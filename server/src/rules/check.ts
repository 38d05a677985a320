// Everything wrong with one document: what its notation refuses, and what the rules find. The editor and the command line show the same.
import type { AslDocument } from '../analysis/document';
import type { SyntaxFix } from '../syntax/tree';
import type { Span } from '../text/span';
import type { Levels } from './config';
import { rules } from './index';
import type { AwsRefusal, Finding, Fix, Rule, RuleFinding, Severity } from './rule';
import { runRules, type Failed } from './run';
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
  readonly related?: readonly { readonly at: { readonly span: Span }; readonly message: string }[];
  /** What Step Functions says; its message is not known where it refuses the text itself. */
  readonly aws?: Pick<AwsRefusal, 'code'> & Partial<AwsRefusal>;
}

/** All problems of a document in the order of the text, with those rules that are not off. */
export function check(document: AslDocument, levels: Levels, failed: Failed): Problem[] {
  const isOff = ({ code }: Rule): boolean => levels[code] === 'off';
  const wanted = rules.some(isOff) ? rules.filter((rule) => !isOff(rule)) : rules;
  const syntax = document.problems.map(
    ({ span, message, related, fixes }): Problem => ({
      rule: invalidSyntax,
      severity: invalidSyntax.severity,
      span,
      message,
      // YAML never gets to the service.
      ...(document.notation === 'json' && { aws: { code: 'INVALID_JSON_DESCRIPTION' } }),
      ...(related && { related: [{ at: related, message: related.message }] }),
      ...(fixes && { fixes: fixes.map(fixOf) }),
    }),
  );
  const findings = runRules(wanted, document, failed).map((finding): Problem => {
    const level = levels[finding.rule.code];
    return { ...finding, span: shownSpan(finding.at, document), severity: level === undefined || level === 'off' ? (finding.severity ?? finding.rule.severity) : level };
  });
  return [...syntax, ...findings].sort((one, other) => one.span.start - other.span.start);
}

function fixOf({ title, changes, preferred }: SyntaxFix): Fix {
  return {
    title,
    ...(preferred && { preferred }),
    edit: (editor) => {
      for (const { span, newText } of changes) {
        editor.rewrite(span, newText);
      }
    },
  };
}

/** What is said of an object as a whole is shown where it begins, not under all its lines. */
function shownSpan({ kind, span }: RuleFinding['at'], { text }: AslDocument): Span {
  const lineEnd = kind === 'object' || kind === 'array' || kind === 'property' ? text.indexOf('\n', span.start) : -1;
  return lineEnd < 0 ? span : { start: span.start, end: Math.min(span.end, lineEnd) };
}

// The documentation of rules in the editor: a page for each, and the way to it from a diagnostic.
import { CodeActionKind, type CodeAction, type Diagnostic, type Position } from 'vscode-languageserver-types';
import type { AslDocument } from '../analysis/document';
import { diagnosticSource, explainCommand, type RuleSummary } from '../protocol/explain';
import { check } from '../rules/check';
import type { Failed } from '../rules/run';
import type { Levels } from '../rules/config';
import { awsSays, documented, literal, rulePage, ruleOf } from '../rules/page';
import type { Catalog } from '../services/catalog';

/** A rule's page as Markdown; `undefined` for a code that is none of ours. */
export function explain(code: string, services: Catalog, here?: { document: AslDocument; position: Position; levels: Levels; failed: Failed }): string | undefined {
  const rule = ruleOf(code);
  if (!rule) {
    return undefined;
  }
  const problem = here && check(here.document, here.levels, here.failed).find((each) => each.rule === rule && isAt(here.document, each.span, here.position));
  return [
    `# ${code}`,
    `*${problem?.severity ?? rule.severity}*`,
    ...(problem ? ['## Here', literal(problem.message), ...(problem.aws ? [awsSays(problem.aws)] : []), '## The rule'] : []),
    rulePage(rule, services),
  ].join('\n\n');
}

function isAt(document: AslDocument, span: { start: number; end: number }, { line, character }: Position): boolean {
  const { start } = document.range(span);
  return start.line === line && start.character === character;
}

/** Every code with one line about it, to choose from: plain text, as a list of choices shows no markup. */
export function ruleSummaries(): RuleSummary[] {
  return documented.map(({ code, severity, docs }) => ({ code, severity, what: docs.what.replaceAll('`', '') }));
}

/** For each diagnostic of ours an action that opens its rule's page; one a rule. */
export function explanations(uri: string, shown: readonly Diagnostic[]): CodeAction[] {
  const actions = new Map<string, CodeAction>();
  for (const diagnostic of shown) {
    const { code, source, range } = diagnostic;
    if (source === diagnosticSource && typeof code === 'string' && !actions.has(code) && ruleOf(code)) {
      const title = `Explain ${code}`;
      actions.set(code, {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        command: { title, command: explainCommand, arguments: [code, { uri, ...range.start }] },
      });
    }
  }
  return [...actions.values()];
}

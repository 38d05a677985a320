// "Stepwise: Explain Rule": the page of a rule, rendered, for the problem at the cursor or for a rule of one's choice.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  diagnosticSource,
  explainCommand,
  explainRequest,
  readRulePageUri,
  rulePageScheme,
  rulePageUri,
  rulesRequest,
  type ExplainParams,
  type ProblemPlace,
  type RuleSummary,
} from '../../../server/src/protocol/explain';

/** Registers the command, and the documents that the links in diagnostics lead to. */
export function registerExplainRule(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(rulePageScheme, {
      async provideTextDocumentContent({ path, query }) {
        const params = readRulePageUri(path, query);
        const page = await client.sendRequest<string | null>(explainRequest, params satisfies ExplainParams);
        return page ?? `There is no rule "${params.code}".`;
      },
    }),
    vscode.commands.registerCommand('stepwise.explainRule' satisfies typeof explainCommand, async (code?: string, at?: ProblemPlace) => {
      const wanted = code === undefined ? await choose(client) : { code, ...(at && { at }) };
      if (wanted) {
        await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.parse(rulePageUri(wanted.code, wanted.at)));
      }
    }),
  );
}

/** The problem at the cursor if there is one; else the person chooses, among those there or among all rules. */
async function choose(client: BaseLanguageClient): Promise<ExplainParams | undefined> {
  const here = problemsAtCursor();
  if (here.length === 1) {
    return here[0]?.params;
  }
  if (here.length > 1) {
    const picked = await vscode.window.showQuickPick(here, { placeHolder: 'Several problems are here. Which one?', matchOnDetail: true });
    return picked?.params;
  }
  const all = client
    .sendRequest<RuleSummary[]>(rulesRequest)
    .then((rules) => rules.map(({ code, severity, what }) => ({ label: code, description: severity, detail: what })));
  const picked = await vscode.window.showQuickPick(all, { placeHolder: 'Which rule?', matchOnDetail: true });
  return picked && { code: picked.label };
}

function problemsAtCursor(): (vscode.QuickPickItem & { params: ExplainParams })[] {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    return [];
  }
  const { document, selection } = editor;
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source, range }) => source === diagnosticSource && range.contains(selection.active))
    .map(({ code, message, range: { start } }) => {
      const label = String(typeof code === 'object' ? code.value : code);
      return { label, detail: message, params: { code: label, at: { uri: document.uri.toString(), line: start.line, character: start.character } } };
    });
}

import { CodeActionKind, type CodeAction, type Diagnostic, type TextDocumentEdit, type TextEdit } from 'vscode-languageserver-types';
import type { AslDocument } from '../../analysis/document';
import { check } from '../../rules/check';
import type { Failed } from '../../rules/run';
import type { Levels } from '../../rules/config';
import { TreeEditor } from '../../syntax/editor';
import type { Tree } from '../../syntax/tree';
import { overlaps, type Span } from '../../text/span';
import { withTabStops } from './tab-stops';

export interface FixOptions {
  /** Whether the editor takes changes with tab stops. */
  readonly snippetEdits?: boolean;
}

/**
 * The quick fixes for what is wrong in a span. The rules run again: nothing is remembered from the time when the squiggle was drawn,
 * and no message is read back.
 *
 * @param shown the diagnostics that the editor has there; each fix names the one that it mends
 */
export function fixes(document: AslDocument, uri: string, span: Span, shown: readonly Diagnostic[], failed: Failed, levels: Levels = {}, options: FixOptions = {}): CodeAction[] {
  const actions: CodeAction[] = [];
  for (const problem of check(document, levels, failed)) {
    if (!overlaps(problem.span, span)) {
      continue;
    }
    const range = document.range(problem.span);
    const mended = shown.filter(({ code, range: { start } }) => code === problem.rule.code && start.line === range.start.line && start.character === range.start.character);
    const tree = document.definitionAt(problem.span.start)?.tree ?? document.tree;
    for (const fix of isFixable(tree) ? (problem.fixes ?? []) : []) {
      const editor = new TreeEditor(tree);
      fix.edit(editor);
      const edits = editor.changes.map((change) => ({ range: document.range(change.span), newText: change.newText }));
      actions.push({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        ...(fix.preferred && { isPreferred: true }),
        ...(mended.length > 0 && { diagnostics: mended }),
        edit: fix.tabStops && options.snippetEdits && !tree.embedding ? { documentChanges: [withSnippets(uri, edits)] } : { changes: { [uri]: edits } },
      });
    }
  }
  // Those that can be nothing else come first; the others stay in the order of the text.
  return actions.sort((one, other) => Number(other.isPreferred ?? false) - Number(one.isPreferred ?? false));
}

/** False for a text that is put together from pieces: it can't be changed as one. */
export function isFixable({ embedding }: Tree): boolean {
  return !embedding || embedding.spell !== undefined;
}

function withSnippets(uri: string, edits: readonly TextEdit[]): TextDocumentEdit {
  const snippets = withTabStops(edits.map(({ newText }) => newText));
  return { textDocument: { uri, version: null }, edits: edits.map(({ range }, index) => ({ range, snippet: { kind: 'snippet', value: snippets[index] ?? '' } })) };
}

// The layout of a whole file. What can't be read, or would come to mean something else, stays as it is, and so do templates.
import type { TextEdit } from 'vscode-languageserver-types';
import type { AslDocument } from '../analysis/document';
import { isSame, type Json } from '../expressions/value';
import { formatted, type Layout } from '../syntax/format';
import { parse } from '../syntax/parse';
import { isComment, toValue } from '../syntax/tree';
import { changesBetween } from '../text/difference';

/** The edits that lay the document out anew. */
export function format(document: AslDocument, layout: Layout): TextEdit[] {
  const { text, notation, tree } = document;
  if (document.isTemplate || document.options.onlyTemplates || !tree.root || document.problems.some((problem) => !isComment(text, problem.span))) {
    return [];
  }
  const after = formatted(text, notation, layout);
  return isSame(toValue(parse(after, notation).root) as Json, toValue(tree.root) as Json) ? changesBetween(text, after).map(({ span, newText }) => ({ range: document.range(span), newText })) : [];
}

// "Convert to YAML" and "Convert to JSON": the same definition in a file of its own, beside this one, which stays.
import { CodeActionKind, type CodeAction } from 'vscode-languageserver-types';
import type { AslDocument } from '../../analysis/document';
import { isSame, type Json } from '../../expressions/value';
import { parse } from '../../syntax/parse';
import { hasComments, inJson, inYaml } from '../../syntax/translate';
import { isComment, toValue } from '../../syntax/tree';
import { decoded } from '../../text/address';

/** The translation of a whole file; nothing where no file can be made, or the definition is one of several in a template. */
export function translation(document: AslDocument, uri: string, makesFiles: boolean): CodeAction[] {
  const [, folder, name] = /^(.*\/)(.+)\.asl(?:\.json|\.ya?ml)?$/.exec(uri) ?? [];
  const { tree } = document;
  if (!makesFiles || folder === undefined || name === undefined || document.isTemplate || tree.root?.kind !== 'object') {
    return [];
  }
  const isJson = document.notation === 'json';
  const file = `${name}.asl.${isJson ? 'yaml' : 'json'}`;
  const title = `Convert to ${isJson ? 'YAML' : 'JSON'}, in "${decoded(file)}" beside this file${!isJson && hasComments(tree.text) ? ', without the comments' : ''}`;
  if (document.problems.some(({ span }) => !isComment(tree.text, span))) {
    return [{ title, kind, disabled: { reason: 'The text has mistakes, so that it is not certain what it means.' } }];
  }
  const written = isJson ? inYaml(tree) : inJson(tree);
  const after = parse(written, isJson ? 'yaml' : 'json');
  if (after.problems.length > 0 || !isSame(toValue(after.root) as Json, toValue(tree.root) as Json)) {
    return [{ title, kind, disabled: { reason: `Something in it would mean something else in ${isJson ? 'YAML' : 'JSON'}.` } }];
  }
  const newText = tree.text.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written;
  const nothing = { line: 0, character: 0 };
  const edit = { textDocument: { uri: folder + file, version: null }, edits: [{ range: { start: nothing, end: nothing }, newText }] };
  return [{ title, kind, edit: { documentChanges: [{ kind: 'create', uri: folder + file }, edit] } }];
}

const kind = CodeActionKind.RefactorRewrite;

// How a path or an expression begins where nothing stands yet: the quotes come with it.
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Definition } from '../../analysis/definition';
import type { Part } from '../../model/parts';
import type { FieldSpec } from '../../spec/field';
import type { Node, ObjectProperty } from '../../syntax/tree';
import { escapeSnippet } from '../../text/snippet';
import type { Suggestion } from './suggestion';

const path: Suggestion = { label: '$.', kind: CompletionItemKind.Variable, detail: 'a path into the input', snippet: '\\$.${1:name}', asksAgain: true };
const nothing: Suggestion = { label: 'null', kind: CompletionItemKind.Value, value: { inline: 'null', lines: ['null'], block: ['null'] } };
const template = `${escapeSnippet('{% ')}\${1:\\$states.input}${escapeSnippet(' %}')}`;
const expression: Suggestion = {
  label: '{% … %}',
  kind: CompletionItemKind.Snippet,
  detail: 'a JSONata expression',
  value: { inline: `"${template}"`, lines: [`"${template}"`], block: [`'${template}'`] },
  filter: '{%',
};

/** The beginnings for a property that has no value yet; none where its value is not evaluated. */
export function expressionBeginnings(definition: Definition, property: ObjectProperty): Suggestion[] {
  const { value } = property;
  if (value && value.end > value.start) {
    return [];
  }
  const found = holderOf(definition, property);
  if (!found) {
    return [];
  }
  const { part, field, isInside } = found;
  if (part.queryLanguage === 'JSONata') {
    return field.jsonata && (isInside || field.kind !== 'object') && (!field.language || field.language === 'JSONata') ? [expression] : [];
  }
  const isPath = isInside ? field.path === 'template' && property.key.value.endsWith('.$') : field.path !== undefined && field.path !== 'template';
  return isPath ? [path, ...(field.nullable && !isInside ? [nothing] : [])] : [];
}

/** The field that a property is, or in whose payload it stands. */
function holderOf(definition: Definition, property: ObjectProperty): { readonly part: Part; readonly field: FieldSpec; readonly isInside: boolean } | undefined {
  let at: ObjectProperty = property;
  for (;;) {
    const part = definition.partOf(at.parent);
    if (part) {
      const field = part.spec.byName.get(at.key.value);
      return field && { part, field, isInside: at !== property };
    }
    let node: Node | undefined = at.parent;
    while (node && node.parent?.kind !== 'property') {
      node = node.parent;
    }
    if (node?.parent?.kind !== 'property') {
      return undefined;
    }
    at = node.parent;
  }
}

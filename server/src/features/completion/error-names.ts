import { CompletionItemKind } from 'vscode-languageserver-types';
import { errorsOf } from '../../analysis/raised-errors';
import type { Definition } from '../../analysis/definition';
import { errorNames } from '../../spec/error-names';
import type { ArrayNode, Node } from '../../syntax/tree';
import type { Suggestion } from './suggestion';

/** The names that a retrier or a catcher can be for: of the action that the task calls, of Step Functions, and of the machine's own Fail states. */
export function errorNameSuggestions(definition: Definition, list: ArrayNode, typed: Node | undefined): Suggestion[] {
  const part = list.parent?.kind === 'property' && list.parent.key.value === 'ErrorEquals' ? definition.partOf(list.parent.parent) : undefined;
  if (!part?.state || (part.is !== 'retrier' && part.is !== 'catcher')) {
    return [];
  }
  const there = new Set(list.items.filter((item) => item !== typed).map((item) => (item.kind === 'string' ? item.value : '')));
  const raised = errorsOf(definition, part.state);
  const suggestions: Suggestion[] = [
    ...(raised?.names ?? []).map((name) => ({ label: name, kind: CompletionItemKind.EnumMember, detail: raised?.by ?? '' })),
    ...errorNames.filter(({ uncatchable }) => !uncatchable).map(({ name, docs }) => ({ label: name, kind: CompletionItemKind.EnumMember, docs })),
    ...[...definition.failNames].map((name) => ({ label: name, kind: CompletionItemKind.EnumMember, detail: 'a Fail state' })),
  ];
  const seen = new Set(there);
  return suggestions.filter(({ label }) => !seen.has(label) && seen.add(label));
}

import { CompletionItemKind } from 'vscode-languageserver-types';
import { errorsOf } from '../../analysis/raised-errors';
import type { Definition } from '../../analysis/definition';
import { errorNames } from '../../spec/error-names';
import type { ArrayNode, Node, ObjectProperty } from '../../syntax/tree';
import type { Suggestion } from './suggestion';

/** `States.ALL`, `States.TaskFailed` and `States.Timeout` are in nearly every definition. */
const usualNames = 3;

/** The names that a retrier or a catcher can be for: of the action that the task calls, of Step Functions, and of the machine's own Fail states. */
export function errorNameSuggestions(definition: Definition, holder: ObjectProperty, list: ArrayNode | undefined, typed: Node | undefined): Suggestion[] {
  const part = holder.key.value === 'ErrorEquals' ? definition.partOf(holder.parent) : undefined;
  if (!part?.state || (part.is !== 'retrier' && part.is !== 'catcher')) {
    return [];
  }
  const there = new Set((list?.items ?? []).filter((item) => item !== typed).map((item) => (item.kind === 'string' ? item.value : '')));
  const raised = errorsOf(definition, part.state);
  const own = (raised?.names ?? []).map((name) => ({ label: name, kind: CompletionItemKind.EnumMember, detail: raised?.by ?? '' }));
  const general = errorNames.filter(({ uncatchable }) => !uncatchable).map(({ name, docs }) => ({ label: name, kind: CompletionItemKind.EnumMember, docs }));
  const usual = general.slice(0, usualNames);
  // Who has named one error of the service goes on with the others; `States.ALL` stands alone.
  const isAmongOwn = own.some(({ label }) => there.has(label));
  const failed = [...definition.failNames].map((name) => ({ label: name, kind: CompletionItemKind.EnumMember, detail: 'a Fail state' }));
  const suggestions: Suggestion[] = [
    // A task never meets a Fail state, but what runs inside of a Map or a Parallel does.
    ...(part.state.type === 'Task' ? [] : failed),
    ...(isAmongOwn ? [...own, ...usual] : [...usual, ...own]),
    ...general.slice(usualNames),
    ...failed,
  ];
  const seen = new Set(there);
  return suggestions.filter(({ label }) => !seen.has(label) && seen.add(label));
}

// How lists of states show one: in the outline, among the symbols of all documents, in the call hierarchy.
import { SymbolKind } from 'vscode-languageserver-types';
import type { State } from '../../model/machine';
import { readResource } from '../../model/resource';
import type { StateType } from '../../spec/state-types';
import { member } from '../../syntax/tree';

const kinds: Record<StateType, SymbolKind> = {
  Task: SymbolKind.Function,
  Pass: SymbolKind.Constant,
  Choice: SymbolKind.Enum,
  Wait: SymbolKind.Event,
  Parallel: SymbolKind.Namespace,
  Map: SymbolKind.Array,
  Succeed: SymbolKind.Boolean,
  Fail: SymbolKind.Null,
};

export function kindOf({ type }: State): SymbolKind {
  return type ? kinds[type] : SymbolKind.Key;
}

/** A list can't show an empty name. */
export function titleOf({ name }: State): string {
  return name.trim() === '' ? '(no name)' : name;
}

/** The type, and what a task calls: `Task sagemaker:createTrainingJob`. */
export function describedAs({ type, node }: State): string {
  const resource = type === 'Task' ? member(node, 'Resource') : undefined;
  const called = resource?.kind === 'string' ? calledBy(resource.value) : undefined;
  return [type, called].filter((each) => each !== undefined).join(' ');
}

function calledBy(text: string): string | undefined {
  const resource = readResource(text);
  if (resource.kind === 'integration') {
    return `${resource.service.text}:${resource.action.text}`;
  }
  return resource.kind === 'function' || resource.kind === 'activity' ? /(?:function|activity):([^:]+)/.exec(text)?.[1] : undefined;
}

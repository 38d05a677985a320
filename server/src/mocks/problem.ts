// What is wrong with a file with mocks.
import type { TreeEditor } from '../syntax/editor';
import type { Span } from '../text/span';
import { nearest } from '../text/nearest';
import { listed } from '../text/words';
import type { StringNode } from '../syntax/tree';

export type MockCode =
  | 'invalid-syntax'
  | 'mock-wrong-type'
  | 'mock-unknown-key'
  | 'mock-missing-key'
  | 'mock-conflicting-keys'
  | 'mock-unknown-state'
  | 'mock-of-no-task'
  | 'mock-unreachable-rule'
  | 'mock-range'
  | 'mock-expression'
  | 'mock-error-name'
  | 'mock-output'
  | 'mock-unknown-case-state'
  | 'mock-unknown-response'
  | 'mock-unused-response';

export interface MockProblem {
  readonly code: MockCode;
  /** *error*: a run that comes here stops, or the part says nothing. *warning*: it is read, but surely not as it is meant. */
  readonly severity: 'error' | 'warning' | 'hint';
  readonly span: Span;
  readonly message: string;
  readonly unnecessary?: true;
  readonly fixes?: readonly MockFix[];
}

export interface MockFix {
  /** In the imperative. */
  readonly title: string;
  readonly preferred?: true;
  readonly edit: (editor: TreeEditor) => void;
}

export type Report = (problem: MockProblem) => void;

/** Another text in place of a wrong one, for each that may have been meant. */
export function replacements(node: StringNode, near: readonly string[]): MockFix[] {
  return near.map((name) => ({ title: `Change to "${name}"`, ...(near.length === 1 && { preferred: true as const }), edit: (editor) => editor.setString(node, name) }));
}

/** ` Did you mean "A" or "B"?`, or nothing; with the fixes. */
export function meant(node: StringNode, candidates: Iterable<string>): { readonly question: string; readonly fixes: readonly MockFix[] } {
  const near = nearest(node.value, candidates);
  return { question: question(near), fixes: replacements(node, near) };
}

export function question(near: readonly string[]): string {
  return near.length > 0 ? ` Did you mean ${listed(near)}?` : '';
}

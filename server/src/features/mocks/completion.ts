// What can be typed in a file with mocks: its keys, the states of the machine beside it, and what their services answer and raise.
import { CompletionItemKind, MarkupKind, TextEdit, type CompletionItem, type CompletionList } from 'vscode-languageserver-types';
import type { MocksDocument } from '../../mocks/document';
import type { AwsPart, Role } from '../../mocks/role';
import type { MockedStates } from '../../mocks/states';
import { typingAt, type Typing } from '../../mocks/typing';
import type { Shape } from '../../services/shape';
import { errorNames } from '../../spec/error-names';
import { mockGrammar, mockStatuses, mockVariables } from '../../spec/mocks';
import { spellPlain } from '../../syntax/editor';
import { items, member } from '../../syntax/tree';

interface Suggestion {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string | undefined;
  readonly docs?: string | undefined;
}

export function mockCompletion(document: MocksDocument, offset: number): CompletionList {
  const typing = typingAt(document, offset);
  if (!typing) {
    return { isIncomplete: false, items: [] };
  }
  const variables = typing.what === 'value' && typing.typed.startsWith('{%') ? variablesAt(document, typing, offset) : undefined;
  const found = typing.what === 'key' ? keysFor(document, typing.role).filter(({ label }) => !typing.taken.has(label)) : valuesFor(document, typing.role);
  return { isIncomplete: false, items: variables ?? found.map((suggestion, index) => item(document, typing, suggestion, index)) };
}

function keysFor(document: MocksDocument, role: Role): Suggestion[] {
  switch (role?.is) {
    case 'object':
      return mockGrammar[role.object].map(({ name, docs }) => ({ label: name, kind: CompletionItemKind.Property, docs }));
    case 'rules by state':
      return stateKeys(document.statesOf());
    case 'answer':
      return membersOf(shapeAt(document.statesOf(), role.state, role.path));
    case 'aws':
      return awsKeys(document, role.part, role.machine);
    default:
      return [];
  }
}

function awsKeys(document: MocksDocument, part: AwsPart, machine: string | undefined): Suggestion[] {
  const keys: Partial<Record<AwsPart, readonly string[]>> = { file: ['StateMachines', 'MockedResponses'], machine: ['TestCases'], response: ['0', '1-2'], answer: ['Return', 'Throw'], throw: ['Error', 'Cause'] };
  return part === 'case' ? stateKeys(document.statesOf(machine)) : (keys[part] ?? []).map((label) => ({ label, kind: CompletionItemKind.Property }));
}

function stateKeys(states: MockedStates | undefined): Suggestion[] {
  return (states?.tasks ?? []).map(({ key, state }) => ({ label: key, kind: CompletionItemKind.Class, detail: states?.call(state)?.title || undefined }));
}

function valuesFor(document: MocksDocument, role: Role): Suggestion[] {
  const states = document.statesOf();
  switch (role?.is) {
    case 'names of states':
      return (states?.topLevel ?? []).map(({ name, type }) => ({ label: name, kind: CompletionItemKind.Class, detail: type }));
    case 'answer':
      return (shapeAt(states, role.state, role.path)?.values ?? []).map((label) => ({ label, kind: CompletionItemKind.EnumMember }));
    case 'value':
      return role.field.takes === 'true'
        ? [{ label: 'true', kind: CompletionItemKind.Value }]
        : role.field.takes === 'status'
          ? mockStatuses.map((label) => ({ label, kind: CompletionItemKind.EnumMember }))
          : role.field.name === 'error'
            ? errorsFor(states, role.state)
            : [];
    case 'aws':
      return role.part === 'response name'
        ? responseNames(document)
        : role.part === 'error'
          ? errorsFor(undefined, undefined)
          : [];
    default:
      return [];
  }
}

function responseNames(document: MocksDocument): Suggestion[] {
  const responses = member(document.tree.root, 'MockedResponses');
  return responses?.kind === 'object' ? responses.properties.map(({ key }) => ({ label: key.value, kind: CompletionItemKind.Reference })) : [];
}

/** What the task's handlers are for comes first, then its service's own errors, then those of Step Functions. */
function errorsFor(states: MockedStates | undefined, key: string | undefined): Suggestion[] {
  const named = key === undefined ? [] : (states?.named(key) ?? []);
  const handled = named.flatMap(({ retriers, catchers }) => [...retriers, ...catchers].flatMap((handler) => items(member(handler, 'ErrorEquals'))).flatMap((name) => (name.kind === 'string' ? [name.value] : [])));
  const all: Suggestion[] = [
    ...handled.filter((name) => name !== 'States.ALL').map((label) => ({ label, kind: CompletionItemKind.EnumMember, detail: 'handled by the state' })),
    ...named.flatMap((state) => (states?.errors(state) ?? []).map((label) => ({ label, kind: CompletionItemKind.EnumMember, detail: states?.call(state)?.title }))),
    ...errorNames.filter(({ name }) => name !== 'States.ALL').map(({ name, docs }) => ({ label: name, kind: CompletionItemKind.EnumMember, docs })),
  ];
  return all.filter(({ label }, index) => all.findIndex((other) => other.label === label) === index);
}

/** The type at a place in what a task answers. */
export function shapeAt(states: MockedStates | undefined, key: string, path: readonly string[]): Shape | undefined {
  const [state] = states?.named(key) ?? [];
  let shape = state && states?.output(state);
  for (const name of path) {
    shape = name === '*' || shape?.kind === 'map' ? shape?.item : shape?.member(name)?.shape;
  }
  return shape;
}

function membersOf(shape: Shape | undefined): Suggestion[] {
  return shape?.kind === 'structure' || shape?.kind === 'union' ? [...shape.members.values()].map((each) => ({ label: each.name, kind: CompletionItemKind.Field, docs: shape.docsOf(each) })) : [];
}

/** `$arguments` and the others, in an expression. */
function variablesAt(document: MocksDocument, { typed }: Typing, offset: number): CompletionItem[] {
  const [name] = /\$\w*$/.exec(typed) ?? [];
  if (name === undefined) {
    return [];
  }
  const range = document.range({ start: offset - name.length, end: offset });
  return Object.entries(mockVariables).map(([variable, docs]) => ({
    label: `$${variable}`,
    kind: CompletionItemKind.Variable,
    documentation: { kind: MarkupKind.Markdown, value: docs },
    filterText: `$${variable}`,
    textEdit: TextEdit.replace(range, `$${variable}`),
  }));
}

function item(document: MocksDocument, typing: Typing, { label, kind, detail, docs }: Suggestion, index: number): CompletionItem {
  const isYaml = document.notation === 'yaml';
  const isPlain = kind === CompletionItemKind.Value;
  const name = isPlain ? label : isYaml && typing.quote === '' ? spellPlain(label) : typing.quote === "'" ? `'${label.replaceAll("'", "''")}'` : JSON.stringify(label);
  const colon = typing.what === 'key' && !typing.hasColon ? (isYaml ? ':' : ': ') : '';
  return {
    label,
    kind,
    ...(detail !== undefined && { detail }),
    ...(docs !== undefined && { documentation: { kind: MarkupKind.Markdown, value: docs } }),
    sortText: String(index).padStart(4, '0'),
    filterText: typing.quote + label,
    textEdit: TextEdit.replace(document.range(typing.span), (typing.needsSpace ? ' ' : '') + name + colon),
  };
}

// What each part of a file with mocks is, by the keys that lead to it.
import { mockField, type MockField, type MockObject } from '../spec/mocks';
import { items, member, type Node } from '../syntax/tree';
import type { MocksDocument } from './document';

export type Role =
  | { readonly is: 'object'; readonly object: MockObject; readonly state: string | undefined }
  /** Rules, or lists of them, by the names of states. */
  | { readonly is: 'rules by state' }
  | { readonly is: 'cases' }
  /** The states that a case goes through. */
  | { readonly is: 'names of states' }
  /** What a task answers, or a part of it: names lead there, and `*` for an item of a list. */
  | { readonly is: 'answer'; readonly state: string; readonly path: readonly string[] }
  /** A plain value. */
  | { readonly is: 'value'; readonly field: MockField; readonly state: string | undefined }
  | { readonly is: 'aws'; readonly part: AwsPart; readonly machine: string | undefined }
  | undefined;

/** Each holds the next one; what is behind a colon are its keys. */
export type AwsPart = 'file' | 'machines' | 'machine' | 'cases' | 'case' | 'response name' | 'responses' | 'response' | 'answer' | 'throw' | 'error';

/** The role of a value; `undefined` for what nobody knows. */
export function roleOf(document: MocksDocument, node: Node): Role {
  const { parent } = node;
  if (!parent) {
    return document.form === 'aws' ? aws('file') : document.isBare ? { is: 'rules by state' } : { is: 'object', object: 'file', state: undefined };
  }
  return parent.kind === 'property' ? below(roleOf(document, parent.parent), parent.key.value, node) : itemOf(roleOf(document, parent));
}

function below(role: Role, key: string, node: Node): Role {
  switch (role?.is) {
    case 'rules by state':
      // A list of recorded answers has no table.
      return items(node).some((item) => member(item, 'outcome')) ? undefined : { is: 'object', object: 'rule', state: key };
    case 'cases':
      return { is: 'object', object: 'case', state: undefined };
    case 'answer':
      return { ...role, path: [...role.path, key] };
    case 'object': {
      const field = mockField(role.object, key);
      return field && ofField(field, role.state);
    }
    case 'aws':
      return awsBelow(role, key);
    default:
      return undefined;
  }
}

function ofField(field: MockField, state: string | undefined): Role {
  const { takes } = field;
  if (typeof takes === 'object') {
    return { is: 'object', object: takes.object, state };
  }
  if (takes === 'rules by state' || takes === 'cases' || takes === 'names of states') {
    return { is: takes };
  }
  return field.name === 'return' && state !== undefined ? { is: 'answer', state, path: [] } : { is: 'value', field, state };
}

function itemOf(role: Role): Role {
  return role?.is === 'answer' ? { ...role, path: [...role.path, '*'] } : role?.is === 'names of states' || (role?.is === 'object' && role.object === 'rule') ? role : undefined;
}

function aws(part: AwsPart, machine?: string): Role {
  return { is: 'aws', part, machine };
}

function awsBelow({ part, machine }: { readonly part: AwsPart; readonly machine: string | undefined }, key: string): Role {
  switch (part) {
    case 'file':
      return key === 'StateMachines' ? aws('machines') : key.startsWith('MockedResponse') ? aws('responses') : undefined;
    case 'machines':
      return aws('machine', key);
    case 'machine':
      return key === 'TestCases' ? aws('cases', machine) : undefined;
    case 'cases':
      return aws('case', machine);
    case 'case':
      return aws('response name', machine);
    case 'responses':
      return aws('response');
    case 'response':
      return aws('answer');
    case 'answer':
      return key === 'Throw' ? aws('throw') : undefined;
    case 'throw':
      return key === 'Error' ? aws('error') : undefined;
    default:
      return undefined;
  }
}

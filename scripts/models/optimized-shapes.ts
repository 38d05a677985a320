// The request and the responses of an optimized integration.
import type { Api, Declaration, Type } from './api';
import { FieldReader, type Field, type Fields } from './fields';
import type { Integration } from './optimized';

export interface Shapes {
  readonly input: Type | undefined;
  readonly output: Type | undefined;
  /** What comes when the job that the task waits for has ended. */
  readonly end: Type | undefined;
}

/**
 * @param api whose operation it stands for
 * @param declarations the API's, which grow by the shapes that are this integration's own
 */
export function shapesOf(integration: Integration, api: Api, declarations: Map<string, Declaration>): Shapes {
  const reader = new FieldReader(declarations);
  const operation = (name: string | undefined) => {
    const found = api.operations.find((each) => each.name === name);
    if (name !== undefined && !found) {
      throw new Error(`${api.id} has no operation "${name}"`);
    }
    return found;
  };
  const own = (fields: Fields | undefined): Type | undefined => (fields ? { is: 'name', name: reader.structure(fields) } : undefined);
  const named = (name: string | undefined): Type | undefined => (name === undefined ? undefined : { is: 'name', name });
  const called = operation(integration.operation);
  const input = own(integration.request) ?? named(changed(called?.input, integration, reader));
  const output = own(integration.response) ?? named(called?.output);
  return { input, output, end: endOf(integration.end, (name) => named(operation(name)?.output), declarations, own) };
}

function endOf(end: Integration['end'], outputOf: (operation: string) => Type | undefined, declarations: ReadonlyMap<string, Declaration>, own: (fields: Fields) => Type | undefined): Type | undefined {
  if (!end || !Array.isArray(end)) {
    return end && own(end as Fields);
  }
  const [operation = '', ...path] = end as readonly string[];
  return path.reduce<Type | undefined>((type, name) => itemOf(memberType(type, name, declarations), declarations), outputOf(operation));
}

function memberType(type: Type | undefined, name: string, declarations: ReadonlyMap<string, Declaration>): Type | undefined {
  const declared = type?.is === 'name' ? declarations.get(type.name) : undefined;
  return declared?.is === 'structure' ? declared.members.find((member) => member.name === name)?.type : undefined;
}

/** The item of a list, and anything else as it is. */
function itemOf(type: Type | undefined, declarations: ReadonlyMap<string, Declaration>): Type | undefined {
  const declared = type?.is === 'name' ? declarations.get(type.name) : undefined;
  const resolved = declared?.is === 'alias' ? declared.type : type;
  return resolved?.is === 'list' ? resolved.of : resolved;
}

/** A request with some members changed: a structure of its own. */
function changed(name: string | undefined, { change = {}, remove = [] }: Integration, reader: FieldReader): string | undefined {
  if (name === undefined || (Object.keys(change).length === 0 && remove.length === 0)) {
    return name;
  }
  return Object.entries(change).reduce((at, [path, field]) => withMember(at, path.split('.'), field, reader), without(name, remove, reader));
}

function without(name: string, members: readonly string[], reader: FieldReader): string {
  const declared = structure(name, reader);
  return members.length === 0 ? name : reader.declare({ ...declared, members: declared.members.filter((member) => !members.includes(member.name)) }, name);
}

function withMember(name: string, [first = '', ...rest]: readonly string[], field: Field, reader: FieldReader): string {
  const declared = structure(name, reader);
  const bare = first.replace('!', '');
  const old = declared.members.find((member) => member.name === bare);
  if (rest.length === 0) {
    const made = reader.member(first, field);
    return reader.declare({ ...declared, members: old ? declared.members.map((member) => (member === old ? made : member)) : [...declared.members, made] }, name);
  }
  const item = old && itemOf(old.type, reader.declarations);
  if (!old || item?.is !== 'name') {
    throw new Error(`${name} has no structures in "${bare}"`);
  }
  const type: Type = { is: 'list', of: { is: 'name', name: withMember(item.name, rest, field, reader) } };
  return reader.declare({ ...declared, members: declared.members.map((member) => (member === old ? { ...member, type } : member)) }, name);
}

function structure(name: string, reader: FieldReader): Extract<Declaration, { is: 'structure' | 'union' }> {
  const declared = reader.declarations.get(name);
  if (declared?.is !== 'structure') {
    throw new Error(`there is no structure "${name}"`);
  }
  return declared;
}

// An API in the form that the extension reads.
import { basic, formatVersion, kind, type ActionData, type OptimizedData, type ServiceData, type ServiceDocs, type TypeData, type TypeIndex } from '../../server/src/services/format';
import { writePlaces } from '../../server/src/services/places';
import type { Api, Declaration, Member, Type } from './api';
import { actionName, errorName, exceptionPrefix, optimizedMember, sdkMember } from './names';
import type { Integration } from './optimized';
import { shapesOf } from './optimized-shapes';

export interface Encoded {
  readonly data: ServiceData;
  readonly docs: ServiceDocs;
}

/**
 * @param api what the SDK says
 * @param unsupported operations that Step Functions does not offer
 * @param integrations the optimized ones whose shapes belong to this API
 */
export function encode(api: Api, unsupported: readonly string[], integrations: readonly Integration[]): Encoded {
  const writer = new TypeWriter(new Map(api.declarations));
  const errors = new Map<string, number>();
  const actions: Record<string, ActionData> = {};
  const closed: string[] = [];
  const deprecated: string[] = [];
  const actionDocs: Record<string, string> = {};
  for (const operation of [...api.operations].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = actionName(operation.name);
    if (unsupported.includes(operation.name) || writer.isStreamed(operation.input) || writer.isStreamed(operation.output)) {
      closed.push(name);
      continue;
    }
    actions[name] = [writer.named(operation.input), basic.none, operation.errors.map((error) => at(errors, errorName(error, api.id)))];
    if (operation.deprecated) {
      deprecated.push(name);
    }
    if (operation.doc !== '') {
      actionDocs[name] = operation.doc;
    }
  }
  const shapes = new Map(integrations.map((integration) => [integration, shapesOf(integration, api, writer.declarations)]));
  const optimized: Record<string, OptimizedData> = {};
  for (const [{ service, action, operation, errorPrefix, errors: own = [], doc }, { input }] of shapes) {
    const raised = (api.operations.find(({ name }) => name === operation)?.errors ?? []).map((error) => `${errorPrefix}.${errorName(error, api.id)}`);
    optimized[`${service}:${action}`] = [writer.type(input), basic.none, basic.none, [...new Set([...own, ...raised])]];
    if (doc !== undefined) {
      actionDocs[`${service}:${action}`] = doc;
    }
  }
  // Responses are most of the text, and nobody fills them in: what only they have stays without docs.
  writer.documents = false;
  for (const { name, output } of api.operations) {
    const action = actions[actionName(name)];
    if (action) {
      actions[actionName(name)] = [action[0], writer.named(output), action[2]];
    }
  }
  for (const [{ service, action }, { output, end }] of shapes) {
    const known = optimized[`${service}:${action}`];
    if (known) {
      optimized[`${service}:${action}`] = [known[0], writer.type(output), writer.type(end), known[3]];
    }
  }
  writer.forgetNames([...Object.values(actions), ...Object.values(optimized)].flatMap(([input, output]) => [input, output]));
  return {
    data: {
      format: formatVersion,
      id: api.id,
      prefix: exceptionPrefix(api.id),
      source: api.source,
      ...(api.frozen && { frozen: true }),
      types: writer.types,
      errors: [...errors.keys()],
      actions,
      ...(integrations.length > 0 && { optimized }),
      ...(closed.length > 0 && { unsupported: closed }),
      ...(deprecated.length > 0 && { deprecated }),
    },
    docs: docsOf(writer, [...Object.keys(actions), ...Object.keys(optimized)].map((name) => actionDocs[name] ?? '')),
  };
}

/** The lines in the order in which the types, and then the actions, come to them. */
function docsOf({ types, docs }: TypeWriter, actions: readonly string[]): ServiceDocs {
  const lines = new Map<string, number>();
  const places = [...types.map((_type, index) => docs[index] ?? []), actions].map((texts) => texts.map((text) => (text === '' ? undefined : at(lines, text))));
  return { lines: [...lines.keys()], places: writePlaces(places) };
}

/** The place of a text in a table that grows. */
function at(table: Map<string, number>, text: string): number {
  const known = table.get(text);
  if (known !== undefined) {
    return known;
  }
  table.set(text, table.size);
  return table.size - 1;
}

class TypeWriter {
  readonly types: TypeData[] = [];
  /** Of each structure that is described, by its place in `types`: a line a member, empty where there is none. */
  readonly docs: (readonly string[])[] = [];
  /** Whether structures that are new from here on are described. */
  documents = true;
  readonly #known = new Map<string, TypeIndex>();

  constructor(readonly declarations: Map<string, Declaration>) {}

  /** True for a request or response that is sent piece by piece. */
  isStreamed(name: string | undefined): boolean {
    const declared = name === undefined ? undefined : this.declarations.get(name);
    return declared?.is === 'structure' && declared.members.some(({ type }) => type.is === 'stream');
  }

  /** Takes the names from structures that nobody needs to tell apart. */
  forgetNames(indexes: readonly TypeIndex[]): void {
    for (const index of new Set(indexes)) {
      const type = this.types[index];
      if (type && (type[0] === kind.structure || type[0] === kind.union)) {
        this.types[index] = [type[0], '', ...type.slice(2)];
      }
    }
  }

  named(name: string | undefined): TypeIndex {
    return name === undefined ? basic.none : this.type({ is: 'name', name });
  }

  type(type: Type | undefined): TypeIndex {
    if (!type) {
      return basic.none;
    }
    if (type.is === 'name') {
      return this.#declared(type.name);
    }
    if (type.is === 'list' || type.is === 'map') {
      const of = this.type(type.of);
      return this.#once(`${type.is} ${of}`, () => [kind[type.is], of]);
    }
    return type.is === 'stream' ? basic.json : basic[type.is];
  }

  #declared(name: string): TypeIndex {
    const declared = this.declarations.get(name);
    if (!declared) {
      throw new Error(`there is no type "${name}"`);
    }
    if (declared.is === 'enum') {
      return declared.values.length === 0 ? basic.string : this.#once(`enum ${declared.values.join('\n')}`, () => [kind.enum, ...declared.values]);
    }
    if (declared.is === 'alias') {
      return this.#alias(name, declared.type);
    }
    const known = this.#known.get(name);
    return known ?? this.#structure(name, declared);
  }

  /** A list or map that holds itself has its place before what is in it is known. */
  #alias(name: string, type: Type): TypeIndex {
    const known = this.#known.get(name);
    if (known !== undefined) {
      return known;
    }
    if (type.is !== 'list' && type.is !== 'map') {
      return this.type(type);
    }
    if (!this.#holds(type, name, new Set())) {
      return this.type(type);
    }
    const index = this.types.push([kind[type.is], basic.json]) - 1;
    this.#known.set(name, index);
    this.types[index] = [kind[type.is], this.type(type.of)];
    return index;
  }

  #holds(type: Type, name: string, seen: Set<string>): boolean {
    if (type.is === 'list' || type.is === 'map') {
      return this.#holds(type.of, name, seen);
    }
    if (type.is !== 'name' || seen.has(type.name)) {
      return false;
    }
    seen.add(type.name);
    const declared = this.declarations.get(type.name);
    return type.name === name || (declared?.is === 'alias' && this.#holds(declared.type, name, seen));
  }

  #structure(name: string, declared: Extract<Declaration, { is: 'structure' | 'union' }>): TypeIndex {
    const index = this.types.push([kind[declared.is], '', '', []]) - 1;
    this.#known.set(name, index);
    const members = [...this.#inherited(declared), ...declared.members];
    const types = members.map(({ type }) => this.type(type));
    this.types[index] = [kind[declared.is], name.split('#', 1)[0] ?? '', members.map(memberText).join(' '), types];
    if (this.documents && members.some(({ doc }) => doc !== '')) {
      this.docs[index] = members.map(({ doc }) => doc);
    }
    return index;
  }

  #inherited(declared: Extract<Declaration, { is: 'structure' | 'union' }>): readonly Member[] {
    const base = declared.base === undefined ? undefined : this.declarations.get(declared.base);
    return base?.is === 'structure' ? [...this.#inherited(base), ...base.members] : [];
  }

  #once(key: string, make: () => TypeData): TypeIndex {
    const known = this.#known.get(key);
    if (known !== undefined) {
      return known;
    }
    const index = this.types.push(make()) - 1;
    this.#known.set(key, index);
    return index;
  }
}

function memberText({ name, required, deprecated }: Member): string {
  const sdk = sdkMember(name);
  const optimized = optimizedMember(name);
  return `${sdk === optimized ? sdk : `${sdk}=${optimized}`}${required ? '!' : ''}${deprecated ? '~' : ''}`;
}

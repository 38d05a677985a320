// The AWS SDK for JavaScript v2: one package with every service as it was in September 2024.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Api, Declaration, Member, Operation, Type } from './api';
import { oneLine } from './doc-comment';
import { commentOf, literalsOf, structureOf, typeOf } from './typings';

/**
 * @param folder of the installed package
 * @returns each of its services by the id, read when asked for
 */
export function servicesOf(folder: string): ReadonlyMap<string, () => Api> {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const newest = new Map<string, string>();
  for (const file of readdirSync(join(folder, 'apis')).sort()) {
    const found = /^(.+)-\d{4}-\d\d-\d\d\.min\.json$/.exec(file);
    if (found?.[1] !== undefined) {
      newest.set(found[1], file);
    }
  }
  const services = new Map<string, () => Api>();
  const metadata: Record<string, { readonly name: string; readonly prefix?: string }> = JSON.parse(readFileSync(join(folder, 'apis/metadata.json'), 'utf8'));
  for (const [client, { prefix = client }] of Object.entries(metadata)) {
    const file = newest.get(prefix);
    if (file !== undefined) {
      const api = JSON.parse(readFileSync(join(folder, 'apis', file), 'utf8'));
      const id: string = api.metadata.serviceId;
      services.set(id, () => readService(id, `aws-sdk@${version}`, join(folder, 'clients', `${client}.d.ts`), api));
    }
  }
  return services;
}

interface Shape {
  readonly shape?: string;
  readonly members?: Readonly<Record<string, Shape & { readonly idempotencyToken?: boolean; readonly deprecated?: boolean }>>;
}

interface MinifiedApi {
  readonly operations: Readonly<Record<string, { readonly input?: Shape; readonly output?: Shape; readonly deprecated?: boolean }>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

function readService(id: string, source: string, file: string, api: MinifiedApi): Api {
  const parsed = ts.createSourceFile(file, readFileSync(file, 'utf8'), { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone });
  const declarations = new Map<string, Declaration>();
  const operations = new Map<string, Operation>();
  for (const node of parsed.statements) {
    if (ts.isClassDeclaration(node)) {
      readOperations(node, parsed, api, operations);
    } else if (ts.isModuleDeclaration(node) && node.body && ts.isModuleBlock(node.body)) {
      readModels(node.body, parsed, declarations);
    }
  }
  for (const { input, name } of operations.values()) {
    freeTokens(input, api.operations[name]?.input, declarations, api);
  }
  return { id, source, frozen: true, declarations, operations: [...operations.values()] };
}

function readModels(body: ts.ModuleBlock, source: ts.SourceFile, declarations: Map<string, Declaration>): void {
  for (const node of body.statements) {
    if (ts.isInterfaceDeclaration(node)) {
      declarations.set(node.name.text, structureOf(node, source));
    } else if (ts.isTypeAliasDeclaration(node)) {
      const values = literalsOf(node.type);
      declarations.set(node.name.text, values ? { is: 'enum', values } : { is: 'alias', type: typeOf(node.type, source) });
    }
  }
}

/** `createJob(params: X.Types.CreateJobRequest, callback?: (err: AWSError, data: X.Types.CreateJobResponse) => void)`: the first overload. */
function readOperations(node: ts.ClassDeclaration, source: ts.SourceFile, api: MinifiedApi, operations: Map<string, Operation>): void {
  const names = new Map(Object.keys(api.operations).map((name) => [name.charAt(0).toLowerCase() + name.slice(1), name]));
  for (const member of node.members) {
    const name = ts.isMethodDeclaration(member) && ts.isIdentifier(member.name) ? names.get(member.name.text) : undefined;
    if (name === undefined || !ts.isMethodDeclaration(member) || operations.has(name)) {
      continue;
    }
    const [first] = member.parameters;
    const isWithParameters = first && ts.isIdentifier(first.name) && first.name.text === 'params' && first.type;
    const answer = member.type && ts.isTypeReferenceNode(member.type) ? member.type.typeArguments?.[0] : undefined;
    operations.set(name, {
      name,
      input: isWithParameters ? named(typeOf(isWithParameters, source)) : undefined,
      output: answer ? named(typeOf(answer, source)) : undefined,
      errors: [],
      deprecated: api.operations[name]?.deprecated === true,
      doc: oneLine(commentOf(member, source)),
    });
  }
}

function named(type: Type): string | undefined {
  return type.is === 'name' ? type.name : undefined;
}

/** The SDKs fill in idempotency tokens themselves, so nobody has to give one. */
function freeTokens(name: string | undefined, shape: Shape | undefined, declarations: Map<string, Declaration>, api: MinifiedApi): void {
  const declared = name === undefined ? undefined : declarations.get(name);
  const members = (shape?.shape === undefined ? shape : api.shapes[shape.shape])?.members;
  if (name !== undefined && declared?.is === 'structure' && members) {
    const free = (member: Member): Member => {
      const said = members[member.name];
      return { ...member, required: member.required && said?.idempotencyToken !== true, deprecated: said?.deprecated === true };
    };
    declarations.set(name, { ...declared, members: declared.members.map(free) });
  }
}

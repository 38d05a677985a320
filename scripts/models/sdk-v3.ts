// A client of the AWS SDK for JavaScript v3, by its type declarations.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Api, Declaration, Operation } from './api';
import { isDeprecated, oneLine } from './doc-comment';
import { commentOf, membersOf, nameOf, structureOf, typeOf } from './typings';

/**
 * @param folder of the installed package
 * @returns what it says of its service
 */
export function readClient(folder: string): Api {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const config = readFileSync(join(folder, 'dist-es/runtimeConfig.shared.js'), 'utf8');
  const id = /serviceId: config\?\.serviceId \?\? "([^"]+)"/.exec(config)?.[1];
  if (id === undefined) {
    throw new Error(`${name} does not name its service`);
  }
  const declarations = new Map<string, Declaration>();
  for (const file of declarationFiles(join(folder, 'dist-types/models'))) {
    readModels(parse(file), declarations);
  }
  const operations = declarationFiles(join(folder, 'dist-types/commands')).flatMap((file) => readCommand(parse(file)));
  return { id, source: `${name}@${version}`, frozen: false, declarations, operations };
}

function declarationFiles(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.d.ts') && name !== 'index.d.ts').sort().map((name) => join(folder, name)) : [];
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone });
}

function readModels(source: ts.SourceFile, declarations: Map<string, Declaration>): void {
  for (const node of source.statements) {
    if (ts.isInterfaceDeclaration(node)) {
      declarations.set(node.name.text, structureOf(node, source));
    } else if (ts.isModuleDeclaration(node)) {
      declarations.set(node.name.text, { is: 'union', members: unionMembers(node, source) });
    } else if (ts.isEnumDeclaration(node)) {
      const values = node.members.flatMap(({ initializer }) => (initializer && ts.isStringLiteral(initializer) ? [initializer.text] : []));
      declarations.set(node.name.text, values.length > 0 ? { is: 'enum', values } : { is: 'alias', type: { is: 'number' } });
    } else if (ts.isVariableStatement(node)) {
      readEnum(node, source, declarations);
    } else if (ts.isTypeAliasDeclaration(node) && !declarations.has(node.name.text)) {
      declarations.set(node.name.text, { is: 'alias', type: typeOf(node.type, source) });
    }
  }
}

/** `namespace Value { interface SMember { S: string; N?: never } … }`: the members that can have a value. */
function unionMembers(node: ts.ModuleDeclaration, source: ts.SourceFile) {
  const body: readonly ts.Statement[] = node.body && ts.isModuleBlock(node.body) ? node.body.statements : [];
  return body.filter((each) => ts.isInterfaceDeclaration(each)).flatMap((each) => {
    const doc = oneLine(commentOf(each, source));
    return each.name.text.endsWith('Member') && each.name.text !== '$UnknownMember'
      ? membersOf(each, source).map((member) => ({ ...member, required: false, doc, deprecated: isDeprecated(commentOf(each, source)) }))
      : [];
  });
}

/** `const Mode: { readonly FILE: "File" }`. */
function readEnum(node: ts.VariableStatement, source: ts.SourceFile, declarations: Map<string, Declaration>): void {
  for (const { name, type } of node.declarationList.declarations) {
    if (type && ts.isTypeLiteralNode(type)) {
      const values = type.members.flatMap((member) =>
        ts.isPropertySignature(member) && member.type && ts.isLiteralTypeNode(member.type) && ts.isStringLiteral(member.type.literal) ? [member.type.literal.text] : [],
      );
      declarations.set(nameOf(name, source), { is: 'enum', values });
    }
  }
}

function readCommand(source: ts.SourceFile): readonly Operation[] {
  const types = new Map<string, ts.InterfaceDeclaration | ts.TypeAliasDeclaration>();
  for (const node of source.statements) {
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) {
      types.set(node.name.text, node);
    }
  }
  const node = source.statements.find(ts.isClassDeclaration);
  if (!node?.name) {
    return [];
  }
  const command = node.name.text;
  const comment = commentOf(node, source);
  // Every command lists the client's own base class too, which is nobody's fault.
  const errors = [...comment.matchAll(/@throws \{@link (\w+)\} \((?:client|server) fault\)/g)].map(([, name = '']) => name);
  return [
    {
      name: command.replace(/Command$/, ''),
      input: shapeOf(`${command}Input`, types),
      output: shapeOf(`${command}Output`, types),
      errors,
      deprecated: isDeprecated(comment),
      doc: oneLine(comment),
    },
  ];
}

/** The declaration that a command's input or output stands for: `extends X`, `extends Omit<X, "Body">`, or a type that is so. */
function shapeOf(name: string, types: ReadonlyMap<string, ts.InterfaceDeclaration | ts.TypeAliasDeclaration>): string | undefined {
  const node = types.get(name);
  const base = node && (ts.isInterfaceDeclaration(node) ? node.heritageClauses?.[0]?.types[0] : node.type);
  const found = base && firstName(base);
  return found === undefined || found === '__MetadataBearer' ? undefined : types.has(found) ? shapeOf(found, types) : found;
}

function firstName(node: ts.Node): string | undefined {
  if (ts.isIntersectionTypeNode(node)) {
    return node.types[0] && firstName(node.types[0]);
  }
  const name = ts.isExpressionWithTypeArguments(node) ? node.expression : ts.isTypeReferenceNode(node) ? node.typeName : undefined;
  if (!name || !ts.isIdentifier(name)) {
    return undefined;
  }
  const [inner] = (node as ts.NodeWithTypeArguments).typeArguments ?? [];
  return name.text === 'Omit' && inner ? firstName(inner) : name.text;
}

// Type declarations, read by the compiler's parser alone: nothing of the packages runs.
import ts from 'typescript';
import type { Declaration, Member, Type } from './api';
import { isDeprecated, oneLine } from './doc-comment';

/** The doc comment right before a declaration; empty where there is none. */
export function commentOf(node: ts.Node, source: ts.SourceFile): string {
  const last = ts.getLeadingCommentRanges(source.text, node.pos)?.at(-1);
  return last ? source.text.slice(last.pos, last.end) : '';
}

export function nameOf(name: ts.Node, source: ts.SourceFile): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : name.getText(source);
}

/** The members of an interface or of a literal type, but for those that can't have a value. */
export function membersOf(node: { readonly members: ts.NodeArray<ts.TypeElement> }, source: ts.SourceFile): readonly Member[] {
  return node.members.flatMap((member): readonly Member[] => {
    if (!ts.isPropertySignature(member) || !member.type || member.type.kind === ts.SyntaxKind.NeverKeyword) {
      return [];
    }
    const name = nameOf(member.name, source);
    const comment = commentOf(member, source);
    return name === '$unknown'
      ? []
      : [{ name, type: typeOf(member.type, source), required: !member.questionToken, deprecated: isDeprecated(comment), doc: oneLine(comment) }];
  });
}

const keywords = new Map<ts.SyntaxKind, Type>([
  [ts.SyntaxKind.StringKeyword, { is: 'string' }],
  [ts.SyntaxKind.NumberKeyword, { is: 'number' }],
  [ts.SyntaxKind.BigIntKeyword, { is: 'number' }],
  [ts.SyntaxKind.BooleanKeyword, { is: 'boolean' }],
  [ts.SyntaxKind.AnyKeyword, { is: 'json' }],
  [ts.SyntaxKind.UnknownKeyword, { is: 'json' }],
]);

const blobs = /^(Uint8Array|Buffer|Blob|Typed_?Array|Readable|ReadableStream|(\w*Streaming)?Blob\w*Types|StreamingBlob\w*|\w*BlobAdapter)$/;

/** What a type of the declarations stands for; what is none of an API's is any JSON. */
export function typeOf(node: ts.TypeNode, source: ts.SourceFile): Type {
  const keyword = keywords.get(node.kind);
  if (keyword) {
    return keyword;
  }
  if (ts.isParenthesizedTypeNode(node)) {
    return typeOf(node.type, source);
  }
  if (ts.isArrayTypeNode(node)) {
    return { is: 'list', of: typeOf(node.elementType, source) };
  }
  if (ts.isUnionTypeNode(node)) {
    return unionOf(node, source);
  }
  if (ts.isTypeLiteralNode(node)) {
    const index = node.members.find(ts.isIndexSignatureDeclaration);
    return index ? { is: 'map', of: typeOf(index.type, source) } : { is: 'json' };
  }
  return ts.isTypeReferenceNode(node) ? referenceOf(node, source) : { is: 'json' };
}

function unionOf(node: ts.UnionTypeNode, source: ts.SourceFile): Type {
  const types = node.types.filter((each) => each.kind !== ts.SyntaxKind.UndefinedKeyword && !(ts.isLiteralTypeNode(each) && each.literal.kind === ts.SyntaxKind.NullKeyword));
  const parts = types.map((each) => typeOf(each, source));
  const [first] = parts;
  const blob = parts.find(({ is }) => is === 'blob');
  // `Enum | string`, and `Buffer | Uint8Array | Blob | string`.
  const named = parts.filter(({ is }) => is !== 'string');
  return blob ?? (named.length === 1 && named[0] ? named[0] : first ?? { is: 'json' });
}

function referenceOf(node: ts.TypeReferenceNode, source: ts.SourceFile): Type {
  const name = ts.isQualifiedName(node.typeName) ? node.typeName.right.text : node.typeName.text;
  const given = node.typeArguments ?? [];
  const value = given.at(-1);
  if (name === 'Record' && value) {
    return { is: 'map', of: typeOf(value, source) };
  }
  if (name === 'Partial' && value) {
    return typeOf(value, source);
  }
  if (name === 'AsyncIterable' || name === 'EventStream') {
    return { is: 'stream' };
  }
  return name === 'Date' ? { is: 'time' } : name === '__DocumentType' || name === '__AutomaticJsonStringConversion' ? { is: 'json' } : blobs.test(name) ? { is: 'blob' } : { is: 'name', name };
}

/** The values of a type that lists them, `"a" | "b" | string`; `undefined` for any other type. */
export function literalsOf(node: ts.TypeNode): readonly string[] | undefined {
  const literals = ts.isUnionTypeNode(node) ? node.types : [node];
  const values = literals.flatMap((each) => (ts.isLiteralTypeNode(each) && ts.isStringLiteral(each.literal) ? [each.literal.text] : []));
  return values.length > 0 && literals.every((each) => ts.isLiteralTypeNode(each) || each.kind === ts.SyntaxKind.StringKeyword) ? values : undefined;
}

/** An interface, with the one that it extends. */
export function structureOf(node: ts.InterfaceDeclaration, source: ts.SourceFile): Declaration {
  const base = node.heritageClauses?.[0]?.types[0]?.expression;
  return { is: 'structure', members: membersOf(node, source), ...(base && ts.isIdentifier(base) && { base: base.text }) };
}

// YAML text → the same tree that JSON becomes, on the yaml package's document.
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Alias, type Document, type Pair, type Scalar, type YAMLError, type YAMLMap, type YAMLSeq } from 'yaml';
import { applyChanges } from '../../text/edit';
import type { Span } from '../../text/span';
import { deepestNesting, tooDeepMessage } from '../limits';
import { problemOf } from '../mistake';
import { move } from '../move';
import { Leaf, OpenArray, OpenObject, OpenProperty, Unknown, type Parent } from '../nodes';
import { functionCalled, functionNames, textNode, textOf } from '../placeholders';
import { inOrder, mapping, settled } from '../settle';
import type { ArrayNode, Node, ObjectNode, SyntaxProblem, Tree, UnknownNode } from '../tree';
import { mistakesIn } from './mend';
import { messageOf } from './messages';

/** Aliases are read in place, up to this many nodes a document, so that a few lines can't unfold into millions. */
const mostAliasedNodes = 20_000;

/**
 * Reads a whole YAML text, however broken. Of several documents in a stream, the first counts.
 *
 * @param known from another version, which spares reading the whole
 */
export function parseYaml(text: string, isTemplate = false, known?: Known): Tree {
  const near = known?.errorsIn(text);
  if (near) {
    return parseBroken(text, isTemplate, near, undefined, known);
  }
  const document = read(text);
  if (!document) {
    return { notation: 'yaml', text, root: undefined, problems: [{ span: { start: 0, end: Math.min(1, text.length) }, message: tooDeepMessage }], isOpen: false };
  }
  return document.errors.length > 0 ? parseBroken(text, isTemplate, document.errors, document, known) : treeOf(document, text, isTemplate, 0);
}

/** What is wrong in a text; nothing is said of one that is nested too deep. */
export function errorsIn(text: string): readonly YAMLError[] {
  return read(text)?.errors ?? [];
}

/**
 * Reads a YAML text that is part of another one.
 *
 * @param around in how many objects and lists the text stands
 * @returns `undefined` for a broken one
 */
export function parseYamlPart(text: string, around: number): Tree | undefined {
  const document = read(text);
  return document?.errors.length === 0 ? treeOf(document, text, false, around) : undefined;
}

function treeOf(document: Document.Parsed, text: string, isTemplate: boolean, around: number): Tree {
  const problems: SyntaxProblem[] = [];
  const { root, isShared } = rootOf(document, text, problems, isTemplate, around);
  return { notation: 'yaml', text, root, problems, isOpen: false, ...(isShared && { isShared }) };
}

/** What a version without problems tells of another one. */
export interface Known {
  /** The tree of a text that has no problems either; `undefined` where the text has to be read as a whole. */
  treeOf(text: string): Tree | undefined;
  /** The first of what is wrong in a text; `undefined` where the text has to be read as a whole. */
  errorsIn(text: string): readonly YAMLError[] | undefined;
}

/**
 * As its author most likely meant it.
 *
 * @param errors the first of them at least
 * @param asWritten the text as the library reads it, where it has been read as a whole
 */
function parseBroken(text: string, isTemplate: boolean, errors: readonly YAMLError[], asWritten: Document.Parsed | undefined, known: Known | undefined): Tree {
  // Reading the whole is what takes its time: no text is read twice, nor at all where it is as the last version but for little.
  const documents = new Map<string, Document.Parsed | undefined>(asWritten && [[text, asWritten]]);
  const taken = new Map<string, Tree | undefined>();
  const isWhole = (each: string): boolean => each.length > text.length / 2;
  const takeOnce = (each: string): Tree | undefined => {
    const tree = taken.has(each) || each === text || !isWhole(each) ? taken.get(each) : known?.treeOf(each);
    taken.set(each, tree);
    return tree;
  };
  const readOnce = (each: string): Document.Parsed | undefined => {
    const document = documents.has(each) ? documents.get(each) : read(each);
    documents.set(each, document);
    return document;
  };
  const find = (each: string): readonly YAMLError[] => (takeOnce(each) ? [] : ((isWhole(each) ? known?.errorsIn(each) : undefined) ?? readOnce(each)?.errors ?? []));
  const mistakes = mistakesIn(text, (each) => (each === text ? errors : find(each)));
  const changes = inOrder(mistakes.flatMap(({ reading }) => reading));
  const mended = applyChanges(text, changes);
  const tree = takeOnce(mended);
  const document = tree ? undefined : readOnce(mended);
  const [left] = document?.errors ?? [];
  const found: SyntaxProblem[] = left ? [{ span: firstLine(left.pos, mended), message: messageOf(left) }] : [];
  const root = tree ? tree.root : document && rootOf(document, mended, found, isTemplate, 0).root;
  const toText = mapping(changes);
  if (root) {
    move(root, toText);
  }
  const doubts = {
    spans: mistakes.flatMap(({ doubt }) => doubt ?? []),
    unsettled: [...mistakes.flatMap(({ unsettled }) => unsettled ?? []), ...(left ? [{ start: 0, end: text.length }] : [])],
    guesses: mistakes.flatMap(({ guess }) => guess ?? []),
    hasFillers: false,
  };
  const problems = [...mistakes.map(problemOf), ...found.map((each) => ({ ...each, span: toText(each.span) }))];
  return { notation: 'yaml', text, root: root && settled(root, doubts), problems, isOpen: doubts.spans.length + doubts.unsettled.length > 0 };
}

/** `undefined` for a text that is nested too deep to be read. */
function read(text: string): Document.Parsed | undefined {
  try {
    return parseDocument(text, { prettyErrors: false, strict: false, uniqueKeys: false, merge: true, logLevel: 'silent', customTags: cloudFormationTags });
  } catch (error) {
    // The library composes by recursion, so the stack bounds the nesting; Step Functions refuses such depth anyway.
    if (!(error instanceof RangeError)) {
      throw error;
    }
    return undefined;
  }
}

function rootOf(document: Document.Parsed, text: string, problems: SyntaxProblem[], isTemplate: boolean, around: number): { readonly root: Node | undefined; readonly isShared: true | undefined } {
  const conversion = new Conversion(document, text, problems, isTemplate, around);
  const root = document.contents ? conversion.node(document.contents, undefined) : undefined;
  return { root: isBlank(root) ? undefined : root, isShared: conversion.isShared || undefined };
}

/** A text of white space and comments alone parses to an empty null. */
function isBlank(root: Node | undefined): boolean {
  return root?.kind === 'null' && root.span.start === root.span.end;
}

/** CloudFormation's short forms, read as what they are given; the tag stays on the node. */
const cloudFormationTags = functionNames.flatMap((name) => [
  { tag: `!${name}`, resolve: (value: string) => value },
  { tag: `!${name}`, collection: 'seq' as const },
  { tag: `!${name}`, collection: 'map' as const },
]);

/** The library marks some problems up to the end of the text; the first line is what a person has to look at. */
function firstLine([start, end]: readonly [number, number], text: string): Span {
  const lineEnd = text.indexOf('\n', start);
  return { start, end: Math.max(start, Math.min(end, lineEnd < 0 ? text.length : lineEnd)) };
}

/** One pass over a parsed document. It remembers the aliases being read, so that one inside its own anchor ends. */
class Conversion {
  private readonly reading = new Set<unknown>();
  private aliased = 0;
  /** True where an alias or a merge key was read. */
  isShared = false;

  constructor(
    private readonly document: Document.Parsed,
    private readonly text: string,
    private readonly problems: SyntaxProblem[],
    private readonly isTemplate: boolean,
    private depth: number,
  ) {}

  node(source: unknown, parent: Parent): Node | undefined {
    const name = tagOf(source);
    if (name !== undefined) {
      return this.call(name, source, parent);
    }
    return this.plain(source, parent);
  }

  /** `!Sub x`: the tag is part of what is written. */
  private call(name: string, source: unknown, parent: Parent): UnknownNode {
    const call = { name, argument: this.plain(source, parent) };
    const { start, end } = spanOf(source);
    return new Unknown(textOf(call), call, Math.max(0, this.text.lastIndexOf('!', start)), end, parent);
  }

  private plain(source: unknown, parent: Parent): Node | undefined {
    if (isMap(source) || isSeq(source)) {
      if (this.depth === deepestNesting) {
        this.problems.push({ span: { start: spanOf(source).start, end: spanOf(source).start + 1 }, message: tooDeepMessage });
        return undefined;
      }
      this.depth++;
      const node = isMap(source) ? this.object(source, parent) : this.array(source, parent);
      this.depth--;
      return node;
    }
    if (isAlias(source)) {
      return this.alias(source, parent);
    }
    return isScalar(source) ? this.scalar(source, parent) : undefined;
  }

  private object(source: YAMLMap, parent: Parent): ObjectNode | UnknownNode {
    const { start, end } = spanOf(source);
    const object = new OpenObject(start, end, parent);
    const { properties } = object;
    for (const pair of source.items) {
      if (isMergeKey(pair)) {
        this.merge(pair.value, object);
      } else {
        properties.push(this.property(pair, object));
      }
    }
    const [first] = properties;
    const call = first && properties.length === 1 ? functionCalled(first, this.isTemplate) : undefined;
    return call ? new Unknown(textOf(call), call, start, end, parent) : object;
  }

  /** Keys that `<<` brings in come first, so that the map's own win. */
  private merge(value: unknown, object: OpenObject): void {
    this.isShared = true;
    for (const source of isSeq(value) ? value.items : [value]) {
      const map = isAlias(source) ? source.resolve(this.document) : source;
      if (isMap(map) && !this.reading.has(map) && ++this.aliased < mostAliasedNodes) {
        this.reading.add(map);
        object.properties.unshift(...map.items.filter((pair) => !isMergeKey(pair)).map((pair) => this.property(pair, object)));
        this.reading.delete(map);
      }
    }
  }

  private property(pair: Pair, parent: OpenObject): OpenProperty {
    const { start, end } = spanOf(pair.key, parent.start);
    const property = new OpenProperty(this.keyText(pair.key, start, end), start, end, parent);
    property.value = this.node(pair.value, property);
    property.end = Math.max(end, isAlias(pair.value) ? spanOf(pair.value).end : (property.value?.span.end ?? 0));
    return property;
  }

  private keyText(source: unknown, start: number, end: number): string {
    return isScalar(source) ? (typeof source.value === 'string' ? source.value : (source.source ?? String(source.value))) : this.text.slice(start, end);
  }

  private array(source: YAMLSeq, parent: Parent): ArrayNode {
    const { start, end } = spanOf(source);
    const array = new OpenArray(start, end, parent);
    for (const item of source.items) {
      const node = this.node(item, array);
      if (node) {
        array.items.push(node);
      }
    }
    return array;
  }

  private alias(source: Alias, parent: Parent): Node | undefined {
    this.isShared = true;
    const target = source.resolve(this.document);
    if (!target) {
      this.problems.push({ span: spanOf(source), message: `No anchor &${source.source} stands before this alias.` });
    }
    if (!target) {
      return new Unknown('${}', undefined, spanOf(source).start, spanOf(source).end, parent);
    }
    if (this.reading.has(target) || ++this.aliased > mostAliasedNodes) {
      return undefined;
    }
    this.reading.add(target);
    const node = this.node(target, parent);
    this.reading.delete(target);
    return node;
  }

  private scalar(source: Scalar, parent: Parent): Node {
    if (this.reading.size > 0) {
      this.aliased++;
    }
    const { start, end } = spanOf(source);
    const { value } = source;
    if (typeof value === 'string') {
      return textNode(value, start, end, parent);
    }
    if (typeof value === 'number' || typeof value === 'bigint') {
      return new Leaf('number', Number(value), start, end, parent);
    }
    if (typeof value === 'boolean') {
      return new Leaf('boolean', value, start, end, parent);
    }
    return new Leaf('null', null, start, end, parent);
  }
}

/** The CloudFormation function that a tag stands for. */
function tagOf(source: unknown): string | undefined {
  const tag = isScalar(source) || isMap(source) || isSeq(source) ? source.tag : undefined;
  const name = tag?.startsWith('!') ? tag.slice(1) : undefined;
  return name !== undefined && functionNames.includes(name) ? name : undefined;
}

function isMergeKey(pair: Pair): boolean {
  return isScalar(pair.key) && (pair.key.value === '<<' || pair.key.source === '<<') && pair.key.type !== 'QUOTE_DOUBLE' && pair.key.type !== 'QUOTE_SINGLE';
}

/** The library's ranges are start, end of the value, end with trailing white space and comment. */
function spanOf(source: unknown, otherwise = 0): Span {
  const range = (source as { range?: [number, number, number] | null } | null)?.range;
  return range ? { start: range[0], end: range[1] } : { start: otherwise, end: otherwise };
}

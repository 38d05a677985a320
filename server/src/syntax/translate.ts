// A document in the other notation: the same values in the same order, with the comments where the other notation has them.
import { Document, isMap, isScalar, isSeq, parseDocument, visit, type Node as YamlNode, type Pair } from 'yaml';
import { toValue, type ArrayNode, type Node, type ObjectNode, type ObjectProperty, type Tree } from './tree';

/** A JSON text as YAML. Comments and blank lines stand where they stood; a placeholder keeps its quotes, or stays without. */
export function inYaml({ root, text }: Tree): string {
  const document = new Document(toValue(root), { compat: 'yaml-1.1' });
  const translated = new Map<Node | ObjectProperty, YamlNode>();
  if (root && document.contents) {
    pairUp(root, document.contents, text, translated);
  }
  for (const { 0: found, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[^]*?\*\//g)) {
    if (root && !found.startsWith('"')) {
      place(wordsOf(found), index, root, text, document, translated);
    }
  }
  return document.toString({ lineWidth: 0 });
}

/** A YAML text as JSON, in which anchors and merge keys are written out. JSON has no comments. */
export function inJson({ root, text }: Tree): string {
  const bare: string[] = [];
  // A placeholder without quotes has none in JSON either.
  const json = JSON.stringify(withMarks(root, text, bare), undefined, 2) + '\n';
  return json.replace(/"\\u0000(\d+)"/g, (_found, index: string) => bare[Number(index)] ?? '');
}

/** Whether a YAML text has comments. */
export function hasComments(text: string): boolean {
  const document = parseDocument(text);
  let has = Boolean(document.comment ?? document.commentBefore);
  visit(document, {
    Node: (_key, node) => {
      has ||= Boolean(node.comment ?? node.commentBefore);
      return has ? visit.BREAK : undefined;
    },
  });
  return has;
}

function withMarks(node: Node | undefined, text: string, bare: string[]): unknown {
  switch (node?.kind) {
    case 'object':
      return Object.fromEntries(node.properties.map(({ key, value }) => [key.value, withMarks(value, text, bare)]));
    case 'array':
      return node.items.map((item) => withMarks(item, text, bare));
    case 'unknown':
      return /^["'|>]/.test(text.slice(node.span.start)) || !/^\$\{[^{}]*\}$/.test(node.text) ? node.text : `\0${String(bare.push(node.text) - 1)}`;
    default:
      return toValue(node);
  }
}

/** What each node has become. A property is what its key has become. */
function pairUp(node: Node, yaml: YamlNode, text: string, translated: Map<Node | ObjectProperty, YamlNode>): void {
  translated.set(node, yaml);
  if (node.kind === 'object' && isMap(yaml)) {
    for (const [index, property] of node.properties.entries()) {
      const pair = yaml.items[index] as Pair<YamlNode, YamlNode | null> | undefined;
      if (pair) {
        translated.set(property, pair.key);
        const before = node.properties[index - 1];
        pair.key.spaceBefore = before !== undefined && /\n[ \t\r]*\n/.test(text.slice(before.span.end, property.span.start));
        if (property.value && pair.value) {
          pairUp(property.value, pair.value, text, translated);
        }
      }
    }
  } else if (node.kind === 'array' && isSeq(yaml)) {
    for (const [index, item] of node.items.entries()) {
      const other = yaml.items[index] as YamlNode | undefined;
      if (other) {
        pairUp(item, other, text, translated);
      }
    }
  } else if (node.kind === 'unknown' && isScalar(yaml) && text[node.span.start] === '"') {
    yaml.type = 'QUOTE_DOUBLE';
  }
}

/** The lines of a comment without its signs. */
function wordsOf(comment: string): string {
  return comment.startsWith('//')
    ? comment.slice(2).trimEnd()
    : comment.slice(2, -2).split('\n').map((line) => ` ${line.replace(/^\s*\*?/, '').trim()}`.trimEnd()).join('\n').replace(/^\n|\n$/g, '');
}

/** Puts a comment before what follows it, behind the value that it stands behind, or at the end of what holds it. */
function place(words: string, offset: number, root: Node, text: string, document: Document, translated: ReadonlyMap<Node | ObjectProperty, YamlNode>): void {
  const holder = holderAt(root, offset);
  const children: readonly (Node | ObjectProperty)[] = holder?.kind === 'object' ? holder.properties : (holder?.items ?? []);
  const before = children.findLast(({ span }) => span.end <= offset);
  const value = before?.kind === 'property' ? before.value : before;
  const scalar = value && value.kind !== 'object' && value.kind !== 'array' ? translated.get(value) : undefined;
  const after = holder ? children.find(({ span }) => span.end > offset) : offset < root.span.start ? root : undefined;
  if (scalar && before && !text.slice(before.span.end, offset).includes('\n')) {
    scalar.comment = joined(scalar.comment, words);
  } else if (after) {
    const next = after === root ? document : translated.get(after);
    if (next) {
      next.commentBefore = joined(next.commentBefore, words);
    }
  } else {
    const last = holder ? translated.get(holder) : document;
    if (last) {
      last.comment = joined(last.comment, words);
    }
  }
}

function joined(one: string | null | undefined, other: string): string {
  return one ? `${one}\n${other}` : other;
}

/** The innermost object or list that an offset is in. */
function holderAt(node: Node, offset: number): ObjectNode | ArrayNode | undefined {
  if ((node.kind !== 'object' && node.kind !== 'array') || offset <= node.span.start || offset >= node.span.end) {
    return undefined;
  }
  const children = node.kind === 'object' ? node.properties.flatMap(({ value }) => value ?? []) : node.items;
  const around = children.find(({ span }) => span.start < offset && offset < span.end);
  return (around && holderAt(around, offset)) ?? node;
}

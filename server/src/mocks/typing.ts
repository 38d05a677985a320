// What is being typed in a file with mocks. A key that is only just begun is no key yet for either notation, so the text is read with a word in
// its place that finishes it.
import { member, type Node, type ObjectNode } from '../syntax/tree';
import type { Span } from '../text/span';
import type { MocksDocument } from './document';
import { roleOf, type Role } from './role';

export interface Typing {
  /** What can stand there: a key of an object of that role, or a value of it. */
  readonly what: 'key' | 'value';
  readonly role: Role;
  /** The letters that are replaced, an opening quote and a closing one included. */
  readonly span: Span;
  readonly typed: string;
  readonly quote: string;
  /** The keys that the object has already. */
  readonly taken: ReadonlySet<string>;
  /** A colon is there already. */
  readonly hasColon: boolean;
  /** The value is the first thing behind its colon, and nothing is between them. */
  readonly needsSpace: boolean;
}

const word = 'stepwiseCursor';

/** What can stand at a cursor; `undefined` where nobody knows. */
export function typingAt(document: MocksDocument, offset: number): Typing | undefined {
  const { text } = document;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const { 1: quote = '', 2: typed = '' } = tokenBefore(document, before);
  const start = offset - typed.length - quote.length;
  const { 0: rest } = (quote === '' ? /^[^\s:,{}[\]"'#]*/ : new RegExp(`^[^${quote}\\n]*${quote}?`)).exec(text.slice(offset)) ?? [''];
  const end = offset + rest.length;
  const after = text.slice(end, end + 200);
  const hasColon = /^\s*:(?:\s|$)/.test(after) || (document.notation === 'json' && /^\s*:/.test(after));
  const spelled = JSON.stringify(word);
  const needsSpace = document.notation === 'yaml' && text[start - 1] === ':';
  const lead = needsSpace ? ' ' : '';
  // A comma that is missing behind it would hide what is below.
  const comma = document.notation === 'json' && /^\s*"/.test(after) ? ',' : '';
  const isBehindColon = document.notation === 'yaml' ? /:[^\S\n]*$/.test(text.slice(lineStart, start)) : /:\s*$/.test(text.slice(0, start));
  for (const attempt of hasColon ? [spelled] : isBehindColon ? [spelled + comma] : [`${spelled}: 0${comma}`, spelled + comma]) {
    const finished = document.with(text.slice(0, start) + lead + attempt + text.slice(end));
    const found = finished.tree.root && find(finished.tree.root);
    if (found) {
      const { node, key } = found;
      // With the word for its one key, an empty file would be rules by state alone.
      const place: Role = !node.parent && finished.form !== 'aws' && !document.isBare ? { is: 'object', object: 'file', state: undefined } : roleOf(finished, node);
      // In a list of names, or behind a colon, what was tried as a key makes an object that nobody wants there.
      const isKey = key && takesKeys(place);
      if (isKey || !key || hasColon) {
        const taken = new Set(node.kind === 'object' ? node.properties.map((each) => each.key.value).filter((name) => name !== word) : []);
        return { what: key ? 'key' : 'value', role: place, span: { start, end }, typed, quote, taken, hasColon, needsSpace };
      }
    }
  }
  return undefined;
}

/** The quote and the letters that end at the cursor. */
function tokenBefore({ notation }: MocksDocument, before: string): RegExpExecArray | [string] {
  const quoted = /(["'])((?:(?!\1).)*)$/.exec(before);
  const quotes = before.slice(0, quoted?.index ?? 0).match(/["']/g)?.length ?? 0;
  if (quoted && quotes % 2 === 0 && (notation === 'yaml' || quoted[1] === '"')) {
    return quoted;
  }
  // Names of states have blanks in them: a key begins where its line does, behind a dash, a brace or a comma.
  return (notation === 'yaml' ? /()((?:(?<=^\s*(?:- +)*)|(?<=[:,{[] *))[^\s:,{}[\]"'#-][^:,{}[\]"'#]*|)$/ : /()([^\s:,{}[\]"]*)$/).exec(before) ?? [''];
}

function takesKeys(role: Role): boolean {
  return role !== undefined && (role.is === 'object' || role.is === 'rules by state' || role.is === 'cases' || role.is === 'answer' || role.is === 'aws') && !(role.is === 'aws' && (role.part === 'response name' || role.part === 'error'));
}

/** The object that has the word as a key, or the value that it is. */
function find(node: Node): { readonly node: ObjectNode; readonly key: true } | { readonly node: Node; readonly key: false } | undefined {
  switch (node.kind) {
    case 'string':
      return node.value === word ? { node, key: false } : undefined;
    case 'array':
      for (const item of node.items) {
        const found = find(item);
        if (found) {
          return found;
        }
      }
      return undefined;
    case 'object':
      if (member(node, word)) {
        return { node, key: true };
      }
      for (const { value } of node.properties) {
        const found = value && find(value);
        if (found) {
          return found;
        }
      }
      return undefined;
    default:
      return undefined;
  }
}

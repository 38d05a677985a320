// JSON text → tree, on jsonc-parser's event stream.
import { type JSONVisitor, printParseErrorCode, visit } from 'jsonc-parser';
import { deepestNesting, tooDeepMessage } from './limits';
import { Leaf, OpenArray, OpenObject, OpenProperty, Unknown, type Parent } from './nodes';
import { functionCalled, textNode, textOf } from './placeholders';
import type { Node, SyntaxProblem, Tree } from './tree';

/** By the names of the library's error codes. */
const messages: Partial<Record<string, string>> = {
  InvalidSymbol: 'This is not a JSON value: text needs double quotes.',
  InvalidNumberFormat: 'This is not a JSON number.',
  PropertyNameExpected: 'A property name in double quotes is expected here.',
  ValueExpected: 'A value is expected here.',
  ColonExpected: 'A colon is expected after the property name.',
  CommaExpected: 'A comma is missing before this.',
  CloseBraceExpected: 'A closing brace } is missing.',
  CloseBracketExpected: 'A closing bracket ] is missing.',
  EndOfFileExpected: 'The definition has ended: nothing may follow it.',
  InvalidCommentToken: 'JSON has no comments, and Step Functions refuses them. Use a "Comment" field.',
  UnexpectedEndOfComment: 'This comment has no end.',
  UnexpectedEndOfString: 'The closing quote of this text is missing.',
  UnexpectedEndOfNumber: 'This number is not complete.',
  InvalidUnicode: 'This \\u escape needs four hexadecimal digits.',
  InvalidEscapeCharacter: 'This escape does not exist in JSON.',
  InvalidCharacter: 'A control character in a text has to be escaped.',
};

/**
 * Reads a whole JSON text, however broken.
 *
 * @param isTemplate in a CloudFormation template `{ "Ref": … }` is a value that is not known yet
 * @param around in how many objects and lists the text stands
 */
export function parseJson(text: string, isTemplate = false, around = 0): Tree {
  const readable = withoutBarePlaceholders(text);
  const problems: SyntaxProblem[] = [];
  let root: Node | undefined;
  let depth = around;
  let failedAt: number | undefined;
  let tooDeep = false;
  let holder: OpenObject | OpenArray | OpenProperty | undefined;

  function place(node: Node): void {
    if (holder === undefined) {
      root ??= node;
    } else if (holder.kind === 'array') {
      holder.items.push(node);
    } else if (holder.kind === 'property') {
      holder.value = node;
      holder.end = node.end;
      holder = holder.parent;
    }
  }

  /** A property whose value never came is closed by whatever comes next. */
  function closeProperty(): void {
    if (holder?.kind === 'property') {
      holder = holder.parent;
    }
  }

  /** False beyond the deepest nesting: what is inside is then passed over. */
  function deeper(offset: number): boolean {
    depth++;
    if (depth === deepestNesting + 1 && !tooDeep) {
      tooDeep = true;
      problems.push({ span: { start: offset, end: offset + 1 }, message: tooDeepMessage });
    }
    return depth <= deepestNesting;
  }

  const parentNow = (): Parent => (holder?.kind === 'object' ? undefined : holder);

  const events: JSONVisitor = {
    onObjectBegin(offset) {
      const object = new OpenObject(offset, text.length, parentNow());
      place(object);
      holder = object;
      return deeper(offset);
    },
    onObjectProperty(name, offset, length) {
      closeProperty();
      if (holder?.kind !== 'object') {
        return;
      }
      const property = new OpenProperty(name, offset, offset + length, holder);
      holder.properties.push(property);
      holder = property;
    },
    onSeparator(character, offset) {
      if (character === ':' && holder?.kind === 'property') {
        holder.end = offset + 1;
      } else if (character === ',') {
        closeProperty();
      }
    },
    onObjectEnd(offset, length) {
      closeProperty();
      close(offset + length);
    },
    onArrayBegin(offset) {
      const array = new OpenArray(offset, text.length, parentNow());
      place(array);
      holder = array;
      return deeper(offset);
    },
    onArrayEnd(offset, length) {
      closeProperty();
      close(offset + length);
    },
    onLiteralValue(value: unknown, offset, length) {
      const end = offset + length;
      const parent = parentNow();
      if (typeof value === 'string') {
        place(textNode(value, offset, end, parent));
      } else if (readable !== text && text.slice(offset, end).includes('${')) {
        place(new Unknown(text.slice(offset, end), undefined, offset, end, parent));
      } else if (typeof value === 'number') {
        place(new Leaf('number', value, offset, end, parent));
      } else if (typeof value === 'boolean') {
        place(new Leaf('boolean', value, offset, end, parent));
      } else {
        place(new Leaf('null', null, offset, end, parent));
      }
    },
    onError(error, offset, length) {
      // Where a comma is one too many, the name and the value behind it are both missed at the same place.
      if (failedAt === offset) {
        return;
      }
      failedAt = offset;
      problems.push(extraComma(text, offset) ?? { span: { start: offset, end: offset + length }, message: messages[printParseErrorCode(error)] ?? 'This is not valid JSON.' });
    },
  };

  try {
    if (text.trim() !== '') {
      // A byte order mark is no part of the definition; editors and the service leave it aside.
      visit(readable.startsWith('\uFEFF') ? ` ${readable.slice(1)}` : readable, events, { disallowComments: true });
    }
  } catch (error) {
    // The library walks by recursion, so what is far beyond our own bound ends at the stack's.
    if (!(error instanceof RangeError)) {
      throw error;
    }
    problems.push({ span: { start: 0, end: Math.min(1, text.length) }, message: tooDeepMessage });
  }
  leaveOpen();
  return { notation: 'json', text, root, problems };

  /** What has no end reaches to the end of the text: somebody is typing there. */
  function leaveOpen(): void {
    for (let at = holder; at; at = at.parent) {
      at.end = text.length;
    }
  }

  /** `{ "Fn::GetAtt": … }` has turned out to be a function: it takes the object's place. */
  function replaceByCall({ properties: [only], start, end, parent }: OpenObject): void {
    const call = only && functionCalled(only, isTemplate);
    if (!call) {
      return;
    }
    const unknown = new Unknown(textOf(call), call, start, end, parent);
    if (parent?.kind === 'property') {
      parent.value = unknown;
    } else if (parent?.kind === 'array') {
      parent.items.splice(-1, 1, unknown);
    } else {
      root = unknown;
    }
  }

  function close(end: number): void {
    depth--;
    if (holder?.kind === 'object' || holder?.kind === 'array') {
      holder.end = end;
      if (holder.kind === 'object' && holder.properties.length === 1) {
        replaceByCall(holder);
      }
      const { parent }: { parent: Parent } = holder;
      if (parent?.kind === 'property') {
        parent.end = end;
        holder = parent.parent;
      } else {
        holder = parent;
      }
    }
  }
}

/** A `${…}` that stands where a value is expected, as in `"TimeoutSeconds": ${Timeout}`. */
const barePlaceholder = /[:,[]\s*\$\{/;
const textOrPlaceholder = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"|\$\{[^{}\n]*\}/g;

/** The text with a number of the same length in place of each bare `${…}`, so that the library reads on and every offset stays. */
function withoutBarePlaceholders(text: string): string {
  if (!text.includes('${') || !barePlaceholder.test(text)) {
    return text;
  }
  return text.replace(textOrPlaceholder, (found) => (found.startsWith('"') ? found : '1'.repeat(found.length)));
}

/** A comma with nothing behind it is the mistake, and not the bracket that follows. */
function extraComma(text: string, offset: number): SyntaxProblem | undefined {
  if (text[offset] !== '}' && text[offset] !== ']') {
    return undefined;
  }
  let comma = offset - 1;
  while (comma >= 0 && /\s/.test(text[comma] ?? '')) {
    comma--;
  }
  return text[comma] === ',' ? { span: { start: comma, end: comma + 1 }, message: 'This comma is one too many: nothing follows it.' } : undefined;
}

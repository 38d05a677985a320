// JSON text → tree, on jsonc-parser's event stream. What is no JSON is read as it was most likely meant.
import { type JSONVisitor, printParseErrorCode, visit } from 'jsonc-parser';
import { applyChanges } from '../../text/edit';
import { deepestNesting, tooDeepMessage } from '../limits';
import { problemOf, type Habit, type Mistake } from '../mistake';
import { move } from '../move';
import { Leaf, OpenArray, OpenObject, OpenProperty, Unknown, type Parent } from '../nodes';
import { functionCalled, textNode, textOf } from '../placeholders';
import { inOrder, mapping, settled } from '../settle';
import type { Node, SyntaxProblem, Tree } from '../tree';
import { mistakesIn } from './mend';

/** What can be wrong inside of a text, by the names of the library's error codes. All else is told by `mistakesIn`. */
const slipMessages: Partial<Record<string, string>> = {
  InvalidUnicode: 'This \\u escape needs four hexadecimal digits.',
  InvalidEscapeCharacter: 'This escape does not exist in JSON.',
  InvalidCharacter: 'A control character in a text has to be escaped.',
};

/**
 * Reads a whole JSON text, however broken.
 *
 * @param isTemplate in a CloudFormation template `{ "Ref": … }` is a value that is not known yet
 * @param around in how many objects and lists the text stands
 * @param treeOf makes the tree of a text without problems of one that is there; `undefined` where that has to be read as a whole. Given where the
 *   text itself is most likely broken
 */
export function parseJson(text: string, isTemplate = false, around = 0, treeOf?: (text: string) => Tree | undefined): Tree {
  // A byte order mark is no part of the definition; editors and the service leave it aside.
  const plain = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const expected = treeOf ? mistakesIn(plain, withoutBarePlaceholders(plain)) : [];
  const whole = expected.length > 0 ? undefined : build(plain, isTemplate, around, true);
  if (whole && !whole.isBroken) {
    const { root, problems, slips } = whole;
    const isSound = !root || slips.length === 0;
    return { notation: 'json', text, root: isSound ? root : settled(root, { spans: [], unsettled: [], guesses: slips.map(({ span }) => span.start), hasFillers: false }), problems: [...problems, ...slips], isOpen: false };
  }
  const mistakes = whole ? mistakesIn(plain, withoutBarePlaceholders(plain)) : expected;
  const changes = inOrder(mistakes.flatMap(({ reading }) => reading));
  const meant = applyChanges(plain, changes);
  const taken = treeOf?.(meant);
  const { root, isBroken, ...mended } = taken ? { root: taken.root, isBroken: false, problems: [], slips: [] } : build(meant, isTemplate, around, false);
  const toText = mapping(changes);
  const inText = (problem: SyntaxProblem): SyntaxProblem => ({ ...problem, span: toText(problem.span) });
  const slips = mended.slips.map(inText);
  const doubts = {
    spans: [...mistakes.flatMap(({ doubt }) => doubt ?? []), ...(isBroken ? [{ start: 0, end: text.length }] : [])],
    unsettled: [],
    guesses: [...mistakes.flatMap(({ guess }) => guess ?? []), ...slips.map(({ span }) => span.start)],
    hasFillers: true,
  };
  if (root) {
    move(root, toText);
  }
  return { notation: 'json', text, root: root && settled(root, doubts), problems: [...withoutHabits(mistakes).map(problemOf), ...mended.problems.map(inText), ...slips], isOpen: doubts.spans.length > 0 };
}

const titles: Readonly<Record<Habit, string>> = { 'comments': 'Remove the comments', 'quotes': 'Change to double quotes', 'bare names': 'Put them in double quotes' };

/** Of the same habit only the first is told, with a fix for all. */
function withoutHabits(mistakes: readonly Mistake[]): Mistake[] {
  const told: Mistake[] = mistakes.filter(({ habit }) => habit === undefined);
  for (const kind of Object.keys(titles) as Habit[]) {
    const same = mistakes.filter(({ habit }) => habit === kind);
    const [first, second] = same;
    if (first?.fix) {
      told.push(second ? { ...first, fix: { ...first.fix, title: titles[kind], changes: same.flatMap(({ reading }) => reading) } } : first);
    }
  }
  return told.sort((one, other) => one.at.start - other.at.start);
}

interface Built {
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
  /** What is wrong inside of texts, where the rest can be read all the same. */
  readonly slips: readonly SyntaxProblem[];
  /** True where it is no JSON. */
  readonly isBroken: boolean;
}

/** Thrown to leave the library where the text turns out to be no JSON. */
const noJson = new Error('This is no JSON.');

/**
 * The tree as the library tells it.
 *
 * @param isStrict leaves off where the text is no JSON
 */
function build(text: string, isTemplate: boolean, around: number, isStrict: boolean): Built {
  const readable = withoutBarePlaceholders(text);
  const problems: SyntaxProblem[] = [];
  const slips: SyntaxProblem[] = [];
  let root: Node | undefined;
  let depth = around;
  let isBroken = false;
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
      const message = slipMessages[printParseErrorCode(error)];
      if (message) {
        slips.push({ span: { start: offset, end: offset + length }, message });
      } else {
        isBroken = true;
        if (isStrict) {
          throw noJson;
        }
      }
    },
  };

  try {
    if (readable.trim() !== '') {
      visit(readable, events, { disallowComments: true });
    }
  } catch (error) {
    if (error === noJson) {
      return { root: undefined, problems, slips, isBroken };
    }
    // The library walks by recursion, so what is far beyond our own bound ends at the stack's.
    if (!(error instanceof RangeError)) {
      throw error;
    }
    problems.push({ span: { start: 0, end: Math.min(1, text.length) }, message: tooDeepMessage });
  }
  leaveOpen();
  return { root, problems, slips, isBroken };

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

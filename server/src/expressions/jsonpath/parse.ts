// JSONPath as Step Functions has it: the dialect of the Java library Jayway JsonPath, with `$$` and `$variable` as further roots.
import type { Span } from '../../text/span';
import type { ExpressionProblem } from '../problem';
import { readFilter, readOperand } from './filter';
import { PathReader } from './reader';
import type { Operand, Path, Root, Step } from './tree';

export type PathProblemCode = 'path-start' | 'path-syntax' | 'unknown-path-function' | 'unquoted-text';
export type PathProblem = ExpressionProblem<PathProblemCode>;

export interface PathResult {
  /** What could be read; up to the first problem it is certain. */
  readonly path: Path;
  readonly problems: readonly PathProblem[];
}

/**
 * Reads a path. White space around it does not count.
 *
 * @param from where in the text the path starts, for one inside another expression
 * @param to where it ends
 */
export function parsePath(text: string, from = 0, to = text.length): PathResult {
  const reader = new PathReader(text, trimStart(text, from, to), trimEnd(text, from, to));
  const path = readPath(reader, false);
  if (reader.at < reader.end && !reader.failed) {
    reader.fail(reader.rest(), `This can't follow a step: a path goes on with "." or "[".`);
  }
  return { path: reader.at < reader.end ? { ...path, span: { start: path.span.start, end: reader.end } } : path, problems: reader.problems };
}

function trimStart(text: string, from: number, to: number): number {
  let start = from;
  while (start < to && isBlank(text[start])) {
    start++;
  }
  return start;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(text[end - 1])) {
    end--;
  }
  return end;
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\r';
}

/** Reads from `$`, or from `@` inside a filter, as far as steps follow one another. */
export function readPath(reader: PathReader, inFilter: boolean): Path {
  const { at: start } = reader;
  const root = readRoot(reader, inFilter);
  const steps: Step[] = [];
  if (root.kind !== 'missing') {
    readSteps(reader, steps, inFilter);
  }
  return { kind: 'path', span: { start, end: reader.at }, root, steps };
}

const stepName = /[^\s.[\]()'"]+/y;
/** An operator may follow at once. */
const stepNameInFilter = /[^\s.[\]()'"=<>!&|,~]+/y;
const nameStart = /[\p{ID_Start}_]/u;
const variableName = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;

function readRoot(reader: PathReader, inFilter: boolean): Root {
  const { at: start } = reader;
  if (inFilter && reader.take('@')) {
    return { kind: 'element', span: reader.from(start) };
  }
  if (!reader.take('$')) {
    reader.fail(reader.rest(), reader.at < reader.end ? `A path starts with "$".` : 'A path is missing here; it starts with "$".', 'path-start');
    return { kind: 'missing', span: reader.from(start) };
  }
  if (reader.take('$')) {
    return { kind: 'context', span: reader.from(start) };
  }
  if (nameStart.test(reader.character())) {
    const name = reader.match(variableName) ?? '';
    return { kind: 'variable', span: reader.from(start), name };
  }
  return { kind: 'input', span: reader.from(start) };
}

function readSteps(reader: PathReader, steps: Step[], inFilter: boolean): void {
  while (!reader.failed) {
    const char = reader.peek();
    if (char === '[') {
      readBracket(reader, steps, reader.at);
    } else if (char === '.') {
      readDot(reader, steps, inFilter);
    } else {
      return;
    }
  }
}

function readDot(reader: PathReader, steps: Step[], inFilter: boolean): void {
  const { at: start } = reader;
  reader.at++;
  if (reader.take('.')) {
    steps.push({ kind: 'descent', span: reader.from(start) });
  }
  if (reader.at >= reader.end) {
    reader.fail(reader.from(start), 'A step is missing after this.');
  } else if (reader.peek() === '[') {
    // A dot before a bracket counts for nothing.
    readBracket(reader, steps, start);
  } else if (reader.take('*')) {
    steps.push({ kind: 'wildcard', span: reader.from(start) });
  } else {
    readName(reader, steps, start, inFilter);
  }
}

/** A name after a dot runs up to the next dot or bracket; blanks and quotes have to be put in brackets. */
function readName(reader: PathReader, steps: Step[], start: number, inFilter: boolean): void {
  const nameAt = reader.at;
  // Inside a filter an operator or the end of the filter may follow at once.
  const name = reader.match(inFilter ? stepNameInFilter : stepName);
  const nameSpan = reader.from(nameAt);
  if (name === undefined) {
    reader.fail({ start: nameAt, end: Math.min(nameAt + 1, reader.end) }, reader.peek() === '.' ? 'A step is missing between the dots.' : 'A name is expected after the dot.');
    return;
  }
  if (reader.peek() === '(') {
    const args = readArguments(reader);
    steps.push({ kind: 'function', span: reader.from(start), name, nameSpan, arguments: args });
    if (!knownFunctions.has(name)) {
      reader.report({ code: 'unknown-path-function', span: nameSpan, message: `Paths have no function "${name}".`, refused: false });
    }
    return;
  }
  steps.push({ kind: 'member', span: reader.from(start), name, nameSpan, bracketed: false });
  const char = reader.peek();
  if (!inFilter && reader.at < reader.end && char !== '.' && char !== '[') {
    const message = isBlank(char) ? `A name with a blank has to stand in brackets, as in ['my name'].` : `"${char}" can't stand in a name after a dot.`;
    reader.fail(reader.one(), message);
  }
}

/** The functions of Jayway JsonPath; which of them the service accepts is not known. */
const knownFunctions: ReadonlySet<string> = new Set(['length', 'size', 'min', 'max', 'avg', 'sum', 'stddev', 'keys', 'concat', 'append', 'first', 'last', 'index']);

function readArguments(reader: PathReader): Operand[] {
  const args: Operand[] = [];
  const open = reader.at++;
  reader.skipBlanks();
  while (!reader.failed && !reader.take(')')) {
    args.push(readOperand(reader));
    reader.skipBlanks();
    if (reader.peek() !== ')' && !reader.take(',')) {
      reader.fail({ start: open, end: open + 1 }, 'This "(" is not closed.');
    }
    reader.skipBlanks();
  }
  return args;
}

function readBracket(reader: PathReader, steps: Step[], start: number): void {
  const open = reader.at++;
  reader.skipBlanks();
  const char = reader.peek();
  if (char === "'" || char === '"') {
    readNames(reader, steps, start);
  } else if (reader.take('*')) {
    close(reader, open);
    steps.push({ kind: 'wildcard', span: reader.from(start) });
  } else if (char === '?') {
    reader.at++;
    reader.skipBlanks();
    const test = readFilter(reader);
    if (test) {
      close(reader, open);
      steps.push({ kind: 'filter', span: reader.from(start), test });
    }
  } else if (/[-\d:]/.test(char)) {
    readIndexes(reader, steps, start, open);
  } else {
    reader.fail(
      reader.at < reader.end ? reader.one() : { start: open, end: open + 1 },
      reader.at >= reader.end ? 'This "[" is not closed.' : char === ']' ? 'An index or a name is missing in the brackets.' : 'In brackets stands an index, a name in quotes, "*" or a filter "?(…)".',
    );
  }
}

function close(reader: PathReader, open: number): void {
  reader.skipBlanks();
  if (reader.failed || reader.take(']')) {
    return;
  }
  if (reader.at >= reader.end) {
    reader.fail({ start: open, end: open + 1 }, 'This "[" is not closed.');
  } else {
    reader.fail(reader.one(), 'A "]" is expected here.');
  }
}

function readNames(reader: PathReader, steps: Step[], start: number): void {
  const open = reader.text.lastIndexOf('[', reader.at);
  const names: { name: string; span: Span }[] = [];
  do {
    reader.skipBlanks();
    const quoted = reader.quoted();
    if (!quoted) {
      reader.fail(reader.at < reader.end ? reader.one() : { start: open, end: open + 1 }, 'A name in quotes is expected here.');
      break;
    }
    names.push({ name: quoted.value, span: quoted.inner });
    reader.skipBlanks();
  } while (!reader.failed && reader.take(','));
  close(reader, open);
  const [only] = names;
  if (only && names.length === 1) {
    steps.push({ kind: 'member', span: reader.from(start), name: only.name, nameSpan: only.span, bracketed: true });
  } else if (only) {
    steps.push({ kind: 'members', span: reader.from(start), names });
  }
}

/** `[0]`, `[0,1]`, `[1:3]`: a slice needs one of its ends, and its third part has no effect. */
function readIndexes(reader: PathReader, steps: Step[], start: number, open: number): void {
  const from = reader.integer();
  reader.skipBlanks();
  if (reader.take(':')) {
    reader.skipBlanks();
    const to = reader.integer();
    reader.skipBlanks();
    if (from === undefined && to === undefined) {
      reader.fail(reader.at < reader.end ? reader.one() : { start: open, end: reader.at }, 'A slice needs a number before or after its colon.');
      return;
    }
    if (reader.take(':')) {
      reader.skipBlanks();
      reader.integer();
    }
    close(reader, open);
    steps.push({ kind: 'slice', span: reader.from(start), from, to });
    return;
  }
  const indexes = from === undefined ? [] : [from];
  while (indexes.length > 0 && reader.take(',')) {
    reader.skipBlanks();
    const next = reader.integer();
    if (next === undefined) {
      break;
    }
    indexes.push(next);
    reader.skipBlanks();
  }
  if (from === undefined || reader.text[reader.at - 1] === ',') {
    reader.fail(reader.at < reader.end ? reader.one() : { start: open, end: reader.at }, 'A whole number is expected here.');
    return;
  }
  close(reader, open);
  steps.push(indexes.length === 1 ? { kind: 'index', span: reader.from(start), index: from } : { kind: 'indexes', span: reader.from(start), indexes });
}

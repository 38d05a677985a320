// What stands in `[?(…)]`.
import { deepestExpression } from '../problem';
import { readPath } from './parse';
import type { PathReader } from './reader';
import { filterOperators, type FilterOperator, type Operand, type Test } from './tree';

/** Reads a filter in its parentheses; `undefined` where there is none. */
export function readFilter(reader: PathReader): Test | undefined {
  if (reader.peek() !== '(') {
    reader.fail(reader.at < reader.end ? reader.one() : { start: reader.at - 1, end: reader.at }, 'A filter stands in parentheses: "?(…)".');
    return undefined;
  }
  return readGroup(reader);
}

function readGroup(reader: PathReader): Test | undefined {
  const open = reader.at++;
  if (++reader.depth > deepestExpression) {
    reader.fail({ start: open, end: open + 1 }, 'This filter is nested too deep to be read.');
    return undefined;
  }
  const test = readEither(reader);
  reader.depth--;
  reader.skipBlanks();
  if (!reader.failed && !reader.take(')')) {
    if (reader.at >= reader.end) {
      reader.fail({ start: open, end: open + 1 }, 'This "(" is not closed.');
    } else {
      reader.fail(reader.one(), 'An operator or ")" is expected here.');
    }
  }
  return test;
}

function readEither(reader: PathReader): Test | undefined {
  return readChain(reader, 'or', '||', () => readChain(reader, 'and', '&&', () => readTest(reader)));
}

function readChain(reader: PathReader, kind: 'or' | 'and', operator: string, readPart: () => Test | undefined): Test | undefined {
  let left = readPart();
  reader.skipBlanks();
  for (let length = 0; left && !reader.failed && reader.take(operator); length++) {
    const right = readPart();
    if (!right || length > deepestExpression) {
      return left;
    }
    left = { kind, span: { start: left.span.start, end: right.span.end }, left, right };
    reader.skipBlanks();
  }
  return left;
}

function readTest(reader: PathReader): Test | undefined {
  reader.skipBlanks();
  const { at: start } = reader;
  if (reader.peek() === '!' && reader.text[start + 1] !== '=') {
    reader.at++;
    reader.skipBlanks();
    if (++reader.depth > deepestExpression) {
      reader.fail(reader.from(start), 'This filter is nested too deep to be read.');
      return undefined;
    }
    const test = readTest(reader);
    reader.depth--;
    return test && { kind: 'not', span: reader.from(start), test };
  }
  if (reader.peek() === '(') {
    return readGroup(reader);
  }
  const left = readOperand(reader);
  if (reader.failed) {
    return undefined;
  }
  const afterLeft = reader.at;
  reader.skipBlanks();
  const operatorAt = reader.at;
  const operator = readOperator(reader);
  if (!operator) {
    reader.at = afterLeft;
    return { kind: 'exists', span: reader.from(start), operand: left };
  }
  const operatorSpan = reader.from(operatorAt);
  reader.skipBlanks();
  const right = readOperand(reader);
  return { kind: 'comparison', span: reader.from(start), operator, operatorSpan, left, right };
}

function readOperator(reader: PathReader): FilterOperator | undefined {
  const isWord = /[a-z]/.test(reader.peek());
  const found = isWord ? reader.match(/[a-z]+/iy) : undefined;
  if (isWord) {
    const operator = filterOperators.find((each) => each === found);
    if (!operator) {
      reader.at -= found?.length ?? 0;
    }
    return operator;
  }
  return filterOperators.find((each) => !/[a-z]/.test(each) && reader.take(each));
}

/** A path, a literal, a list or a pattern. */
export function readOperand(reader: PathReader): Operand {
  reader.skipBlanks();
  const { at: start } = reader;
  const char = reader.peek();
  if (char === '@' || char === '$') {
    return readPath(reader, true);
  }
  if (char === "'" || char === '"') {
    const quoted = reader.quoted();
    return { kind: 'literal', span: reader.from(start), value: quoted?.value ?? '' };
  }
  if (char === '/') {
    return readPattern(reader);
  }
  if (char === '[' || char === '{') {
    return readJson(reader);
  }
  const number = reader.match(/-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?![\w-])/y);
  if (number !== undefined) {
    return { kind: 'literal', span: reader.from(start), value: Number(number) };
  }
  const word = reader.match(/[^\s()[\]{}'"=<>!&|,~]+/y);
  switch (word) {
    case 'true':
    case 'false':
      return { kind: 'literal', span: reader.from(start), value: word === 'true' };
    case 'null':
      return { kind: 'literal', span: reader.from(start), value: null };
    case undefined:
      reader.fail(reader.at < reader.end ? reader.one() : { start: Math.max(0, start - 1), end: start }, 'A value is expected here: a path from "@", a number, or a text in quotes.');
      return { kind: 'word', span: reader.from(start), text: '' };
    default:
      // Templates that AWS publishes have such words, so the service seems to take them.
      reader.report({ code: 'unquoted-text', span: reader.from(start), message: `Text belongs in quotes here: '${word}'.`, refused: false });
      return { kind: 'word', span: reader.from(start), text: word };
  }
}

function readPattern(reader: PathReader): Operand {
  const { at: start } = reader;
  const body = reader.match(/\/(?:[^/\\]|\\[^])*\//y);
  if (body === undefined || !body.endsWith('/') || body.length < 2) {
    reader.at = reader.end;
    reader.fail({ start, end: start + 1 }, 'This pattern has no closing "/".');
    return { kind: 'pattern', span: reader.from(start), source: '', flags: '' };
  }
  const flags = reader.match(/[a-z]+/iy) ?? '';
  return { kind: 'pattern', span: reader.from(start), source: body.slice(1, -1), flags };
}

/** A list or an object as JSON has it, but for single quotes. */
function readJson(reader: PathReader): Operand {
  const { at: start } = reader;
  const value = readJsonValue(reader);
  return { kind: 'json', span: reader.from(start), value };
}

function readJsonValue(reader: PathReader): unknown {
  reader.skipBlanks();
  const open = reader.at;
  const isList = reader.take('[');
  if (!isList && !reader.take('{')) {
    const operand = readOperand(reader);
    return operand.kind === 'literal' ? operand.value : operand.kind === 'word' ? operand.text : undefined;
  }
  if (++reader.depth > deepestExpression) {
    reader.fail({ start: open, end: open + 1 }, 'This is nested too deep to be read.');
    return undefined;
  }
  const items: unknown[] = [];
  const members = new Map<string, unknown>();
  const closing = isList ? ']' : '}';
  reader.skipBlanks();
  while (!reader.failed && !reader.take(closing)) {
    const key = isList ? undefined : reader.quoted()?.value;
    reader.skipBlanks();
    if (!isList && (key === undefined || !reader.take(':'))) {
      reader.fail(reader.at < reader.end ? reader.one() : { start: open, end: open + 1 }, 'A name in quotes and a ":" are expected here.');
      break;
    }
    const value = readJsonValue(reader);
    if (key === undefined) {
      items.push(value);
    } else {
      members.set(key, value);
    }
    reader.skipBlanks();
    if (reader.peek() !== closing && !reader.take(',')) {
      reader.fail({ start: open, end: open + 1 }, `This "${isList ? '[' : '{'}" is not closed.`);
    }
    reader.skipBlanks();
  }
  reader.depth--;
  return isList ? items : Object.fromEntries(members);
}

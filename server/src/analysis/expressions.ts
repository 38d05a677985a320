// What the evaluated strings of a document say, read when first asked for.
import type { Path } from '../expressions/jsonpath/tree';
import { parsePath } from '../expressions/jsonpath/parse';
import type { ExpressionProblem } from '../expressions/problem';
import { parseTemplateValue, pathsIn, type TemplateValue } from '../expressions/template-value';
import { checkCalls, type JsonataCallProblem } from '../expressions/jsonata/check';
import { isJsonata, parseJsonata } from '../expressions/jsonata/parse';
import { referencesOf, type References } from '../expressions/jsonata/references';
import type { Expression } from '../expressions/jsonata/tree';
import { typeOf } from '../expressions/jsonata/type';
import type { JsonataSite, PathSite } from '../model/sites';
import type { JsonataType } from '../spec/jsonata-functions';
import type { StringNode, UnknownNode } from '../syntax/tree';
import type { Span } from '../text/span';

/** A stretch inside a string's value, with its place in the source. */
export interface Inside {
  readonly kind: 'inside';
  readonly node: StringNode | UnknownNode;
  /** In the value: escapes and folded lines resolved. */
  readonly within: Span;
  /** In the source. */
  readonly span: Span;
}

/** What a path or an intrinsic function says, wherever it stands. */
export interface PathText {
  readonly value: TemplateValue;
  readonly problems: readonly ExpressionProblem[];
  /** Every path in it, also those among a function's arguments. */
  readonly paths: readonly Path[];
}

/** A string that a JSONPath state evaluates, and what it says. */
export interface PathExpression extends PathText {
  readonly site: PathSite;
}

/** Reads a path. */
export function readPath(text: string): PathText {
  const { path, problems } = parsePath(text);
  return { value: { kind: 'path', path, problems }, problems, paths: [path] };
}

/** Reads a path or an intrinsic function. */
export function readTemplateValue(text: string): PathText {
  const value = parseTemplateValue(text);
  return { value, problems: value.kind === 'neither' ? nothing : value.problems, paths: pathsIn(value) };
}

/** A string that a JSONata state evaluates, and what it says. */
export interface JsonataUse {
  readonly site: JsonataSite;
  readonly expression: JsonataExpression;
}

/** What a JSONata expression says, wherever it stands. */
export class JsonataExpression {
  private calls: readonly JsonataCallProblem[] | undefined;

  constructor(
    readonly problems: readonly ExpressionProblem[],
    /** Empty where the expression could not be read to its end. */
    readonly references: References,
    /** The kind of value that it gives; `any` where its text does not show that. */
    readonly gives: JsonataType = 'any',
    /** `undefined` where it is not read to its end. */
    readonly expression?: Expression,
  ) {}

  /** What is wrong with its calls of functions, if none of them is hidden by a variable. */
  get callProblems(): readonly JsonataCallProblem[] {
    this.calls ??= this.references.calls.length === 0 ? nothing : checkCalls(this.references);
    return this.calls;
  }
}

/** Reads an expression; nothing where its marks are not complete. */
export function readJsonata(value: string): JsonataExpression {
  if (!isJsonata(value)) {
    return new JsonataExpression(nothing, noReferences);
  }
  const { expression, problems } = parseJsonata(value);
  if (problems.some(({ refused }) => refused)) {
    return new JsonataExpression(problems, noReferences);
  }
  const references = referencesOf(expression);
  return new JsonataExpression(
    problems,
    references,
    typeOf(expression, (name) => references.bindings.some(({ node }) => node.name === name)),
    problems.length === 0 ? expression : undefined,
  );
}

const nothing: readonly never[] = [];
const noReferences: References = { variables: [], calls: [], bindings: [], contextReads: [] };

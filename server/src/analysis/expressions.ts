// What the evaluated strings of a document say, read when first asked for.
import type { Path } from '../expressions/jsonpath/tree';
import { parsePath } from '../expressions/jsonpath/parse';
import { hasSubstitution, type ExpressionProblem } from '../expressions/problem';
import { parseTemplateValue, pathsIn, type TemplateValue } from '../expressions/template-value';
import { isJsonata, parseJsonata } from '../expressions/jsonata/parse';
import { referencesOf, type References } from '../expressions/jsonata/references';
import type { PathSite } from '../model/sites';
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

/** What a path, or the value of a key that ends in `.$`, says. */
export interface PathExpression {
  readonly value: TemplateValue;
  readonly problems: readonly ExpressionProblem[];
  /** Every path in it, also those among a function's arguments. */
  readonly paths: readonly Path[];
}

/** Reads a string that a JSONPath state evaluates, by the use that is made of it. */
export function readPathSite({ node, use }: PathSite): PathExpression {
  const value: TemplateValue = use === 'template' || use === 'text-path' ? parseTemplateValue(node.value) : { kind: 'path', ...parsePath(node.value) };
  return { value, problems: value.kind === 'neither' ? [] : value.problems, paths: pathsIn(value) };
}

/** What a JSONata expression says. */
export interface JsonataExpression {
  readonly problems: readonly ExpressionProblem[];
  /** Empty where the expression could not be read to its end. */
  readonly references: References;
}

/** Reads an expression; nothing where its marks are not complete, or a deployment still fills something in. */
export function readJsonata(value: string): JsonataExpression {
  if (!isJsonata(value) || hasSubstitution(value)) {
    return { problems: [], references: noReferences };
  }
  const { expression, problems } = parseJsonata(value);
  return { problems, references: problems.some(({ refused }) => refused) ? noReferences : referencesOf(expression) };
}

const noReferences: References = { variables: [], calls: [], bindings: [], contextReads: [] };

// What a selection grows to: the name, the value, its field, the object around, the state, and so on outwards; inside an expression its parts first.
import type { Range, SelectionRange } from 'vscode-languageserver-types';
import type { Definition } from '../analysis/definition';
import type { AslDocument } from '../analysis/document';
import { evaluatedAt, type EvaluatedText } from '../analysis/evaluated';
import { childrenOf, type Expression } from '../expressions/jsonata/tree';
import { isJsonata, parseJsonata } from '../expressions/jsonata/parse';
import type { Argument, IntrinsicCall } from '../expressions/intrinsics/tree';
import type { Path } from '../expressions/jsonpath/tree';
import { trimmed } from '../syntax/layout';
import type { Node, ObjectProperty, StringNode, UnknownNode } from '../syntax/tree';
import { touches, type Span } from '../text/span';

/** The ranges around a cursor, the innermost with those around it. */
export function selectionRange(document: AslDocument, offset: number): SelectionRange {
  const definition = document.definitionAt(offset);
  const spans = definition ? spansAround(definition, offset) : [];
  let outer: SelectionRange | undefined;
  let last: Span | undefined;
  for (const span of [{ start: 0, end: document.text.length }, ...spans]) {
    if (!last || (span.start >= last.start && span.end <= last.end && span.end - span.start < last.end - last.start)) {
      last = span;
      outer = { range: document.range(span), ...(outer && { parent: outer }) };
    }
  }
  const here: Range = document.range({ start: offset, end: offset });
  return outer ?? { range: here };
}

/** The outermost first. */
function spansAround(definition: Definition, offset: number): Span[] {
  const spans: Span[] = [];
  let node: Node | undefined = definition.tree.root;
  while (node && touches(node.span, offset)) {
    spans.push(trimmed(definition.text, node.span));
    const held: readonly (ObjectProperty | Node)[] = node.kind === 'object' ? node.properties : node.kind === 'array' ? node.items : [];
    const inner: ObjectProperty | Node | undefined = held.find((each) => touches(each.span, offset));
    if (node.kind === 'string' || node.kind === 'unknown') {
      spans.push(...insideText(definition, node, offset));
    }
    if (inner?.kind === 'property') {
      spans.push(trimmed(definition.text, inner.span));
      node = touches(inner.key.span, offset) ? inner.key : inner.value;
    } else {
      node = inner;
    }
  }
  return spans;
}

/** What stands between the quotes, and then what the expression there is made of. */
function insideText(definition: Definition, node: StringNode | UnknownNode, offset: number): Span[] {
  if (node.kind === 'unknown' && node.call) {
    return [];
  }
  const value = node.kind === 'string' ? node.value : node.text;
  const at = definition.sourceOf(node.span, value).toValue(offset);
  const found: Span[] = [{ start: 0, end: value.length }];
  const evaluated = node.parent?.kind === 'property' && node.parent.key === node ? undefined : evaluatedAt(definition, node);
  if (evaluated) {
    found.push(...insideExpression(definition, evaluated, at));
  }
  return found.map((within) => definition.inside(node, within).span);
}

function insideExpression({ expressions }: Definition, { form, text }: EvaluatedText, at: number): Span[] {
  if (form === 'jsonata') {
    return isJsonata(text) ? insideJsonata(parseJsonata(text).expression, at) : [];
  }
  const { value } = form === 'template' ? expressions.templateValue(text) : expressions.path(text);
  return value.kind === 'path' ? insidePath(value.path, at) : value.kind === 'intrinsic' ? insideCall(value.call, at) : [];
}

function insideJsonata(expression: Expression, at: number): Span[] {
  const spans = [expression.span];
  if (expression.kind === 'path') {
    spans.push(...upTo(expression.steps, at).map((end) => ({ start: expression.span.start, end })).reverse());
  }
  const inner = innerOf(childrenOf(expression), at);
  return inner ? [...spans, ...insideJsonata(inner, at)] : spans;
}

function insideCall(call: IntrinsicCall, at: number): Span[] {
  const inner = innerOf<Argument>(call.arguments, at);
  if (inner) {
    return [call.span, ...(inner.kind === 'call' ? insideCall(inner, at) : inner.kind === 'path' ? insidePath(inner, at) : [inner.span])];
  }
  return touches(call.nameSpan, at) ? [call.span, call.nameSpan] : [call.span];
}

/** `$.order.id`, then `$.order`, then `order`, for a cursor there. */
function insidePath(path: Path, at: number): Span[] {
  const step = innerOf(path.steps, at);
  const prefixes = upTo(path.steps, at).map((end) => ({ start: path.span.start, end })).reverse();
  return [path.span, ...prefixes, ...(step ? [step.span, ...(step.kind === 'member' ? [step.nameSpan] : [])] : [path.root.span])];
}

/** Where the steps end that a cursor is in or before. */
function upTo(steps: readonly { readonly span: Span }[], at: number): number[] {
  return steps.filter(({ span }) => span.end >= at).map(({ span }) => span.end);
}

/** At the border of two, the one behind it. */
function innerOf<T extends { readonly span: Span }>(all: readonly T[], at: number): T | undefined {
  return all.findLast(({ span }) => touches(span, at));
}

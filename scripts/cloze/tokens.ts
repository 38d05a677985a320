// The tokens of a definition that completion could have written, by kind, each with the stretch of the text that is cut out for it.
import { calledAction } from '../../server/src/analysis/called-action';
import { argumentsPlaceOf, valuePlaceOf } from '../../server/src/analysis/arguments-place';
import { memberOf } from '../../server/src/analysis/call-arguments';
import type { AslDocument } from '../../server/src/analysis/document';
import type { Definition } from '../../server/src/analysis/definition';
import { visitPayload } from '../../server/src/analysis/payload';
import { callOf } from '../../server/src/model/call';
import { handlersOf } from '../../server/src/model/error-handling';
import { operatorNames } from '../../server/src/spec/choice';
import { canOccur } from '../../server/src/spec/error-names';
import { intrinsicNamed } from '../../server/src/spec/intrinsics';
import { jsonataFunctionNamed } from '../../server/src/spec/jsonata-functions';
import type { Node, ObjectNode, StringNode } from '../../server/src/syntax/tree';
import type { Span } from '../../server/src/text/span';

export const kinds = [
  'transition', 'type', 'field', 'resource', 'API parameter', 'comparison', 'error name', 'JSONata function', 'variable and $states', 'intrinsic', 'enumeration',
] as const;
export type Kind = (typeof kinds)[number];

export interface Token {
  readonly kind: Kind;
  readonly text: string;
  /** What is cut out of the text: without quotes. */
  readonly span: Span;
}

/** Every such token, in no particular order. */
export function tokensOf(document: AslDocument): Token[] {
  return document.definitions.flatMap((definition) => (definition.tree.embedding ? [] : tokensIn(definition)));
}

function tokensIn(definition: Definition): Token[] {
  const tokens: Token[] = [];
  const add = (kind: Kind, text: string, span: Span): void => void tokens.push({ kind, text, span });
  const addNode = (kind: Kind, node: Node | undefined): void => {
    if (node?.kind === 'string') {
      add(kind, node.value, inside(definition, node));
    }
  };
  for (const reference of definition.references) {
    if (reference.target && !reference.isOpen) {
      addNode('transition', reference.node);
    }
  }
  for (const state of definition.states) {
    addNode('type', state.typeNode);
    for (const { entries } of handlersOf(state)) {
      for (const name of entries.flatMap(({ names }) => names)) {
        if (name.value.startsWith('States.') && canOccur(name.value)) {
          addNode('error name', name);
        }
      }
    }
  }
  for (const part of definition.parts) {
    for (const [index, property] of part.node.properties.entries()) {
      const field = part.fields[index];
      if (field && property.key.span.end > property.key.span.start) {
        addNode(operatorNames.has(property.key.value) ? 'comparison' : 'field', property.key);
        if (field.values && property.value?.kind === 'string' && field.values.includes(property.value.value) && property.key.value !== 'Type') {
          addNode('enumeration', property.value);
        }
      }
    }
    const call = callOf(part);
    const isOurs = call?.by === 'Task' && call.resource.kind === 'integration' && call.node.kind === 'string' && (call.action ?? calledAction(call, definition.services)) !== undefined;
    if (call && isOurs) {
      addNode('resource', call.node);
    }
    const given = call?.arguments?.value;
    if (given?.kind === 'object') {
      visitObjects(given, (object) => addArguments(definition, object, addNode));
    }
    if (!part.languageInDoubt) {
      visitPayload(part, definition.expressions, {
        path: ({ site, value, paths }) => {
          if (value.kind === 'intrinsic' && intrinsicNamed(value.call.name)) {
            add('intrinsic', value.call.name, definition.inside(site.node, value.call.nameSpan).span);
          }
          for (const { root } of paths) {
            if (root.kind === 'variable') {
              add('variable and $states', `$${root.name}`, definition.inside(site.node, root.span).span);
            }
          }
        },
        jsonata: ({ site, expression }) => {
          for (const { node, boundBy, called } of expression.references.variables) {
            if (called && jsonataFunctionNamed(node.name)) {
              add('JSONata function', `$${node.name}`, definition.inside(site.node, node.span).span);
            } else if (!boundBy && !called && node.name !== '' && node.name !== '$') {
              add('variable and $states', `$${node.name}`, definition.inside(site.node, node.span).span);
            }
          }
          for (const found of site.node.value.matchAll(/\$states\.(input|result|context|errorOutput)\b/g)) {
            const start = found.index + '$states.'.length;
            add('variable and $states', found[1] ?? '', definition.inside(site.node, { start, end: start + (found[1] ?? '').length }).span);
          }
        },
        literal: () => undefined,
        object: () => undefined,
      });
    }
  }
  return tokens;
}

function addArguments(definition: Definition, object: ObjectNode, addNode: (kind: Kind, node: Node | undefined) => void): void {
  const place = argumentsPlaceOf(definition, object);
  for (const property of object.properties) {
    if (place && (place.shape.kind === 'structure' || place.shape.kind === 'union') && memberOf(property, place.shape)) {
      addNode('API parameter', property.key);
    }
    const value = valuePlaceOf(definition, property);
    if (value?.shape.kind === 'enum' && property.value?.kind === 'string' && value.shape.values.includes(property.value.value)) {
      addNode('enumeration', property.value);
    }
  }
}

function visitObjects(node: Node, visit: (object: ObjectNode) => void): void {
  if (node.kind === 'object') {
    visit(node);
    node.properties.forEach(({ value }) => value && visitObjects(value, visit));
  } else if (node.kind === 'array') {
    node.items.forEach((item) => visitObjects(item, visit));
  }
}

/** The text alone, where it stands in quotes. */
function inside({ text }: Definition, { span }: StringNode): Span {
  const isQuoted = /["']/.test(text[span.start] ?? '');
  return isQuoted ? { start: span.start + 1, end: span.end - 1 } : span;
}

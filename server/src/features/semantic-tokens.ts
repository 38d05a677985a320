// Colors that a grammar can't give, because it does not know what a name stands for.
import type { Definition } from '../analysis/definition';
import type { AslDocument } from '../analysis/document';
import { referencesIn, visitEvaluated, type EvaluatedText } from '../analysis/evaluated';
import { usesIn } from '../analysis/symbols';
import type { State } from '../model/machine';
import { visitStateParts, type Part } from '../model/parts';
import { jsonataFunctionNamed } from '../spec/jsonata-functions';
import { items, member, type StringNode } from '../syntax/tree';
import { overlaps, type Span } from '../text/span';

/** The names of the protocol that the numbers in an answer stand for. */
export const tokenTypes = ['function', 'variable', 'parameter', 'class', 'property', 'enumMember'] as const;
export const tokenModifiers = ['declaration', 'defaultLibrary'] as const;

type TokenType = (typeof tokenTypes)[number];
type TokenModifier = (typeof tokenModifiers)[number];

interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifier: TokenModifier | undefined;
}

/** The tokens of a stretch of the text, five numbers each, as the protocol encodes them. */
export function semanticTokens(document: AslDocument, within: Span): number[] {
  const tokens: Token[] = [];
  for (const definition of document.definitions) {
    const add = (span: Span, type: TokenType, modifier?: TokenModifier): void => void tokens.push({ span, type, modifier });
    for (const { startAt } of definition.machines) {
      if (startAt?.target && overlaps(startAt.node, within)) {
        add(inner(definition, startAt), 'function');
      }
    }
    for (const state of definition.states) {
      if (overlaps(state.property, within)) {
        addState(definition, state, add);
      }
    }
  }
  return encode(document, tokens.filter(({ span }) => overlaps(span, within)));
}

type Add = (span: Span, type: TokenType, modifier?: TokenModifier) => void;

function addState(definition: Definition, state: State, add: Add): void {
  const text = (node: StringNode, type: TokenType, modifier?: TokenModifier): void => {
    add(definition.inside(node, { start: 0, end: node.value.length }).span, type, modifier);
  };
  text(state.nameNode, 'function', 'declaration');
  for (const reference of state.references) {
    if (reference.target) {
      add(inner(definition, reference), 'function');
    }
  }
  for (const handler of [...state.retriers, ...state.catchers]) {
    for (const name of items(member(handler, 'ErrorEquals'))) {
      if (name.kind === 'string') {
        text(name, 'class');
      }
    }
  }
  const raised = state.type === 'Fail' ? member(state.node, 'Error') : undefined;
  if (raised?.kind === 'string' && !raised.value.startsWith('{%')) {
    text(raised, 'class');
  }
  visitStateParts(state, (part) => {
    visitEvaluated(part, (evaluated) => {
      addExpression(definition, evaluated, add);
    });
    addAssigned(part, text);
    // No grammar looks into a text of a template.
    if (definition.tree.embedding) {
      addFields(part, text);
    }
  });
}

function inner(definition: Definition, { node, name }: { readonly node: Parameters<Definition['inside']>[0]; readonly name: string }): Span {
  return definition.inside(node, { start: 0, end: name.length }).span;
}

function addExpression(definition: Definition, evaluated: EvaluatedText, add: Add): void {
  if (!evaluated.text.includes('$')) {
    return;
  }
  const place = (within: Span): Span => definition.inside(evaluated.node, within).span;
  for (const { within, isLocal, isBinding } of usesIn(definition, evaluated)) {
    add(place(within), isLocal ? 'parameter' : 'variable', isBinding ? 'declaration' : undefined);
  }
  if (evaluated.form === 'jsonata') {
    for (const { callee, boundBy } of referencesIn(definition, evaluated).calls) {
      if (!boundBy && jsonataFunctionNamed(callee.name)) {
        add(place(callee.span), 'function', 'defaultLibrary');
      }
    }
  }
}

function addAssigned({ node, state }: Part, text: (node: StringNode, type: TokenType, modifier?: TokenModifier) => void): void {
  const assign = state && member(node, 'Assign');
  for (const { key } of assign?.kind === 'object' ? assign.properties : []) {
    text(key, 'variable', 'declaration');
  }
}

function addFields({ node, fields }: Part, text: (node: StringNode, type: TokenType) => void): void {
  for (const [index, { key, value }] of node.properties.entries()) {
    if (fields[index]) {
      text(key, 'property');
      if (key.value === 'Type' && value?.kind === 'string') {
        text(value, 'enumMember');
      }
    }
  }
}

/** Each token by its distance from the one before. Editors take none that goes over a line's end, and no two that overlap. */
function encode(document: AslDocument, tokens: readonly Token[]): number[] {
  const encoded: number[] = [];
  let line = 0;
  let character = 0;
  let end = 0;
  for (const { span, type, modifier } of [...tokens].sort((one, other) => one.span.start - other.span.start)) {
    const range = document.range(span);
    if (span.start >= end && range.start.line === range.end.line && span.end > span.start) {
      const isSameLine = range.start.line === line;
      encoded.push(range.start.line - line, range.start.character - (isSameLine ? character : 0), span.end - span.start, tokenTypes.indexOf(type), modifier ? 1 << tokenModifiers.indexOf(modifier) : 0);
      ({ line, character } = range.start);
      end = span.end;
    }
  }
  return encoded;
}

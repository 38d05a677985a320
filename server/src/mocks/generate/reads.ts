// What a state reads of the data that comes to it, and the values that it compares that with.
import { pathsOf, referencesIn, visitEvaluated } from '../../analysis/evaluated';
import type { Definition } from '../../analysis/definition';
import type { Json } from '../../expressions/value';
import type { State } from '../../model/machine';
import { visitStateParts } from '../../model/parts';
import { operatorNames } from '../../spec/choice';
import { property, type Node } from '../../syntax/tree';
import type { Moment } from './trial';

/** Names, and numbers for the places of lists. */
export type Chain = readonly (string | number)[];

export interface Read {
  readonly chain: Chain;
  /** What it may begin with, at that moment. */
  roots(moment: Moment): readonly Json[];
  /** It is what a Map goes through. */
  readonly isItems: boolean;
}

export interface StateReads {
  readonly reads: readonly Read[];
  /** Values that something is compared with, and the numbers around them. */
  readonly literals: readonly Json[];
}

export function readsOf(definition: Definition, state: State): StateReads {
  const reads: Read[] = [];
  const literals: Json[] = [];
  if (state.type === 'Map' && !['ItemsPath', 'Items', 'ItemReader'].some((field) => property(state.node, field))) {
    reads.push({ chain: [], roots: ({ roots }) => roots.slice(-1), isItems: true });
  }
  visitStateParts(state, (part) => {
    visitEvaluated(part, (text) => {
      const isItems = part.is === 'state' && part.node.properties.some(({ key, value }) => value === text.node && (key.value === 'ItemsPath' || key.value === 'Items'));
      if (text.form === 'jsonata') {
        for (const { node, boundBy, called, fields } of referencesIn(definition, text).variables) {
          const chain = fields.flatMap(({ name, span }) => [name, ...placeIn(text.text.slice(span.end))]);
          if (boundBy === undefined && !called) {
            reads.push(node.name === 'states' ? ofStates(chain, isItems) : { chain, roots: variable(node.name), isItems });
          }
        }
        literals.push(...literalsIn(text.text));
      } else {
        for (const { root, steps } of pathsOf(definition, text)) {
          const chain: (string | number)[] = [];
          for (const step of steps) {
            if (step.kind !== 'member' && step.kind !== 'index') {
              break;
            }
            chain.push(step.kind === 'member' ? step.name : step.index);
          }
          if (root.kind === 'context' && chain[0] === 'Execution' && chain[1] === 'Input') {
            reads.push({ chain: chain.slice(2), roots: ({ runInput }) => [runInput], isItems });
          } else if (root.kind === 'variable') {
            reads.push({ chain, roots: variable(root.name), isItems });
          } else if (root.kind === 'input') {
            reads.push({ chain, roots: ({ roots }) => roots, isItems });
          }
        }
      }
    });
    for (const { key, value } of part.is === 'choiceRule' || part.is === 'choiceTest' ? part.node.properties : []) {
      if (operatorNames.has(key.value) && value && !key.value.endsWith('Path') && !key.value.startsWith('Is')) {
        literals.push(...around(valueOf(value)));
      }
    }
  });
  return { reads, literals: literals.filter((value, index) => literals.indexOf(value) === index) };
}

/** The place in a list that follows a name. */
function placeIn(after: string): number[] {
  const [, index] = /^`?\[(-?\d+)\]/.exec(after) ?? [];
  return index === undefined ? [] : [Number(index)];
}

function ofStates([member, ...chain]: Chain, isItems: boolean): Read {
  const isRunInput = member === 'context' && chain[0] === 'Execution' && chain[1] === 'Input';
  return isRunInput ? { chain: chain.slice(2), roots: ({ runInput }) => [runInput], isItems } : { chain, roots: statesRoot(member), isItems };
}

function statesRoot(member: string | number | undefined): Read['roots'] {
  return ({ result, roots }) => (member === 'result' ? (result === undefined ? [] : [result]) : member === 'input' ? roots.slice(-1) : []);
}

function variable(name: string): Read['roots'] {
  return ({ variables }) => {
    const value = variables.get(name);
    return value === undefined ? [] : [value];
  };
}

function valueOf(node: Node): Json[] {
  return node.kind === 'string' || node.kind === 'number' || node.kind === 'boolean' ? [node.value] : [];
}

/** The texts and numbers that an expression has in it. */
function literalsIn(expression: string): Json[] {
  return [...expression.matchAll(/'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|(?<![\w.$])(\d+(?:\.\d+)?)/g)].flatMap(({ 1: single, 2: double, 3: number }) => around(number === undefined ? [single ?? double ?? ''] : [Number(number)]));
}

/** A rule may ask for more or for less than a number. */
function around(values: readonly Json[]): Json[] {
  return values.flatMap((value): Json[] => (typeof value === 'number' ? [value, value + 1, value - 1] : typeof value === 'boolean' ? [value, !value] : [value]));
}

// Whether an element passes the test of a filter.
import { isList, isObject, isSame, type Json } from '../value';
import { follow, type Roots } from './evaluate';
import type { Comparison, Operand, Test } from './tree';

/** True where the test holds for the element. What can't be compared does not hold. */
export function passes(test: Test, roots: Roots): boolean {
  switch (test.kind) {
    case 'and':
      return passes(test.left, roots) && passes(test.right, roots);
    case 'or':
      return passes(test.left, roots) || passes(test.right, roots);
    case 'not':
      return !passes(test.test, roots);
    case 'exists':
      return test.operand.kind !== 'path' || valueOf(test.operand, roots) !== undefined;
    case 'comparison':
      return compare(test, roots);
  }
}

/** What an operand stands for; `undefined` for a path to nothing. */
export function valueOf(operand: Operand, roots: Roots): Json | undefined {
  switch (operand.kind) {
    case 'path': {
      const found = follow(operand, operand.root.kind === 'element' ? (roots.element ?? null) : roots.input, roots.input);
      return 'value' in found ? found.value : undefined;
    }
    case 'literal':
      return operand.value;
    case 'json':
      return operand.value as Json;
    case 'word':
      return operand.text;
    case 'pattern':
      return operand.source;
  }
}

function compare({ operator, left, right }: Comparison, roots: Roots): boolean {
  const one = valueOf(left, roots);
  const other = valueOf(right, roots);
  switch (operator) {
    case '==':
      return isLooselySame(one, other);
    case '!=':
      return one !== undefined && other !== undefined && !isLooselySame(one, other);
    case '===':
      return one !== undefined && other !== undefined && isSame(one, other);
    case '!==':
      return one !== undefined && other !== undefined && !isSame(one, other);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return isInOrder(one, operator, other);
    case '=~':
      return matches(one, right) || matches(other, left);
    case 'in':
      return one !== undefined && isList(other) && other.some((item) => isLooselySame(item, one));
    case 'nin':
      return one !== undefined && isList(other) && !other.some((item) => isLooselySame(item, one));
    case 'contains':
      return isList(one) ? other !== undefined && one.some((item) => isLooselySame(item, other)) : typeof one === 'string' && typeof other === 'string' && one.includes(other);
    case 'all':
      return isList(one) && isList(other) && other.every((item) => one.some((each) => isLooselySame(each, item)));
    case 'subsetof':
      return isList(one) && isList(other) && one.every((item) => other.some((each) => isLooselySame(each, item)));
    case 'anyof':
      return isList(one) && isList(other) && one.some((item) => other.some((each) => isLooselySame(each, item)));
    case 'noneof':
      return isList(one) && isList(other) && !one.some((item) => other.some((each) => isLooselySame(each, item)));
    case 'size':
      return typeof other === 'number' && (isList(one) || typeof one === 'string') && one.length === other;
    case 'empty':
      return (isList(one) || typeof one === 'string') && (one.length === 0) === (other === true);
    case 'type':
      return false;
  }
}

/** A number and a text that reads as it are the same. */
function isLooselySame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === undefined || other === undefined) {
    return one === other;
  }
  if (typeof one === 'number' && typeof other === 'string') {
    return other.trim() !== '' && Number(other) === one;
  }
  if (typeof one === 'string' && typeof other === 'number') {
    return isLooselySame(other, one);
  }
  return isSame(one, other);
}

function isInOrder(one: Json | undefined, operator: '<' | '<=' | '>' | '>=', other: Json | undefined): boolean {
  const order = typeof one === 'string' && typeof other === 'string' ? (one < other ? -1 : one > other ? 1 : 0) : typeof one === 'number' && typeof other === 'number' ? one - other : NaN;
  return operator === '<' ? order < 0 : operator === '<=' ? order <= 0 : operator === '>' ? order > 0 : order >= 0;
}

/** The whole text has to match, as in Java. */
function matches(value: Json | undefined, pattern: Operand): boolean {
  if (pattern.kind !== 'pattern' || value === undefined || isObject(value) || isList(value)) {
    return false;
  }
  try {
    return new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace(/[^imsu]/g, '')).test(String(value));
  } catch {
    // Java's patterns are not all of JavaScript's.
    return false;
  }
}

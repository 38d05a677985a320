// The functions at the end of a path. Which of them the service takes is not known; these are the library's.
import { isList, isObject, type Json } from '../value';
import type { Found, Roots } from './evaluate';
import { valueOf } from './evaluate-filter';
import type { FunctionStep } from './tree';

const noNumbers = 'Aggregation function attempted to calculate value using empty array';

/** What a function makes of the value before it. */
export function applyFunction(step: FunctionStep, value: Json, roots: Roots): Found {
  const args = step.arguments.map((argument) => valueOf(argument, roots) ?? null);
  switch (step.name) {
    case 'length':
    case 'size':
      return isList(value) ? { value: value.length } : isObject(value) ? { value: Object.keys(value).length } : { missing: `No results for path: ${step.name}()` };
    case 'keys':
      return isObject(value) ? { value: Object.keys(value) } : { missing: 'No results for path: keys()' };
    case 'first':
    case 'last':
    case 'index':
      return item(value, step.name === 'first' ? 0 : step.name === 'last' ? -1 : Number(args[0] ?? 0));
    case 'concat':
      return { value: [...(isList(value) ? value : []), ...args].filter((part) => typeof part === 'string').join('') };
    case 'append':
      return isList(value) ? { value: [...value, ...args] } : { missing: 'No results for path: append()' };
    default:
      return aggregate(step.name, [...(isList(value) ? value : []), ...args.flat()].filter((each) => typeof each === 'number'));
  }
}

function item(value: Json, index: number): Found {
  const found = isList(value) ? value.at(index) : undefined;
  return found === undefined ? { missing: noNumbers } : { value: found };
}

function aggregate(name: string, numbers: readonly number[]): Found {
  if (numbers.length === 0) {
    return { missing: noNumbers };
  }
  const sum = numbers.reduce((total, each) => total + each, 0);
  const mean = sum / numbers.length;
  switch (name) {
    case 'sum':
      return { value: sum };
    case 'avg':
      return { value: mean };
    case 'min':
      return { value: numbers.reduce((least, each) => Math.min(least, each)) };
    case 'max':
      return { value: numbers.reduce((most, each) => Math.max(most, each)) };
    case 'stddev':
      return { value: Math.sqrt(numbers.reduce((total, each) => total + (each - mean) ** 2, 0) / numbers.length) };
    default:
      return { missing: `Function with name: ${name} does not exist.` };
  }
}

// Choice states: the rules, tried in their order, and the operators.
import { instantOf } from '../expressions/instant';
import { isList, isObject, type Json, type JsonObject } from '../expressions/value';
import type { Reference } from '../model/machine';
import { items, member } from '../syntax/tree';
import { assignedBy, assignedByTemplate } from './data-flow';
import type { Exit } from './machine';
import type { Work } from './scheduler';
import { isBoolean, wayFrom, type Visit } from './visit';

/** Goes where the first rule that holds says. */
export function* choose(visit: Visit): Work<Exit> {
  const rules = visit.field('Choices');
  const input = visit.isJsonata ? visit.input : (visit.stages['afterInputPath'] = visit.filtered('InputPath', visit.input));
  for (const [index, rule] of (isList(rules) ? rules : []).entries()) {
    if (isObject(rule) && (yield* holds(visit, rule, `Choices[${index}]`, input))) {
      return yield* leave(visit, rule, wayFrom(visit, items(member(visit.state.node, 'Choices'))[index]), `Choices[${index}]/`, input);
    }
  }
  if (visit.field('Default') === undefined) {
    throw visit.runtime('Failed to transition out of the state. The state does not point to a next state.');
  }
  return yield* leave(visit, visit.fields, visit.state.references.find(({ kind }) => kind === 'Default'), '', input);
}

/** By a rule, or by the state itself where none held: its own `Assign` and `Output` are for that case alone. */
function* leave(visit: Visit, by: JsonObject, way: Reference | undefined, location: string, input: Json): Work<Exit> {
  visit.way = way;
  const next = way?.target;
  if (!next) {
    throw visit.runtime('Failed to transition out of the state. The state does not point to a next state.');
  }
  if (visit.isJsonata) {
    const assigned = yield* assignedBy(visit, by['Assign'], `${location}Assign`, {});
    const { Output: output } = by;
    return { output: output === undefined ? visit.input : yield* visit.evaluated(output, `${location}Output`), assigned, next };
  }
  return { assigned: assignedByTemplate(visit, by['Assign'], input), output: visit.filtered('OutputPath', input), next };
}

function* holds(visit: Visit, rule: JsonObject, location: string, input: Json): Work<boolean> {
  if (visit.isJsonata) {
    return (yield* visit.typed('Condition', 'boolean', isBoolean, `${location}/Condition`, rule['Condition'])) ?? false;
  }
  return test(visit, rule, input);
}

function test(visit: Visit, rule: JsonObject, input: Json): boolean {
  const { And: all, Or: some, Not: not } = rule;
  if (isList(all)) {
    return all.every((each) => isObject(each) && test(visit, each, input));
  }
  if (isList(some)) {
    return some.some((each) => isObject(each) && test(visit, each, input));
  }
  if (isObject(not)) {
    return !test(visit, not, input);
  }
  const variable = rule['Variable'];
  const [name, operand] = Object.entries(rule).find(([key]) => isOperator(key)) ?? [];
  if (typeof variable !== 'string' || name === undefined || operand === undefined) {
    return false;
  }
  if (name === 'IsPresent') {
    return 'value' in visit.find(variable, input) === operand;
  }
  const value = valueAt(visit, variable, input);
  if (!name.endsWith('Path')) {
    return compare(name, value, operand);
  }
  return typeof operand === 'string' && compare(name.slice(0, -'Path'.length), value, valueAt(visit, operand, input));
}

function valueAt(visit: Visit, path: string, input: Json): Json {
  const found = visit.find(path, input);
  if ('value' in found) {
    return found.value;
  }
  throw visit.runtime(`Invalid path '${path}': The choice state's condition path references an invalid value.`);
}

function isOperator(key: string): boolean {
  return /^(?:String|Numeric|Boolean|Timestamp)(?:Equals|LessThan|GreaterThan|Matches)|^Is(?:Null|Present|Numeric|String|Boolean|Timestamp)$/.test(key);
}

/** Values of another kind than the operator is for never match; nothing is converted. */
function compare(name: string, value: Json, operand: Json): boolean {
  switch (name) {
    case 'IsNull':
      return (value === null) === operand;
    case 'IsNumeric':
      return (typeof value === 'number') === operand;
    case 'IsString':
      return (typeof value === 'string') === operand;
    case 'IsBoolean':
      return (typeof value === 'boolean') === operand;
    case 'IsTimestamp':
      return (typeof value === 'string' && instantOf(value) !== undefined) === operand;
    case 'StringMatches':
      return typeof value === 'string' && typeof operand === 'string' && matches(value, operand);
    case 'BooleanEquals':
      return typeof value === 'boolean' && value === operand;
  }
  const order = orderOf(name, value, operand);
  if (order === undefined) {
    return false;
  }
  switch (name.replace(/^(?:String|Numeric|Timestamp)/, '')) {
    case 'Equals':
      return order === 0;
    case 'LessThan':
      return order < 0;
    case 'LessThanEquals':
      return order <= 0;
    case 'GreaterThan':
      return order > 0;
    default:
      return order >= 0;
  }
}

/** Below 0 where the value comes first; `undefined` where the two can't be compared. */
function orderOf(name: string, value: Json, operand: Json): number | undefined {
  if (name.startsWith('Numeric')) {
    return typeof value === 'number' && typeof operand === 'number' ? value - operand : undefined;
  }
  if (typeof value !== 'string' || typeof operand !== 'string') {
    return undefined;
  }
  if (name.startsWith('String')) {
    return value < operand ? -1 : value > operand ? 1 : 0;
  }
  const one = instantOf(value);
  const other = instantOf(operand);
  return one === undefined || other === undefined ? undefined : one - other;
}

/** `*` stands for any text; a backslash makes it, and itself, a plain character. */
function matches(value: string, pattern: string): boolean {
  const parts: string[] = [''];
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] ?? '';
    if (char === '*') {
      parts.push('');
    } else {
      const isEscaped = char === '\\' && (pattern[at + 1] === '*' || pattern[at + 1] === '\\');
      parts.push((parts.pop() ?? '') + (isEscaped ? (pattern[++at] ?? '') : char));
    }
  }
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) {
    return value === first;
  }
  if (!value.startsWith(first) || !value.endsWith(last) || value.length < first.length + last.length) {
    return false;
  }
  // Each part in between where it first fits: whatever follows has the most room then.
  let at = first.length;
  const end = value.length - last.length;
  return rest.every((part) => {
    const found = value.indexOf(part, at);
    at = found + part.length;
    return found >= 0 && at <= end;
  });
}

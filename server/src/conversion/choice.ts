// Choice rules as conditions. A comparison holds for the one type only, and never fails because of another: hence the tests of types.
import { comparisonOf, type Comparison } from '../model/choice';
import { items, member, property, type Node, type ObjectNode } from '../syntax/tree';
import { parsePath } from '../expressions/jsonpath/parse';
import { isReferencePath } from '../expressions/jsonpath/reference';
import { inside, operand, operation, escapePattern, type Jsonata, quoted } from './jsonata';
import { certain, convertPath, convertPathText, holders, wayOf, type Way } from './path';
import type { Scope } from './scope';

/** The fields of a rule, or of a test inside one, that a condition takes the place of. */
export function testFields(rule: ObjectNode): ObjectNode['properties'] {
  return rule.properties.filter(({ key }) => !otherFields.has(key.value));
}

const otherFields: ReadonlySet<string> = new Set(['Next', 'Assign', 'Comment']);

/** What has to hold for a rule. It is true or false, whatever the data. */
export function condition(rule: Node | undefined, scope: Scope): Jsonata {
  const comparison = comparisonOf(rule);
  if (comparison) {
    return compare(comparison, scope);
  }
  const negated = member(rule, 'Not');
  if (negated) {
    return operand(`$not(${condition(negated, scope).text})`, 'boolean');
  }
  for (const [name, operator] of [['And', 'and'], ['Or', 'or']] as const) {
    const tests = property(rule, name)?.value;
    if (tests) {
      const parts = items(tests).map((test) => condition(test, scope));
      return parts.length === 1 && parts[0] ? parts[0] : operation(parts.map((part) => inside(part)).join(` ${operator} `), 'boolean');
    }
  }
  return scope.refusals.add('A choice rule is not whole, or can\'t be read.');
}

function compare({ path, name, operand: compared }: Comparison, scope: Scope): Jsonata {
  const { path: parsed, problems } = parsePath(path);
  if (problems.length > 0 || !isReferencePath(parsed)) {
    return scope.refusals.add(`"${path}" in a choice rule does not lead to one place.`);
  }
  const value = convertPath(parsed, path, scope);
  if (name.startsWith('Is')) {
    return compared.kind === 'boolean' ? testType(name, value, wayOf(parsed, path, scope), compared.value, scope) : scope.refusals.add(`${name} is neither true nor false here.`);
  }
  const isPath = name.endsWith('Path');
  if (compared.kind === 'unknown' || (isPath && compared.kind !== 'string')) {
    return scope.refusals.add(`What ${name} compares with is not known before the deployment.`);
  }
  if (name === 'StringMatches') {
    return compared.kind === 'string' ? operation(`$type(${value.text}) = 'string' and $contains(${value.text}, ${wildcardPattern(compared.value)})`, 'boolean') : scope.refusals.add('StringMatches has no text here.');
  }
  const [, family, comparing] = /^(String|Numeric|Boolean|Timestamp)(Equals|(?:Less|Greater)Than(?:Equals)?)/.exec(name) ?? [];
  const symbol = symbols[comparing ?? ''];
  if (!family || !symbol) {
    return scope.refusals.add(`${name} is no comparison that is known.`);
  }
  const other = isPath && compared.kind === 'string' ? convertPathText(compared.value, scope) : undefined;
  if (!other && (compared.kind === 'number' ? family !== 'Numeric' : compared.kind === 'boolean' ? family !== 'Boolean' : compared.kind !== 'string' || (family !== 'String' && family !== 'Timestamp'))) {
    return scope.refusals.add(`${name} compares with a value of another type, and never holds.`);
  }
  const literal = compared.kind === 'string' ? quoted(compared.value) : compared.kind === 'number' || compared.kind === 'boolean' ? String(compared.value) : 'null';
  if (family === 'Timestamp') {
    const [one, two] = [value.text, other?.text ?? literal];
    const tests = [...isTimestamp(one), ...(other ? isTimestamp(two) : [])];
    return operation([...tests, `$toMillis(${one}) ${symbol} $toMillis(${two})`].join(' and '), 'boolean');
  }
  const type = quoted(family === 'Numeric' ? 'number' : family.toLowerCase());
  const equality = `${value.text} ${symbol} ${other?.text ?? literal}`;
  if (symbol === '=' && !other) {
    return operation(equality, 'boolean');
  }
  return operation([`$type(${value.text}) = ${type}`, ...(other && symbol !== '=' ? [`$type(${other.text}) = ${type}`] : []), equality].join(' and '), 'boolean');
}

const symbols: Partial<Record<string, string>> = { Equals: '=', LessThan: '<', GreaterThan: '>', LessThanEquals: '<=', GreaterThanEquals: '>=' };

const types: Partial<Record<string, string>> = { IsString: 'string', IsNumeric: 'number', IsBoolean: 'boolean', IsNull: 'null' };

function testType(name: string, value: Jsonata, way: Way, expected: boolean, scope: Scope): Jsonata {
  if (name === 'IsPresent') {
    return isPresent(way, expected);
  }
  const type = types[name];
  return type === undefined ? scope.refusals.add(`${name} asks the calendar, and JSONata has no test for that.`) : operation(`$type(${value.text}) ${expected ? '=' : '!='} ${quoted(type)}`, 'boolean');
}

function isPresent(way: Way, expected: boolean): Jsonata {
  const tests = holders(way, certain);
  const all = [...tests, `$exists(${way.base}${way.steps.join('')})`].join(' and ');
  return expected ? (tests.length === 0 ? operand(all, 'boolean') : operation(all, 'boolean')) : operand(`$not(${all})`, 'boolean');
}

function isTimestamp(value: string): string[] {
  return [`$type(${value}) = 'string'`, `$contains(${value}, ${timestamp})`];
}

const timestamp = String.raw`/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/`;

/** `*` stands for any text; a backslash takes the meaning from a star or another backslash. */
function wildcardPattern(wildcards: string): string {
  const body = [...wildcards.matchAll(/\\[\\*]|\*+|[^]/g)].map(([part]) => (part.startsWith('*') ? String.raw`[\s\S]*` : escapePattern(part.length === 2 ? part.slice(1) : part))).join('');
  const any = String.raw`[\s\S]*`;
  const opened = body.startsWith(any) && body !== any ? body.slice(any.length) : `^${body}`;
  return `/${opened.endsWith(any) ? opened.slice(0, -any.length) : `${opened}$`}/`;
}

// A choice rule in words that can stand on an arrow: `$.score > 0.9`, `$.status is "DONE"`.
import { comparisonOf, type Comparison } from '../../model/choice';
import { items, member, type Node, type ObjectNode } from '../../syntax/tree';
import { shortened } from './shorten';

/** The page, and whoever else has less room, cuts it again. */
const longest = 240;

/** @param rule of `Choices`, or a test inside one */
export function ruleInWords(rule: ObjectNode): string {
  return shortened(testInWords(rule), longest);
}

function testInWords(test: Node | undefined): string {
  if (test?.kind !== 'object') {
    return '…';
  }
  const condition = member(test, 'Condition');
  if (condition) {
    return conditionInWords(condition);
  }
  const comparison = comparisonOf(test);
  if (comparison) {
    return comparisonInWords(comparison);
  }
  const [and, or, not] = [member(test, 'And'), member(test, 'Or'), member(test, 'Not')];
  const values = or && valuesOf(items(or).map(comparisonOf));
  if (values !== undefined) {
    return values;
  }
  if (and ?? or) {
    return items(and ?? or).map((each) => inBraces(each)).join(and ? ' and ' : ' or ');
  }
  return not ? `not ${inBraces(not)}` : '…';
}

/** `$.status is "FAILED" or "ABORTED"`, where one path is compared with one value after the other. */
function valuesOf(comparisons: readonly (Comparison | undefined)[]): string | undefined {
  const [first, ...others] = comparisons;
  if (!first?.name.endsWith('Equals') || signOf(first) !== 'is' || others.length === 0 || others.some((other) => other?.path !== first.path || other.name !== first.name)) {
    return undefined;
  }
  return [comparisonInWords(first), ...others.map((other) => other && operandInWords(other.operand, true))].join(' or ');
}

/** Only what is itself put together needs braces. */
function inBraces(test: Node): string {
  const isCompound = ['And', 'Or'].some((name) => member(test, name));
  return isCompound ? `(${testInWords(test)})` : testInWords(test);
}

function conditionInWords(condition: Node): string {
  switch (condition.kind) {
    case 'string':
      return condition.value.replace(/^\s*\{%\s*|\s*%\}\s*$/g, '').replace(/\s+/g, ' ').replaceAll('$states.input.', '').trim();
    case 'boolean':
      return condition.value ? 'always' : 'never';
    default:
      return '…';
  }
}

const signs: readonly [ending: string, sign: string][] = [
  ['LessThanEquals', '≤'],
  ['GreaterThanEquals', '≥'],
  ['LessThan', '<'],
  ['GreaterThan', '>'],
  ['Equals', 'is'],
  ['Matches', 'matches'],
];

const kinds: Readonly<Record<string, string>> = {
  IsNull: 'null',
  IsNumeric: 'a number',
  IsString: 'text',
  IsBoolean: 'a boolean',
  IsTimestamp: 'a timestamp',
};

function comparisonInWords({ path, name, operand }: Comparison): string {
  const isMeant = operand.kind !== 'boolean' || operand.value;
  if (name === 'IsPresent') {
    return `${path} is ${isMeant ? 'there' : 'not there'}`;
  }
  const kind = kinds[name];
  if (kind !== undefined) {
    return `${path} is ${isMeant ? '' : 'not '}${kind}`;
  }
  return `${path} ${signOf({ name })} ${operandInWords(operand, !name.endsWith('Path'))}`;
}

function signOf({ name }: Pick<Comparison, 'name'>): string {
  const operator = name.replace(/Path$/, '');
  const [, sign = 'is'] = signs.find(([ending]) => operator.endsWith(ending)) ?? [];
  return operator.startsWith('Numeric') && sign === 'is' ? '=' : sign;
}

function operandInWords(operand: Node, isLiteral: boolean): string {
  switch (operand.kind) {
    case 'string':
      return isLiteral ? `"${operand.value}"` : operand.value;
    case 'number':
    case 'boolean':
      return String(operand.value);
    case 'unknown':
      return operand.text;
    default:
      return '…';
  }
}

// Choice rules. Source: Amazon States Language specification, "Choice State"; Step Functions Developer Guide, "Choice workflow state".
import { assignField, comment, next, outputField, table, type FieldSpec, type ValueKind } from './field';

interface Family {
  readonly name: string;
  readonly kind: ValueKind;
  readonly title: string;
}

const families: readonly Family[] = [
  { name: 'String', kind: 'text', title: 'text' },
  { name: 'Numeric', kind: 'number', title: 'a number' },
  { name: 'Timestamp', kind: 'text', title: 'a timestamp' },
];

const comparisons: readonly [name: string, holds: string][] = [
  ['Equals', 'equal to'],
  ['LessThan', 'less than'],
  ['GreaterThan', 'greater than'],
  ['LessThanEquals', 'less than or equal to'],
  ['GreaterThanEquals', 'greater than or equal to'],
];

function operator(name: string, kind: ValueKind, docs: string): FieldSpec {
  return { name, kind, language: 'JSONPath', docs, ...(name.startsWith('Timestamp') && { format: 'timestamp' }) };
}

function pathOperator(name: string, docs: string): FieldSpec {
  return { name: `${name}Path`, kind: 'text', language: 'JSONPath', path: 'reference', docs };
}

function operatorsOf({ name, kind, title }: Family): FieldSpec[] {
  return comparisons.flatMap(([comparison, holds]) => [
    operator(name + comparison, kind, `Holds where the variable is ${title} and ${holds} this.`),
    pathOperator(name + comparison, `Holds where the variable is ${title} and ${holds} what stands at this path.`),
  ]);
}

function typeTest(name: string, docs: string): FieldSpec {
  return operator(name, 'boolean', `${docs} \`false\` asks for the opposite.`);
}

/** The 39 comparison operators, each as the field that it is. */
export const operators: readonly FieldSpec[] = [
  ...families.flatMap(operatorsOf),
  operator('StringMatches', 'text', 'Holds where the variable is text and matches; `*` stands for any text, and is the only wildcard.'),
  operator('BooleanEquals', 'boolean', 'Holds where the variable is this boolean.'),
  pathOperator('BooleanEquals', 'Holds where the variable is the same boolean as what stands at this path.'),
  typeTest('IsNull', 'Holds where the variable is null.'),
  typeTest('IsPresent', 'Holds where there is something at the path, null included.'),
  typeTest('IsNumeric', 'Holds where the variable is a number.'),
  typeTest('IsString', 'Holds where the variable is text.'),
  typeTest('IsBoolean', 'Holds where the variable is a boolean.'),
  typeTest('IsTimestamp', 'Holds where the variable is text that is a timestamp.'),
];

export const operatorNames: ReadonlySet<string> = new Set(operators.map(({ name }) => name));

/** What a rule may test by: exactly one of these. */
export const ruleKinds = ['And', 'Or', 'Not', 'Variable', 'Condition'] as const;

/** True for a name that is no operator but was surely meant as one. */
export function looksLikeOperator(name: string): boolean {
  return !operatorNames.has(name) && /^(?:string|numeric|number|boolean|timestamp)[a-z]|^is[a-z]{3}|(?:equals?|than|matches|contains)(?:path)?$/i.test(name);
}

const tests: readonly FieldSpec[] = [
  { name: 'Variable', kind: 'text', language: 'JSONPath', path: 'reference', docs: 'The path to what is compared. If nothing stands there, every operator but `IsPresent` fails the run.' },
  ...operators,
  { name: 'And', kind: 'list', language: 'JSONPath', of: 'choiceTest', filled: true, docs: 'Holds where all of these hold.' },
  { name: 'Or', kind: 'list', language: 'JSONPath', of: 'choiceTest', filled: true, docs: 'Holds where one of these holds.' },
  { name: 'Not', kind: 'object', language: 'JSONPath', of: 'choiceTest', docs: 'Holds where this does not.' },
  { name: 'Condition', kind: 'boolean', language: 'JSONata', jsonata: 'input', docs: 'A `{% %}` expression that gives true or false.' },
];

/** A rule of `Choices`. */
export const choiceRule = table({
  title: 'a choice rule',
  fields: [...tests, { ...next, required: true, docs: 'The state to go to when this rule is the first that holds.' }, assignField('input'), outputField('input'), comment],
});

/** A rule inside `And`, `Or` or `Not`. */
export const choiceTest = table({ title: 'a test inside a choice rule', fields: [...tests, comment] });

// What the grammar's tables are made of.
import type { QueryLanguage } from './query-languages';

/** What a field's value looks like in JSON. `collection` is a list or an object, `payload` anything at all. */
export type ValueKind = 'text' | 'integer' | 'number' | 'boolean' | 'object' | 'list' | 'collection' | 'payload';

/**
 * What Step Functions makes of a field's value in a JSONPath state.
 *
 * - `path`: a JSONPath that may yield several values
 * - `reference`: a JSONPath that points at one place
 * - `result-path`: a reference path into the state's input alone, without context object and variables
 * - `text-path`: a reference path, or an intrinsic function that gives text
 * - `template`: a payload in which keys that end in `.$` take their value from a path or an intrinsic function
 */
export type PathUse = 'path' | 'reference' | 'result-path' | 'text-path' | 'template';

/** What `$states` holds beside `input` and `context` where a JSONata expression stands. */
export type StatesUse = 'input' | 'result' | 'errorOutput';

/** The kinds of object that have a table of their own. */
export type ObjectName =
  | 'machine'
  | 'branch'
  | 'processor'
  | 'processorConfig'
  | 'retrier'
  | 'catcher'
  | 'choiceRule'
  | 'choiceTest'
  | 'credentials'
  | 'itemReader'
  | 'readerConfig'
  | 'itemBatcher'
  | 'resultWriter'
  | 'writerConfig';

export interface FieldSpec {
  readonly name: string;
  readonly kind: ValueKind;
  /** One or two sentences for completion and hover. */
  readonly docs: string;
  /** The only query language that has this field; both have it where this is left out. */
  readonly language?: QueryLanguage;
  /** With `beside`, it is required there, and nowhere else. */
  readonly required?: true;
  /** The field belongs to some values of another field of the same object, and is refused beside any other. */
  readonly beside?: Beside;
  /** The table for the value, or for each item of the list. */
  readonly of?: ObjectName;
  /** The list may not be empty, nor the object. */
  readonly filled?: true;
  /** How a JSONPath state reads the value; literal where this is left out. */
  readonly path?: PathUse;
  /** In a JSONata state, `{% %}` expressions stand in the value, or in place of it, and see this of `$states`. Literal where this is left out. */
  readonly jsonata?: StatesUse;
  readonly nullable?: true;
  /** What each item of a list looks like, where items have no table. */
  readonly items?: 'text';
  /** What holds where the field is left out, where saying so too is of no use to anybody. */
  readonly byDefault?: string;
  readonly values?: readonly string[];
  /** How a text is written. */
  readonly format?: 'timestamp';
  /** Bounds of a number, both allowed themselves. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** Names another state of the same scope. */
  readonly target?: true;
  /** The field that has taken its place. */
  readonly replacedBy?: string;
}

/** Another field, and those of its values that a field goes with. */
export interface Beside {
  readonly field: string;
  readonly is: readonly string[];
  /** What the other field means where it is left out. */
  readonly otherwise?: string;
}

/** A field in a table. */
export interface TableField extends FieldSpec {
  /** One bit of a number, for a field on whose presence a rule about the whole object depends; zero for the others. */
  readonly bit: number;
}

/** What may stand in one kind of object. */
export interface ObjectSpec {
  /** How a message calls such an object, with its article. */
  readonly title: string;
  readonly fields: readonly TableField[];
  /** Fields of which at most one may be there. */
  readonly exclusive: readonly (readonly string[])[];
  /** Fields of which at least one has to be there, whatever the language, and one alone where they exclude each other too. */
  readonly oneOf: readonly (readonly string[])[];
  readonly byName: ReadonlyMap<string, TableField>;
  /** Those of the fields that are. */
  readonly required: readonly FieldSpec[];
  /** The same constraints on the bits of the fields that are there: most objects keep them all, and that is then seen at a glance. */
  readonly bits: ConstraintBits;
}

export interface ConstraintBits {
  readonly required: number;
  readonly exclusive: readonly number[];
  readonly oneOf: readonly number[];
  /** Fields that go with some values of another one only. */
  readonly beside: number;
  /** Fields that have a successor. */
  readonly replaced: number;
}

/** A table of the grammar. */
export function table({ title, fields: listed, exclusive = [], oneOf = [] }: Pick<ObjectSpec, 'title'> & { fields: readonly FieldSpec[] } & Partial<Pick<ObjectSpec, 'exclusive' | 'oneOf'>>): ObjectSpec {
  const constrained = new Set([...exclusive, ...oneOf].flat());
  let used = 0;
  const fields = listed.map((field) => inTable(field, constrained.has(field.name) || field.required || field.beside || field.replacedBy ? 1 << used++ : 0));
  if (used > 31) {
    throw new RangeError(`${title}: a number has bits for 31 fields.`);
  }
  const byName = new Map(fields.map((field) => [field.name, field]));
  const bitsOf = (some: readonly FieldSpec[]): number => some.reduce((bits, { name }) => bits | (byName.get(name)?.bit ?? 0), 0);
  const bitsOfNames = (names: readonly string[]): number => bitsOf(fields.filter(({ name }) => names.includes(name)));
  const required = fields.filter((field) => field.required);
  return {
    title,
    fields,
    exclusive,
    oneOf,
    byName,
    required,
    bits: {
      required: bitsOf(required),
      exclusive: exclusive.map(bitsOfNames),
      oneOf: oneOf.map(bitsOfNames),
      beside: bitsOf(fields.filter(({ beside }) => beside)),
      replaced: bitsOf(fields.filter(({ replacedBy }) => replacedBy)),
    },
  };
}

/** All fields get the same members in the same order: reading them is then several times as fast. */
function inTable(field: FieldSpec, bit: number): TableField {
  const { name, kind, docs, language, required, beside, of, filled, path, jsonata, nullable, items, byDefault, values, format, minimum, maximum, target, replacedBy } = field;
  return { name, kind, docs, language, required, beside, of, filled, path, jsonata, nullable, items, byDefault, values, format, minimum, maximum, target, replacedBy, bit } as TableField;
}

/** The longest time that the service takes, in seconds. Source: API reference, CreateStateMachine; refusals `Maximum value is 99999999`. */
export const longestSeconds = 99_999_999;

export const comment: FieldSpec = { name: 'Comment', kind: 'text', docs: 'A note for people. It has no effect.' };

export const next: FieldSpec = { name: 'Next', kind: 'text', target: true, docs: 'The state that follows this one. It has to be in the same scope.' };

/** A field of JSONPath states that holds a reference path. */
export function pathField(name: string, docs: string, more: Partial<FieldSpec> = {}): FieldSpec {
  return { name, kind: 'text', language: 'JSONPath', path: 'reference', docs, ...more };
}

export const resultPath = pathField('ResultPath', 'Where in the input the result is put: a reference path, or `null` to drop the result and hand the input on.', {
  nullable: true,
  path: 'result-path',
  byDefault: '$',
});

/** `Assign` where `$states` holds more than the input. */
export function assignField(jsonata: StatesUse): FieldSpec {
  return { name: 'Assign', kind: 'object', path: 'template', jsonata, docs: 'Variables to set when the state ends: every later state of the scope can read them.' };
}

/** `Output` where `$states` holds more than the input. */
export function outputField(jsonata: StatesUse): FieldSpec {
  return { name: 'Output', kind: 'payload', language: 'JSONata', jsonata, docs: 'What the state hands on, in place of its result. `{% %}` holds a JSONata expression.' };
}

/** A time in whole seconds, or an expression that gives it. */
export function secondsField(name: string, docs: string, more: Partial<FieldSpec> = {}): FieldSpec {
  return { name, kind: 'integer', jsonata: 'input', minimum: 1, maximum: longestSeconds, docs, ...more };
}

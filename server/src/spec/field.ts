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

/** What may stand in one kind of object. */
export interface ObjectSpec {
  /** How a message calls such an object, with its article. */
  readonly title: string;
  readonly fields: readonly FieldSpec[];
  /** Fields of which at most one may be there. */
  readonly exclusive?: readonly (readonly string[])[];
  /** Fields of which at least one has to be there, whatever the language, and one alone where they exclude each other too. */
  readonly oneOf?: readonly (readonly string[])[];
  readonly byName: ReadonlyMap<string, FieldSpec>;
  /** Those of the fields that are. */
  readonly required: readonly FieldSpec[];
}

/** A table of the grammar. */
export function table(spec: Omit<ObjectSpec, 'byName' | 'required'>): ObjectSpec {
  return { ...spec, byName: new Map(spec.fields.map((field) => [field.name, field])), required: spec.fields.filter(({ required }) => required) };
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

// The intrinsic functions of JSONPath states.
// Sources: Amazon States Language specification, "Intrinsic Functions"; Step Functions Developer Guide, "Intrinsic functions for JSONPath states";
// and what recorded runs show where the two leave something open.

/** What an argument has to be, as far as its text can show. */
export type IntrinsicType = 'text' | 'number' | 'integer' | 'boolean' | 'list' | 'object' | 'any';

export interface IntrinsicParameter {
  readonly name: string;
  readonly type: IntrinsicType;
  /** One sentence for signature help. */
  readonly docs: string;
  readonly optional?: true;
  /** Any number of arguments, none included; the last parameter only. */
  readonly variadic?: true;
  /** All that a literal may say. */
  readonly values?: readonly (string | boolean)[];
  readonly minimum?: number;
}

export interface IntrinsicSpec {
  readonly name: string;
  readonly parameters: readonly IntrinsicParameter[];
  readonly returns: IntrinsicType;
  /** One or two sentences for completion and hover. */
  readonly docs: string;
  /** What the service bounds, and what surprises; for hover. */
  readonly limits?: string;
  readonly example: string;
  /** How the same is said in JSONata, for a conversion and for the wrong language. */
  readonly jsonata: string;
}

/** How deep calls may be nested. */
export const deepestIntrinsic = 10;

export const hashAlgorithms = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'] as const;

const list = (docs: string): IntrinsicParameter => ({ name: 'list', type: 'list', docs });
const encoded = 'At most 10,000 characters.';

export const intrinsics = [
  {
    name: 'States.Format',
    parameters: [
      { name: 'template', type: 'text', docs: 'A text with `{}` where a value goes; `\\{` and `\\}` are braces themselves.' },
      { name: 'value', type: 'any', variadic: true, docs: 'One value for each `{}`, in order.' },
    ],
    returns: 'text',
    docs: 'Puts values into a text, one for each `{}`.',
    limits: 'There have to be as many values as `{}`. `null` becomes the text `null`. An object comes out as `{a=1, b=[]}`, which is not JSON; wrap it in `States.JsonToString`.',
    example: "States.Format('s3://{}/{}', $.bucket, $.key)",
    jsonata: '&',
  },
  {
    name: 'States.StringToJson',
    parameters: [{ name: 'text', type: 'text', docs: 'A JSON text.' }],
    returns: 'any',
    docs: 'Reads JSON text and gives the value that it stands for.',
    limits: 'An empty or blank text gives `null`.',
    example: 'States.StringToJson($.body)',
    jsonata: '$parse',
  },
  {
    name: 'States.JsonToString',
    parameters: [{ name: 'value', type: 'any', docs: 'Any value; a path or a variable as a rule.' }],
    returns: 'text',
    docs: 'Writes a value as JSON text.',
    example: 'States.JsonToString($.metrics)',
    jsonata: '$string',
  },
  {
    name: 'States.Array',
    parameters: [{ name: 'value', type: 'any', variadic: true, docs: 'The items, in order.' }],
    returns: 'list',
    docs: 'Makes a list of its arguments; of none, an empty list.',
    example: 'States.Array($.train, $.validation)',
    jsonata: '[…]',
  },
  {
    name: 'States.ArrayPartition',
    parameters: [list('The list to split.'), { name: 'size', type: 'integer', minimum: 1, docs: 'How many items a part has. The last one may have fewer.' }],
    returns: 'list',
    docs: 'Splits a list into lists of that size.',
    limits: 'The size is a whole number from 1.',
    example: 'States.ArrayPartition($.keys, 100)',
    jsonata: '$partition',
  },
  {
    name: 'States.ArrayContains',
    parameters: [list('The list to look through.'), { name: 'value', type: 'any', docs: 'The value to look for.' }],
    returns: 'boolean',
    docs: 'Tells whether a value is in a list. Lists and objects are compared by what they hold, and a number never equals a text.',
    example: "States.ArrayContains($.instances, 'ml.m5.large')",
    jsonata: 'in',
  },
  {
    name: 'States.ArrayRange',
    parameters: [
      { name: 'first', type: 'integer', docs: 'The first number.' },
      { name: 'last', type: 'integer', docs: 'Where to stop; itself included if the steps meet it.' },
      { name: 'step', type: 'integer', docs: 'The difference between neighbors. Not 0.' },
    ],
    returns: 'list',
    docs: 'Makes a list of numbers from the first to the last.',
    limits: 'At most 1,000 numbers, and the step must not be 0.',
    example: 'States.ArrayRange(1, 9, 2)',
    jsonata: '$range',
  },
  {
    name: 'States.ArrayGetItem',
    parameters: [list('The list to take from.'), { name: 'index', type: 'integer', minimum: 0, docs: 'Which item, counted from 0.' }],
    returns: 'any',
    docs: 'Gives one item of a list.',
    limits: 'An index outside the list fails the run.',
    example: 'States.ArrayGetItem($.versions, 0)',
    jsonata: 'list[index]',
  },
  {
    name: 'States.ArrayLength',
    parameters: [list('The list to count.')],
    returns: 'integer',
    docs: 'Counts the items of a list.',
    example: 'States.ArrayLength($.failed)',
    jsonata: '$count',
  },
  {
    name: 'States.ArrayUnique',
    parameters: [list('The list to go through.')],
    returns: 'list',
    docs: 'Drops the items that are there already.',
    limits: 'The order of what is left is not promised.',
    example: 'States.ArrayUnique($.labels)',
    jsonata: '$distinct',
  },
  {
    name: 'States.Base64Encode',
    parameters: [{ name: 'text', type: 'text', docs: 'The text to encode.' }],
    returns: 'text',
    docs: 'Encodes a text in MIME Base64.',
    limits: encoded,
    example: 'States.Base64Encode($$.Task.Token)',
    jsonata: '$base64encode',
  },
  {
    name: 'States.Base64Decode',
    parameters: [{ name: 'text', type: 'text', docs: 'The Base64 text to decode.' }],
    returns: 'text',
    docs: 'Decodes a MIME Base64 text.',
    limits: encoded,
    example: 'States.Base64Decode($.payload)',
    jsonata: '$base64decode',
  },
  {
    name: 'States.Hash',
    parameters: [
      { name: 'value', type: 'any', docs: 'What to hash; JSON is hashed as text.' },
      { name: 'algorithm', type: 'text', values: hashAlgorithms, docs: 'MD5, SHA-1, SHA-256, SHA-384 or SHA-512.' },
    ],
    returns: 'text',
    docs: 'Gives the hash of a value, as hexadecimal digits.',
    limits: encoded,
    example: "States.Hash($.dataset, 'SHA-256')",
    jsonata: '$hash',
  },
  {
    name: 'States.JsonMerge',
    parameters: [
      { name: 'first', type: 'object', docs: 'An object.' },
      { name: 'second', type: 'object', docs: 'An object; its members win over those of the first.' },
      { name: 'deep', type: 'boolean', values: [false], docs: '`false`: the service merges the outer level only.' },
    ],
    returns: 'object',
    docs: 'Merges two objects; where both have a member, the second one\'s counts.',
    limits: 'Only the outer level is merged, so the third argument has to be `false`.',
    example: 'States.JsonMerge($.defaults, $.overrides, false)',
    jsonata: '$merge',
  },
  {
    name: 'States.MathRandom',
    parameters: [
      { name: 'start', type: 'integer', docs: 'The least number it can give.' },
      { name: 'end', type: 'integer', docs: 'Above the greatest number it can give.' },
      { name: 'seed', type: 'integer', optional: true, docs: 'The same seed gives the same number.' },
    ],
    returns: 'integer',
    docs: 'Gives a random whole number, from the first and below the second.',
    example: 'States.MathRandom(1, 100)',
    jsonata: '$random',
  },
  {
    name: 'States.MathAdd',
    parameters: [
      { name: 'first', type: 'number', docs: 'A number.' },
      { name: 'second', type: 'number', docs: 'What to add; a negative number subtracts.' },
    ],
    returns: 'integer',
    docs: 'Adds two numbers.',
    limits: 'Whole numbers of 32 bits. A fraction is rounded before it is added.',
    example: 'States.MathAdd($.attempt, 1)',
    jsonata: '+',
  },
  {
    name: 'States.StringSplit',
    parameters: [
      { name: 'text', type: 'text', docs: 'The text to split.' },
      { name: 'separators', type: 'text', docs: 'Each character of it separates.' },
    ],
    returns: 'list',
    docs: 'Splits a text at every character that is a separator.',
    limits: 'Several characters are several separators, not one. Empty pieces are dropped.',
    example: "States.StringSplit($.key, '/')",
    jsonata: '$split',
  },
  {
    name: 'States.UUID',
    parameters: [],
    returns: 'text',
    docs: 'Gives a new random identifier (UUID, version 4).',
    example: 'States.UUID()',
    jsonata: '$uuid',
  },
] as const satisfies readonly IntrinsicSpec[];

const byName: ReadonlyMap<string, IntrinsicSpec> = new Map(intrinsics.map((spec) => [spec.name, spec]));

/** The function of that name, letter by letter. */
export function intrinsicNamed(name: string): IntrinsicSpec | undefined {
  return byName.get(name);
}

/** How many arguments a function takes; without bound where the last parameter is variadic. */
export function arityOf({ parameters }: { readonly parameters: readonly Pick<IntrinsicParameter, 'optional' | 'variadic'>[] }): { readonly least: number; readonly most: number } {
  return {
    least: parameters.filter(({ optional, variadic }) => !optional && !variadic).length,
    most: parameters.some(({ variadic }) => variadic) ? Infinity : parameters.length,
  };
}

/** `States.ArrayRange(first, last, step)` */
export function intrinsicSignature({ name, parameters }: IntrinsicSpec): string {
  return `${name}(${parameters.map((each) => `${each.variadic ? '…' : ''}${each.name}${each.optional ? '?' : ''}`).join(', ')})`;
}

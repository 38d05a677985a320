// The functions that a JSONata expression of a state machine can call.
// Sources: the JSONata documentation, version 2, with the signatures of the package 2.0.6; the Step Functions Developer Guide for what it adds and leaves out.

export type JsonataType = 'text' | 'number' | 'boolean' | 'list' | 'object' | 'function' | 'any';

export interface JsonataParameter {
  readonly name: string;
  /** All that a literal may be; a list takes any single value too, as a list of one. */
  readonly types: readonly JsonataType[];
  readonly optional?: true;
  /** Taken from the context where it is left out, inside a predicate or a later step of a path. */
  readonly context?: true;
  readonly variadic?: true;
}

export type JsonataGroup = 'text' | 'number' | 'aggregate' | 'boolean' | 'list' | 'object' | 'time' | 'higher order' | 'Step Functions';

export interface JsonataFunctionSpec {
  /** Without its `$`. */
  readonly name: string;
  readonly group: JsonataGroup;
  readonly parameters: readonly JsonataParameter[];
  readonly returns: JsonataType;
  /** One or two sentences for completion and hover. */
  readonly docs: string;
  /** Step Functions adds it, or has it in another form. */
  readonly added?: true;
  /** What to use in place of a function that Step Functions doesn't have. */
  readonly refused?: string;
}

const types: Readonly<Record<string, JsonataType>> = { s: 'text', n: 'number', b: 'boolean', a: 'list', o: 'object', f: 'function', x: 'any' };

/**
 * One parameter a word: `str:s`, its name and the letters of its types. Behind them `-` the context stands in, `?` it may be left out, `+` it may be repeated.
 */
function parameters(written: string): JsonataParameter[] {
  return written
    .split(' ')
    .filter((each) => each !== '')
    .map((each) => {
      const [, name = '', letters = '', mark = ''] = /^(\w+):([a-z]+)([-?+]?)$/.exec(each) ?? [];
      return {
        name,
        types: [...letters].map((letter) => types[letter] ?? 'any'),
        ...(mark === '?' && { optional: true as const }),
        ...(mark === '-' && { context: true as const }),
        ...(mark === '+' && { variadic: true as const }),
      };
    });
}

type Row = readonly [name: string, parameters: string, returns: JsonataType, docs: string];

function group(name: JsonataGroup, rows: readonly Row[]): JsonataFunctionSpec[] {
  return rows.map(([each, written, returns, docs]) => ({ name: each, group: name, parameters: parameters(written), returns, docs, ...(name === 'Step Functions' && { added: true as const }) }));
}

export const jsonataFunctions: readonly JsonataFunctionSpec[] = [
  ...group('text', [
    ['string', 'value:x- prettify:b?', 'text', 'The value as text: JSON for lists and objects, indented if `prettify` is true.'],
    ['length', 'str:s-', 'number', 'How many characters the text has.'],
    ['substring', 'str:s- start:n length:n?', 'text', 'The text from a position on, counted from 0, or from the end where the position is negative.'],
    ['substringBefore', 'str:s- chars:s', 'text', 'What stands before the first place where `chars` is found; the whole text if it is nowhere.'],
    ['substringAfter', 'str:s- chars:s', 'text', 'What stands behind the first place where `chars` is found; the whole text if it is nowhere.'],
    ['uppercase', 'str:s-', 'text', 'The text in capital letters.'],
    ['lowercase', 'str:s-', 'text', 'The text in small letters.'],
    ['trim', 'str:s-', 'text', 'The text without white space at its ends, and with single blanks inside.'],
    ['pad', 'str:s- width:n char:s?', 'text', 'The text filled up to a width: on the right, or on the left for a negative width.'],
    ['contains', 'str:s- pattern:sf', 'boolean', 'Whether the text contains another, or something that a pattern matches.'],
    ['split', 'str:s- separator:sf limit:n?', 'list', 'The parts between the separators, at most `limit` of them.'],
    ['join', 'texts:a separator:s?', 'text', 'The texts of a list as one, with the separator between them.'],
    ['match', 'str:s- pattern:f limit:n?', 'list', 'What a pattern matches: objects with `match`, `index` and `groups`.'],
    ['replace', 'str:s- pattern:sf replacement:sf limit:n?', 'text', 'The text with what the pattern matches replaced, at most `limit` times.'],
    ['base64encode', 'str:s-', 'text', 'The text in Base64.'],
    ['base64decode', 'str:s-', 'text', 'The text that a Base64 text stands for.'],
    ['encodeUrlComponent', 'str:s-', 'text', 'The text so that it can be a part of a URL.'],
    ['encodeUrl', 'str:s-', 'text', 'A whole URL with what it can\'t hold encoded.'],
    ['decodeUrlComponent', 'str:s-', 'text', 'The text that an encoded part of a URL stands for.'],
    ['decodeUrl', 'str:s-', 'text', 'The URL that an encoded one stands for.'],
    ['eval', 'expression:s- context:x?', 'any', 'Evaluates a text as JSONata.'],
  ]).map((spec) => (spec.name === 'eval' ? { ...spec, refused: 'parse' } : spec)),
  ...group('number', [
    ['number', 'value:nsb-', 'number', 'The value as a number: a text is read, `true` is 1 and `false` is 0.'],
    ['abs', 'number:n-', 'number', 'The number without its sign.'],
    ['floor', 'number:n-', 'number', 'The next whole number below.'],
    ['ceil', 'number:n-', 'number', 'The next whole number above.'],
    ['round', 'number:n- precision:n?', 'number', 'The number rounded, halves to the even neighbor.'],
    ['power', 'base:n- exponent:n', 'number', 'The base raised to the exponent.'],
    ['sqrt', 'number:n-', 'number', 'The square root.'],
    ['formatNumber', 'number:n- picture:s options:o?', 'text', 'The number in the form of a picture such as `#,##0.00`.'],
    ['formatBase', 'number:n- radix:n?', 'text', 'The whole number in another base, 2 to 36.'],
    ['formatInteger', 'number:n- picture:s', 'text', 'The whole number in the form of a picture: digits, letters, Roman numerals or words.'],
    ['parseInteger', 'str:s- picture:s', 'number', 'The whole number that a text in the form of the picture stands for.'],
  ]),
  ...group('aggregate', [
    ['sum', 'numbers:a', 'number', 'The sum of the numbers.'],
    ['max', 'numbers:a', 'number', 'The greatest of the numbers.'],
    ['min', 'numbers:a', 'number', 'The least of the numbers.'],
    ['average', 'numbers:a', 'number', 'The mean of the numbers.'],
    ['count', 'list:a', 'number', 'How many items the list has; 0 for nothing, 1 for a single value.'],
  ]),
  ...group('boolean', [
    ['boolean', 'value:x-', 'boolean', 'Whether the value counts as true: not empty, not 0, not null.'],
    ['not', 'value:x-', 'boolean', 'The opposite of what the value counts as.'],
    ['exists', 'value:x', 'boolean', 'Whether there is a value at all; `null` is one.'],
  ]),
  ...group('list', [
    ['append', 'first:x second:x', 'list', 'Both lists as one.'],
    ['sort', 'list:a function:f?', 'list', 'The list in order, or in the order of a function that tells whether its first argument comes after its second.'],
    ['reverse', 'list:a', 'list', 'The list backwards.'],
    ['shuffle', 'list:a', 'list', 'The list in random order.'],
    ['distinct', 'list:x', 'list', 'The list without what is there already.'],
    ['zip', 'list:a+', 'list', 'The first items of all lists, then the second ones, up to the end of the shortest.'],
  ]),
  ...group('object', [
    ['keys', 'object:x-', 'list', 'The names of the fields, of all objects where there are several.'],
    ['lookup', 'object:x- key:s', 'any', 'The value of the field of that name.'],
    ['spread', 'object:x-', 'list', 'One object for each field.'],
    ['merge', 'objects:a', 'object', 'The fields of all objects in one; the last one wins.'],
    ['type', 'value:x', 'text', 'What the value is: `null`, `number`, `string`, `boolean`, `array`, `object` or `function`.'],
    ['error', 'message:s?', 'any', 'Fails the evaluation with that message.'],
    ['assert', 'condition:b message:s?', 'any', 'Fails the evaluation with that message unless the condition holds.'],
    ['clone', 'value:oa-', 'any', 'A copy of the value.'],
  ]),
  ...group('time', [
    ['now', 'picture:s? timezone:s?', 'text', 'The time of the evaluation as ISO 8601 text in UTC, or in the form of a picture.'],
    ['millis', '', 'number', 'The time of the evaluation in milliseconds since 1970.'],
    ['fromMillis', 'number:n- picture:s? timezone:s?', 'text', 'Milliseconds since 1970 as ISO 8601 text, or in the form of a picture.'],
    ['toMillis', 'timestamp:s- picture:s?', 'number', 'The milliseconds since 1970 of an ISO 8601 text, or of one in the form of a picture.'],
  ]),
  ...group('higher order', [
    ['map', 'list:a function:f', 'list', 'What the function gives for each item; it is called with the item, its index and the list.'],
    ['filter', 'list:a function:f', 'list', 'The items for which the function gives true.'],
    ['single', 'list:a function:f?', 'any', 'The one item for which the function gives true; fails if there are more, or none.'],
    ['reduce', 'list:a function:f init:x?', 'any', 'The items brought down to one value: the function gets what it gave so far and the next item.'],
    ['sift', 'object:o- function:f?', 'object', 'The fields for which the function gives true; it is called with the value, the name and the object.'],
    ['each', 'object:o- function:f', 'list', 'What the function gives for each field; it is called with the value, the name and the object.'],
  ]),
  ...group('Step Functions', [
    ['partition', 'list:a size:n', 'list', 'Splits a list into lists of that size; the last one may be shorter.'],
    ['range', 'first:n last:n step:n', 'list', 'The numbers from the first to the last by that step. A single number comes without its list.'],
    ['hash', 'content:s algorithm:s', 'text', 'The hash of a text as hexadecimal digits, by MD5, SHA-1, SHA-256, SHA-384 or SHA-512.'],
    ['random', 'seed:n?', 'number', 'A random number from 0 and below 1; the same seed gives the same number.'],
    ['uuid', '', 'text', 'A new random identifier (UUID, version 4).'],
    ['parse', 'json:s', 'any', 'Reads JSON text and gives the value that it stands for.'],
  ]),
];

const byName: ReadonlyMap<string, JsonataFunctionSpec> = new Map(jsonataFunctions.map((spec) => [spec.name, spec]));

/** The function of that name, without its `$`, letter by letter. */
export function jsonataFunctionNamed(name: string): JsonataFunctionSpec | undefined {
  return byName.get(name);
}

/** How many arguments a function takes. `least` is where nothing comes from a context; inside one, `leastInContext` is enough. */
export function jsonataArity({ parameters: all }: JsonataFunctionSpec): { readonly least: number; readonly leastInContext: number; readonly most: number } {
  return {
    least: all.filter(({ optional }) => !optional).length,
    leastInContext: all.filter(({ optional, context }) => !optional && !context).length,
    most: all.some(({ variadic }) => variadic) ? Infinity : all.length,
  };
}

/** `$substring(str, start[, length])` */
export function jsonataSignature({ name, parameters: all }: JsonataFunctionSpec): string {
  const written = all.map((each, index) => {
    const text = `${index > 0 ? ', ' : ''}${each.name}${each.variadic ? '…' : ''}`;
    return each.optional ? `[${text}]` : text;
  });
  return `$${name}(${written.join('')})`;
}

// The same values come out of both languages, over many inputs. Where JSONPath fails there is nothing to compare.
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { condition } from '../../../server/src/conversion/choice';
import { convertValueText } from '../../../server/src/conversion/intrinsic';
import { operand } from '../../../server/src/conversion/jsonata';
import { Refusals } from '../../../server/src/conversion/scope';
import { parse } from '../../../server/src/syntax/parse';
import { seeded } from '../../../server/src/simulator/seeded';
import { JsonataEvaluator } from '../../../server/src/expressions/jsonata/evaluate';
import type { Json } from '../../../server/src/expressions/value';

type Input = Readonly<Record<string, Json>>;
/** Gives the value as JSONPath does, or throws where that fails. */
type Oracle = (input: Input) => Json;

const none = new Error('JSONPath fails');

function at(value: Json | undefined, ...steps: readonly (string | number)[]): Json {
  let here = value;
  for (const step of steps) {
    if (typeof step === 'number') {
      here = Array.isArray(here) ? here.at(step) : undefined;
    } else {
      here = typeof here === 'object' && here !== null && !Array.isArray(here) && Object.hasOwn(here, step) ? (here as Input)[step] : undefined;
    }
  }
  if (here === undefined) {
    throw none;
  }
  return here;
}

function list(value: Json): Json[] {
  if (!Array.isArray(value)) {
    throw none;
  }
  return value;
}

/** What `*` gives. */
function all(value: Json | undefined): Json[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

/** What steps behind a list lead to: nothing is no failure there. */
function found(value: Json | undefined, ...steps: readonly (string | number)[]): Json[] {
  try {
    return [at(value, ...steps)];
  } catch {
    return [];
  }
}

function text(value: Json): string {
  if (typeof value !== 'string') {
    throw none;
  }
  return value;
}

function number(value: Json): number {
  if (typeof value !== 'number') {
    throw none;
  }
  return value;
}

/** As States.Format writes what is neither list nor object. */
function plain(value: Json): string {
  if (typeof value === 'object' && value !== null) {
    throw none;
  }
  return String(value);
}

const values: Readonly<Record<string, Oracle>> = {
  '$.a': ({ a }) => at(a),
  '$.a.b': ({ a }) => at(a, 'b'),
  "$['a-b'].b[0]": (input) => at(input, 'a-b', 'b', 0),
  '$.a[0]': ({ a }) => at(a, 0),
  '$.a[-1][0]': ({ a }) => at(a, -1, 0),
  '$.a[0].b': ({ a }) => at(a, 0, 'b'),
  '$.a[1:]': ({ a }) => list(at(a)).slice(1),
  '$.a[:1]': ({ a }) => list(at(a)).slice(0, 1),
  '$.a[-2:]': ({ a }) => list(at(a)).slice(-2),
  '$.a[:-1]': ({ a }) => list(at(a)).slice(0, -1),
  '$.a[1:2]': ({ a }) => list(at(a)).slice(1, 2),
  '$.a[*]': ({ a }) => all(a),
  '$.a.b[1:]': ({ a }) => found(a, 'b').flatMap((each) => (Array.isArray(each) ? each.slice(1) : [])),
  '$.a.*': ({ a }) => all(a),
  '$.a.b[*]': ({ a }) => all(found(a, 'b')[0]),
  '$.a[*].b': ({ a }) => all(a).flatMap((each) => found(each, 'b')),
  "$.a[*].b['a-b']": ({ a }) => all(a).flatMap((each) => found(each, 'b', 'a-b')),
  '$.a[*].b[0]': ({ a }) => all(a).flatMap((each) => found(each, 'b', 0)),
  '$.a[*][-1]': ({ a }) => all(a).flatMap((each) => found(each, -1)),
  '$.a[0:2].b': ({ a }) => list(at(a)).slice(0, 2).flatMap((each) => found(each, 'b')),
  "States.Format('{}', $.a)": ({ a }) => plain(at(a)),
  "States.Format('it\\'s \\{{}\\} of {}{}', $.a, $.b, 'x')": ({ a, b }) => `it's {${plain(at(a))}} of ${plain(at(b))}x`,
  "States.Format('{}{}', $.a, States.MathAdd($.b, 1))": ({ a, b }) => plain(at(a)) + String(Math.round(number(at(b))) + 1),
  "States.StringToJson($.a)": ({ a }) => {
    const json = text(at(a)).trim();
    try {
      return json === '' ? null : (JSON.parse(json) as Json);
    } catch {
      throw none;
    }
  },
  'States.Array($.a, $.b, 1)': ({ a, b }) => [at(a), at(b), 1],
  'States.Array(States.Array($.a))': ({ a }) => [[at(a)]],
  'States.Array()': () => [],
  'States.ArrayLength($.a)': ({ a }) => list(at(a)).length,
  'States.ArrayPartition($.a, 2)': ({ a }) => list(at(a)).flatMap((_, index, all) => (index % 2 === 0 ? [all.slice(index, index + 2)] : [])),
  'States.ArrayContains($.a, $.b)': ({ a, b }) => list(at(a)).some((each) => isDeepStrictEqual(each, at(b))),
  "States.ArrayContains($.a, 'x')": ({ a }) => list(at(a)).includes('x'),
  'States.ArrayContains($.a, 1)': ({ a }) => list(at(a)).includes(1),
  'States.ArrayContains($.a, null)': ({ a }) => list(at(a)).includes(null),
  'States.ArrayGetItem($.a, 0)': ({ a }) => at(list(at(a)), 0),
  'States.ArrayGetItem(States.Array($.a, $.b), 1)': ({ a, b }) => (at(a) === undefined ? null : at(b)),
  'States.ArrayUnique($.a)': ({ a }) => list(at(a)).filter((each, index, all) => all.findIndex((other) => isDeepStrictEqual(each, other)) === index),
  'States.Array(States.ArrayPartition($.a, 1), $.a[0:1])': ({ a }) => [list(at(a)).map((each) => [each]), list(at(a)).slice(0, 1)],
  'States.ArrayRange(1, 9, 9)': () => [1],
  'States.ArrayRange(1, 9, 4)': () => [1, 5, 9],
  'States.MathAdd($.a, $.b)': ({ a, b }) => Math.round(number(at(a))) + Math.round(number(at(b))),
  'States.MathAdd($.a, -1.5)': ({ a }) => Math.round(number(at(a))) - 1,
  "States.StringSplit($.a, ',')": ({ a }) => text(at(a)).split(',').filter((piece) => piece !== ''),
  "States.StringSplit($.a, '-[(,\\\\')": ({ a }) => text(at(a)).split(/[-[(,\\]/).filter((piece) => piece !== ''),
  "States.Hash($.a, 'SHA-256')": ({ a }) => (text(at(a)) === 'x' ? '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881' : fail()),
  "States.Base64Encode('a{b')": () => 'YXti',
};

function fail(): never {
  throw none;
}

const comparisons: Readonly<Record<string, (value: Json | undefined, input: Input) => boolean>> = {
  '"StringEquals": "x"': (value) => value === 'x',
  '"StringLessThan": "b"': (value) => typeof value === 'string' && value < 'b',
  '"StringGreaterThanEqualsPath": "$.b"': (value, { b }) => typeof value === 'string' && typeof at(b) === 'string' && value >= text(at(b)),
  '"StringMatches": "*,"': (value) => typeof value === 'string' && value.endsWith(','),
  '"StringMatches": "a*"': (value) => typeof value === 'string' && value.startsWith('a'),
  '"StringMatches": "**"': (value) => typeof value === 'string',
  '"StringMatches": "a\\\\*(/\\\\\\\\"': (value) => value === 'a*(/\\',
  '"NumericEquals": 1': (value) => value === 1,
  '"NumericLessThan": 2': (value) => typeof value === 'number' && value < 2,
  '"NumericEqualsPath": "$.b"': (value, { b }) => typeof value === 'number' && value === at(b),
  '"BooleanEquals": false': (value) => value === false,
  '"BooleanEqualsPath": "$.b"': (value, { b }) => typeof value === 'boolean' && value === at(b),
  '"TimestampLessThan": "2024-01-01T00:00:00Z"': (value) => typeof value === 'string' && /^\d{4}-/.test(value) && Date.parse(value) < Date.parse('2024-01-01T00:00:00Z'),
  '"TimestampEqualsPath": "$.b"': (value, { b }) => typeof value === 'string' && /^\d{4}-/.test(value) && /^\d{4}-/.test(String(at(b))) && Date.parse(value) === Date.parse(String(b)),
  '"IsNull": true': (value) => value === null,
  '"IsNull": false': (value) => value !== null,
  '"IsString": true': (value) => typeof value === 'string',
  '"IsNumeric": false': (value) => typeof value !== 'number',
  '"IsBoolean": true': (value) => typeof value === 'boolean',
};

const scalars: readonly Json[] = [0, 1, -1.5, 2.5, 3, 'x', '', ' ', 'a', 'abc', 'a,b,,c,', 'a-(b', 'a*(/\\', '[1]', '{"k":[]}', '2023-12-31T23:00:00Z', '2023-12-31T23:00:00.000Z', '2024-06-01T00:00:00+02:00', 'b\na,', true, false, null];

/** A value with lists in lists, lists of one, and empty ones. */
function anything(next: () => number, depth = 0): Json {
  const kind = next();
  if (kind > 0.9) {
    return Math.floor(next() * 9) / 2 - 2;
  }
  const size = Math.floor(next() * 4);
  if (depth < 3 && kind < 0.35) {
    return Array.from({ length: size }, () => anything(next, depth + 1));
  }
  if (depth < 3 && kind < 0.55) {
    return Object.fromEntries(['b', 'a', 'a-b'].slice(0, size).map((name) => [name, anything(next, depth + 1)]));
  }
  return scalars[Math.floor(next() * scalars.length)] ?? null;
}

function inputs(count: number): Input[] {
  const next = seeded(7);
  return Array.from({ length: count }, () => ({ a: anything(next), ...(next() < 0.9 && { b: next() < 0.5 ? (scalars[Math.floor(next() * scalars.length)] ?? null) : anything(next) }), 'a-b': anything(next) }));
}

const many = inputs(600);
const evaluator = new JsonataEvaluator({ random: seeded(1), now: () => 0 });

/** Compares over all inputs for which JSONPath gives something. */
async function compare(expression: string, oracle: Oracle): Promise<void> {
  let compared = 0;
  for (const input of many) {
    let expected: Json;
    try {
      expected = oracle(input);
    } catch (error) {
      assert.equal(error, none);
      continue;
    }
    compared++;
    const actual = await evaluator.evaluate(expression, { states: { input, context: {} } });
    assert.deepEqual(actual, { is: 'value', value: expected }, `${expression} of ${JSON.stringify(input)}`);
  }
  assert.ok(compared > 5, `${expression}: only ${String(compared)} inputs were of use`);
}

suite('the same values', () => {
  for (const [value, oracle] of Object.entries(values)) {
    test(value, async () => {
      const refusals = new Refusals();
      const { text: expression } = convertValueText(value, { input: operand('$states.input'), refusals });
      assert.deepEqual(refusals.reasons, []);
      await compare(expression, oracle);
    });
  }
});

suite('the same choices', () => {
  const expressionOf = (rule: string): string => {
    const refusals = new Refusals();
    const { text: expression } = condition(parse(rule, 'json').root, { input: operand('$states.input'), refusals });
    assert.deepEqual(refusals.reasons, []);
    return expression;
  };

  for (const [test_, oracle] of Object.entries(comparisons)) {
    test(test_, () => compare(expressionOf(`{ "Variable": "$.a", ${test_} }`), (input) => oracle(at(input, 'a'), input)));
    test(`not ${test_}, or one of two`, async () => {
      await compare(expressionOf(`{ "Not": { "Variable": "$.a", ${test_} } }`), (input) => !oracle(at(input, 'a'), input));
      await compare(expressionOf(`{ "Or": [{ "Variable": "$.a", ${test_} }, { "Variable": "$.a", "IsNull": true }] }`), (input) => oracle(at(input, 'a'), input) || at(input, 'a') === null);
    });
  }

  for (const [path, steps] of [['$.b', ['b']], ['$.a.b', ['a', 'b']], ['$.a[0]', ['a', 0]], ['$.a[0].b[1]', ['a', 0, 'b', 1]]] as const) {
    test(`whether ${path} is present`, async () => {
      const isThere = (input: Input): boolean => {
        try {
          at(input, ...steps);
          return true;
        } catch {
          return false;
        }
      };
      await compare(expressionOf(`{ "Variable": "${path}", "IsPresent": true }`), isThere);
      await compare(expressionOf(`{ "Variable": "${path}", "IsPresent": false }`), (input) => !isThere(input));
    });
  }
});

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { digest } from '../../../server/src/expressions/functions/hash';
import { isTooCostly } from '../../../server/src/expressions/functions/pattern-cost';
import { evaluateIntrinsic } from '../../../server/src/expressions/intrinsics/evaluate';
import { parseIntrinsic } from '../../../server/src/expressions/intrinsics/parse';
import { JsonataEvaluator } from '../../../server/src/expressions/jsonata/evaluate';
import { follow } from '../../../server/src/expressions/jsonpath/evaluate';
import { parsePath } from '../../../server/src/expressions/jsonpath/parse';
import { sizeOf, type Json } from '../../../server/src/expressions/value';

const store: Json = { book: [{ title: 'A', price: 8 }, { title: 'B', price: 12, isbn: '1' }, { title: 'C', price: 23, tags: ['x', 'y'] }], bicycle: { price: 20 } };

function at(path: string, value: Json = store): unknown {
  const found = follow(parsePath(path).path, value);
  return 'value' in found ? found.value : found.missing;
}

function call(text: string, value: Json = {}): unknown {
  const { call: read, problems } = parseIntrinsic(text);
  assert.deepEqual(problems.filter(({ refused }) => refused), []);
  try {
    return evaluateIntrinsic(read, {
      random: () => 0.5,
      resolve: (path) => {
        const found = follow(path, value);
        assert.ok('value' in found);
        return found.value;
      },
    });
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

suite('evaluating paths', () => {
  test('a straight path gives one value, any other a list', () => {
    assert.equal(at('$.book[0].title'), 'A');
    assert.equal(at('$.book[-1].title'), 'C');
    assert.deepEqual(at('$.book[*].title'), ['A', 'B', 'C']);
    assert.deepEqual(at('$.book[?(@.isbn)].title'), ['B']);
    assert.deepEqual(at('$.book[0:2].price'), [8, 12]);
    assert.deepEqual(at('$.book[0,2].price'), [8, 23]);
    assert.deepEqual(at('$..price'), [8, 12, 23, 20]);
    assert.deepEqual(at('$..nothing'), []);
    assert.deepEqual(at("$.book[0]['price','title','none']"), { price: 8, title: 'A' });
  });

  test('filters', () => {
    assert.deepEqual(at('$.book[?(@.price > 10 && !@.isbn)].title'), ['C']);
    assert.deepEqual(at("$.book[?(@.title =~ /[ab]/i)].title"), ['A', 'B']);
    assert.deepEqual(at("$.book[?(@.tags contains 'x')].title"), ['C']);
    assert.deepEqual(at("$.book[?(@.title in ['A','C'])].price"), [8, 23]);
    assert.deepEqual(at("$.book[?(@.price == '8')].title"), ['A']);
    assert.deepEqual(at("$.book[?(@.price === '8')].title"), []);
    assert.deepEqual(at('$.bicycle[?(@.price > 1)]'), [{ price: 20 }]);
  });

  test('why there is nothing, in the words that the service prints', () => {
    assert.equal(at('$.none'), "No results for path: $['none']");
    assert.equal(at('$.none.more'), "Missing property in path $['none']");
    assert.equal(at('$.book[9].title'), "No results for path: $['book'][9]['title']");
    assert.equal(at('$.bicycle[0]'), 'Filter: [0] can only be applied to arrays. Current context is: {price=20}');
  });
});

suite('evaluating intrinsic functions', () => {
  test('as recorded', () => {
    assert.equal(call("States.Format('{} is \\{{}\\}', $.a, $.b)", { a: 'x', b: { c: 1, d: [null] } }), 'x is {{c=1, d=[null]}}');
    assert.equal(call("States.StringToJson('')"), null);
    assert.deepEqual(call(String.raw`States.JsonMerge(States.StringToJson('\{"a": "it\'s"\}'), $, false)`, { b: 1 }), { a: "it's", b: 1 });
    assert.deepEqual(call("States.StringSplit('a,b;;c', ',;')"), ['a', 'b', 'c']);
    assert.deepEqual(call('States.ArrayPartition($, 2)', [1, 2, 3]), [[1, 2], [3]]);
    assert.deepEqual(call('States.ArrayRange(1, 9, 3)'), [1, 4, 7]);
    assert.deepEqual(call('States.ArrayUnique($)', [{ a: 1, b: 2 }, { b: 2, a: 1 }, 1, '1']), [{ a: 1, b: 2 }, 1, '1']);
    assert.equal(call('States.ArrayGetItem($, 1.2)', [1, 2]), 2);
    assert.equal(call('States.ArrayGetItem($, 0)', []), null);
    assert.equal(call('States.MathAdd(-1.5, 2.5)'), 2);
    assert.equal(call('States.MathRandom(1, 100, 42)'), 63);
    assert.equal(call("States.JsonToString($)", { a: [1] }), '{"a":[1]}');
    assert.deepEqual(call('States.JsonMerge($.a, $.b, false)', { a: { x: { y: 1 }, z: 1 }, b: { x: { w: 1 } } }), { x: { w: 1 }, z: 1 });
    assert.equal(call("States.Base64Decode(States.Base64Encode('zoë 😀'))"), 'zoë 😀');
    assert.match(String(call('States.UUID()')), /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  test('what they do not take', () => {
    assert.equal(call('States.ArrayLength($)', {}), 'Invalid arguments in States.ArrayLength');
    assert.equal(call('States.ArrayGetItem($, 2)', [1, 2]), 'Invalid arguments in States.ArrayGetItem');
    assert.equal(call("States.Format('{', 1)"), "Invalid template in States.Format: matching '}' not found for '{'.");
    assert.equal(call('States.ArrayRange(1, 2000, 1)'), 'Invalid arguments in States.ArrayRange');
  });

  test('digests are those of everybody else', () => {
    for (const text of ['', 'abc', 'ä€😀'.repeat(30), 'x'.repeat(111), 'y'.repeat(1000)]) {
      for (const [name, algorithm] of [['MD5', 'md5'], ['SHA-1', 'sha1'], ['SHA-256', 'sha256'], ['SHA-384', 'sha384'], ['SHA-512', 'sha512']] as const) {
        assert.equal(digest(text, name), createHash(algorithm).update(text).digest('hex'), name);
      }
    }
    assert.equal(digest('a', 'sha-256'), undefined);
  });
});

suite('evaluating JSONata', () => {
  const evaluator = new JsonataEvaluator({ random: () => 0.5, now: () => Date.UTC(2025, 0, 1) });
  const value = async (text: string, input: Json = null): Promise<unknown> => {
    const result = await evaluator.evaluate(text, { states: { input } });
    return result.is === 'value' ? result.value : result.is === 'error' ? result.message : result.is;
  };

  test('what Step Functions adds', async () => {
    assert.deepEqual(await value('$partition([1, 2, 3], 2)'), [[1, 2], [3]]);
    assert.deepEqual(await value('$range(1, 9, 4)'), [1, 5, 9]);
    assert.equal(await value('$range(1, 9, 9)'), 1);
    assert.equal(await value("$hash('a', 'MD5')"), '0cc175b9c0f1b6a831c399e269772661');
    assert.equal(await value('$random(42)'), 0.7275636800328681);
    assert.deepEqual(await value(`$parse('{"a": [1]}')`), { a: [1] });
    for (const text of ['{', '', '1 2', '{"a": 1, "\\\\u0061": 2}', '[1e400]']) {
      assert.equal(await value(`$parse('${text}')`), 'D3137: Invalid JSON', text);
    }
    assert.deepEqual(await value(`$parse('{"a": {"b": "a"}, "b": [{"a": ":"}, {"a": "}"}]}')`), { a: { b: 'a' }, b: [{ a: ':' }, { a: '}' }] });
  });

  test('the time is that of the run', async () => {
    assert.deepEqual(await value('[$now(), $millis(), $now("[Y]")]'), ['2025-01-01T00:00:00.000Z', 1_735_689_600_000, '2025']);
  });

  test('results are plain data', async () => {
    assert.deepEqual(await value('$states.input.x', { x: [1] }), [1]);
    assert.deepEqual(await value('[1/0, 0/0]'), ['Infinity', 'NaN']);
    assert.equal(await value('{"f": function() {1}}'), 'unsupported');
    assert.equal(await value('$states.input.nothing'), 'undefined');
  });
});

suite('what things cost', () => {
  test('a value has the size of its text', () => {
    for (const value of [null, 1.5, 'zoë "x" 😀', [], {}, [1, [2], {}], { a: 'ü', b: [null, true] }] as Json[]) {
      assert.equal(sizeOf(value), Buffer.byteLength(JSON.stringify(value)), JSON.stringify(value));
    }
  });

  test('patterns that could run for ages are known beforehand', () => {
    assert.equal(isTooCostly('^(a+)+$', 30), true);
    assert.equal(isTooCostly('(x*y*)*', 30), true);
    assert.equal(isTooCostly('.*.*.*=', 10_000), true);
    assert.equal(isTooCostly('^\\s+|\\s+$', 250_000), false);
    assert.equal(isTooCostly('[a+]+\\+(b)', 250_000), false);
  });
});

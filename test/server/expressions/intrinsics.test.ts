import assert from 'node:assert/strict';
import { checkIntrinsic } from '../../../server/src/expressions/intrinsics/check';
import { parseIntrinsic } from '../../../server/src/expressions/intrinsics/parse';
import type { Argument } from '../../../server/src/expressions/intrinsics/tree';
import { parseTemplateValue, pathsIn } from '../../../server/src/expressions/template-value';
import { intrinsics } from '../../../server/src/spec/intrinsics';
import { dedent } from '../../support/fixture';
import { draw } from './draw';

/** A call as a list: its name and its arguments. */
function outline(argument: Argument, text: string): unknown {
  switch (argument.kind) {
    case 'call':
      return [argument.name, ...argument.arguments.map((each) => outline(each, text))];
    case 'path':
      return text.slice(argument.span.start, argument.span.end);
    case 'text':
      return { text: argument.value };
    case 'literal':
      return argument.value;
    case 'missing':
      return '?';
  }
}

suite('intrinsic functions', () => {
  const calls: [written: string, outline: unknown][] = [
    ['States.UUID()', ['States.UUID']],
    ["States.Format('{} of {}', $.a, $$.Execution.Name)", ['States.Format', { text: '{} of {}' }, '$.a', '$$.Execution.Name']],
    ['  States.Array( 1 ,-2.5e3, true,false , null )  ', ['States.Array', 1, -2500, true, false, null]],
    ["States.Array('it\\'s', 'C:\\\\x', '\\{\\}', 'a, (b')", ['States.Array', { text: "it's" }, { text: 'C:\\x' }, { text: '\\{\\}' }, { text: 'a, (b' }]],
    ["States.ArrayGetItem(States.StringSplit($$.StateMachine.Name, '-'), 0)", ['States.ArrayGetItem', ['States.StringSplit', '$$.StateMachine.Name', { text: '-' }], 0]],
    ["States.ArrayLength($.a[?(@.b == ')' && @.c in [1,2])].d)", ['States.ArrayLength', "$.a[?(@.b == ')' && @.c in [1,2])].d"]],
    ['States.MathAdd($total, $.a.length())', ['States.MathAdd', '$total', '$.a.length()']],
    ["States.StringSplit('a\nb', '\n')", ['States.StringSplit', { text: 'a\nb' }, { text: '\n' }]],
  ];
  for (const [written, expected] of calls) {
    test(written, () => {
      const { call, problems } = parseIntrinsic(written);
      assert.deepEqual(problems, []);
      assert.deepEqual(outline(call, written), expected);
      assert.equal(written.slice(call.span.start, call.span.end), written.trim());
      assert.equal(written.slice(call.nameSpan.start, call.nameSpan.end), call.name);
    });
  }

  const broken = String.raw`
    States.
    ^^^^^^^ The function's name is missing after "States.".

    States.UUID
    ^^^^^^^^^^^ "(" and the arguments are missing after States.UUID.

    States.StringToJson $.a)
                        ^ "(" and the arguments are missing after States.StringToJson.

    States.JsonToString($.a
                       ^ This "(" is not closed.

    States.Array(1,
                ^ This "(" is not closed.

    States.Array(1,,2)
                   ^ An argument is missing here.

    States.Array('a)
                 ^ This quote is not closed.

    States.Format("{}", $.a)
                  ^ Text stands in single quotes here: 'text'.

    States.Array([1])
                 ^ Lists and objects can't be written here; take them from a path, or make a list with States.Array.

    States.Array(abc)
                 ^^^ "abc" is no argument: text stands in single quotes, a path starts with "$".

    States.Array(1)x
                   ^ Nothing can follow the call.

    States.Array(1))
                   ^ This ")" closes nothing.

    States.Format($.a $.b)
                      ^ A comma is missing before this argument.

    States.Array($.a..)
                    ^^ A step is missing after this.

    States.Format('C:\dir{}', $.a)
                     ^^ A backslash in a text stands before ', {, } or another backslash; a single one is written \\.

    States.format('{}', $.a)
    ^^^^^^^^^^^^^ There is no function "States.format". Did you mean "States.Format"?

    Format('{}', $.a)
    ^^^^^^ There is no function "Format". Did you mean "States.Format"?

    States.ArrayLength()
                      ^^ States.ArrayLength takes 1 argument, but has none.

    States.MathRandom(1)
                     ^^^ States.MathRandom takes 2 to 3 arguments, but has 1.

    States.Format()
                 ^^ States.Format takes at least 1 argument, but has none.

    States.MathAdd('1', 2)
                   ^^^ States.MathAdd takes a number here (first).

    States.ArrayLength(States.UUID())
                       ^^^^^^^^^^^^^ States.ArrayLength takes a list here (list).

    States.ArrayPartition($.a, 0)
                               ^ This can't be less than 1 (size).

    States.Hash($.a, 'SHA256')
                     ^^^^^^^^ "SHA256" is none of "MD5", "SHA-1", "SHA-256", "SHA-384" and "SHA-512".

    States.JsonMerge($.a, $.b, true)
                               ^^^^ Only false is supported here (deep).

    States.Format('{} {}', $.a)
                  ^^^^^^^ The template has 2 places for values ({}), but 1 value follows.

    States.Format('{a}', $.a)
                  ^^^^^ A brace alone is written \{ or \}; only {} takes a value.
  `;
  for (const sample of dedent(broken).trimEnd().split('\n\n')) {
    const [written = ''] = sample.split('\n');
    test(`wrong: ${written}`, () => {
      const value = parseTemplateValue(written);
      assert.equal(draw(written, value.kind === 'neither' ? [] : value.problems), sample);
    });
  }

  test('at most ten deep', () => {
    const nested = (depth: number): string => `${'States.Array('.repeat(depth)}1${')'.repeat(depth)}`;
    assert.deepEqual(checkIntrinsic(parseIntrinsic(nested(10)).call), []);
    assert.deepEqual(checkIntrinsic(parseIntrinsic(nested(13)).call).map(({ span }) => span), [{ start: 130, end: 173 }]);
  });

  test('a template that a deployment still fills in is left alone', () => {
    assert.deepEqual(checkIntrinsic(parseIntrinsic("States.Format('s3://${bucket}/{}', $.key)").call), []);
  });

  test('every example of the table is right', () => {
    for (const { example, name } of intrinsics) {
      const value = parseTemplateValue(example);
      assert.deepEqual([value.kind, value.kind === 'intrinsic' && value.call.name, value.kind === 'neither' ? [] : value.problems], ['intrinsic', name, []]);
    }
  });

  test('paths of a value, in order', () => {
    const written = "States.Array($.a, States.Format('{}', $b), $$.Task.Token)";
    assert.deepEqual(pathsIn(parseTemplateValue(written)).map(({ span }) => written.slice(span.start, span.end)), ['$.a', '$b', '$$.Task.Token']);
    assert.equal(parseTemplateValue('plain text').kind, 'neither');
    assert.equal(parseTemplateValue(' $.a').kind, 'path');
  });

  test('nothing that can be typed on the way throws or runs forever', () => {
    for (const [written] of calls) {
      for (let end = 0; end <= written.length; end++) {
        parseTemplateValue(written.slice(0, end));
        parseTemplateValue(written.slice(end));
        parseIntrinsic(written.slice(end));
      }
    }
    parseTemplateValue('States.Array('.repeat(50_000));
    parseTemplateValue(`States.Array($${'['.repeat(50_000)}`);
  });
});

import assert from 'node:assert/strict';
import { checkCalls } from '../../../server/src/expressions/jsonata/check';
import { delimiterProblem, isJsonata, parseJsonata } from '../../../server/src/expressions/jsonata/parse';
import { freeVariables, referencesOf } from '../../../server/src/expressions/jsonata/references';
import { childrenOf, type Expression } from '../../../server/src/expressions/jsonata/tree';
import { jsonataFunctionNamed, jsonataFunctions, jsonataSignature } from '../../../server/src/spec/jsonata-functions';
import type { Span } from '../../../server/src/text/span';
import { dedent } from '../../support/fixture';
import { draw } from './draw';

/** Every node as a kind and the text under its span, outer ones first. */
function outline(node: Expression, text: string): string[] {
  return [`${node.kind} ${text.slice(node.span.start, node.span.end)}`, ...childrenOf(node).flatMap((child) => outline(child, text).map((line) => `  ${line}`))];
}

/** Samples between blank lines: an expression, and under it what is expected. */
function samples(text: string): { written: string; expected: string }[] {
  return dedent(text)
    .trimEnd()
    .split('\n\n')
    .map((sample) => {
      const [written = '', ...rest] = sample.split('\n');
      return { written, expected: rest.join('\n') };
    });
}

const show = (text: string, spans: readonly Span[]): string[] => spans.map(({ start, end }) => text.slice(start, end));

suite('JSONata as a tree', () => {
  const trees = String.raw`
    {% $states.input.order[price > 5].id %}
    path $states.input.order[price > 5].id
      variable $states
      name input
      filter order[price > 5]
        name order
        binary price > 5
          name price
          number 5
      name id

    {% ( $total := $sum([1..3, -2]); $total * 2 ) %}
    block ( $total := $sum([1..3, -2]); $total * 2 )
      assignment $total := $sum([1..3, -2])
        variable $total
        call $sum([1..3, -2])
          variable $sum
          list [1..3, -2]
            range 1..3
              number 1
              number 3
            negation -2
              number 2
      binary $total * 2
        variable $total
        number 2

    {% $map($x, function($v, $i) { $v.${'`'}a b${'`'} & "it's" }) %}
    call $map($x, function($v, $i) { $v.${'`'}a b${'`'} & "it's" })
      variable $map
      variable $x
      lambda function($v, $i) { $v.${'`'}a b${'`'} & "it's" }
        variable $v
        variable $i
        binary $v.${'`'}a b${'`'} & "it's"
          path $v.${'`'}a b${'`'}
            variable $v
            name ${'`'}a b${'`'}
          text "it's"

    {% $a ? {"k": true} : $b.*^(>age, name){city: $count($)}[] %}
    condition $a ? {"k": true} : $b.*^(>age, name){city: $count($)}[]
      variable $a
      object {"k": true}
        text "k"
        constant true
      filter $b.*^(>age, name){city: $count($)}[]
        group $b.*^(>age, name){city: $count($)}
          sort $b.*^(>age, name)
            path $b.*
              variable $b
              wildcard *
            name age
            name name
          name city
          call $count($)
            variable $count
            variable $

    {% $x ~> $replace(?, /a+/i, 'b') /* note */ ~> |**|{'c': null},['d']| %}
    application $x ~> $replace(?, /a+/i, 'b') /* note */ ~> |**|{'c': null},['d']|
      application $x ~> $replace(?, /a+/i, 'b')
        variable $x
        call $replace(?, /a+/i, 'b')
          variable $replace
          placeholder ?
          pattern /a+/i
          text 'b'
      transform |**|{'c': null},['d']|
        descendants **
        object {'c': null}
          text 'c'
          constant null
        list ['d']
          text 'd'

    {% $a.b@$v#$i.c %}
    path $a.b@$v#$i.c
      variable $a
      index b@$v#$i
        focus b@$v
          name b
          variable $v
        variable $i
      name c
  `;
  for (const { written, expected } of samples(trees)) {
    test(written, () => {
      const { expression, problems } = parseJsonata(written);
      assert.deepEqual(problems, []);
      assert.equal(outline(expression, written).join('\n'), expected);
    });
  }

  test('half-typed text gives what is there', () => {
    const outlines: [written: string, outline: string[]][] = [
      ['{% $states. %}', ['path $states. ', '  variable $states', '  missing ']],
      ['{% $sum($x, %}', ['call $sum($x,', '  variable $sum', '  variable $x', '  missing ']],
      ['{% {"a": %}', ['object {"a":', '  text "a"', '  missing ']],
    ];
    for (const [written, expected] of outlines) {
      assert.deepEqual(
        outline(parseJsonata(written).expression, written).map((line) => line.trimEnd()),
        expected.map((line) => line.trimEnd()),
      );
    }
  });
});

suite('mistakes in JSONata', () => {
  const mistakes = String.raw`
    {%  %}
    ^^^^^^ The expression is empty.

    {% $x := %}
          ^^ The expression ends too early: a value is missing after this.

    {% 10 + / 2 %}
            ^ This pattern has no closing "/".

    {% 10 + = 2 %}
            ^ "=" can't begin a value.

    {% $a = = $b %}
            ^ "=" can't begin a value.

    {% $a == $b %}
           ^ Values are compared with a single "=".

    {% $a && $b %}
           ^ "and" is written in place of "&&".

    {% $a || $b %}
          ^ "or" is written in place of "||".

    {% !$a %}
       ^ "$not(…)" is written in place of "!".

    {% $a ?? 1 %}
           ^ The version of JSONata that Step Functions runs, 2.0.6, has no "??".

    {% $sum([1, 2) %}
                 ^ "]" is expected here, not ")".

    {% $sum(1, 2 %}
           ^ This "(" is not closed.

    {% ($a; $b %}
       ^ This "(" is not closed.

    {% $a) %}
         ^ This ")" closes nothing.

    {% $a $b %}
          ^^ "$b" can't follow here: an operator is missing before it.

    {% {"a" 1} %}
            ^ ":" is expected here, not "1".

    {% 'abc %}
       ^ This quote is not closed.

    {% "a\qb" %}
         ^^ "\q" is no escape; a backslash itself is written "\\".

    {% $match("a", /abc) %}
                   ^ This pattern has no closing "/".

    {% $match("a", /[/) %}
                   ^ This pattern has no closing "/".

    {% $match("a", /+/) %}
                   ^^^ This is no regular expression.

    {% 'it\'s' %}
          ^^ A single quote can't be escaped; put the text in double quotes.

    {% phone %.other %}
              ^ "." can't begin a value.

    {% a := 1 %}
       ^ Only a variable can be assigned: "$name := value".

    {% function(a) { 1 } %}
                ^ A parameter of a function is a variable, such as $item.

    {% $a.1 %}
          ^ 1 can't be a step of a path.

    {% $a{x: y}{x: y} %}
               ^ A step can be grouped only once.

    {% $a /* open %}
          ^^ This comment is not closed.

    {% $f(1,,2) %}
            ^ A value is missing before ",".

    {% $.store.book[?(@.price < 10)].title %}
                    ^ "?" can't begin a value.
  `;
  for (const { written, expected } of samples(mistakes)) {
    test(written, () => {
      assert.equal(draw(written, parseJsonata(written).problems), `${written}\n${expected}`);
    });
  }

  const marks = String.raw`
    {% $a
    ^^ This expression has no end: "%}" is missing.

    $a %}
       ^^ This expression has no start: "{%" is missing.

    Hello {% $name %}!
          ^^^^^^^^^^^ This is not evaluated: {% %} has to hold the whole string. Join texts inside it with "&".
  `;
  for (const { written, expected } of samples(marks)) {
    test(written, () => {
      assert.equal(draw(written, [delimiterProblem(written)].filter((each) => each !== undefined)), `${written}\n${expected}`);
    });
  }

  test('marks that are right, and texts without any', () => {
    assert.deepEqual(['{% $a %}', '{%1%}', '{%%}', 'plain', '100%', '{ "a": 1 }', ''].map(delimiterProblem), Array(7).fill(undefined));
    assert.deepEqual(['{% $a %}', '{%%}', '{%}', ' {% $a %}'].map(isJsonata), [true, true, false, false]);
    assert.deepEqual([' {% $a %}', '{% $a %}\n'].map((each) => delimiterProblem(each)?.span), [{ start: 0, end: 1 }, { start: 8, end: 9 }]);
  });

  test('nothing that can be typed on the way throws or runs forever', () => {
    for (const { written } of [...samples(mistakes), { written: "{% ($f := function($a)<n:n>{$a}; $x.y[z=1]^(>q){k: v}@$b#$c ~> |a|{}| ? /r/ : [1..2, 'x']) %}" }]) {
      for (let end = 2; end <= written.length; end++) {
        const { expression } = parseJsonata(`${written.slice(0, end)}%}`);
        checkCalls(referencesOf(expression));
      }
    }
    for (const deep of ['(', '[', '{"a":', '$f(', '-', '1+', 'a.', 'a[', 'a ? ', '$a := ', 'function($a){', 'a{', '|']) {
      const { expression } = parseJsonata(`{% ${deep.repeat(20_000)} %}`);
      referencesOf(expression);
    }
  });
});

suite('what an expression refers to', () => {
  /** The text with what is not bound inside it in angle brackets. */
  const free = (written: string): string[] => [...freeVariables(referencesOf(parseJsonata(`{% ${written} %}`).expression)).keys()];

  const cases: [written: string, free: string[]][] = [
    ['$a + $b.c[$d]', ['a', 'b', 'd']],
    ['($a := 1; $a + $b)', ['b']],
    ['($a := $a + 1; $a)', ['a']],
    ['(($a := 1); $a)', ['a']],
    ['$map($x, function($v) { $v + $y })', ['x', 'y']],
    ['($f := function($n) { $n < 1 ? 1 : $n * $f($n - 1) }; $f(5))', []],
    ['($g := function() { $later }; $later := 1; $g())', []],
    ['$library.loans@$l.books@$b[$l.isbn = $b.isbn].{"title": $b.title, "o": $o}', ['library', 'o']],
    ['$xs#$i[$i > 1].{"i": $i}', ['xs']],
    ['$map($x, $string)', ['x', 'string']],
    ['$states.input.a', []],
  ];
  for (const [written, expected] of cases) {
    test(`${written} takes ${expected.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(free(written), expected);
    });
  }

  test('$states by its fields, each with its place', () => {
    const written = '{% $states.input.order[0]."line items".$sum(price) + $states.context.Execution.Name & $states %}';
    const { variables } = referencesOf(parseJsonata(written).expression);
    const uses = variables.filter(({ node }) => node.name === 'states');
    assert.deepEqual(uses.map(({ fields }) => fields.map(({ name }) => name)), [['input', 'order', 'line items'], ['context', 'Execution', 'Name'], []]);
    assert.deepEqual(uses.map(({ fields }) => show(written, fields.map(({ span }) => span))), [['input', 'order', '"line items"'], ['context', 'Execution', 'Name'], []]);
  });

  const contexts: [written: string, reads: string[]][] = [
    ['order.id', ['order']],
    ['$states.input.order.id', []],
    ['$x[price > limit].(a + b)', []],
    ['$x^(age){city: $count($)}', []],
    ['$map($x, function($v) { price })', ['price']],
    ['$x.$map(items, function($v) { price })', []],
    ['$', ['$']],
    ['$.a', ['$']],
    ['$$.Execution.Id', ['$$']],
    ['$x[$$.a = 1]', ['$$']],
    ['{"a": b, "c": [d]}', ['b', 'd']],
    ['"a".b', ['a']],
    ['States.UUID()', ['States']],
    ['$x.*', []],
    ['*', ['*']],
  ];
  for (const [written, expected] of contexts) {
    test(`${written} reads ${expected.join(', ') || 'nothing'} from the context`, () => {
      assert.deepEqual(referencesOf(parseJsonata(`{% ${written} %}`).expression).contextReads.map(({ text }) => text), expected);
    });
  }

  test('what it binds for itself', () => {
    const { bindings } = referencesOf(parseJsonata('{% ($a := 1; $f := function($p) { $p }; $x.y@$v#$i) %}').expression);
    assert.deepEqual(bindings.map(({ kind, node }) => `${kind} ${node.name}`), ['assignment a', 'assignment f', 'parameter p', 'focus v', 'index i']);
  });
});

suite('calls in JSONata', () => {
  const calls = String.raw`
    {% $randomSeeded(1) %}
       ^^^^^^^^^^^^^ There is no function "$randomSeeded". Did you mean "$random"?

    {% $Sum([1]) %}
       ^^^^ There is no function "$Sum". Did you mean "$sum"?

    {% $eval('1') %}
       ^^^^^ Step Functions has no $eval. Use $parse to read JSON text.

    {% $partition([1, 2, 3]) %}
                 ^^^^^^^^^^^ $partition(list, size) takes 2 arguments, but has 1.

    {% $uppercase() %}
                 ^^ $uppercase(str) takes 1 argument, but has none.

    {% $substring('abc') %}
                 ^^^^^^^ $substring(str, start[, length]) takes 2 to 3 arguments, but has 1.

    {% 'abc' ~> $substring(1, 2, 3) %}
                          ^^^^^^^^^ $substring(str, start[, length]) takes 2 to 3 arguments, but has 4.

    {% $uuid(1) %}
            ^^^ $uuid() takes no arguments, but has 1.

    {% $uppercase(1) %}
                  ^ $uppercase takes a text here (str).

    {% $contains('a', 1) %}
                      ^ $contains takes a text or a pattern here (pattern).

    {% $filter([1], 'x') %}
                    ^^^ $filter takes a function here (function).
  `;
  for (const { written, expected } of samples(calls)) {
    test(written, () => {
      assert.equal(draw(written, checkCalls(referencesOf(parseJsonata(written).expression))), `${written}\n${expected}`);
    });
  }

  test('says nothing of calls that are right, or that nothing certain can be said about', () => {
    const right = [
      "'a' ~> $uppercase()",
      '$x.$uppercase()',
      '$x[$contains("a")]',
      '$map($x, $string)',
      '$substring(?, 1)',
      '$zip([1], [2], [3])',
      '($f := function($a) { $a }; $f(1, 2, 3))',
      '$sum(1)',
      '$random()',
      '$random(42)',
      '$reduce([1], function($a, $b) { $a + $b }, 0)',
      'function($f) { $f(1) }',
      '$now("[Y]")',
      '$toMillis("2020")',
    ];
    for (const written of right) {
      const { expression, problems } = parseJsonata(`{% ${written} %}`);
      assert.deepEqual([written, problems, checkCalls(referencesOf(expression))], [written, [], []]);
    }
  });

  test('the table: no name twice, every parameter read, what Step Functions adds is there', () => {
    assert.equal(new Set(jsonataFunctions.map(({ name }) => name)).size, jsonataFunctions.length);
    assert.deepEqual(jsonataFunctions.filter(({ parameters }) => parameters.some(({ name, types }) => name === '' || types.length === 0)), []);
    assert.deepEqual(jsonataFunctions.filter(({ added }) => added).map(jsonataSignature), [
      '$partition(list, size)',
      '$range(first, last, step)',
      '$hash(content, algorithm)',
      '$random([seed])',
      '$uuid()',
      '$parse(json)',
    ]);
    assert.equal(jsonataFunctionNamed('toString'), undefined);
  });
});

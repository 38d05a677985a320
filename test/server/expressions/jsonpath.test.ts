import assert from 'node:assert/strict';
import { parsePath } from '../../../server/src/expressions/jsonpath/parse';
import { givesList, isReferencePath, whyNotReference } from '../../../server/src/expressions/jsonpath/reference';
import type { Operand, Path, Step, Test } from '../../../server/src/expressions/jsonpath/tree';
import { dedent } from '../../support/fixture';
import { draw } from './draw';

/** The path spelled from its tree, in one manner. */
function spelled({ root, steps }: Path): string {
  const start = { input: '$', context: '$$', element: '@', missing: '', variable: `$${root.kind === 'variable' ? root.name : ''}` }[root.kind];
  return start + steps.map(step).join('');
}

function step(each: Step): string {
  switch (each.kind) {
    case 'member':
      return `['${each.name}']`;
    case 'members':
      return `[${each.names.map(({ name }) => `'${name}'`).join()}]`;
    case 'index':
      return `[${String(each.index)}]`;
    case 'indexes':
      return `[${each.indexes.join()}]`;
    case 'slice':
      return `[${String(each.from ?? '')}:${String(each.to ?? '')}]`;
    case 'wildcard':
      return '[*]';
    case 'descent':
      return '..';
    case 'filter':
      return `[?${filter(each.test)}]`;
    case 'function':
      return `.${each.name}(${each.arguments.map(operand).join()})`;
  }
}

function filter(test: Test): string {
  switch (test.kind) {
    case 'and':
    case 'or':
      return `(${filter(test.left)} ${test.kind} ${filter(test.right)})`;
    case 'not':
      return `not ${filter(test.test)}`;
    case 'comparison':
      return `${operand(test.left)} ${test.operator} ${operand(test.right)}`;
    case 'exists':
      return operand(test.operand);
  }
}

function operand(each: Operand): string {
  switch (each.kind) {
    case 'path':
      return spelled(each);
    case 'pattern':
      return `/${each.source}/${each.flags}`;
    case 'word':
      return each.text;
    case 'literal':
    case 'json':
      return JSON.stringify(each.value);
  }
}

suite('JSONPath', () => {
  const trees: [written: string, tree: string][] = [
    ['$', '$'],
    ['$$', '$$'],
    ['$order', '$order'],
    ['$größe[0]', '$größe[0]'],
    ['$.a.b', "$['a']['b']"],
    ['$$.Execution.Input', "$$['Execution']['Input']"],
    ["$['a b']", "$['a b']"],
    ['$["a"]', "$['a']"],
    ["$[ 'a' ][ 0 ][ * ]", "$['a'][0][*]"],
    ["$['it\\'s']", "$['it's']"],
    [String.raw`$['Test\""Name"']`, String.raw`$['Test\""Name"']`],
    ['$.a-b.1st.c:d.$e.f@', "$['a-b']['1st']['c:d']['$e']['f@']"],
    ['$.a[-1]', "$['a'][-1]"],
    ['$.a[1:3]', "$['a'][1:3]"],
    ['$.a[1:]', "$['a'][1:]"],
    ['$.a[:2]', "$['a'][:2]"],
    ['$.a[0:4:2]', "$['a'][0:4]"],
    ['$.a[0,2]', "$['a'][0,2]"],
    ["$['a','b']", "$['a','b']"],
    ['$.a[*].*', "$['a'][*][*]"],
    ['$..a', "$..['a']"],
    ['$..[0]', '$..[0]'],
    ['$..*', '$..[*]'],
    ['$.a.[0]', "$['a'][0]"],
    ['$.a.length()', "$['a'].length()"],
    [" $.a ", "$['a']"],
    ['$.a[?(@.b)]', "$['a'][?@['b']]"],
    ['$.a[?(@.b == 1 && @.c != null || !@.d)]', "$['a'][?((@['b'] == 1 and @['c'] != null) or not @['d'])]"],
    ['$.a[?(@.b.c<1.5)]', "$['a'][?@['b']['c'] < 1.5]"],
    ["$.a[?(@ == 'it\\'s')]", `$['a'][?@ == "it's"]`],
    ["$.a[?(@.b in ['x', 1])]", `$['a'][?@['b'] in ["x",1]]`],
    ['$.a[?(@.b =~ /x.*\\/y/i)].c', "$['a'][?@['b'] =~ /x.*\\/y/i]['c']"],
    ["$.a[?(@['b'] > $.c[0])]", "$['a'][?@['b'] > $['c'][0]]"],
    ['$.a[?(@.length() > 2)]', "$['a'][?@.length() > 2]"],
    ['$.a[?((@.b || @.c) && @.d)]', "$['a'][?((@['b'] or @['c']) and @['d'])]"],
    ['$.a[?(@.b empty true)]', "$['a'][?@['b'] empty true]"],
  ];
  for (const [written, tree] of trees) {
    test(written, () => {
      const { path, problems } = parsePath(written);
      assert.deepEqual(problems, []);
      assert.equal(spelled(path), tree);
      checkSpans(path, written);
    });
  }

  const broken = String.raw`
    Test
    ^^^^ A path starts with "$".

    $.
     ^ A step is missing after this.

    $.a..
       ^^ A step is missing after this.

    $.a...b
         ^ A step is missing between the dots.

    $.a[
       ^ This "[" is not closed.

    $.a[]
        ^ An index or a name is missing in the brackets.

    $.a[0
       ^ This "[" is not closed.

    $.a['b
        ^ This quote is not closed.

    $.a['b']c
            ^ This can't follow a step: a path goes on with "." or "[".

    $.with space
          ^ A name with a blank has to stand in brackets, as in ['my name'].

    $. a
      ^ A name is expected after the dot.

    $.a'b
       ^ "'" can't stand in a name after a dot.

    $.a[b]
        ^ In brackets stands an index, a name in quotes, "*" or a filter "?(…)".

    $.a[::2]
         ^ A slice needs a number before or after its colon.

    $.a[0,]
          ^ A whole number is expected here.

    $.a[0 1]
          ^ A "]" is expected here.

    $.a[?@.b]
         ^ A filter stands in parentheses: "?(…)".

    $.a[?()]
          ^ A value is expected here: a path from "@", a number, or a text in quotes.

    $.a[?(@.b == )]
                 ^ A value is expected here: a path from "@", a number, or a text in quotes.

    $.a[?(@.b == 1]
                  ^ An operator or ")" is expected here.

    $.a[?(@.b == RECEIPT)]
                 ^^^^^^^ Text belongs in quotes here: 'RECEIPT'.

    $.a[?(@.b =~ /x)]
                 ^ This pattern has no closing "/".

    $.a.match()
        ^^^^^ Paths have no function "match".

    $my-var
       ^^^^ This can't follow a step: a path goes on with "." or "[".
  `;
  for (const sample of dedent(broken).trimEnd().split('\n\n')) {
    const [written = ''] = sample.split('\n');
    test(`broken: ${written}`, () => {
      assert.equal(draw(written, parsePath(written).problems), sample);
    });
  }

  test('a path inside another text has its spans there', () => {
    const text = "States.Format('{}', $.a[0])";
    const { path, problems } = parsePath(text, 20, 26);
    assert.deepEqual([spelled(path), path.span, path.steps[1]?.span, problems], ["$['a'][0]", { start: 20, end: 26 }, { start: 23, end: 26 }, []]);
  });

  test('nothing that can be typed on the way throws or runs forever', () => {
    for (const [written] of trees) {
      for (let end = 0; end <= written.length; end++) {
        parsePath(written.slice(0, end));
        parsePath(written.slice(end));
      }
    }
    for (const deep of ['$[?('.repeat(50_000), `$[?(${'('.repeat(50_000)}`, `$[?(${'!'.repeat(50_000)}`, `$[?(@.a in ${'['.repeat(50_000)}`, '$' + '.a'.repeat(50_000)]) {
      parsePath(deep);
    }
  });
});

/** Spans lie inside one another, and a step's text reads back as that step. */
function checkSpans(path: Path, text: string): void {
  for (const each of path.steps) {
    assert.ok(each.span.start >= path.root.span.end && each.span.end <= path.span.end);
    if (each.kind === 'member') {
      assert.equal(text.slice(each.nameSpan.start, each.nameSpan.end).replaceAll("\\'", "'"), each.name);
    }
  }
}

suite('reference paths', () => {
  test('pick one name or one index at a time', () => {
    for (const written of ['$', '$.a.b', "$['a'][0]", '$$.Execution.Input', '$order.items[2]', '$.a[-1]', '$.delivery-partner', "$['a@b']"]) {
      assert.equal(isReferencePath(parsePath(written).path), true, written);
    }
  });

  const others: [sample: string, reason: string][] = [
    ['$.a<[*]>.b', 'the wildcard "*"'],
    ['$<..>a', 'the descent ".."'],
    ['$.a<[?(@.b)]>', 'a filter'],
    ['$.a<[0:2]>', 'a slice'],
    ['$.a<[0,1]>', 'several indexes'],
    ["$<['a','b']>", 'several names'],
    ['$.a<.length()>', 'the function "length"'],
  ];
  for (const [sample, reason] of others) {
    test(`${sample} is none`, () => {
      const written = sample.replace(/[<>]/g, '');
      const found = whyNotReference(parsePath(written).path);
      assert.equal(found?.reason, reason);
      assert.equal(`${written.slice(0, found.span.start)}<${written.slice(found.span.start, found.span.end)}>${written.slice(found.span.end)}`, sample);
    });
  }

  test('which paths always give a list', () => {
    const lists = ['$.a[*]', '$..a', '$.a[?(@.b)].c', '$.a[1:]', '$.a[0,1]', "$['a','b'].c"];
    const single = ['$', '$.a[0]', "$['a','b']", '$.a.length()'];
    assert.deepEqual(lists.filter((each) => !givesList(parsePath(each).path)), []);
    assert.deepEqual(single.filter((each) => givesList(parsePath(each).path)), []);
  });
});

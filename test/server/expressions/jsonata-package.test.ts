// Our tree against the package's: every span is the text of what it stands for, and a mistake keeps the package's code.
import assert from 'node:assert/strict';
import jsonata from 'jsonata';
import { parseJsonata } from '../../../server/src/expressions/jsonata/parse';
import { childrenOf, type Expression } from '../../../server/src/expressions/jsonata/tree';
import { jsonataArity, jsonataFunctions } from '../../../server/src/spec/jsonata-functions';

/** The code with which the package refuses an expression; `undefined` where it takes it. */
function refusal(written: string): string | undefined {
  try {
    jsonata(written);
    return undefined;
  } catch (error) {
    // What is no regular expression comes through as the engine's own error.
    return (error as { code?: string }).code ?? 'S0299';
  }
}

/** What a node's text has to be; `undefined` where more than one text would do. */
function expected(node: Expression): RegExp | string | undefined {
  switch (node.kind) {
    case 'variable':
      return `$${node.name}`;
    case 'name':
      return new RegExp(`^(\\x60?)${escaped(node.name)}\\1$`);
    case 'wildcard':
      return '*';
    case 'descendants':
      return '**';
    case 'parent':
      return '%';
    case 'placeholder':
      return '?';
    case 'constant':
      return String(node.value);
    case 'pattern':
      return `/${node.source}/${node.flags}`;
    case 'text':
      return /^(".*"|'.*')$/s;
    case 'number':
      return /^\d[\d.eE+-]*$/;
    case 'block':
      return /^\(.*\)$/s;
    case 'list':
      return /^\[.*\]$/s;
    case 'object':
      return /^\{.*\}$/s;
    case 'lambda':
      return /^(function|λ).*\}$/s;
    case 'transform':
      return /^\|.*\|$/s;
    case 'negation':
      return /^-/;
    case 'call':
      return /\)$/;
    case 'filter':
      return /\]$/;
    default:
      return undefined;
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Complains about each span that is not that of its node. */
function checkSpans(node: Expression, text: string): void {
  const slice = ({ start, end }: Expression['span']): string => text.slice(start, end);
  const own = slice(node.span);
  const want = expected(node);
  if (typeof want === 'string') {
    assert.equal(own, want, text);
  } else if (want) {
    assert.match(own, want, text);
  }
  if (node.kind === 'text' || node.kind === 'number') {
    assert.equal((jsonata(own).ast() as { value?: unknown }).value, node.value, text);
  } else if (node.kind === 'binary') {
    assert.equal(slice(node.operatorSpan), node.operator, text);
  } else if (node.kind === 'call') {
    assert.match(slice(node.argumentsSpan), /^\(.*\)$/s, text);
  } else if (node.kind === 'lambda' && node.signature) {
    assert.match(slice(node.signature), /^<.*>$/s, text);
  }
  const children = childrenOf(node);
  for (const [index, child] of children.entries()) {
    assert.ok(child.span.start >= (children[index - 1]?.span.end ?? node.span.start) && child.span.end <= node.span.end, `${text}: ${own} holds ${slice(child.span)}`);
    checkSpans(child, text);
  }
}

/** The kinds of a tree, outer ones first. */
function shape(node: Expression): string {
  return `${node.kind}(${childrenOf(node).map(shape).join()})`;
}

/** What is no expression by itself. */
function isPartial(node: Expression): boolean {
  return node.kind === 'parent' || node.kind === 'range' || node.kind === 'placeholder' || (node.kind !== 'list' && node.kind !== 'call' && childrenOf(node).some(isPartial));
}

function checkAlone(node: Expression, text: string): void {
  const own = text.slice(node.span.start, node.span.end);
  if (!isPartial(node) && refusal(own) !== 'S0217') {
    const { expression, problems } = parseJsonata(`{%${own}%}`);
    assert.deepEqual([own, problems, shape(expression)], [own, [], shape(node)], text);
  }
  childrenOf(node).forEach((child) => checkAlone(child, text));
}

const expressions = [
  '$states.input.order[price > 5 and name in ["a", "b"]].id',
  '($total := $sum($states.input.items.price); {"total": $total, "many": $total > 100 ? "yes" : "no"})',
  '$map($states.input.items, function($v, $i, $a) { $merge([$v, {"index": $i + 1}]) })',
  "$states.input.name ~> $uppercase() ~> $replace(/[^a-z]+/i, '-')",
  '$filter($xs, function($x) { $not($x.done) and $x.age >= -1.5e3 })^(>age, <name){city: $count($)}',
  '$states.input ~> |items[done = true]|{"done": false, "at": $now()}, ["note", `odd name`]|',
  'library.loans@$l.books@$b[$l.isbn = $b.isbn]#$i.{"title": $b.title, "i": $i}',
  '[1..10, [], {}][0].*.** & "\\u0041\\n" /* note */ != null',
  '($f := λ($a)<n-n?:n>{ $a % 2 = 0 }; $g(?, 1))',
];
/** What makes the start of a part hard to find. */
const awkward = [
  '`a b`.`c`["it\\"s"]', "'\\\\' & \"\\\\\"", 'a1e-3 & 1e-3', '-5 - -5 - - -$x', '--1.5e+3', '/* ( */ ( /* ) */ $a /* ; */ ; ) /* ] */ [ 0 ] /* [ */ [ ]', '[1..$b.c,-1]', '"a"."b".c',
  '$match(a,/(a\\/b)[/]/im)', 'a/b/c', 'and.or.in', 'and and or or in in x', '$a[]:=b[]', 'function($a[], $b)<n-n?:n>{$a}', '($f := λ(){ $g(1) }; $f())', '$f(?)(1)($x)[0](2)', '$a{"k": b}.c{"l": d}[0][]', '(a){b: c}.d{e: f}',
  'a.b^(<c, >d[0])[1].e@$v#$i[2]', '$x#$i@$y[0].z', 'a.(b;c).[d].{"e": f}.$g()', 'x.y[%.z = 1].%.w', '|$.a|{"b": 1}|', 'a ? b : c ? d', '$ ~> $f ~> $g(1)', '*.**[*]', '$états.ключ.\u00a0x', '- a{b: c}', 'a."b c"@$d.e', '5{a: b}',
];
const words = [
  'a', 'b', '$x', '$', '$$', '$f', '(', ')', '[', ']', '{', '}', ',', ';', ':', '.', '..', ':=', '?', '+', '-', '*', '**', '/', '%', '=', '!=', '<', '<=', '>', '>=', '~>', '^', '&',
  'and', 'or', 'in', '@', '#', '|', '!', '~', ' ', ' ', '1', '0', '1.5', '"s"', "'t'", '`q`', 'true', 'null', '/r/i', '/', 'function', 'function($a){', 'λ', '/* c */', '"', '\\', '^(',
  '@$v', '#$i', '[0]', '.b', '{a:b}', '(1)', '[]', 'a.b',
];

/** The same numbers every time, so that a failure can be seen again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Words in a row, or an expression with a few slips in it. */
function random(pick: (below: number) => number, round: number): string {
  if (round % 2 === 0) {
    return Array.from({ length: 1 + pick(9) }, () => words[pick(words.length)]).join(pick(3) > 0 ? ' ' : '');
  }
  let written = expressions[pick(expressions.length)] ?? '';
  for (let slips = 1 + pick(3); slips > 0; slips--) {
    const at = pick(written.length + 1);
    const changes = [written.slice(0, at), written.slice(0, at) + written.slice(at + 1 + pick(3)), `${written.slice(0, at)}${words[pick(words.length)] ?? ''}${written.slice(at)}`, written.slice(at)];
    written = changes[pick(changes.length)] ?? '';
  }
  return written;
}

suite('JSONata and the package', () => {
  test('every part has its own text', () => {
    for (const written of [...expressions, ...awkward]) {
      const text = `{%${written}%}`;
      const { expression, problems } = parseJsonata(text);
      assert.deepEqual([written, problems], [written, []]);
      checkSpans(expression, text);
      checkAlone(expression, text);
    }
  });

  test('the same of expressions that nobody would write; of the others, the part before the mistake', () => {
    const pick = numbers(5);
    let taken = 0;
    for (let round = 0; round < 6_000; round++) {
      const written = random(pick, round);
      const text = `{%${written}%}`;
      const { expression, problems } = parseJsonata(text);
      const code = refusal(written);
      assert.equal(problems.length > 0, code !== undefined, text);
      if (code === undefined) {
        taken++;
        checkSpans(expression, text);
      } else {
        const [problem] = problems;
        assert.ok(problem && problem.span.start >= 0 && problem.span.end <= text.length && problem.span.start < problem.span.end, `${text}: ${code}`);
        assert.ok(problem.code === code || problem.code === 'empty-expression', text);
      }
    }
    assert.ok(taken > 800, `only ${taken} were taken`);
  });

  test('what the package finds by itself, in words and in its place', () => {
    const mistakes: [written: string, code: string, place: string][] = [
      ['1 +', 'S0207', '+'], ['"a', 'S0101', '"'], ['1e999', 'S0102', '1e999'], ['"\\q"', 'S0103', '\\q'], ['"\\u00x0"', 'S0104', '\\u'], ['a & `b', 'S0105', '`'], ['1 /* a', 'S0106', '/*'],
      ['a b', 'S0201', 'b'], ['$a "it\'s"', 'S0201', '"it\'s"'], ['(a]', 'S0202', ']'], ['[(a)', 'S0203', '['], ['a ! b', 'S0204', '!'], ['function(a){1}', 'S0208', 'a'], ['$x{a:b}[0]', 'S0209', '['],
      ['a{b:c}{d:e}', 'S0210', '{'], ['+ 1', 'S0211', '+'], ['a := 1', 'S0212', 'a'], ['$a.1', 'S0213', '1'], ['a@b', 'S0214', '@'], ['a[0]@$b', 'S0215', '@'], ['a^(b)@$c', 'S0216', '@'], ['%.a', 'S0217', '%'],
      ['$f(/a/, 1 / 2, /+/)', 'S0299', '/+/'], ['$f(//)', 'S0301', '//'], ['$f(a / 2, /b', 'S0302', '/'], ['function($a)<n<s>>{1}', 'S0401', '<'], ['function($a)<(a<n>)>{1}', 'S0402', '('],
    ];
    for (const [written, code, place] of mistakes) {
      const text = `{%${written}%}`;
      const [problem] = parseJsonata(text).problems;
      assert.deepEqual([written, refusal(written)], [written, code]);
      assert.deepEqual([written, problem?.code, text.slice(problem?.span.start, problem?.span.end)], [written, code, place]);
    }
  });

  test('know the same functions, and numbers of arguments', async () => {
    for (const spec of jsonataFunctions.filter(({ added, refused }) => !added && refused === undefined)) {
      const { least, most } = jsonataArity(spec);
      assert.equal(await jsonata(`$exists($${spec.name})`).evaluate(undefined), true, spec.name);
      if (Number.isFinite(most)) {
        const args = Array.from({ length: most + 1 }, () => '"x"').join();
        await assert.rejects(jsonata(`$${spec.name}(${args})`).evaluate(undefined), { code: 'T0410' }, `${spec.name} takes more than ${String(most)}`);
      }
      assert.ok(least <= most);
    }
  });
});

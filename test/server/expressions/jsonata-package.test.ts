// The grammar against the package that AWS runs: what one takes, the other takes, and a mistake has the same code.
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

/** `%` and signatures are left to the run. */
function isLeftOpen(node: Expression): boolean {
  return node.kind === 'parent' || (node.kind === 'lambda' && node.signature !== undefined) || childrenOf(node).some(isLeftOpen);
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
  '$f := λ($a)<n-n?:n>{ $a % 2 = 0 }; $g(?, 1)',
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
  test('take the same expressions', () => {
    const pick = numbers(5);
    let taken = 0;
    for (let round = 0; round < 20_000; round++) {
      const written = random(pick, round);
      const { expression, problems } = parseJsonata(`{%${written}%}`);
      const theirs = refusal(written);
      if (!isLeftOpen(expression)) {
        assert.equal(problems.length > 0, theirs !== undefined, `${JSON.stringify(written)}: ${problems[0]?.code ?? 'taken'} here, ${theirs ?? 'taken'} there`);
      }
      taken += theirs === undefined ? 1 : 0;
    }
    assert.ok(taken > 2500, `only ${String(taken)} were taken`);
  });

  test('give a mistake the same code', () => {
    const mistakes = ['1 +', '"a', '1e999', '"\\q"', '"\\u00x0"', '`a', '/* a', 'a b', '(a]', '(a', 'a ! b', 'function(a){1}', '$x{a:b}[0]', 'a{b:c}{d:e}', '+ 1', 'a := 1', 'a.1', 'a@b', 'a[0]@$b', 'a^(b)@$c', '/(/', '$f(//)', '/a', '/+/'];
    for (const written of mistakes) {
      assert.deepEqual([written, parseJsonata(`{%${written}%}`).problems[0]?.code], [written, refusal(written)]);
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

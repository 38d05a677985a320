// The same for YAML, where the value of the innermost key is read anew.
import assert from 'node:assert/strict';
import { AslDocument } from '../../../server/src/analysis/document';
import { reparse } from '../../../server/src/syntax/reparse';
import { property } from '../../../server/src/syntax/tree';
import { firstErrors } from '../../../server/src/syntax/yaml/first-errors';
import { errorsIn, parseYaml } from '../../../server/src/syntax/yaml/parse';
import { dedent } from '../../support/fixture';
import { plain } from '../../support/tree';

/** Others beside them, as only a small part of a text is read for itself. */
const others = Array.from({ length: 60 }, (_, index) => `  Other ${String(index)}: {Type: Succeed}\n`).join('');

const before = dedent(`
  # A pipeline
  StartAt: A
  States:
    A:
      Type: Choice
      Choices:
      - Variable: $.count
        NumericGreaterThan: 3
        Next: B
      - Variable: "$.kind"
        StringEquals: |
          a
          b

        Next: B # there
      Default: B

    # The last
    B:
      Type: Wait
      Seconds: 30
`) + others;

suite('a YAML tree that is taken over', () => {
  const edits: readonly [title: string, from: string, to: string][] = [
    ['a letter in a value', '$.count', '$.counts'],
    ['a value less', 'GreaterThan: 3', 'GreaterThan:'],
    ['a line more in a block scalar', '        b\n', '        b\n        c\n'],
    ['a field more', 'Seconds: 30', 'Seconds: 30\n    Comment: Why'],
    ['a list item less', '- Variable: "$.kind"\n', '  Comment: "$.kind"\n'],
    ['a comment', 'Default: B', 'Default: B # else'],
    ['a value in braces', 'Seconds: 30', 'Seconds: {a: [1]}'],
  ];
  for (const [title, from, to] of edits) {
    test(title, () => {
      const text = before.replace(from, to);
      assert.notEqual(text, before);
      const tree = reparse(parseYaml(before), text);
      assert.ok(tree, 'it is read as a whole');
      assert.deepEqual(plain(tree.root), plain(parseYaml(text).root));
      assert.equal(tree.text, text);
    });
  }

  test('what the edit does not touch stays the same node', () => {
    const old = parseYaml(before);
    const [a, b] = ['A', 'B'].map((name) => property(property(old.root, 'States')?.value, name)?.value);
    const now = property(reparse(old, before.replace('30', '60'))?.root, 'States')?.value;
    assert.equal(property(now, 'A')?.value, a);
    assert.equal(property(now, 'B')?.value, b);
  });

  const wholes: readonly [title: string, from: string, to: string][] = [
    ['a state\'s own name', '  B:\n', '  Bee:\n'],
    ['an alias', 'Seconds: 30', 'Seconds: *thirty'],
    ['a quote that swallows what follows', 'Default: B', 'Default: "B'],
    ['a line further out', '    Seconds: 30', '  Seconds: 30'],
    ['a second document', 'Seconds: 30', 'Seconds: 30\n---'],
  ];
  for (const [title, from, to] of wholes) {
    test(`${title} has it read as a whole`, () => {
      const old = parseYaml(before);
      assert.equal(reparse(old, before.replace(from, to)), undefined);
      assert.deepEqual(plain(old.root), plain(parseYaml(before).root));
    });
  }

  test('a text that has an alias is read as a whole: what stands for another place moves with that', () => {
    const text = before.replace('Seconds: 30', 'Seconds: &thirty 30').replace('Type: Succeed', 'Type: Wait, Seconds: *thirty');
    assert.equal(reparse(parseYaml(text), text.replace('$.count', '$.counts')), undefined);
  });
});

for (const [notation, text, broken, mended] of [
  ['yaml', before, before.replace('Seconds: 30', 'Sec'), before.replace('Seconds: 30', 'Seconds: 60')],
  ['json', '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 30 } } }', '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Sec } } }', '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 60 } } }'],
] as const) {
  test(`a ${notation} text that was broken for a while is taken over from the last version in order`, () => {
    const first = new AslDocument(text, notation);
    const { root } = first.tree;
    const second = new AslDocument(broken, notation, {}, first);
    assert.ok(second.tree.problems.length > 0);
    const third = new AslDocument(mended, notation, {}, second);
    assert.equal(third.tree.root, root, 'it is read as a whole');
    assert.deepEqual(plain(third.tree.root), plain(new AslDocument(mended, notation).tree.root));
    assert.deepEqual(plain(first.tree.root), plain(new AslDocument(text, notation).tree.root));
  });
}

suite('a broken YAML text after a version in order', () => {
  for (const [title, from, to] of [
    ['a key without its colon', 'Seconds: 30', 'Seconds: 30\n    Com'],
    ['a quote without its twin', 'Default: B', 'Default: "B'],
    ['a line out of its column', '    Default: B', '   Default: B'],
    ['a bracket without its twin', 'Seconds: 30', 'Seconds: [30'],
  ] as const) {
    test(`${title} is read as if there had been none`, () => {
      const first = new AslDocument(before, 'yaml');
      assert.deepEqual(first.tree.problems, []);
      const text = before.replace(from, to);
      const [second, alone] = [new AslDocument(text, 'yaml', {}, first), new AslDocument(text, 'yaml')];
      assert.ok(alone.tree.problems.length > 0);
      assert.deepEqual(plain(second.tree.root), plain(alone.tree.root));
      assert.deepEqual(second.tree.problems, alone.tree.problems);
    });
  }
});

suite('what is wrong in a long YAML text that was in order before', () => {
  const tree = parseYaml(before);
  for (const [title, from, to, isNear] of [
    ['a key without its colon', 'Seconds: 30', 'Seconds: 30\n    Com', true],
    ['a quote without its twin, though another one follows', 'Variable: $.count', 'Variable: "$.count', true],
    ['a bracket without its twin', 'NumericGreaterThan: 3', 'NumericGreaterThan: [3', true],
    ['a line out of its column', '    Default: B', '   Default: B', true],
    ['a quote that no other one follows', 'Seconds: 30', 'Seconds: "30', false],
  ] as const) {
    test(`${title} is found ${isNear ? 'in the lines around' : 'in the whole'}`, () => {
      const text = before.replace(from, to);
      const [near] = firstErrors(tree, text, errorsIn) ?? [];
      const [first] = errorsIn(text);
      assert.ok(first);
      assert.deepEqual(near && [near.pos, near.message], isNear ? [first.pos, first.message] : undefined);
    });
  }

  test('a key that runs into its value is told as in the whole, where it is not the first', () => {
    const quoted = before.replace('  B:\n', '  "B":\n');
    const text = quoted.replace('"B":\n    Type', '"B":"Type');
    assert.deepEqual(firstErrors(parseYaml(quoted), text, errorsIn)?.[0]?.message, errorsIn(text)[0]?.message);
  });
});

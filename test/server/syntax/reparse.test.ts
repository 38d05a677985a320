// A text is edited, and its tree taken over. «» stand around what is read anew.
import assert from 'node:assert/strict';
import { parseJson } from '../../../server/src/syntax/json/parse';
import { parse } from '../../../server/src/syntax/parse';
import { reparse } from '../../../server/src/syntax/reparse';
import { property } from '../../../server/src/syntax/tree';
import { plain } from '../../support/tree';

const before = '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Wait", "Seconds": [1, { "x": 2 }] } } }';

suite('a tree that is taken over', () => {
  const edits: readonly [title: string, from: string, to: string][] = [
    ['a letter in a state', '"Pass"', '"Passs"'],
    ['a field more', '"Next": "B"', '"Next": "B", "Comment": "{}"'],
    ['a field less', '"Type": "Pass", ', ''],
    ['a list item', '[1, ', '[1, 1, [], '],
    ['an object in a list', '{ "x": 2 }', '{ "x": { "y": 2 } }'],
    ['a value that the deployment fills in', '"x": 2', '"Fn::Sub": "${x}"'],
    ['a name', '"B": {', '"Bee": {'],
    ['a state more', '"States": { ', '"States": { "New": { "Type": "Succeed" }, '],
    ['a state less', ', "B": { "Type": "Wait", "Seconds": [1, { "x": 2 }] }', ''],
  ];
  for (const [title, from, to] of edits) {
    test(title, () => {
      const text = before.replace(from, to);
      const tree = reparse(parseJson(before), text);
      assert.ok(tree, 'it is read as a whole');
      assert.deepEqual(plain(tree.root), plain(parseJson(text).root));
      assert.equal(tree.text, text);
    });
  }

  test('what the edit does not touch stays the same node', () => {
    const old = parseJson(before);
    const states = property(old.root, 'States')?.value;
    const [a, b] = [property(states, 'A')?.value, property(states, 'B')?.value];
    const tree = reparse(old, before.replace('"Pass"', '"Task"'));
    const now = property(tree?.root, 'States')?.value;
    assert.notEqual(property(now, 'A')?.value, a);
    assert.equal(property(now, 'B')?.value, b);
  });

  const wholes: readonly [title: string, from: string, to: string][] = [
    ['an edit of the outermost object', '"StartAt"', '"StartsAt"'],
    ['a bracket too many', '"Next": "B" }', '"Next": "B" } }'],
    ['a quote that swallows what follows', '"Pass", ', '"Pass, '],
    ['a comment', '"Next": "B"', '"Next": "B" // then'],
    ['a text behind the end', '] } } }', '] } } } x'],
  ];
  for (const [title, from, to] of wholes) {
    test(`${title} has it read as a whole`, () => {
      const old = parseJson(before);
      assert.equal(reparse(old, before.replace(from, to)), undefined);
      assert.deepEqual(plain(old.root), plain(parseJson(before).root));
    });
  }
});

suite('a broken JSON text after a version in order', () => {
  const sound = parse('{\n  "StartAt": "A",\n  "States": {\n    "A": { "Type": "Wait", "Seconds": ${Delay}, "Next": "B" },\n    "B": { "Type": "Succeed" }\n  }\n}\n', 'json');
  for (const [title, from, to] of [
    ['a name without its value', '"Next": "B"', '"Next"'],
    ['a quote without its twin', '"Wait"', '"Wait'],
    ['a quote where a name begins', '"Type": "Succeed"', '"Type": "Succeed", "'],
    ['a comma too few', '"Wait",', '"Wait"'],
    ['a brace too few', '"Succeed" }', '"Succeed"'],
    ['a brace too many', '"Succeed" }', '"Succeed" }}'],
    ['a comment', '"B": {', '// the last\n"B": {'],
    ['nothing', 'Delay', 'Delay'],
  ] as const) {
    test(`${title} is read as if there had been none`, () => {
      const before = plain(sound.root);
      const text = sound.text.replace(from, to);
      const [taken, alone] = [parse(text, 'json', false, sound), parse(text, 'json')];
      assert.deepEqual([taken.problems, taken.isOpen, plain(taken.root)], [alone.problems, alone.isOpen, plain(alone.root)]);
      assert.deepEqual(plain(sound.root), before);
    });
  }
});

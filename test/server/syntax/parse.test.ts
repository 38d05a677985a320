import assert from 'node:assert/strict';
import { parse } from '../../../server/src/syntax/parse';
import type { Node, Notation } from '../../../server/src/syntax/tree';

/** The value that a tree stands for. */
function value(node: Node | undefined): unknown {
  switch (node?.kind) {
    case 'object':
      return Object.fromEntries(node.properties.map((property) => [property.key.value, value(property.value)]));
    case 'array':
      return node.items.map(value);
    case 'null':
      return null;
    default:
      return node?.value;
  }
}

const read = (text: string, notation: Notation = 'yaml'): unknown => value(parse(text, notation).root);

suite('one tree for both notations', () => {
  test('the same machine is the same tree', () => {
    assert.deepEqual(read('StartAt: A\nStates:\n  A: {Type: Wait, Seconds: 5, End: true}\n'), {
      StartAt: 'A',
      States: { A: { Type: 'Wait', Seconds: 5, End: true } },
    });
    assert.deepEqual(read('{"a": [1, "two", true, null, {"b": -1.5e3}]}', 'json'), { a: [1, 'two', true, null, { b: -1500 }] });
  });

  test('spans cover what was written, quotes and all', () => {
    const written = (text: string, notation: Notation): string[] => {
      const { root } = parse(text, notation);
      return root?.kind === 'object' ? root.properties.map((property) => text.slice(property.value?.span.start, property.value?.span.end)) : [];
    };
    assert.deepEqual(written('{"a": "x\\u00e9", "b": [1, 2], "c": {} }', 'json'), ['"x\\u00e9"', '[1, 2]', '{}']);
    assert.deepEqual(written("a: 'it''s'\nb: plain text # note\nc: [1, 2]\n", 'yaml'), ["'it''s'", 'plain text', '[1, 2]']);
  });

  test('anchors, aliases and merge keys: the map\'s own keys win', () => {
    assert.deepEqual(read('base: &base\n  Type: Pass\n  End: true\nA: *base\nB:\n  <<: *base\n  Type: Succeed\n'), {
      base: { Type: 'Pass', End: true },
      A: { Type: 'Pass', End: true },
      B: { Type: 'Succeed', End: true },
    });
  });

  test('block scalars', () => {
    assert.deepEqual(read('Output: |\n  {%\n    $x\n  %}\nB: >-\n  folded\n  text\n'), { Output: '{%\n  $x\n%}\n', B: 'folded text' });
  });

  test('CloudFormation\'s short forms are values like others', () => {
    const { problems } = parse('Resource: !Sub "arn:${AWS::Partition}"\nA: !GetAtt Fn.Arn\nB: !Join ["", [a, b]]\n', 'yaml');
    assert.deepEqual(problems, []);
    assert.deepEqual(read('Resource: !Sub "arn:${AWS::Partition}"\nB: !Join ["", [a, b]]\n'), { Resource: 'arn:${AWS::Partition}', B: ['', ['a', 'b']] });
  });

  test('names that YAML would take for something else stay names', () => {
    assert.deepEqual(read('States:\n  Yes: {}\n  1: {}\n  null: {}\n'), { States: { Yes: {}, 1: {}, null: {} } });
  });

  test('what is wrong is said where it is', () => {
    const told = (text: string, notation: Notation): string[] => parse(text, notation).problems.map(({ span, message }) => `${String(span.start)}-${String(span.end)} ${message}`);
    assert.deepEqual(told('{ "a": 1 "b": 2 }', 'json'), ['9-12 A comma is missing before this.']);
    assert.deepEqual(told('{ // note\n "a": 1, }', 'json'), [
      '2-9 JSON has no comments, and Step Functions refuses them. Use a "Comment" field.',
      '19-20 A property name in double quotes is expected here.',
    ]);
    assert.deepEqual(told('a: *nobody\n', 'yaml'), ['3-10 No anchor &nobody stands before this alias.']);
  });
});

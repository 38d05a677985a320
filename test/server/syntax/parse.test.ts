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
    case 'unknown':
      return { unknown: node.text };
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

  test('CloudFormation\'s functions are values that are not known yet, in every form', () => {
    const yaml = 'A: !Sub "arn:${AWS::Partition}"\nB: !GetAtt Fn.Arn\nC: !Join ["", [a, b]]\nD: {"Fn::GetAtt": [Fn, Arn]}\nE: !If [x, {a: 1}, 2]\n';
    assert.deepEqual(parse(yaml, 'yaml').problems, []);
    const values = { A: 'arn:${AWS::Partition}', B: '${Fn.Arn}', C: '${Join}', D: '${Fn.Arn}', E: '${If}' };
    assert.deepEqual(read(yaml), Object.fromEntries(Object.entries(values).map(([key, unknown]) => [key, { unknown }])));
    assert.deepEqual(read('{"A": {"Fn::Sub": "arn:${AWS::Partition}"}, "B": [{"Fn::GetAtt": ["Fn", "Arn"]}]}', 'json'), {
      A: { unknown: 'arn:${AWS::Partition}' },
      B: [{ unknown: '${Fn.Arn}' }],
    });
  });

  test('"Ref" is a function in a template, and a field like others elsewhere', () => {
    for (const notation of ['json', 'yaml'] as const) {
      const ofTemplate = (isTemplate: boolean): unknown => value(parse('{"A": {"Ref": "Table"}}', notation, isTemplate).root);
      assert.deepEqual([ofTemplate(true), ofTemplate(false)], [{ A: { unknown: '${Table}' } }, { A: { Ref: 'Table' } }]);
    }
  });

  test('a function is as long as what is written, tag and all', () => {
    const text = 'A:\n  !Sub |\n    {}\nB: !GetAtt Fn.Arn # which\n';
    const { root } = parse(text, 'yaml');
    const written = root?.kind === 'object' ? root.properties.map((property) => text.slice(property.value?.span.start, property.value?.span.end)) : [];
    assert.deepEqual(written, ['!Sub |\n    {}\n', '!GetAtt Fn.Arn']);
  });

  test('a text with a placeholder, and a bare placeholder in JSON', () => {
    const text = '{"A": ${Timeout}, "B": [${ Name }, "x ${y}", "\\"${z}", "cost: ${}"], "C": "{% $i${ a: b } %}", "D": "{% ${B} %}"}';
    assert.deepEqual(parse(text, 'json').problems, []);
    const unknowns = ['${ Name }', 'x ${y}', '"${z}'].map((unknown) => ({ unknown }));
    assert.deepEqual(read(text, 'json'), { A: { unknown: '${Timeout}' }, B: [...unknowns, 'cost: ${}'], C: '{% $i${ a: b } %}', D: { unknown: '{% ${B} %}' } });
  });

  test('names that YAML would take for something else stay names', () => {
    assert.deepEqual(read('States:\n  Yes: {}\n  1: {}\n  null: {}\n'), { States: { Yes: {}, 1: {}, null: {} } });
  });

  test('what is wrong is said where it is', () => {
    const told = (text: string, notation: Notation): string[] => parse(text, notation).problems.map(({ span, message }) => `${String(span.start)}-${String(span.end)} ${message}`);
    assert.deepEqual(told('{ "a": 1 "b": 2 }', 'json'), ['9-12 A comma is missing before this.']);
    assert.deepEqual(told('{ // note\n "a": 1, }', 'json'), [
      '2-9 JSON has no comments, and Step Functions refuses them. Use a "Comment" field.',
      '17-18 This comma is one too many: nothing follows it.',
    ]);
    assert.deepEqual(told('{ "a": "$.b[0], "c": "{% 1 %}\n, "d": 1 }', 'json'), ['7-14 The closing quote of this text is missing.', '21-29 The closing quote of this text is missing.']);
    assert.deepEqual(told('a: *nobody\n', 'yaml'), ['3-10 No anchor &nobody stands before this alias.']);
  });
});

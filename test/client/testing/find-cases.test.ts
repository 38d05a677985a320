import assert from 'node:assert/strict';
import { findCases } from '../../../client/src/testing/find-cases';

suite('finding cases', () => {
  test('each with its places: from its name to its end, and what it expects', () => {
    const text = `mocks: {}
cases:
  small order:
    input: { n: 1 }
    expect:
      output: { ok: true }
  bare:
`;
    assert.deepEqual(placesIn('order.asl.mocks.yaml', text), [
      { name: 'small order', at: 'small order:\n    input: { n: 1 }\n    expect:\n      output: { ok: true }', output: 'output: { ok: true }', path: 'expect' },
      { name: 'bare', at: 'bare:', output: 'bare', path: 'bare' },
    ]);
  });

  test('in JSON too; where a name is there twice, the last one counts', () => {
    assert.deepEqual(placesIn('order.asl.mocks.json', '{ "cases": { "a": 1, "b": {}, "a": { "expect": { "path": [] } } } }'), [
      { name: 'a', at: '"a": { "expect": { "path": [] } }', output: '"expect"', path: '"path": []' },
      { name: 'b', at: '"b": {}', output: '"b"', path: '"b"' },
    ]);
  });

  test('all of them can be run where their heading is', () => {
    for (const [text, heading] of [['mocks: {}\ncases: { a: {} }', 'cases'], ['{ "StateMachines": {} }', '"StateMachines"'], ['mocks: {}', undefined]] as const) {
      const { heading: span } = findCases('order.asl.mocks.yaml', text);
      assert.equal(span && text.slice(span.start, span.end), heading);
    }
  });

  test('of AWS\'s file by machine', () => {
    const text = '{ "StateMachines": { "Order": { "TestCases": { "Happy": {}, "Sad": {} } }, "Other": { "TestCases": { "Happy": {} } } } }';
    assert.deepEqual(
      findCases('MockConfigFile.json', text).cases.map(({ testCase, label, machine, span }) => [testCase.name, label, machine, text.slice(span.start, span.end)]),
      [
        ['Order#Happy', 'Happy', 'Order', '"Happy": {}'],
        ['Order#Sad', 'Sad', 'Order', '"Sad": {}'],
        ['Other#Happy', 'Happy', 'Other', '"Happy": {}'],
      ],
    );
  });

  for (const [text, trouble] of [
    ['{ "cases": { "a": {}', /^The file can't be read as it is: /],
    ['{ "cases": [] }', '"cases" needs an object: the name of each case, and below it input, mocks and expect.'],
    ['{ "mocks": {} }', undefined],
    ['', undefined],
    ['[1]', undefined],
    ['{ "StateMachines": { "A": 1 }, "cases": 1 }', undefined],
  ] as const) {
    test(`what is wrong with ${JSON.stringify(text)} as a whole`, () => {
      const found = findCases('order.asl.mocks.json', text).trouble;
      if (trouble instanceof RegExp) {
        assert.match(found ?? '', trouble);
      } else {
        assert.equal(found, trouble);
      }
    });
  }

  test('a case that is none is told by itself, and the others can be run', () => {
    assert.deepEqual(
      findCases('order.asl.mocks.yaml', 'cases: { a: 7, b: {}, c: }').cases.map(({ label, trouble }) => [label, trouble]),
      [['a', 'A case needs an object with input, mocks and expect; each can be left out.'], ['b', undefined], ['c', undefined]],
    );
  });

  test('what is still being typed has the cases that can be read', () => {
    const text = '{ "cases": { "a": { "input": 1 }, "b": { "expect": { "output": 2 } }';
    for (let end = 0; end < text.length; end++) {
      findCases('order.asl.mocks.json', text.slice(0, end));
    }
    assert.deepEqual(findCases('order.asl.mocks.json', text).cases.map(({ label }) => label), ['a', 'b']);
  });
});

function placesIn(path: string, text: string): { name: string; at: string; output: string; path: string }[] {
  const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end).trimEnd();
  return findCases(path, text).cases.map((each) => ({ name: each.label, at: slice(each.span), output: slice(each.expectationAt('output')), path: slice(each.expectationAt('path')) }));
}

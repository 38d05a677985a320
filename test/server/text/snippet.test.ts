import assert from 'node:assert/strict';
import { escapeSnippet, leftAtItsEnd, withoutTabStops } from '../../../server/src/text/snippet';

suite('snippet text', () => {
  test('defaults take the place of stops, the first of a choice, and what a stop was before', () => {
    assert.equal(withoutTabStops('"${1:Train}": { "Type": "${2|Task,Pass|}"$3, "Next": "$1" }$0'), '"Train": { "Type": "Task", "Next": "Train" }');
    assert.equal(withoutTabStops('{$0}'), '{}');
    assert.equal(withoutTabStops('{${4}}'), '{}');
  });

  test('escapes are undone, in defaults and choices too', () => {
    assert.equal(withoutTabStops(String.raw`\$.a ${'${1:{% \\$x %\\}}'} ${'${2|a\\,b,c|}'} \\ \}`), '$.a {% $x %} a,b \\ }');
  });

  test('what is escaped comes back as it was', () => {
    for (const text of ['$.a', '${1:x}', 'a\\b', '{% $x %}', 'plain']) {
      assert.equal(withoutTabStops(escapeSnippet(text)), text);
    }
  });

  const ends: readonly (readonly [string, string])[] = [
    ['Comment: $1', 'Comment: $0'],
    ['TimeoutSeconds: ${1:60}', 'TimeoutSeconds: ${0:60}'],
    ['arn:aws:iam::${1:123456789012}:role/${2:name}', 'arn:aws:iam::${1:123456789012}:role/${0:name}'],
    // Behind it there is still something to leave.
    ['"Comment": "$1"', '"Comment": "$1"'],
    // A choice is left when one is taken.
    ['Type: ${1|Task,Pass|}', 'Type: ${1|Task,Pass|}'],
    // It is not the last one, or comes again.
    ['${2:a} ${1:b}', '${2:a} ${1:b}'],
    ['$1 $1', '$1 $1'],
    ['$0 $1', '$0 $1'],
    [String.raw`costs \$1`, String.raw`costs \$1`],
  ];
  for (const [text, left] of ends) {
    test(`a stop at the end is the last one: ${text}`, () => {
      assert.equal(leftAtItsEnd(text), left);
    });
  }
});

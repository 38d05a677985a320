import assert from 'node:assert/strict';
import { escapeSnippet, withoutTabStops } from '../../../server/src/text/snippet';

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
});

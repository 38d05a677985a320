// What is known of the data is known of the text as it is now, though what an edit did not touch is not read again.
import assert from 'node:assert/strict';
import { AslDocument } from '../../../server/src/analysis/document';
import { ExpressionCache } from '../../../server/src/analysis/expression-cache';
import { seeded } from '../../../server/src/simulator/seeded';
import { dataIn } from '../../support/data';
import { edit } from '../../support/edits';
import { services } from '../../support/services';

const original = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'Read',
  States: {
    Read: { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:getItem', Arguments: { TableName: 't', Key: {} }, Assign: { found: '{% $states.result.Item %}', count: 0 }, Catch: [{ ErrorEquals: ['States.ALL'], Assign: { why: '{% $states.errorOutput.Cause %}' }, Output: { failed: true, why: '{% $why %}' }, Next: 'Tell' }], Output: { id: '{% $states.result.Item.id.S %}', was: '{% $states.input %}' }, Next: 'Each' },
    Each: { Type: 'Map', Items: '{% [{"a": $count, "b": $states.input.id}] %}', ItemSelector: { item: '{% $states.context.Map.Item.Value %}' }, ItemProcessor: { StartAt: 'Count', States: { Count: { Type: 'Pass', Assign: { inner: '{% $states.input.item.a %}' }, Output: { n: '{% $inner %}', of: '{% $found %}' }, End: true } } }, Next: 'Again' },
    Again: { Type: 'Choice', Choices: [{ Condition: '{% $count > 3 %}', Assign: { count: 'many' }, Output: { done: '{% $count %}' }, Next: 'Tell' }], Default: 'Both' },
    Both: { Type: 'Parallel', QueryLanguage: 'JSONPath', Parameters: { 'a.$': '$[0].n', 'f.$': '$found' }, Branches: [{ StartAt: 'One', States: { One: { Type: 'Pass', QueryLanguage: 'JSONPath', ResultPath: '$.one.two', Result: { deep: [1] }, End: true } } }], ResultPath: '$.both', OutputPath: '$.both[0]', Next: 'Read' },
    Tell: { Type: 'Pass', Output: '{% $merge([$states.input, {"why": $why, "count": $count}]) %}', End: true },
  },
}, undefined, 1);

test('after any edit the data is what it is in a fresh document', () => {
  const next = seeded(7);
  const expressions = new ExpressionCache();
  let document = new AslDocument(original, 'json', { expressions, services });
  const seen = new Set<string>();
  for (let index = 0; index < 250; index++) {
    document = new AslDocument(edit(document.text, original, next), 'json', { expressions, services }, document);
    const [known, fresh] = [dataIn(document, index), dataIn(new AslDocument(document.text, 'json', { services }))];
    assert.deepEqual(known, fresh, `after edit ${String(index)}, of this text:\n${document.text}`);
    seen.add(JSON.stringify(known));
  }
  assert.ok(seen.size > 50, `the edits make little difference: ${String(seen.size)}`);
});

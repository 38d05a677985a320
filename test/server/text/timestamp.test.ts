import assert from 'node:assert/strict';
import { isTimestamp, mendedTimestamp } from '../../../server/src/text/timestamp';

suite('timestamps', () => {
  test('days and hours that there are', () => {
    for (const good of ['2016-03-14T01:59:00Z', '2016-03-14T01:59:00.123456Z', '2016-03-14T01:59:00-08:00', '2000-02-29T00:00:00Z']) {
      assert.ok(isTimestamp(good), good);
    }
    for (const bad of ['2016-03-14', '2016-03-14T01:59:00', '2016-03-14t01:59:00z', '2016-13-14T01:59:00Z', '2016-04-31T01:59:00Z', '1900-02-29T00:00:00Z', '2016-03-14T24:00:00Z']) {
      assert.ok(!isTimestamp(bad), bad);
    }
  });

  test('slips that can be set right', () => {
    assert.equal(mendedTimestamp('2016-03-14 01:59:00z'), '2016-03-14T01:59:00Z');
    assert.equal(mendedTimestamp('2016-03-14T01:59:00 +0100'), '2016-03-14T01:59:00+01:00');
    assert.equal(mendedTimestamp('2016-03-14T01:59:00'), undefined);
    assert.equal(mendedTimestamp('soon'), undefined);
  });
});

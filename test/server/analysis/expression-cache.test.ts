import assert from 'node:assert/strict';
import { AslDocument } from '../../../server/src/analysis/document';
import { ExpressionCache } from '../../../server/src/analysis/expression-cache';
import { diagnostics } from '../../../server/src/features/diagnostics';

const nth = (index: number): string => `{% $x + ${index} %}`;

suite('the expressions that are known', () => {
  test('the same text is read once', () => {
    const known = new ExpressionCache();
    const first = known.jsonata(nth(1));
    assert.equal(first.references.variables.length, 1);
    assert.equal(known.jsonata(nth(1)), first);
    assert.notEqual(known.jsonata(nth(2)), first);
  });

  test('what is asked for stays, what is not goes', () => {
    const known = new ExpressionCache();
    const kept = known.jsonata('{% $kept %}');
    const dropped = known.jsonata('{% $dropped %}');
    for (let index = 0; index < 10_000; index++) {
      known.jsonata(nth(index));
      if (index % 1_000 === 0) {
        assert.equal(known.jsonata('{% $kept %}'), kept);
      }
    }
    assert.notEqual(known.jsonata('{% $dropped %}'), dropped);
  });

  test('long texts go sooner', () => {
    const known = new ExpressionCache();
    const first = known.jsonata(nth(0));
    for (let index = 1; index < 30; index++) {
      known.jsonata(`{% "${String(index).padEnd(100_000)}" %}`);
    }
    assert.notEqual(known.jsonata(nth(0)), first);
  });

  test('documents that share them say the same as one by itself', () => {
    const expressions = new ExpressionCache();
    for (const expression of ['{% $a == 1 %}', '{% $Sum(1) %}', '{% $a == 1 %}', '{% 1 %}', '{% $states.inptu %}']) {
      const text = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'A', States: { A: { Type: 'Pass', Output: { a: expression, b: expression }, End: true } } });
      const found = (document: AslDocument): unknown => diagnostics(document, 'test:', assert.fail);
      assert.deepEqual(found(new AslDocument(text, 'json', { expressions })), found(new AslDocument(text, 'json')));
    }
  });
});

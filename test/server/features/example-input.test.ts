// An example of the input, beside the definition: its fields are known from the start.
import assert from 'node:assert/strict';
import { AslDocument } from '../../../server/src/analysis/document';
import { ExampleInput } from '../../../server/src/analysis/data/example';
import { completion } from '../../../server/src/features/completion/completion';
import { cursor } from '../../support/fixture';

const example = JSON.stringify({ bucket: 'data', size: 3, fresh: true, none: null, models: [{ name: 'a' }, { name: 'b', weight: 1 }], job: { tags: [] } });

/** What is offered in a definition that has this example beside it. */
function offered(sample: string, written = example): string[] {
  const { text, offset } = cursor(sample);
  const exampleInput = ExampleInput.read(written);
  const document = new AslDocument(text, 'json', exampleInput ? { exampleInput } : {});
  return completion(document, offset, { snippets: true, asIs: true }).items.map(({ label, detail }) => (detail === undefined ? label : `${label} (${detail})`));
}

const path = (text: string): string => `{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "x.$": "${text}" }, "ResultPath": "$.made", "Next": "B" }, "B": { "Type": "Pass", "InputPath": "$.<>", "End": true } } }`;
const all = ['bucket (text)', 'size (number)', 'fresh (boolean)', 'none (null)', 'models (list of objects)', 'job (object)'];

suite('completion with an example of the input', () => {
  test('its fields behind $ and in the context object, at any depth', () => {
    assert.deepEqual(offered(path('$.<|>')), all);
    assert.deepEqual(offered(path('$$.Execution.Input.<|>')), all);
    assert.deepEqual(offered(path('$.models[0].<|>')), ['name (text)', 'weight (number)']);
    assert.deepEqual(offered(path('$.job.<|>')), ['tags (list)']);
  });

  test('what later states get, with what was put into it', () => {
    assert.deepEqual(offered(path('$').replace('$.<>', '$.<|>')), [...all, 'made (object)']);
  });

  test('in JSONata', () => {
    const sample = '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% $states.input.models.<|> %}", "End": true } } }';
    assert.deepEqual(offered(sample), ['name (text)', 'weight (number)']);
  });

  test('an example that is no JSON, or no object, tells nothing', () => {
    assert.equal(ExampleInput.read('{ "bucket": '), undefined);
    assert.deepEqual(offered(path('$.<|>'), '{ "bucket": '), []);
    assert.deepEqual(offered(path('$.<|>'), '7'), []);
    assert.deepEqual(offered(path('$[0].<|>'), '[{ "a": 1 }]'), ['a (number)']);
  });
});

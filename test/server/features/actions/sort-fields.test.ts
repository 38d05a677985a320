// The fields in order, and nothing else.
import assert from 'node:assert/strict';
import { AslDocument } from '../../../../server/src/analysis/document';
import { sortFields } from '../../../../server/src/features/actions/sort-fields';
import { fieldOrder } from '../../../../server/src/spec/field-order';
import { objects } from '../../../../server/src/spec/objects';
import { states } from '../../../../server/src/spec/states';
import type { Notation } from '../../../../server/src/syntax/tree';
import { outcome } from '../../../support/refactoring';

function sorted(text: string, notation: Notation, at = 0): unknown {
  const [action] = sortFields(new AslDocument(text, notation), 'file:///a.asl.json', at);
  const result = action && outcome(text, action);
  return result && 'text' in result ? result.text : undefined;
}

suite('Put the fields in order', () => {
  test('leaves the layout alone', () => {
    assert.equal(
      sorted('{ "States": { "A": { "End": true,   "Type": "Wait",\n      "Seconds": 1 } }, "StartAt": "A" }', 'json'),
      '{ "StartAt": "A", "States": { "A": {\n      "Type": "Wait",\n      "Seconds": 1,\n      "End": true } } }',
    );
    assert.equal(sorted('{"States":{ "A":{ "End":true,/* what */"Type":"Pass" } },"StartAt":"A"}', 'json'), '{"StartAt":"A","States":{ "A":{ /* what */ "Type":"Pass", "End":true } }}');
    assert.equal(sorted('States:\r\n    A: { End: true, Type:   Pass }\r\nStartAt: A\r\n', 'yaml'), 'StartAt: A\r\nStates:\r\n    A: { Type:   Pass, End: true }\r\n');
  });

  test('behind the dashes of a list, with what stands above each', () => {
    const before = 'StartAt: A\nStates:\n  A:\n    Type: Choice\n    Choices:\n      - Next: B\n        # how\n        Variable: $.a\n        IsNull: true\n      -   Next: B\n          Not: { IsNull: true, Variable: $.a }\n  B: { Type: Succeed }\n';
    const after = 'StartAt: A\nStates:\n  A:\n    Type: Choice\n    Choices:\n      - # how\n        Variable: $.a\n        IsNull: true\n        Next: B\n      -   Not: { Variable: $.a, IsNull: true }\n          Next: B\n  B: { Type: Succeed }\n';
    assert.equal(sorted(before, 'yaml'), after);
  });

  test('in a template, in the definition at the cursor, also where it is a text', () => {
    const template = (definition: string): string =>
      `Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties: { DefinitionString: ${JSON.stringify(definition)} }\n`;
    const text = template('{ "States": { "A": { "End": true, "Type": "Pass" } }, "StartAt": "A" }');
    assert.equal(sorted(text, 'yaml', text.indexOf('States"')), template('{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }').replaceAll('\\"', '\\"'));
  });

  test('nothing where they are, and where the text can\'t be read', () => {
    assert.equal(sorted('{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }', 'json'), undefined);
    assert.equal(sorted('{ "States": { "A": { "End": true, "Type": "Pass" } } "StartAt": "A" }', 'json'), undefined);
    assert.equal(sorted('', 'json'), undefined);
  });

  test('all fields of an object have a place in the same list', () => {
    for (const { title, fields } of [...Object.values(states), ...Object.values(objects)]) {
      const listed = fields.filter(({ name }) => fieldOrder.includes(name)).length;
      assert.ok(listed === fields.length || listed === 0, `${title}: ${fields.filter(({ name }) => !fieldOrder.includes(name)).map(({ name }) => name).join(', ')}`);
    }
    assert.equal(new Set(fieldOrder).size, fieldOrder.length);
  });
});

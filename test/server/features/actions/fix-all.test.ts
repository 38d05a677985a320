import assert from 'node:assert/strict';
import { AslDocument } from '../../../../server/src/analysis/document';
import { fixAll } from '../../../../server/src/features/actions/fix-all';
import type { Notation } from '../../../../server/src/syntax/tree';
import { outcome } from '../../../support/refactoring';
import { services } from '../../../support/services';

function fixedAll(text: string, notation: Notation): string | undefined {
  const [action] = fixAll(new AslDocument(text, notation, { services }), 'file:///a.asl.json', (_rule, error) => {
    throw error;
  });
  const result = action && outcome(text, action);
  return result && 'text' in result ? result.text : undefined;
}

suite('Fix all', () => {
  test('makes every change that can be nothing else', () => {
    assert.equal(
      fixedAll('{\n  "StartAt": "Lod",\n  "States": {\n    "Load": { "Type": "Pas", "Next": "Stor" }\n    "Store": { "Type": "Succeed" }\n  }\n}\n', 'json'),
      '{\n  "StartAt": "Load",\n  "States": {\n    "Load": { "Type": "Pass", "Next": "Store" },\n    "Store": { "Type": "Succeed" }\n  }\n}\n',
    );
    assert.equal(
      fixedAll('StartAt: Lod # the start\nStates:\n  Load:\n    Type: Pas\n    Next: Stor\n  Store:\n    Type: Succeed\n', 'yaml'),
      'StartAt: Load # the start\nStates:\n  Load:\n    Type: Pass\n    Next: Store\n  Store:\n    Type: Succeed\n',
    );
  });

  test('is not offered where nothing is certain', () => {
    assert.equal(fixedAll('{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }', 'json'), undefined);
    assert.equal(fixedAll('{ "StartAt": "Anything", "States": { "A": { "Type": "Succeed" } } }', 'json'), undefined);
  });
});

import assert from 'node:assert/strict';
import { AslDocument } from '../../../server/src/analysis/document';
import { signatureHelp } from '../../../server/src/features/signatures';
import { cursor } from '../../support/fixture';

/** The signature with the active parameter between brackets. */
function shown(sample: string): string | undefined {
  const { text, offset } = cursor(sample);
  const help = signatureHelp(new AslDocument(text, 'json'), offset);
  const [signature] = help?.signatures ?? [];
  const active = signature?.parameters?.[help?.activeParameter ?? -1]?.label;
  return typeof active === 'string' ? signature?.label.replace(active, `[${active}]`) : signature?.label;
}

const path = (value: string): string => `{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "x.$": "${value}" }, "End": true } } }`;
const jsonata = (value: string): string => `{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% ${value} %}", "End": true } } }`;

suite('signature help', () => {
  test('intrinsic functions', () => {
    assert.equal(shown(path('States.ArrayRange(1, <|>)')), 'States.ArrayRange(first: integer, [last: integer], step: integer): list');
    assert.equal(shown(path('States.Format(\'a, ( {}\', $.a, $.b<|>')), 'States.Format(template: text, […value: any]): text');
  });

  test('the innermost call', () => {
    assert.equal(shown(path('States.Format(\'{}\', States.MathAdd(<|>1, 2))')), 'States.MathAdd([first: number], second: number): integer');
    assert.equal(shown(path('States.Format(\'{}\', States.MathAdd(1, 2), <|>)')), 'States.Format(template: text, […value: any]): text');
  });

  test('functions of JSONata, among objects and lists', () => {
    assert.equal(shown(jsonata('$substring($states.input.name, 1<|>)')), '$substring(str: text, [start: number], length?: number): text');
    assert.equal(shown(jsonata('$partition([1, 2, 3], <|>)')), '$partition(list: list, [size: number]): list');
  });

  test('nothing outside calls, in texts, and for functions that nobody knows', () => {
    for (const value of ['$sum(<|>']) {
      assert.ok(shown(jsonata(value)));
    }
    for (const sample of [jsonata('1 + <|>2'), jsonata('$sum([1]) <|>'), jsonata('$mine(<|>)'), path('$.a<|>'), '{ "Comment": "States.Format(<|>)" }']) {
      assert.equal(shown(sample), undefined, sample);
    }
  });
});

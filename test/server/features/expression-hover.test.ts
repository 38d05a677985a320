import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { AslDocument } from '../../../server/src/analysis/document';
import { hover } from '../../../server/src/features/hover/hover';
import { cursor } from '../../support/fixture';
import { services } from '../../support/services';

/** What is told, and of which letters. */
function hovered(sample: string): readonly [string, string] | undefined {
  const { text, offset } = cursor(sample);
  const document = new AslDocument(text, 'json', { services });
  const found = hover(document, offset);
  const line = found?.range && text.split('\n')[found.range.start.line];
  return found && MarkupContent.is(found.contents) ? [line?.slice(found.range?.start.character, found.range?.end.character) ?? '', found.contents.value] : undefined;
}

const jsonata = (value: string): string => `{ "QueryLanguage": "JSONata", "StartAt": "A", "States": {
  "A": { "Type": "Pass", "Assign": { "job": { "name": "x", "runs": [{ "id": 1 }] } }, "Output": { "rows": 3 }, "Next": "B" },
  "B": { "Type": "Pass", "Output": "{% ${value} %}", "End": true } } }`;
const path = (value: string): string => `{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": { "rows": [1] }, "Next": "B" }, "B": { "Type": "Pass", "Parameters": { "x.$": "${value}" }, "End": true } } }`;

suite('hover inside expressions', () => {
  test('functions: how they are called, and what they give', () => {
    assert.match(hovered(jsonata('$su<|>m([1])'))?.[1] ?? '', /^`\$sum\(.+\)`\n\n.*sum/i);
    assert.match(hovered(path('States.Mat<|>hAdd(1, 2)'))?.[1] ?? '', /^`States\.MathAdd\(first, second\)`\n\n[^]*In JSONata: `/);
    assert.match(hovered(jsonata('$ev<|>al(\'1\')'))?.[1] ?? '', /Step Functions does not have it\./);
  });

  test('variables: where they are assigned, and what is in them', () => {
    assert.deepEqual(hovered(jsonata('$j<|>ob.name')), ['$job', '`$job` · object\n\nAssigned in A.\n\nHas `name` and `runs`.']);
    assert.deepEqual(hovered(jsonata('$job.ru<|>ns.id')), ['$job.runs', '`$job.runs` · list of objects\n\nEach has `id`.']);
  });

  test('data: as much as is known', () => {
    assert.deepEqual(hovered(jsonata('$states.in<|>put.rows')), ['$states.input', '`$states.input` · object\n\nWhat the state is given.\n\nHas `rows`.']);
    assert.deepEqual(hovered(path('$.ro<|>ws')), ['$.rows', '`$.rows` · list of numbers']);
  });

  test('the context object: what its members are, whatever is in them', () => {
    assert.deepEqual(hovered(jsonata('$states.context.Execution.Sta<|>rtTime')), ['$states.context.Execution.StartTime', '`$states.context.Execution.StartTime` · text\n\nWhen the run started, as a timestamp.']);
    assert.deepEqual(hovered(path('$$.Map.Item.Val<|>ue')), ['$$.Map.Item.Value', '`$$.Map.Item.Value`\n\nThe item itself.']);
  });

  test('what a Map works on, where its items are selected', () => {
    const map = (value: string): string => `{ "States": { "A": { "Type": "Map", "ItemsPath": "$.rows", "ItemSelector": { "x.$": "${value}" } } } }`;
    assert.equal(hovered(map('$$.Map.Item.Val<|>ue'))?.[1], '`$$.Map.Item.Value`\n\nThe item itself.');
    assert.equal(hovered(map('$$.Map.Item.Ind<|>ex'))?.[1], '`$$.Map.Item.Index` · number\n\nThe place of the item in the list, from 0.');
  });

  test('nothing of what is not known, of operators and texts', () => {
    for (const sample of [jsonata('$states.input.no<|>thing'), jsonata('1 <|>+ 2'), path('$.no<|>ne'), jsonata('\'a te<|>xt\'')]) {
      assert.equal(hovered(sample), undefined, sample);
    }
  });
});

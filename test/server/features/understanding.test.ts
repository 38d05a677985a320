// Hover, definition and outline.
import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { AslDocument } from '../../../server/src/analysis/document';
import { definition } from '../../../server/src/features/definition';
import { hover } from '../../../server/src/features/hover/hover';
import { flatSymbols, symbols } from '../../../server/src/features/states/symbols';
import type { Notation } from '../../../server/src/syntax/tree';
import { cursor } from '../../support/fixture';

function hovered(sample: string, notation: Notation = 'json'): string | undefined {
  const { text, offset } = cursor(sample);
  const contents = hover(new AslDocument(text, notation), offset)?.contents;
  return MarkupContent.is(contents) ? contents.value : undefined;
}

const machine = (start: string, next: string, type = '"Type"'): string => `
{
  "StartAt": "${start}",
  "States": {
    "Train": { ${type}: "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "Next": "${next}" },
    "Save": { "Type": "Succeed", "Comment": "All *done*" }
  }
}
`;

suite('hover', () => {
  test('a label, where a map has it and where an ARN names it', () => {
    const sample = (label: string, arn: string): string => `{ "StartAt": "Score", "States": { "Score": { "Type": "Map", "Label": "${label}", "Next": "Tell" }, "Tell": { "Type": "Pass", "Result": "${arn}", "End": true } } }`;
    const told = hovered(sample('fi<|>les', 'arn:aws:states:us-east-1:123456789012:mapRun:score/files:0b1c'));
    assert.equal(told?.split('\n\n')[0], '**files** · label of "Score"');
    assert.match(told, /…:mapRun:machine\/files:id.*Up to 40 characters.*One ARN here names it\./s);
    assert.equal(hovered(sample('files', 'arn:aws:states:us-east-1:123456789012:mapRun:score/fi<|>les:0b1c')), told);
    assert.match(hovered(sample('fi<|>les', 'files')) ?? '', /No ARN in this definition names it\./);
  });

  test('a state, where it is named', () => {
    assert.equal(
      hovered(machine('Tr<|>ain', 'Save')),
      '**Train** · Task\n\n`arn:aws:states:::sagemaker:createTrainingJob.sync`\n\nComes after the start. Leads to Save.',
    );
    assert.equal(hovered(machine('Train', 'Sa<|>ve')), '**Save** · Succeed\n\nAll \\*done\\*\n\nComes after Train. Ends here.');
  });

  test('a field', () => {
    assert.equal(hovered(machine('Train', 'Save', '"Ty<|>pe"')), '**Type** · required\n\nWhat kind of state this is.\n\n[Developer Guide](https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html)');
    assert.match(hovered('StartAt: A\nStates:\n  A:\n    Type: Wait\n    Sec<|>onds: 5\n', 'yaml') ?? '', /^\*\*Seconds\*\* · 0 to 99999999\n\nHow long to wait/);
  });

  test('when the retries of an entry come', () => {
    const retry = (fields: string): string | undefined =>
      hovered(`{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Retry": [{ "Error<|>Equals": ["States.ALL"]${fields} }], "End": true } } }`)?.split('\n\n')[2];
    assert.equal(retry(', "IntervalSeconds": 2, "MaxAttempts": 3, "BackoffRate": 2'), 'Retries 3 times, after 2 s, 4 s, 8 s: 14 s of waiting in all.');
    assert.equal(retry(', "MaxAttempts": 1, "JitterStrategy": "FULL"'), 'Retries once, after up to 1 s.');
    assert.equal(retry(', "MaxAttempts": 10, "MaxDelaySeconds": 60, "JitterStrategy": "FULL"'), 'Retries 10 times, after up to 1 s, 2 s, 4 s, 8 s, …: at most 5 min 3 s of waiting in all.');
    assert.equal(retry(', "MaxAttempts": 0'), 'Never retries.');
  });

  test('a state that catches: where it goes, and where after an error', () => {
    const text = '{ "States": { "A<|>": { "Type": "Task", "Catch": [{ "Next": "C" }, { "Next": "D" }], "Next": "B" }, "B": { "Type": "Succeed" } } }';
    assert.equal(hovered(text), '**A** · Task\n\nLeads to B. Errors lead to C and D.');
  });

  test('a value: what it means, or what it is for', () => {
    assert.match(hovered('{ "States": { "A": { "Type": "Ta<|>sk" } } }') ?? '', /^\*\*Task\*\*\n\nDoes one piece of work: [^]*state-task\.html\)$/);
    assert.match(hovered('{ "QueryLanguage": "JSON<|>ata" }') ?? '', /^\*\*QueryLanguage\*\* · `JSONPath` or `JSONata`\n\n/);
    assert.match(hovered('States:\n  A:\n    Type: Pass\n    End: tr<|>ue\n', 'yaml') ?? '', /^\*\*End\*\*\n\n/);
    assert.equal(hovered('{ "Comment": "fr<|>ee" }'), undefined);
  });

  test('a time, where it is long', () => {
    const wait = (seconds: string): string | undefined => hovered(`{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": ${seconds}, "End": true } } }`);
    assert.match(wait('90<|>000') ?? '', /^\*\*Seconds\*\* · 1 d 1 h\n\nHow long to wait/);
    assert.match(wait('3<|>0') ?? '', /^\*\*Seconds\*\*\n\n/);
  });

  test('what a state takes and hands on, as much as is known', () => {
    const text = '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": { "rows": [{ "id": 1 }] }, "Next": "B" }, "B<|>": { "Type": "Pass", "Parameters": { "all.$": "$.rows" }, "End": true } } }';
    assert.match(hovered(text) ?? '', /Takes: object with `rows`\.\n\nHands on: object with `all`\.$/);
  });

  test('nothing on a name that is not there, and on what the author names freely', () => {
    assert.equal(hovered(machine('Tra<|>iin', 'Save')), undefined);
    assert.equal(hovered('{ "States": { "A": { "Type": "Pass", "Result": { "Ne<|>xt": 1 } } } }'), undefined);
  });
});

suite('definition', () => {
  test('from a transition to the state', () => {
    const { text, offset } = cursor(machine('Train', 'Sa<|>ve'));
    assert.deepEqual(definition(new AslDocument(text, 'json'), offset)?.targets, [{ start: { line: 4, character: 5 }, end: { line: 4, character: 9 } }]);
  });
});

suite('the outline', () => {
  const nested = new AslDocument(
    `{ "States": {
      "Both": { "Type": "Parallel", "Branches": [{ "States": { "One": { "Type": "Pass" } } }, { "States": { "Two": { "Type": "Pass" } } }] },
      "Each": { "Type": "Map", "ItemProcessor": { "States": { "Score": { "Type": "Task" } } } }
    } }`,
    'json',
  );

  test('branches and item processors stand below their state', () => {
    const names = (found: ReturnType<typeof symbols>): unknown[] => found.map(({ name, children = [] }) => (children.length > 0 ? [name, names(children)] : name));
    assert.deepEqual(names(symbols(nested)), [['Both', [['Branch 1', ['One']], ['Branch 2', ['Two']]]], ['Each', ['Score']]]);
  });

  test('as a flat list it names the state around', () => {
    assert.deepEqual(
      flatSymbols(nested, 'test:').map(({ name, containerName }) => [name, containerName]),
      [['Both', undefined], ['Each', undefined], ['One', 'Both'], ['Two', 'Both'], ['Score', 'Each']],
    );
  });
});

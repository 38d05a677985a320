import assert from 'node:assert/strict';
import { AslDocument } from '../../../server/src/analysis/document';
import { fixes } from '../../../server/src/features/actions/fixes';
import { withTabStops } from '../../../server/src/features/actions/tab-stops';
import { services } from '../../support/services';

suite('fixes with tab stops', () => {
  for (const [plain, snippet] of [
    [', "Name": ""', ', "Name": "$1"'],
    [',\n  "Count": 0,\n  "Mode": "File",\n  "On": false', ',\n  "Count": ${1:0},\n  "Mode": "${2:File}",\n  "On": ${3:false}'],
    [',\n  "Inner": {\n    "Ids": [],\n    "Tags": {}\n  }', ',\n  "Inner": {\n    "Ids": [$1],\n    "Tags": {$2\\}\n  \\}'],
    ['\n  Name: ""\n  Inner:\n    Count: 0', '\n  Name: "$1"\n  Inner:\n    Count: ${2:0}'],
    [', "Cost$": "a: 1, b"', ', "Cost\\$": "${1:a: 1, b}"'],
  ] as const) {
    test(plain.trim(), () => {
      assert.deepEqual(withTabStops([plain]), [snippet]);
    });
  }

  test('what a request lacks comes with tab stops, where the editor takes them', () => {
    const text = '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "Parameters": { "TrainingJobName": "a" }, "End": true } } }';
    const edit = (snippetEdits: boolean): unknown =>
      fixes(new AslDocument(text, 'json', { services }), 'test:', { start: 0, end: text.length }, [], assert.fail, {}, { snippetEdits }).find(({ title }) => title.startsWith('Add "RoleArn" and'))?.edit;
    assert.match(JSON.stringify(edit(true)), /"documentChanges".*RoleArn[^$]*\$1[^$]*S3OutputPath[^$]*\$2/);
    assert.match(JSON.stringify(edit(false)), /"changes".*"newText":", \\"RoleArn\\": \\"\\""/);
  });
});

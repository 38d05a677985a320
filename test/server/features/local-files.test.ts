// Links to files beside a document: those that are there get one, and nothing else does.
import assert from 'node:assert/strict';
import { AslDocument } from '../../../server/src/analysis/document';
import { fileLinks, fileMentions } from '../../../server/src/features/local-files';
import type { Notation } from '../../../server/src/syntax/tree';
import { dedent } from '../../support/fixture';

/** The links as `text → file`, where these files are there. */
function linked(sample: string, notation: Notation, ...files: string[]): string[] {
  const text = dedent(sample);
  const lines = text.split('\n');
  const document = new AslDocument(text, notation);
  const found = (path: string): string | undefined => files.find((file) => file === path.replace(/^\.\//, ''));
  return fileLinks(document, fileMentions(document), found).map(({ range: { start, end }, target }) => `${(lines[start.line] ?? '').slice(start.character, end.character)} → ${target ?? ''}`);
}

const task = (inside: string): string => `{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createProcessingJob.sync", ${inside}, "End": true } } }`;

suite('links to local files', () => {
  test('an entry point, and a path in a comment or a sentence', () => {
    assert.deepEqual(linked(task('"Comment": "Runs ./scripts/clean.py, then (scripts/train.py)."'), 'json', 'scripts/clean.py', 'scripts/train.py'), ['./scripts/clean.py → scripts/clean.py', 'scripts/train.py → scripts/train.py']);
    assert.deepEqual(linked(task('"Parameters": { "ContainerEntrypoint": ["python3", "evaluate.py"], "A": "file://schema.json" }'), 'json', 'evaluate.py', 'schema.json'), ['evaluate.py → evaluate.py', 'schema.json → schema.json']);
    assert.deepEqual(linked('StartAt: A\nStates: # see scripts/notes.md\n  A:\n    Type: Pass\n    Result: ../clean.py\n', 'yaml', 'scripts/notes.md', '../clean.py'), ['scripts/notes.md → scripts/notes.md', '../clean.py → ../clean.py']);
  });

  test('only what is there', () => {
    assert.deepEqual(linked(task('"Comment": "Runs scripts/clean.py"'), 'json'), []);
  });

  test('no part of an address, an ARN, a path or an expression, even if there is such a file', () => {
    const all = ['clean.py', 'code/clean.py', 'a.json', 'input.json', '/code/clean.py'];
    assert.deepEqual(linked(task('"Parameters": { "A": "s3://bucket/code/clean.py", "B": "https://x.org/a.json", "C.$": "$.input.json", "D": "arn:aws:lambda:us-east-1:123456789012:function:clean.py" }'), 'json', ...all), []);
    assert.deepEqual(fileMentions(new AslDocument(task('"Comment": "Version 1.5 e.g. v2.x, see $.a.b"'), 'json')), []);
  });

  const template = `
    Transform: AWS::Serverless-2016-10-31
    Globals: { Function: { CodeUri: src/ } }
    Resources:
      Clean:
        Type: AWS::Serverless::Function
        Properties:
          CodeUri: functions/clean
          Handler: app.main.handler
      Score:
        Type: AWS::Serverless::Function
        Properties: { Handler: score.handler }
      Nightly:
        Type: AWS::Serverless::StateMachine
        Properties: { DefinitionUri: ./nightly.asl.yaml }
      Daily:
        Type: AWS::Serverless::StateMachine
        Properties:
          Definition:
            StartAt: A
            States:
              A: { Type: Task, Resource: !GetAtt Clean.Arn, Next: B }
              B: { Type: Task, Resource: "\${Score.Arn}", Next: C }
              C: { Type: Pass, Result: Score, End: true }
  `;

  test('of a template its code, its definitions, and its functions where tasks call them', () => {
    assert.deepEqual(linked(template, 'yaml', 'functions/clean/app/main.py', 'src/score.mjs', 'nightly.asl.yaml'), [
      'functions/clean → functions/clean/app/main.py',
      'app.main.handler → functions/clean/app/main.py',
      'score.handler → src/score.mjs',
      './nightly.asl.yaml → nightly.asl.yaml',
      'Clean → functions/clean/app/main.py',
      'Score → src/score.mjs',
    ]);
  });

  test('in JSON templates alike', () => {
    const json = `{ "Resources": {
      "Clean": { "Type": "AWS::Serverless::Function", "Properties": { "CodeUri": ".", "Handler": "app.handler" } },
      "Daily": { "Type": "AWS::Serverless::StateMachine", "Properties": { "Definition": { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": { "Fn::GetAtt": ["Clean", "Arn"] }, "End": true } } } } } } }`;
    assert.deepEqual(linked(json, 'json', 'app.py'), ['. → app.py', 'app.handler → app.py', 'Clean → app.py']);
  });

  test('a long text without an end takes no time', () => {
    const started = performance.now();
    fileMentions(new AslDocument(task(`"Comment": "${'a.b/'.repeat(50_000)}"`), 'json'));
    fileMentions(new AslDocument(task(`"Comment": "${'a'.repeat(200_000)}"`), 'json'));
    assert.ok(performance.now() - started < 5000);
  });
});

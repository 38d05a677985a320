import assert from 'node:assert/strict';
import { AslDocument } from '../../../server/src/analysis/document';
import { diagnostics } from '../../../server/src/features/diagnostics';
import { member, type Notation } from '../../../server/src/syntax/tree';
import { checkTemplate } from '../../support/check';
import { dedent } from '../../support/fixture';

suite('definitions in templates', () => {
  test('an object in a SAM template, with functions for values', () => {
    checkTemplate(`
      AWSTemplateFormatVersion: '2010-09-09'
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Train:
          Type: AWS::Serverless::Function
          Properties: {StartAt: nowhere}
        Pipeline:
          Type: AWS::Serverless::StateMachine
          Properties:
            Definition:
              StartAt: Trian
                      #^^^^^ error: There is no state "Trian" in this state machine. Did you mean "Train"?
              States:
                Train:
                  Type: Task
                  Resource: !GetAtt Train.Arn
                  TimeoutSeconds: !Ref Timeout
                  HeartbeatSeconds:
                    Fn::If: [Fast, 5, 60]
                  Next: !Sub "\${Next}"
                Save:
                  Type: Succeed
    `);
  });

  test('an object in a JSON template', () => {
    checkTemplate(`
      {
        "Parameters": { "Timeout": { "Type": "Number" } },
        "Resources": {
          "Pipeline": {
            "Type": "AWS::StepFunctions::StateMachine",
            "Properties": {
              "Definition": {
                "StartAt": "Train",
                "States": {
                  "Train": {
                    "Type": "Task",
                    "Resource": { "Fn::GetAtt": ["Train", "Arn"] },
                    "TimeoutSeconds": { "Ref": "Timeout" },
                    "Next": "Savee"
                          //^^^^^^^ error: There is no state "Savee" in this state machine. Did you mean "Save"?
                  },
                  "Save": { "Type": "Succeed" }
                }
              }
            }
          }
        }
      }
    `, 'json');
  });

  test('JSON text in a literal block, as it is and through Sub', () => {
    for (const sub of ['', '!Sub ']) {
      checkTemplate(`
        Resources:
          Pipeline:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              DefinitionString: ${sub}|
                {
                  "StartAt": "Train",
                  "States": {
                    "Train": { "Type": "Task", "Resource": "\${Train.Arn}", "TimeoutSeconds": \${Timeout}, "Next": "Sav" },
                                                                                                                #^^^^^ error: There is no state "Sav" in this state machine. Did you mean "Save"?
                    "Save": { "Type": "Succed" }
                                     #^^^^^^^^ error: "Succed" is not a state type. Did you mean "Succeed"?
                  }
                }
              RoleArn: !GetAtt Role.Arn
      `);
    }
  });

  test('Sub with its own values, and the long form', () => {
    checkTemplate(`
      Resources:
        One:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            DefinitionString: !Sub
              - |
                { "StartAt": "A", "States": { "A": { "Type": "Pass", "Comment": "\${Next}", "Ende": true, "End": true } } }
                                                                                          #^^^^^^ error: "Ende" is not a field of a Pass state. Did you mean "End"?
              - Next: B
        Two:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            DefinitionString:
              Fn::Sub: '{ "StartAt": "B", "States": { "It''s": { "Type": "Succeed" } } }'
                                    #^^^ error: There is no state "B" in this state machine. It has "It's".
    `);
  });

  test('a folded block, and quotes in quotes', () => {
    checkTemplate(`
      Resources:
        One:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            DefinitionString: >-
              { "StartAt": "B",
                          #^^^ error: There is no state "B" in this state machine. Did you mean "A"?
              "States": { "A":
              { "Type": "Succeed" } } }
    `);
    checkTemplate(String.raw`
      { "Resources": { "One": { "Type": "AWS::StepFunctions::StateMachine", "Properties": {
        "DefinitionString": "{\n  \"StartAt\": \"\\u0041\",\n  \"States\": { \"A\": { \"Type\": \"Pass\", \"Next\": \"C\" }, \"B\": { \"Type\": \"Succeed\" } }\n}"
                                                                                                                  //^^^^^ error: There is no state "C" in this state machine. Did you mean "B"?
      } } } }
    `, 'json');
  });

  test('text that Join puts together', () => {
    checkTemplate(String.raw`
      { "Resources": { "One": { "Type": "AWS::StepFunctions::StateMachine", "Properties": {
        "DefinitionString": { "Fn::Join": ["", [
          "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:",
          { "Ref": "AWS::Partition" },
          ":states:::codebuild:retryBuildBatch\",\"TimeoutSeconds\":",
          { "Ref": "Timeout" },
          ",\"Next\":\"C\"},\"B\":{\"Type\":\"Succeed\"}}}"
                   //^^^^^ error: There is no state "C" in this state machine. Did you mean "B"?
        ]] }
      } } } }
    `, 'json');
  });

  test('what is broken inside is told inside, and nothing of what is broken around it', () => {
    checkTemplate(`
      Resources:
        One:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            DefinitionString: |
              { "StartAt": "A" "States": { "A": { "Type": "Succeed" } } }
                              #^^^^^^^^ error: A comma is missing before this.
      Outputs: [}
    `);
  });

  test('several machines know nothing of each other', () => {
    checkTemplate(`
      Resources:
        One:
          Type: AWS::Serverless::StateMachine
          Properties:
            Definition: {StartAt: A, States: {A: {Type: Pass, Next: B}, C: {Type: Succeed}}}
                                                                   #^ error: There is no state "B" in this state machine. Did you mean "C"?
        Two:
          Type: AWS::Serverless::StateMachine
          Properties:
            Definition: {StartAt: A, States: {A: {Type: Pass, Next: B}, B: {Type: Succeed}}}
    `);
  });

  test('a loop that unfolds into states, and states that are not here', () => {
    checkTemplate(`
      Resources:
        One:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            Definition:
              StartAt: Train1
              States:
                Fn::ForEach::Steps: [Number, [1, 2], {"Train\${Number}": {Type: Pass, Next: Save}}]
                Save: {Type: Succeed}
        Two:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            Definition: {StartAt: Train, States: !FindInMap [All, The, States]}
        Three:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            Definition: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://bucket/definition.yaml}}}
        Four:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            DefinitionString:
              Fn::ToJsonString: {StartAt: Train, States: {Save: {Type: Succeed}}}
                                         #^^^^^ error: There is no state "Train" in this state machine. It has "Save".
    `);
  });

  test('a template inside a configuration of the Serverless Framework', () => {
    checkTemplate(`
      resources:
        Resources:
          One:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              DefinitionString:
                Fn::Join: ["", ['{ "StartAt": "A",', '"States": { "B": { "Type": "Succeed" } } }']]
                                             #^^^ error: There is no state "A" in this state machine. Did you mean "B"?
    `);
  });

  test('a stretch of what Sub is given is found in its text, and of what another function gives at the function', () => {
    const text = "Resources: {A: {Type: 'AWS::Serverless::StateMachine', Properties: {Definition: {StartAt: !Sub 'so ${X} it''s', Comment: !GetAtt A.B}}}}";
    const [definition] = new AslDocument(text, 'yaml').definitions;
    const written = (name: string, start: number, end: number): string | undefined => {
      const node = member(definition?.tree.root, name);
      const span = node?.kind === 'unknown' ? definition?.inside(node, { start, end }).span : undefined;
      return span && text.slice(span.start, span.end);
    };
    assert.deepEqual([written('StartAt', 3, 11), written('Comment', 2, 3)], ["${X} it''", '!GetAtt A.B']);
  });

  test('any other file is none of ours', () => {
    for (const [text, notation] of [
      ['a: [', 'yaml'],
      ['{ "StartAt": "A" ', 'json'],
      ['# AWS::Serverless::StateMachine\nResources:\n  A:\n    Type: AWS::S3::Bucket\n  B: [', 'yaml'],
      ['', 'yaml'],
    ] as [string, Notation][]) {
      const document = new AslDocument(text, notation, { onlyTemplates: true });
      assert.deepEqual(diagnostics(document, 'test:', assert.fail), [], text);
    }
  });

  test('a file of our own that is a template is read as one, and all of its notation is ours', () => {
    const text = dedent(`
      Resources:
        One:
          Type: AWS::Serverless::StateMachine
          Properties:
            Definition: {StartAt: A, States: {A: {Type: Succeed}}}
      Outputs: [}
    `);
    const found = diagnostics(new AslDocument(text, 'yaml'), 'test:', assert.fail);
    assert.deepEqual([...new Set(found.map(({ code, range }) => `${String(code)} ${String(range.start.line)}`))], ['invalid-syntax 5']);
  });

  test('the workflow type is what the template says, and STANDARD where it says nothing', () => {
    const typeOf = (line: string): unknown => {
      const text = `Resources: {A: {Type: 'AWS::Serverless::StateMachine', Properties: {${line} Definition: {StartAt: A}}}}`;
      return new AslDocument(text, 'yaml', { workflowType: 'EXPRESS' }).definitions.map(({ host }) => host.resource?.workflowType)[0];
    };
    assert.deepEqual([typeOf(''), typeOf('Type: EXPRESS,'), typeOf('Type: !Ref Type,')], ['STANDARD', 'EXPRESS', undefined]);
  });
});

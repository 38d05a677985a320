import assert from 'node:assert/strict';
import { applied, checkTemplate } from '../../../support/check';

suite('substitutions and sources of a definition', () => {
  test('a placeholder without an entry, in values, names and bare', () => {
    checkTemplate(`
      Resources:
        Pipeline:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            DefinitionSubstitutions: {TrainArn: !GetAtt Train.Arn, Timeout: 5, Env: !Ref Env}
            DefinitionString: |
              { "StartAt": "\${Enw}-Train",
                           #^^^^^^ warning: "DefinitionSubstitutions" has no "Enw", so this is deployed as it stands. Did you mean "Env"?
                "States": {
                  "\${Enw}-Train": { "Type": "Task", "Resource": "\${TrainArn}", "TimeoutSeconds": \${timeout}, "End": true },
                  #^^^^^^ warning: "DefinitionSubstitutions" has no "Enw", so this is deployed as it stands. Did you mean "Env"?
                                                                                                #^^^^^^^^^^ warning: "DefinitionSubstitutions" has no "timeout", so this is deployed as it stands. Did you mean "Timeout"?
                  "\${Env}-Save": { "Type": "Succeed", "Comment": "\${ Env } é é \${Nothing}" }
                                                                 #^^^^^^^^ warning: "DefinitionSubstitutions" has no " Env ", so this is deployed as it stands. Did you mean "Env"?
                                                                              #^^^^^^^^^^ warning: "DefinitionSubstitutions" has no "Nothing", so this is deployed as it stands.
                } }
    `);
  });

  test('what Sub fills in is not for the substitutions, but for what it is told to leave alone', () => {
    checkTemplate(`
      Resources:
        One:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            DefinitionString: !Sub |
              { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "\${Train.Arn}", "Comment": "\${!Bukcet}", "End": true } } }
                                                                                                          #^^^^^^^^^^ warning: "DefinitionSubstitutions" has no "Bukcet", so this is deployed as it stands. Did you mean "Bucket"?
            DefinitionSubstitutions:
              Bucket: !Ref Bucket
        Two:
          Type: AWS::Serverless::StateMachine
          Properties:
            DefinitionSubstitutions: {Bucket: !Ref Bucket}
            Definition: {StartAt: A, States: {A: {Type: Task, Resource: !Sub "\${Train.Arn}", Comment: !If [X, "\${Buckets}", "\${Bucket}"], End: true}}}
                                                                                                              #^^^^^^^^^^ warning: "DefinitionSubstitutions" has no "Buckets", so this is deployed as it stands. Did you mean "Bucket"?
    `);
  });

  test('says nothing where the list is not in sight, or may be longer than it looks', () => {
    for (const list of ['', 'DefinitionSubstitutions: !FindInMap [A, B, C],', "DefinitionSubstitutions: {A: b, 'Fn::Transform': {Name: X}},"]) {
      checkTemplate(`
        Resources:
          One:
            Type: AWS::Serverless::StateMachine
            Properties: {LIST Definition: {StartAt: A, States: {A: {Type: Succeed, Comment: "\${Nothing}"}}}}
      `.replace('LIST', list));
    }
  });

  test('the fix changes letters alone, whatever is around them', () => {
    const before = String.raw`{ "Resources": { "One": { "Type": "AWS::StepFunctions::StateMachine", "Properties": {
      "DefinitionSubstitutions": { "Timeout": 5 },
      "DefinitionString": "{ \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Wait\", \"Seconds\": ${'$'}{timeout}, \"End\": true } } }" } } } }`;
    assert.equal(applied(before, 'json', 'Change to ${Timeout}'), before.replace('{timeout}', '{Timeout}'));
  });

  test('what Sub has to leave alone stays so', () => {
    const before = "Resources: {One: {Type: 'AWS::StepFunctions::StateMachine', Properties: {DefinitionSubstitutions: {Bucket: b}, DefinitionString: !Sub '{ \"StartAt\": \"${!bucket}\" }'}}}";
    assert.equal(applied(before, 'yaml', 'Change to ${!Bucket}'), before.replace('${!bucket}', '${!Bucket}'));
  });

  test('an unused entry goes with its line', () => {
    const before = 'Resources:\n  One:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      DefinitionSubstitutions:\n        Old: x\n        New: y\n      Definition: {StartAt: "${New}"}\n';
    assert.equal(applied(before, 'yaml', 'Remove "Old"'), before.replace('        Old: x\n', ''));
  });

  test('two definitions for one machine', () => {
    checkTemplate(`
      Resources:
        One:
          Type: AWS::Serverless::StateMachine
          Properties:
            DefinitionUri: a.asl.json
            Definition: {StartAt: A, States: {A: {Type: Succeed}}}
           #^^^^^^^^^^ error: Only one of "DefinitionUri" or "Definition" may be there.
        Two:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            Definition: {StartAt: A, States: {A: {Type: Succeed}}}
            DefinitionString: '{}'
           #^^^^^^^^^^^^^^^^ error: Only one of "Definition" or "DefinitionString" may be there.
    `);
  });
});

suite('fixes inside a string of a template', () => {
  test('text gets the escapes of the string it goes into', () => {
    const json = String.raw`{ "Resources": { "One": { "Type": "AWS::StepFunctions::StateMachine", "Properties": { "DefinitionString": "{ \"StartAt\": \"Trian\", \"States\": { \"Train\": { \"Type\": \"Succeed\" } } }" } } } }`;
    assert.equal(applied(json, 'json', 'Change to "Train"'), json.replace('Trian', 'Train'));
    const yaml = "Resources: {One: {Type: 'AWS::StepFunctions::StateMachine', Properties: {DefinitionString: '{ \"StartAt\": \"Its\", \"States\": { \"It''s\": { \"Type\": \"Succeed\" } } }'}}}";
    assert.equal(applied(yaml, 'yaml', 'Change to "It\'s"'), yaml.replace('"Its"', "\"It''s\""));
  });
});

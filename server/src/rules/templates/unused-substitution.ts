import { placeholdersOf } from '../../analysis/substitutions';
import { nearest } from '../../text/nearest';
import { defineRule } from '../rule';

export const unusedSubstitution = defineRule({
  code: 'unused-substitution',
  severity: 'hint',
  unnecessary: true,
  docs: {
    what: 'Every entry of `DefinitionSubstitutions` is used by a `${Name}` in the definition.',
    why: 'An entry that nothing uses is usually left over from a state that is gone, or the placeholder is spelled differently.',
    bad: '{ "Resources": { "Pipeline": { "Type": "AWS::Serverless::StateMachine", "Properties": { "DefinitionSubstitutions": { "TrainArn": { "Fn::GetAtt": ["Train", "Arn"] }, "Bucket": { "Ref": "Bucket" } }, "Definition": { "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "${TrainArn}", "End": true } } } } } } }',
    good: '{ "Resources": { "Pipeline": { "Type": "AWS::Serverless::StateMachine", "Properties": { "DefinitionSubstitutions": { "TrainArn": { "Fn::GetAtt": ["Train", "Arn"] } }, "Definition": { "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "${TrainArn}", "End": true } } } } } } }',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html',
  },
  on: {
    Definition(definition, ctx) {
      const { tree, host } = definition;
      // While the text is broken, a part of it may not have been read.
      if (!host.resource?.substitutions?.length || tree.problems.length > 0) {
        return;
      }
      const used = new Set(placeholdersOf(definition).map(({ name }) => name));
      const names = host.resource.substitutions.map(({ key }) => key.value);
      // A mistyped placeholder means one of them, and `unknown-substitution` already says so.
      const meant = new Set([...used].filter((name) => !names.includes(name)).flatMap((name) => nearest(name, names)));
      for (const entry of host.resource.substitutions) {
        if (!used.has(entry.key.value) && !meant.has(entry.key.value)) {
          ctx.report({
            at: entry.key,
            message: `Nothing in the definition uses "${entry.key.value}".`,
            fixes: [
              {
                title: `Remove "${entry.key.value}"`,
                edit: (editor) => {
                  editor.remove(entry);
                },
              },
            ],
          });
        }
      }
    },
  },
});

import { placeholdersOf } from '../../analysis/substitutions';
import { nearest } from '../../text/nearest';
import { listed } from '../../text/words';
import { defineRule } from '../rule';

export const unknownSubstitution = defineRule({
  code: 'unknown-substitution',
  severity: 'warning',
  docs: {
    what: 'Every `${Name}` in the definition of a template has an entry in `DefinitionSubstitutions`, where there is such a list.',
    why: 'A placeholder without an entry is not filled in: it is deployed as it stands, and a resource or a name with `${…}` in it is none.',
    bad: '{ "Resources": { "Pipeline": { "Type": "AWS::Serverless::StateMachine", "Properties": { "DefinitionSubstitutions": { "TrainArn": { "Fn::GetAtt": ["Train", "Arn"] } }, "Definition": { "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "${TrainArn}", "Comment": "${Trainarn}", "End": true } } } } } } }',
    good: '{ "Resources": { "Pipeline": { "Type": "AWS::Serverless::StateMachine", "Properties": { "DefinitionSubstitutions": { "TrainArn": { "Fn::GetAtt": ["Train", "Arn"] } }, "Definition": { "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "${TrainArn}", "End": true } } } } } } }',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html',
  },
  on: {
    Definition(definition, ctx) {
      const { resource } = definition.host;
      // Without the list the text may well be meant as it stands.
      if (!resource?.hasSubstitutions || !resource.substitutions) {
        return;
      }
      const names = new Set(resource.substitutions.map(({ key }) => key.value));
      for (const { name, isEscaped, node, within, isFilledBefore } of placeholdersOf(definition)) {
        if (isFilledBefore || names.has(name)) {
          continue;
        }
        const at = definition.inside(node, within);
        const near = names.has(name.trim()) ? [name.trim()] : nearest(name, names);
        ctx.report({
          at,
          message: `"DefinitionSubstitutions" has no "${name}", so this is deployed as it stands.${near.length > 0 ? ` Did you mean ${listed(near)}?` : ''}`,
          fixes: near.map((each) => {
            const placeholder = `\${${isEscaped ? '!' : ''}${each}}`;
            return {
              title: `Change to ${placeholder}`,
              ...(near.length === 1 && { preferred: true }),
              edit: (editor) => {
                editor.setLetters(at.span, placeholder);
              },
            };
          }),
        });
      }
    },
  },
});

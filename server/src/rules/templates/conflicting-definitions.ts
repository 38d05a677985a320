import { listed } from '../../text/words';
import { defineRule } from '../rule';

export const conflictingDefinitions = defineRule({
  code: 'conflicting-definitions',
  severity: 'error',
  docs: {
    what: 'A state machine of a template gets its definition from one place: from `Definition`, or from a string or a file.',
    why: 'The deployment fails where two are given: neither SAM nor CloudFormation chooses between them.',
    bad: '{ "Resources": { "Pipeline": { "Type": "AWS::Serverless::StateMachine", "Properties": { "DefinitionUri": "pipeline.asl.json", "Definition": { "StartAt": "Train", "States": { "Train": { "Type": "Succeed" } } } } } } }',
    good: '{ "Resources": { "Pipeline": { "Type": "AWS::Serverless::StateMachine", "Properties": { "Definition": { "StartAt": "Train", "States": { "Train": { "Type": "Succeed" } } } } } } }',
    source: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html',
  },
  on: {
    Definition({ host }, ctx) {
      const [first, ...others] = host.resource?.sources ?? [];
      const extra = others.find(({ key }) => key.value !== first?.key.value);
      if (first && extra) {
        ctx.report({
          at: extra.key,
          message: `Only one of ${listed([first.key.value, extra.key.value])} may be there.`,
          related: [{ at: first.key, message: 'The other one is here.' }],
          fixes: [first, extra].map((each) => ({
            title: `Remove "${each.key.value}"`,
            edit: (editor) => {
              editor.remove(each);
            },
          })),
        });
      }
    },
  },
});

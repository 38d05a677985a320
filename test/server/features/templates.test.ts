// Every feature inside a template, as in a file of its own.
import assert from 'node:assert/strict';
import { AslDocument } from '../../../server/src/analysis/document';
import { completion } from '../../../server/src/features/completion/completion';
import { definition } from '../../../server/src/features/definition';
import { hover } from '../../../server/src/features/hover/hover';
import { flatSymbols, symbols } from '../../../server/src/features/states/symbols';
import { accepted, offered } from '../../support/check';
import { cursor, dedent } from '../../support/fixture';

/** A template with one machine as an object, and one as text in a block. */
function template(object: string, text: string): string {
  return dedent(`
    Resources:
      Object:
        Type: AWS::Serverless::StateMachine
        Properties:
          Definition:
            StartAt: Train
            States:
              Train:
                Type: Pass
                ${object}
              Save:
                Type: Succeed
          Role: !GetAtt Role.Arn
      Text:
        Type: AWS::StepFunctions::StateMachine
        Properties:
          DefinitionString: !Sub |
            {
              "StartAt": "Load",
              "States": {
                "Load": { "Type": "Pass", ${text} },
                "Store": { "Type": "Succeed" }
              }
            }
    `);
}

suite('features in a template', () => {
  test('completion of state names, each machine by itself', () => {
    assert.deepEqual(offered(template('Next: <|>', '"End": true'), 'yaml'), ['Save (Succeed)']);
    assert.deepEqual(offered(template('End: true', '"Next": "<|>"'), 'yaml'), ['Store (Succeed)']);
  });

  test('completion of fields, at the end of a block and in the text', () => {
    assert.ok(offered(template('Re<|>', '"End": true'), 'yaml').includes('ResultPath'));
    assert.ok(offered(template('End: true', '"Re<|>"'), 'yaml').includes('ResultPath'));
    assert.deepEqual(accepted(template('End: true', '"Next": "<|>"'), 'Store', 'yaml'), template('End: true', '"Next": "Store"'));
  });

  test('what is written into a string gets its escapes', () => {
    const sample = String.raw`{"Resources": {"A": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": "{\"StartAt\": \"<|>\", \"States\": {\"Train\": {\"Type\": \"Succeed\"}}}"}}}}`;
    assert.equal(accepted(sample, 'Train'), sample.replace('<|>', 'Train'));
  });

  test('nothing is offered outside the definitions', () => {
    for (const sample of [template('End: true', '"End": true').replace('!GetAtt Role', '<|>Role'), template('End: true', '"End": true').replace('Resources:', 'Resources:<|>'), '<|>', 'Sta<|>']) {
      const { text, offset } = cursor(sample);
      assert.deepEqual(completion(new AslDocument(text, 'yaml', { onlyTemplates: true }), offset, { snippets: true, asIs: true }).items, []);
    }
  });

  test('hover and definition', () => {
    for (const [sample, line, told] of [
      [template('Next: Sa<|>ve', '"End": true'), 10, '**Save** · Succeed'],
      [template('End: true', '"Next": "Sto<|>re"'), 21, '**Store** · Succeed'],
    ] as const) {
      const { text, offset } = cursor(sample);
      const document = new AslDocument(text, 'yaml', { onlyTemplates: true });
      assert.equal(definition(document, offset)?.targets[0]?.start.line, line);
      assert.ok(JSON.stringify(hover(document, offset)?.contents).includes(told));
    }
  });

  test('the outline has the states below their resource', () => {
    const document = new AslDocument(template('End: true', '"End": true'), 'yaml', { onlyTemplates: true });
    assert.deepEqual(
      symbols(document).map(({ name, children }) => [name, children?.map((child) => child.name)]),
      [
        ['Object', ['Train', 'Save']],
        ['Text', ['Load', 'Store']],
      ],
    );
    assert.deepEqual(flatSymbols(document, 'x:').map(({ name, containerName }) => `${String(containerName)}/${name}`), ['Object/Train', 'Object/Save', 'Text/Load', 'Text/Store']);
  });
});

import { readResource } from '../../model/resource';
import { member, property, type Node, type ObjectNode } from '../../syntax/tree';
import { changeTo, preferred } from '../fixes';
import { defineRule, type RuleContext } from '../rule';

export const invalidReaderConfig = defineRule({
  code: 'invalid-reader-config',
  severity: 'warning',
  docs: {
    what: 'A reader is told what it reads: `InputType` for one file, and for files that are loaded one by one; none for an inventory of Amazon S3. `ItemsPointer` is a JSON Pointer into a JSON file.',
    why: 'The map fails when it begins to read.',
    bad: '{ "StartAt": "Score", "States": { "Score": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "models", "Key": "rows.json" } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "One", "States": { "One": { "Type": "Succeed" } } }, "End": true } } }',
    good: '{ "StartAt": "Score", "States": { "Score": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "models", "Key": "rows.json" }, "ReaderConfig": { "InputType": "JSON" } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "One", "States": { "One": { "Type": "Succeed" } } }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html',
  },
  on: {
    itemReader({ node, name }, ctx) {
      const config = member(node, 'ReaderConfig');
      const action = textOf(member(node, 'Resource'), (text) => {
        const resource = readResource(text);
        return resource.kind === 'integration' ? resource.action.text : undefined;
      });
      if (config === undefined) {
        if (action === 'getObject') {
          ctx.report({ at: name, message: 'The reader is not told what the file holds: it has no "ReaderConfig" with an "InputType".' });
        }
      } else if (config.kind === 'object') {
        checkInputType(config, action, ctx);
        checkPointer(config, ctx);
      }
    },
  },
});

function checkInputType(config: ObjectNode, action: string | undefined, ctx: RuleContext): void {
  const inputType = property(config, 'InputType');
  const manifest = textOf(member(config, 'ManifestType'));
  const key = property(config, 'Transformation');
  const flattens = textOf(key?.value) === 'LOAD_AND_FLATTEN';
  const owner = config.parent?.kind === 'property' ? config.parent.key : config;
  if (!inputType) {
    if (action === 'getObject' && !member(config, 'ManifestType')) {
      ctx.report({ at: owner, message: 'The reader is not told what the file holds: there is no "InputType".' });
    } else if (manifest === 'ATHENA_DATA' || flattens) {
      ctx.report({ at: owner, message: `"${manifest === 'ATHENA_DATA' ? 'ATHENA_DATA' : 'LOAD_AND_FLATTEN'}" needs an "InputType", for what is in the files.` });
    }
  } else if (manifest === 'S3_INVENTORY') {
    ctx.report({
      at: inputType.key,
      message: 'An inventory of Amazon S3 says itself what it holds: beside "S3_INVENTORY" there is no "InputType".',
      fixes: [{ title: 'Remove "InputType"', edit: (editor) => editor.remove(inputType) }],
    });
  }
}

function checkPointer(config: ObjectNode, ctx: RuleContext): void {
  const pointer = property(config, 'ItemsPointer');
  const inputType = textOf(member(config, 'InputType'));
  if (pointer?.value?.kind !== 'string' || pointer.value.value.includes('${')) {
    return;
  }
  const { key, value } = pointer;
  if (inputType !== undefined && inputType !== 'JSON' && !inputType.includes('${')) {
    ctx.report({ at: key, message: `"ItemsPointer" points into a JSON file, and "InputType" is "${inputType}".` });
  } else if (value.value !== '' && !value.value.startsWith('/')) {
    const mended = pointerFor(value.value);
    ctx.report({
      at: value,
      message: 'A JSON Pointer begins with "/", as in "/data/items".',
      fixes: mended ? [preferred(changeTo(value, mended))] : [],
    });
  }
}

/** `$.data.items` and `data/items` as a JSON Pointer. */
function pointerFor(text: string): string | undefined {
  return /^(\$\.)?\w+([./]\w+)*$/.test(text) ? `/${text.replace(/^\$\./, '').replaceAll('.', '/')}` : undefined;
}

function textOf(node: Node | undefined, read: (text: string) => string | undefined = (text) => text): string | undefined {
  return node?.kind === 'string' ? read(node.value) : undefined;
}

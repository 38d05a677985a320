import type { Definition } from '../../analysis/definition';
import { toValue, type Node } from '../../syntax/tree';
import { defineRule } from '../rule';

/** Source: API reference, CreateStateMachine, `definition`. */
const mostCharacters = 1_048_576;

/** A shorter text can't become too long when it is turned into JSON; YAML may say a thing once and mean it often. */
const farBelow = mostCharacters / 8;

export const excessiveDefinition = defineRule({
  code: 'excessive-definition',
  severity: 'error',
  docs: {
    what: 'A definition has at most 1,048,576 characters.',
    why: 'Step Functions takes no longer one, and the limit can\'t be raised. White space counts where the text is deployed as it stands. What a machine does can be split: `arn:aws:states:::states:startExecution.sync:2` runs another one as a step.',
    bad: {
      told: 'A definition of more than a megabyte: here one that makes it up with a long comment.',
      make: () => JSON.stringify({ Comment: 'x'.repeat(mostCharacters), StartAt: 'Train', States: { Train: { Type: 'Succeed' } } }),
    },
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Succeed" } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html',
  },
  on: {
    Definition(definition, ctx) {
      const { root } = definition.tree;
      const [first] = root?.kind === 'object' ? root.properties : [];
      const size = first ? characters(deployed(definition)) : 0;
      if (!first || size <= mostCharacters) {
        return;
      }
      const compact = definition.tree.embedding || definition.notation !== 'json' ? size : compactLength(first.parent);
      const hint = compact > mostCharacters ? '' : ` Without the white space it has ${grouped(compact)}.`;
      ctx.report({ at: first.key, message: `The definition has ${grouped(size)} characters, and Step Functions takes ${grouped(mostCharacters)} at most.${hint}` });
    },
  },
});

/** The text that Step Functions gets: a file of JSON as it is, anything else as it is turned into JSON. */
function deployed({ tree: { root, embedding, notation }, host, text }: Definition): string {
  if (embedding) {
    return embedding.text;
  }
  if (notation === 'json' && !host.resource) {
    return text;
  }
  return root && root.end - root.start > farBelow ? JSON.stringify(toValue(root)) : '';
}

/** Counted as the service does; what is written as two units in UTF-16 is one. */
function characters(text: string): number {
  return text.length <= mostCharacters ? text.length : text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

/** How long JSON is without the white space between its words. */
function compactLength(node: Node | undefined): number {
  switch (node?.kind) {
    case 'object':
      return node.properties.reduce((length, { key, value }) => length + key.end - key.start + compactLength(value) + 2, 2) - (node.properties.length > 0 ? 1 : 0);
    case 'array':
      return node.items.reduce((length, item) => length + compactLength(item) + 1, 2) - (node.items.length > 0 ? 1 : 0);
    default:
      return node ? node.end - node.start : 0;
  }
}

function grouped(number: number): string {
  return number.toLocaleString('en-US');
}

// The expressions in a definition that can be evaluated where a run stands still: for hovers, and for values beside the text.
import { isJsonata } from '../../../server/src/expressions/jsonata/parse';
import { parse } from '../../../server/src/syntax/parse';
import type { Node, Notation } from '../../../server/src/syntax/tree';

/** Where the text of it stands, without quotes, and what is asked. */
export interface FoundExpression {
  readonly start: number;
  readonly end: number;
  readonly expression: string;
}

/** The expression under the cursor: a whole string. */
export function expressionAt(text: string, notation: Notation, offset: number): FoundExpression | undefined {
  return all(parse(text, notation).root, { withInner: true }).find(({ start, end }) => start <= offset && offset <= end);
}

/** The expressions of the state whose name stands at the offset. Those inside others, in branches and processors, are not its own. */
export function expressionsIn(text: string, notation: Notation, offset: number): FoundExpression[] {
  return all(objectNamedAt(parse(text, notation).root, offset)).filter(({ expression }) => !changing.test(expression));
}

/** What gives something else each time it is asked: shown beside the text, it would be taken for what the run has. */
const changing = /States\.(?:UUID|MathRandom)\b|\$(?:uuid|random|shuffle|now|millis)\b/;

function objectNamedAt(node: Node | undefined, offset: number): Node | undefined {
  const children = node?.kind === 'object' ? node.properties : [];
  for (const { key, value } of children) {
    if (key.start <= offset && offset <= key.end) {
      return value;
    }
  }
  const inner = node?.kind === 'object' ? node.properties.map(({ value }) => value) : node?.kind === 'array' ? node.items : [];
  const around = inner.find((each) => each && each.start <= offset && offset <= each.end);
  return around && objectNamedAt(around, offset);
}

/** Fields whose text is a path in a JSONPath state, without a `.$` that says so. */
const paths: ReadonlySet<string> = new Set(['InputPath', 'ItemsPath', 'SecondsPath', 'TimestampPath', 'TimeoutSecondsPath', 'HeartbeatSecondsPath', 'Variable']);

/** Fields whose paths are not about the input: they would be followed from the wrong value. */
const ofOthers: ReadonlySet<string> = new Set(['ResultSelector', 'ItemSelector', 'ItemBatcher', 'Assign', 'Catch']);

function all(node: Node | undefined, { isOfInput = true, withInner = false } = {}): FoundExpression[] {
  switch (node?.kind) {
    case 'object': {
      // What an `InputPath` leaves is not what the state was given.
      const isFiltered = isOfInput && node.properties.some(({ key, value }) => key.value === 'InputPath' && !(value?.kind === 'string' && value.value === '$'));
      return node.properties
        .filter(({ key }) => withInner || key.value !== 'States')
        .flatMap(({ key: { value: name }, value }) => {
          const isStill = isOfInput && !ofOthers.has(name) && (!isFiltered || name === 'InputPath');
          return value?.kind === 'string' && isStill && (name.endsWith('.$') || paths.has(name)) ? [found(value)] : all(value, { isOfInput: isStill, withInner });
        });
    }
    case 'array':
      return node.items.flatMap((each) => all(each, { isOfInput, withInner }));
    case 'string':
      return isJsonata(node.value) ? [found(node)] : [];
    default:
      return [];
  }
}

function found({ start, end, value }: Node & { readonly kind: 'string' }): FoundExpression {
  return { start, end, expression: value };
}

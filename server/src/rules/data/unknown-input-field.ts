import type { Path } from '../../expressions/jsonpath/tree';
import type { PathExpression } from '../../analysis/expressions';
import { seen, type Shape } from '../../analysis/shapes';
import { member, property, type Node, type ObjectNode } from '../../syntax/tree';
import { nearest } from '../../text/nearest';
import { listed } from '../../text/words';
import { changeInside } from '../fixes';
import { defineRule, type RuleContext } from '../rule';

/** Of more fields, these tell enough. */
const mostListed = 5;

export const unknownInputField = defineRule({
  code: 'unknown-input-field',
  severity: 'warning',
  docs: {
    what: 'A path reads what the states before hand on, where that is written in the definition.',
    why: 'A path that leads nowhere fails the run. A Pass state hands on its `Result` in place of its input unless `ResultPath` says where to put it, and what a Lambda function answers is under `Payload`.',
    bad: '{ "StartAt": "Set up", "States": { "Set up": { "Type": "Pass", "Result": { "epochs": 10 }, "Next": "Cool down" }, "Cool down": { "Type": "Wait", "SecondsPath": "$.pause", "End": true } } }',
    good: '{ "StartAt": "Set up", "States": { "Set up": { "Type": "Pass", "Result": { "epochs": 10, "pause": 5 }, "Next": "Cool down" }, "Cool down": { "Type": "Wait", "SecondsPath": "$.pause", "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html',
  },
  on: {
    Path(expression, ctx) {
      const { part, field, node } = expression.site;
      const { state } = part;
      // What is read at other places is the result, or both together.
      const isInputPath = field.name === 'InputPath';
      const readsInput = isInputPath || part.is === 'choiceRule' || part.is === 'choiceTest' || (part.is === 'state' && inputFields.has(field.name));
      if (!state || !readsInput || part.queryLanguage !== 'JSONPath' || !node.value.includes('$.')) {
        return;
      }
      const input = ctx.inputOf(state);
      const shape = input && (isInputPath ? input : seen(state.node, input));
      if (shape && !isTestedFor(expression, state.node)) {
        for (const path of expression.paths) {
          look(path, shape, expression, ctx);
        }
      }
    },
  },
});

/** Of a state, and evaluated with what it sees of its input. */
const inputFields: ReadonlySet<string> = new Set([
  'Parameters',
  'ItemSelector',
  'ItemsPath',
  'SecondsPath',
  'TimestampPath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'MaxConcurrencyPath',
  'ErrorPath',
  'CausePath',
]);

function look({ root, steps: [first] }: Path, shape: Shape, { site: { node } }: PathExpression, ctx: RuleContext): void {
  if (root.kind !== 'input' || first?.kind !== 'member' || (shape.kind === 'object' && shape.fields.has(first.name))) {
    return;
  }
  const at = ctx.definition.inside(node, first.nameSpan);
  if (isLambdaAnswer(shape)) {
    ctx.report({
      at,
      message: `There is no "${first.name}" here: what the Lambda function answers is under "Payload".`,
      fixes: first.bracketed ? [] : [changeInside(node, first.nameSpan, `Payload.${first.name}`)],
    });
    return;
  }
  const fields = shape.kind === 'object' ? [...shape.fields] : [];
  const near = nearest(first.name, fields);
  ctx.report({
    at,
    message: `There is no "${first.name}" here: what comes before hands on ${given(shape, fields)}.${near.length > 0 ? ` Did you mean ${listed(near)}?` : ''}`,
    fixes: near.map((name) => changeInside(node, first.nameSpan, name)),
  });
}

function given({ kind }: Shape, fields: readonly string[]): string {
  if (kind !== 'object') {
    return `a ${kind}`;
  }
  if (fields.length > mostListed) {
    return `${fields.slice(0, mostListed).map((name) => `"${name}"`).join(', ')} and others`;
  }
  return fields.length === 0 ? 'an empty object' : `${listed(fields, 'and')} only`;
}

function isLambdaAnswer(shape: Shape): boolean {
  return shape.kind === 'object' && shape.fields.has('Payload') && shape.fields.has('SdkHttpMetadata');
}

/** A Choice state that asks whether a field is there knows that it may not be. */
function isTestedFor({ site: { part, node } }: PathExpression, state: ObjectNode | undefined): boolean {
  const isChoice = part.is === 'choiceRule' || part.is === 'choiceTest';
  return isChoice && state !== undefined && askedIn(state).some((path) => node.value.startsWith(path));
}

/** A Choice can have thousands of rules, so its paths are looked for once. */
const asked = new WeakMap<ObjectNode, readonly string[]>();

/** The paths that a Choice state tests by `IsPresent`. */
function askedIn(state: ObjectNode): readonly string[] {
  let found = asked.get(state);
  if (!found) {
    const paths = new Set<string>();
    collect(member(state, 'Choices'), paths);
    found = [...paths];
    asked.set(state, found);
  }
  return found;
}

function collect(node: Node | undefined, paths: Set<string>): void {
  if (node?.kind === 'array') {
    for (const item of node.items) {
      collect(item, paths);
    }
  } else if (node?.kind === 'object') {
    const variable = member(node, 'Variable');
    if (variable?.kind === 'string' && property(node, 'IsPresent')) {
      paths.add(variable.value);
    }
    for (const name of ['And', 'Or', 'Not']) {
      collect(member(node, name), paths);
    }
  }
}

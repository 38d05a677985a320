import type { IntrinsicFault } from '../../expressions/intrinsics/check';
import type { ExpressionProblem } from '../../expressions/problem';
import { changeInside } from '../fixes';
import { defineRule } from '../rule';
import { asFinding } from './report';

export const unknownIntrinsic = defineRule({
  code: 'unknown-intrinsic',
  severity: 'error',
  docs: {
    what: 'Only functions that Step Functions has are called.',
    why: 'Step Functions refuses a call of any other (SCHEMA_VALIDATION_FAILED). Names are compared letter by letter, case included.',
    bad: '{ "StartAt": "Name", "States": { "Name": { "Type": "Pass", "Parameters": { "name.$": "States.format(\'model-{}\', $.id)" }, "End": true } } }',
    good: '{ "StartAt": "Name", "States": { "Name": { "Type": "Pass", "Parameters": { "name.$": "States.Format(\'model-{}\', $.id)" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html',
  },
  on: {
    PathProblem(found, ctx) {
      const { problem, site } = found;
      if (problem.code !== 'unknown-intrinsic') {
        return;
      }
      ctx.report({
        ...asFinding(found, ctx),
        aws: { code: 'SCHEMA_VALIDATION_FAILED', message: `The value for the field '${site.key?.value ?? site.field.name}' must be a valid JSONPath or a valid intrinsic function call` },
        fixes: near(problem).map((name) => changeInside(site.node, problem.span, name)),
      });
    },
  },
});

function near(problem: ExpressionProblem): readonly string[] {
  return (problem as IntrinsicFault).near ?? [];
}

import type { PathSite } from '../../model/sites';
import { changeTo } from '../fixes';
import { defineRule, type AwsRefusal, type Fix } from '../rule';
import { asFinding } from './report';

export const invalidPath = defineRule({
  code: 'invalid-path',
  severity: 'error',
  docs: {
    what: 'A path starts with `$` and goes on in steps that the dialect of Step Functions has.',
    why: 'Step Functions reads every path when the definition is stored and refuses what it can\'t read (SCHEMA_VALIDATION_FAILED).',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "InputPath": "$.dataset[", "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "InputPath": "$.dataset[0]", "End": true } } }',
    source: 'https://states-language.net/spec.html#path',
  },
  on: {
    Path({ site, value }, ctx) {
      if (value.kind === 'neither') {
        ctx.report({
          at: site.node,
          message: site.key
            ? `The value of "${site.key.value}" has to be a path that starts with "$", or an intrinsic function such as States.Format(…).`
            : `"${site.field.name}" has to be a path that starts with "$", or an intrinsic function that gives text.`,
          fixes: fixes(site),
          aws: refusal(site),
        });
      }
    },
    PathProblem(found, ctx) {
      const { code } = found.problem;
      if (code === 'path-start' || code === 'path-syntax') {
        ctx.report({ ...asFinding(found, ctx), aws: refusal(found.site), fixes: code === 'path-start' ? fixes(found.site) : [] });
      }
    },
  },
});

function refusal({ key, use }: PathSite): AwsRefusal {
  const message = key
    ? `The value for the field '${key.value}' must be a valid JSONPath or a valid intrinsic function call`
    : use === 'path'
      ? 'Value must be a valid JSONPath.'
      : 'Value is not a Reference Path';
  return { code: 'SCHEMA_VALIDATION_FAILED', message };
}

/** A plain name was most likely meant as a field of the input; or, in a template, as text. */
function fixes({ node, key }: PathSite): Fix[] {
  const name = node.value.trim();
  const prefixed = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(name) ? `$.${name}` : name.startsWith('.') ? `$${name}` : undefined;
  return [
    ...(prefixed === undefined ? [] : [changeTo(node, prefixed)]),
    ...(key ? [{ title: `Take the text as it is: rename to "${key.value.slice(0, -2)}"`, edit: (editor) => { editor.setString(key, key.value.slice(0, -2)); } } satisfies Fix] : []),
  ];
}

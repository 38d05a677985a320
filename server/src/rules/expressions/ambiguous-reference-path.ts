import { whyNotReference } from '../../expressions/jsonpath/reference';
import { defineRule } from '../rule';

export const ambiguousReferencePath = defineRule({
  code: 'ambiguous-reference-path',
  severity: 'error',
  docs: {
    what: 'Where a reference path is asked for, the path leads to exactly one place.',
    why: 'A wildcard, a filter or a slice may lead to several places or none, and Step Functions refuses it in such a field (SCHEMA_VALIDATION_FAILED). `ResultPath` can\'t lead into the context object or a variable either.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "ResultPath": "$.models[*].score", "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "ResultPath": "$.models[0].score", "End": true } } }',
    source: 'https://states-language.net/spec.html#ref-paths',
  },
  on: {
    Path({ site, value, problems }, ctx) {
      if (site.use === 'template' || site.use === 'path' || value.kind !== 'path' || problems.length > 0) {
        return;
      }
      const aws = { code: 'SCHEMA_VALIDATION_FAILED', message: 'Value is not a Reference Path' };
      const { root } = value.path;
      if (site.use === 'result-path' && (root.kind === 'context' || root.kind === 'variable')) {
        const where = root.kind === 'context' ? 'the context object' : 'a variable';
        ctx.report({ at: ctx.definition.inside(site.node, root.span), message: `A result goes into the state's input and not into ${where}. Variables are set by "Assign".`, aws });
        return;
      }
      const why = whyNotReference(value.path);
      if (why) {
        ctx.report({ at: ctx.definition.inside(site.node, why.span), message: `"${site.field.name}" has to lead to exactly one place, which ${why.reason} does not promise.`, aws });
      }
    },
  },
});

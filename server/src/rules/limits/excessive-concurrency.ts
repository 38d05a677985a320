import { processorOf } from '../../model/processor';
import { inlineConcurrency } from '../../spec/map';
import { member } from '../../syntax/tree';
import { defineRule } from '../rule';

export const excessiveConcurrency = defineRule({
  code: 'excessive-concurrency',
  severity: 'info',
  docs: {
    what: 'The `MaxConcurrency` of an inline map is at most 40.',
    why: 'An inline map works on about 40 items at once, whatever is asked for. A distributed one goes up to 10,000.',
    bad: '{ "StartAt": "Score", "States": { "Score": { "Type": "Map", "MaxConcurrency": 200, "ItemProcessor": { "StartAt": "One", "States": { "One": { "Type": "Succeed" } } }, "End": true } } }',
    good: '{ "StartAt": "Score", "States": { "Score": { "Type": "Map", "MaxConcurrency": 40, "ItemProcessor": { "StartAt": "One", "States": { "One": { "Type": "Succeed" } } }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html',
  },
  on: {
    Map({ node }, ctx) {
      const concurrency = member(node, 'MaxConcurrency');
      if (concurrency?.kind === 'number' && concurrency.value > inlineConcurrency && processorOf(member(node, 'ItemProcessor') ?? member(node, 'Iterator')).mode === 'INLINE') {
        ctx.report({ at: concurrency, message: `An inline map works on about ${String(inlineConcurrency)} items at once; more takes "Mode": "DISTRIBUTED".` });
      }
    },
  },
});

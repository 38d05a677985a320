import { holderOf, isFilledIn, memberName, misspelledMembers, missingMembers } from '../../analysis/call-arguments';
import { calledAction } from '../../analysis/called-action';
import { alternativesOf, firstOf, namesOf, type Call } from '../../model/call';
import { emptyValue } from '../../services/empty-value';
import type { Shape } from '../../services/shape';
import type { ObjectNode } from '../../syntax/tree';
import { listed } from '../../text/words';
import { changeTo, preferred } from '../fixes';
import { defineRule, type Fix, type RuleContext } from '../rule';

export const missingArgument = defineRule({
  code: 'missing-argument',
  severity: 'error',
  docs: {
    what: 'A call has the request fields that its action can\'t do without, at every depth, as `Parameters` or, in JSONata, `Arguments`.',
    why: 'Step Functions checks some of them and refuses the definition (SCHEMA_VALIDATION_FAILED); what it does not check, the service refuses in the run, and that is a warning. Where AWS no longer keeps up the model that this was read from, it is information. A field whose name ends in `.$` counts too.',
    bad: '{ "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "MessageBody": "Is it good?" }, "End": true } } }',
    good: '{ "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl.$": "$.queue", "MessageBody": "Is it good?" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html',
  },
  on: {
    Call(call, ctx) {
      const given = call.arguments?.value;
      if (call.action && call.action.required.length > 0 && given?.kind === 'object' && !given.properties.some(isFilledIn)) {
        reportRefused(call, call.action.required, given, ctx);
      }
    },
    Argument({ node, shape, call, service }, ctx) {
      if (node.kind !== 'object' || shape.required.length === 0) {
        return;
      }
      const isWhole = node === call.arguments?.value;
      const refused = isWhole ? call.action?.required.flat() : undefined;
      const missing = missingMembers(node, shape).filter(({ name }) => !refused?.includes(name));
      const names = withoutMisspelled(missing.map(({ name }) => name), node, shape);
      if (names.length > 0) {
        ctx.report({
          at: holderOf(node),
          severity: service.isOld ? 'info' : 'warning',
          message: `"${call.title}" needs ${listed(names, 'and')}${isWhole || shape.name === undefined ? '' : ` in ${shape.name}`}.`,
          fixes: insertions(node, names, shape),
        });
      }
    },
  },
});

type Required = NonNullable<Call['action']>['required'];

/** What Step Functions itself refuses. */
function reportRefused(call: Call, required: Required, given: ObjectNode, ctx: RuleContext): void {
  const there = new Set(given.properties.map(memberName));
  const missing = required.filter((each) => !alternativesOf(each).some((name) => there.has(name)));
  if (missing.length === 0 || !call.arguments) {
    return;
  }
  const shape = calledAction(call, ctx.services)?.action.input;
  const misspelled = shape ? misspelledMembers(given, shape, new Set(missing.flat())) : new Map<never, never>();
  for (const [{ key }, name] of misspelled) {
    const right = name + (key.value.endsWith('.$') ? '.$' : '');
    ctx.report({ at: key, message: `"${call.title}" knows this field as "${right}".`, fixes: [preferred(changeTo(key, right))], aws: refusal(name) });
  }
  const meant = new Set(misspelled.values());
  const left = missing.filter((each) => !alternativesOf(each).some((name) => meant.has(name)));
  const [first] = left;
  if (first !== undefined) {
    ctx.report({ at: call.arguments.key, message: `"${call.title}" needs ${namesOf(left)}.`, fixes: insertions(given, left.map(firstOf), shape), aws: refusal(firstOf(first)) });
  }
}

function refusal(name: string): { code: string; message: string } {
  return { code: 'SCHEMA_VALIDATION_FAILED', message: `The field '${name}' is required but was missing` };
}

/** A name that is there, but for a slip, is `unknown-argument`'s business. */
function withoutMisspelled(missing: readonly string[], object: ObjectNode, shape: Shape): readonly string[] {
  if (missing.length === 0) {
    return missing;
  }
  const meant = new Set(misspelledMembers(object, shape, new Set(missing)).values());
  return missing.filter((name) => !meant.has(name));
}

/** All at once first, then one by one. */
function insertions(object: ObjectNode, names: readonly string[], shape: Shape | undefined): Fix[] {
  const insert = (title: string, which: readonly string[]): Fix => ({
    title,
    tabStops: true,
    edit: (editor) => {
      editor.insertAll(object, Object.fromEntries(which.map((name) => [name, emptyValue(shape?.members.get(name)?.shape)])));
    },
  });
  const each = names.map((name) => insert(`Add "${name}"`, [name]));
  return names.length < 2 ? each : [insert(names.length < 4 ? `Add ${listed(names, 'and')}` : `Add all ${String(names.length)} that are missing`, names), ...each];
}

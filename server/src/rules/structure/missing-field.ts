import { isRequired } from '../../model/beside';
import type { Part } from '../../model/parts';
import { stateTypeNames } from '../../spec/state-types';
import { states } from '../../spec/states';
import { member, property, type ObjectNode } from '../../syntax/tree';
import { listed } from '../../text/words';
import { defineRule, type AwsRefusal, type Fix } from '../rule';

export const missingField = defineRule({
  code: 'missing-field',
  severity: 'error',
  docs: {
    what: 'Every field that an object can\'t do without is there.',
    why: 'Step Functions refuses the definition otherwise (SCHEMA_VALIDATION_FAILED).',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "End": true } } }',
    source: 'https://states-language.net/spec.html#state-type-table',
  },
  on: {
    State(state, ctx) {
      if (state.node && !property(state.node, 'Type')) {
        ctx.report({ at: state.nameNode, message: `The state "${state.name}" has no "Type".`, fixes: typeFix(state.node), aws: required(['Type']) });
      }
    },
    Part(part, ctx) {
      const { node, spec, present, name } = part;
      if ((spec.bits.required & ~present) === 0 && spec.bits.oneOf.every((bits) => bits & present)) {
        return;
      }
      const missing = spec.required.filter((field) => !property(node, field.name) && isRequired(field, node)).map((field) => field.name);
      if (missing.length > 0) {
        ctx.report({ at: name, message: `${capital(spec.title)} needs ${listed(missing, 'and')}.`, fixes: missing.flatMap((each) => addFix(each, part)), aws: required(missing) });
      }
      for (const names of spec.oneOf) {
        if (!names.some((each) => property(node, each))) {
          // What is out of date is not offered.
          const wanted = names.filter((each) => !spec.byName.get(each)?.replacedBy);
          ctx.report({
            at: name,
            message: `${capital(spec.title)} needs ${wanted.length === 1 ? '' : 'one of '}${listed(wanted)}.`,
            aws: { code: 'SCHEMA_VALIDATION_FAILED', message: `This object should have only one of the following fields: [${names.join(', ')}]` },
          });
        }
      }
    },
  },
});

/** The type that all the fields belong to, if there is but one such. */
function typeFix(node: ObjectNode): Fix[] {
  const fitting = stateTypeNames.filter((type) => node.properties.every(({ key }) => states[type].byName.has(key.value)));
  const [only] = fitting;
  return only && fitting.length === 1 ? [add(node, 'Type', only)] : [];
}

/** The few fields for which there is but one good value to begin with. */
function addFix(field: string, { node, is, machine }: Part): Fix[] {
  const first = machine.states[0];
  if (field === 'StartAt' && first && machine.node === node) {
    return [add(node, 'StartAt', first.name)];
  }
  const siblings = node.parent?.kind === 'array' ? node.parent.items : [];
  return field === 'ErrorEquals' && (is === 'retrier' || is === 'catcher') && siblings[siblings.length - 1] === node && !member(node, 'ErrorEquals')
    ? [add(node, 'ErrorEquals', ['States.ALL'])]
    : [];
}

function add(node: ObjectNode, name: string, value: string | readonly string[]): Fix {
  return {
    title: `Add ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
    edit: (editor) => {
      editor.insert(node, name, value);
    },
  };
}

function required(names: readonly string[]): AwsRefusal {
  return { code: 'SCHEMA_VALIDATION_FAILED', message: `These fields are required: [${names.join(', ')}]` };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

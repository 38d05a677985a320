import { fieldOf, states, type ObjectSpec } from '../../spec/fields';
import type { QueryLanguage } from '../../spec/query-languages';
import { stateTypeNames } from '../../spec/state-types';
import type { StringNode } from '../../syntax/tree';
import { nearest } from '../../text/nearest';
import { listed } from '../../text/words';
import { defineRule, type Finding, type Fix, type RuleContext } from '../rule';
import { machinePart, stateParts, type Part } from './parts';

export const unknownField = defineRule({
  code: 'unknown-field',
  severity: 'error',
  docs: {
    what: 'Every field is one that this kind of object has, in the query language of its state.',
    why: 'Step Functions refuses a field that it does not know at that place (SCHEMA_VALIDATION_FAILED), letter case included. There are no extension fields; notes go into `Comment`.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "ResultPaht": "$.model", "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "ResultPath": "$.model", "End": true } } }',
    source: 'https://states-language.net/spec.html#state-type-table',
  },
  on: {
    Machine(machine, ctx) {
      check(machinePart(machine), ctx);
    },
    State(state, ctx) {
      for (const part of stateParts(state)) {
        check(part, ctx);
      }
    },
  },
});

function check({ node, spec, queryLanguage }: Part, ctx: RuleContext): void {
  for (const { key, value } of node.properties) {
    const name = key.value;
    const field = fieldOf(spec, name);
    // A key alone is most likely still being typed.
    if (value === undefined && ctx.document.tree.problems.length > 0) {
      continue;
    }
    if (!field) {
      ctx.report({ at: key, ...unknown(name, key, spec, queryLanguage) });
    } else if (field.language && field.language !== queryLanguage) {
      ctx.report({ at: key, message: `"${name}" belongs to ${field.language}, but the query language here is ${queryLanguage}.` });
    }
  }
}

function unknown(name: string, key: StringNode, spec: ObjectSpec, queryLanguage: QueryLanguage): Omit<Finding, 'at'> {
  const usable = spec.fields.filter(({ language }) => !language || language === queryLanguage).map((field) => field.name);
  const near = nearest(name, usable);
  if (near.length > 0) {
    return { message: `"${name}" is not a field of ${spec.title}. Did you mean ${listed(near)}?`, fixes: near.map((each) => rename(key, each, near.length === 1)) };
  }
  const types = stateTypeNames.filter((type) => fieldOf(states[type], name));
  const owners = types.length > 0 ? ` ${types.join(', ')} ${types.length === 1 ? 'has' : 'have'} it.` : '';
  return { message: `"${name}" is not a field of ${spec.title}.${owners}` };
}

function rename(key: StringNode, name: string, only: boolean): Fix {
  return {
    title: `Change to "${name}"`,
    ...(only && { preferred: true }),
    edit: (editor) => {
      editor.setString(key, name);
    },
  };
}

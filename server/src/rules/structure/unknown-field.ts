import type { ObjectSpec } from '../../spec/field';
import type { QueryLanguage } from '../../spec/query-languages';
import { stateTypeNames } from '../../spec/state-types';
import { states } from '../../spec/states';
import { isOpenKey } from '../../syntax/placeholders';
import type { StringNode } from '../../syntax/tree';
import { nearest } from '../../text/nearest';
import { listed } from '../../text/words';
import { defineRule, type Finding, type Fix } from '../rule';

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
    Part({ node, spec, queryLanguage }, ctx) {
      for (const { key, value } of node.properties) {
        const name = key.value;
        const field = spec.byName.get(name);
        // A key alone is most likely still being typed, and one with a placeholder can become anything.
        if ((value === undefined && ctx.document.tree.problems.length > 0) || isOpenKey(name)) {
          continue;
        }
        if (!field) {
          ctx.report({ at: key, ...unknown(name, key, spec, queryLanguage), aws: { code: 'SCHEMA_VALIDATION_FAILED', message: `Field '${name}' is not supported` } });
        } else if (field.language && field.language !== queryLanguage) {
          ctx.report({
            at: key,
            message: `"${name}" belongs to ${field.language}, but the query language here is ${queryLanguage}.`,
            aws: {
              code: 'SCHEMA_VALIDATION_FAILED',
              message: `The QueryLanguage is set to '${queryLanguage}', but field '${name}' is only supported for the '${field.language}' QueryLanguage`,
            },
          });
        }
      }
    },
  },
});

function unknown(name: string, key: StringNode, spec: ObjectSpec, queryLanguage: QueryLanguage): Omit<Finding, 'at'> {
  const usable = spec.fields.filter(({ language }) => !language || language === queryLanguage).map((field) => field.name);
  const near = nearest(name, usable);
  if (near.length > 0) {
    return { message: `"${name}" is not a field of ${spec.title}. Did you mean ${listed(near)}?`, fixes: near.map((each) => rename(key, each, near.length === 1)) };
  }
  const types = stateTypeNames.filter((type) => states[type].byName.has(name));
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

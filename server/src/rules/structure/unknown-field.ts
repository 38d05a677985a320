import type { State } from '../../model/machine';
import type { Part } from '../../model/parts';
import { looksLikeOperator } from '../../spec/choice';
import type { FieldSpec, ObjectSpec } from '../../spec/field';
import { objects } from '../../spec/objects';
import type { QueryLanguage } from '../../spec/query-languages';
import { stateTypeNames } from '../../spec/state-types';
import { states } from '../../spec/states';
import { isOpenKey } from '../../syntax/placeholders';
import { member, property, type ObjectProperty } from '../../syntax/tree';
import { nearest } from '../../text/nearest';
import { listed } from '../../text/words';
import { changeTo, preferred } from '../fixes';
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
    Part(part, ctx) {
      const { properties } = part.node;
      for (let index = 0; index < properties.length; index++) {
        const field = part.fields[index];
        const each = properties[index];
        if (!each || (field && (!field.language || field.language === part.queryLanguage))) {
          continue;
        }
        const name = each.key.value;
        // A key alone is most likely still being typed, and one with a placeholder can become anything.
        if ((each.value === undefined && ctx.definition.tree.problems.length > 0) || isOpenKey(name)) {
          continue;
        }
        if (field) {
          if (field.language && !part.languageInDoubt && !isToldBefore(part, field)) {
            ctx.report({ at: each.key, ...ofOtherLanguage(part, field, field.language), aws: otherLanguage(part.queryLanguage, name, field.language) });
          }
        } else if (!isToldAsOperator(part, name)) {
          ctx.report({ at: each.key, ...unknown(each, part), aws: { code: 'SCHEMA_VALIDATION_FAILED', message: `Field '${name}' is not supported` } });
        }
      }
    },
  },
});

/** The same slip once: a whole choice rule in the wrong language is told at its `Variable`, `And`, `Or` or `Not`. */
function isToldBefore({ is, node, queryLanguage }: Part, { name }: FieldSpec): boolean {
  const isTest = is === 'choiceRule' || is === 'choiceTest';
  return isTest && queryLanguage === 'JSONata' && (is === 'choiceTest' || (name !== 'Variable' && property(node, 'Variable') !== undefined));
}

/** `unknown-operator` knows better what was meant. */
function isToldAsOperator({ is, queryLanguage }: Part, name: string): boolean {
  return (is === 'choiceRule' || is === 'choiceTest') && queryLanguage === 'JSONPath' && looksLikeOperator(name);
}

function otherLanguage(queryLanguage: QueryLanguage, name: string, language: QueryLanguage): Finding['aws'] & object {
  return {
    code: 'SCHEMA_VALIDATION_FAILED',
    message: `The QueryLanguage is set to '${queryLanguage}', but field '${name}' is only supported for the '${language}' QueryLanguage`,
  };
}

function ofOtherLanguage({ state, queryLanguage }: Part, { name }: FieldSpec, language: QueryLanguage): Omit<Finding, 'at'> {
  const message = `"${name}" belongs to ${language}, but the query language here is ${queryLanguage}.`;
  const fixes = state && language === 'JSONata' ? speakJsonata(state) : [];
  const container = state?.machine.owner;
  const said = property(container?.node, 'QueryLanguage');
  return container?.type && said && container.queryLanguage === language
    ? {
        message: `${message} What the ${container.type} state around it says is for that state alone.`,
        related: [{ at: said.key, message: 'The states inside have the query language of the whole machine.' }],
        fixes,
      }
    : { message, fixes };
}

/** Offered where nothing in the state itself would then be wrong. */
function speakJsonata({ node, name, type }: State): Fix[] {
  const written = member(node, 'QueryLanguage');
  const hasPaths = type && node?.properties.some(({ key }) => states[type].byName.get(key.value)?.language === 'JSONPath');
  return !node || hasPaths
    ? []
    : [
        {
          title: `Use JSONata in "${name}"`,
          edit: (editor) => {
            if (written) {
              editor.setValue(written, 'JSONata');
            } else {
              editor.insert(node, 'QueryLanguage', 'JSONata');
            }
          },
        },
      ];
}

function unknown(each: ObjectProperty, part: Part): Omit<Finding, 'at'> {
  const { spec, queryLanguage } = part;
  const name = each.key.value;
  const usable = spec.fields.filter(({ language }) => !language || language === queryLanguage).map((field) => field.name);
  const near = nearest(name, usable);
  if (near.length > 0 && !isOutOfPlace(name, part)) {
    // A field that is there already would only be there twice.
    const free = near.filter((candidate) => !property(part.node, candidate));
    return { message: `"${name}" is not a field of ${spec.title}. Did you mean ${listed(near)}?`, fixes: free.map((candidate) => rename(each, candidate, near.length === 1)) };
  }
  const owner = owners(name, spec);
  return { message: `"${name}" is not a field of ${spec.title}.${owner ? ` ${owner}` : ''}`, fixes: [...asDefault(each, part), ...(isOutOfPlace(name, part) ? [remove(each)] : [])] };
}

/** Only its removal can be meant: `End` or `Next` where the run ends anyway, and what the outermost choice rule alone has. */
function isOutOfPlace(name: string, { state, is, spec }: Part): boolean {
  return spec === objects.choiceTest ? objects.choiceRule.byName.has(name) : is === 'state' && (name === 'End' || name === 'Next') && state?.ends === true;
}

function owners(name: string, spec: ObjectSpec): string | undefined {
  if (spec === objects.choiceTest && objects.choiceRule.byName.has(name)) {
    return 'Only the outermost rule has it.';
  }
  if ((spec === objects.branch || spec === objects.processor) && objects.machine.byName.has(name)) {
    return 'Only the whole machine has it.';
  }
  if (spec === states.Succeed || spec === states.Fail) {
    if (name === 'End' || name === 'Next') {
      return 'It ends the run by itself.';
    }
  }
  const types = stateTypeNames.filter((type) => states[type].byName.has(name));
  return types.length > 0 ? `${types.join(', ')} ${types.length === 1 ? 'has' : 'have'} it.` : undefined;
}

/** `Next` of a Choice state is called `Default`. */
function asDefault(each: ObjectProperty, { spec, node }: Part): Fix[] {
  return spec === states.Choice && each.key.value === 'Next' && !property(node, 'Default') ? [rename(each, 'Default', true)] : [];
}

function rename({ key }: ObjectProperty, name: string, only: boolean): Fix {
  const fix = changeTo(key, name);
  return only ? preferred(fix) : fix;
}

function remove(each: ObjectProperty): Fix {
  return {
    title: `Remove "${each.key.value}"`,
    preferred: true,
    edit: (editor) => {
      editor.remove(each);
    },
  };
}

import { fieldOf, type FieldSpec, type ValueKind } from '../../spec/fields';
import type { QueryLanguage } from '../../spec/query-languages';
import type { Node } from '../../syntax/tree';
import { listed } from '../../text/words';
import { defineRule, type RuleContext } from '../rule';
import { machinePart, stateParts, type Part } from './parts';

export const wrongValue = defineRule({
  code: 'wrong-value',
  severity: 'error',
  docs: {
    what: 'A field\'s value is of the kind, in the range and from the list that the language gives for it.',
    why: 'Step Functions converts nothing: a number in quotes, or one out of range, is refused (SCHEMA_VALIDATION_FAILED).',
    bad: '{ "StartAt": "Cool down", "States": { "Cool down": { "Type": "Wait", "Seconds": "5", "End": true } } }',
    good: '{ "StartAt": "Cool down", "States": { "Cool down": { "Type": "Wait", "Seconds": 5, "End": true } } }',
    source: 'https://states-language.net/spec.html#state-type-table',
  },
  on: {
    Machine(machine, ctx) {
      check(machinePart(machine), ctx);
    },
    State(state, ctx) {
      if (state.property.value && !state.node) {
        ctx.report({ at: state.property.value, message: `The state "${state.name}" has to be an object with a "Type".` });
      }
      if (state.typeNode && state.typeNode.kind !== 'string') {
        ctx.report({ at: state.typeNode, message: '"Type" has to be text.' });
      }
      for (const part of stateParts(state)) {
        check(part, ctx);
      }
    },
  },
});

function check({ node, spec, queryLanguage }: Part, ctx: RuleContext): void {
  for (const { key, value } of node.properties) {
    const field = fieldOf(spec, key.value);
    const complaint = field && value && key.value !== 'Type' ? complain(field, value, queryLanguage) : undefined;
    if (value && complaint) {
      ctx.report({ at: value, message: `"${key.value}" ${complaint}` });
    }
  }
}

const kinds: Record<Exclude<ValueKind, 'payload'>, { title: string; holds: (node: Node) => boolean }> = {
  text: { title: 'text', holds: ({ kind }) => kind === 'string' },
  integer: { title: 'a whole number', holds: (node) => node.kind === 'number' && Number.isInteger(node.value) },
  number: { title: 'a number', holds: ({ kind }) => kind === 'number' },
  boolean: { title: 'true or false', holds: ({ kind }) => kind === 'boolean' },
  object: { title: 'an object', holds: ({ kind }) => kind === 'object' },
  list: { title: 'a list', holds: ({ kind }) => kind === 'array' },
};

function complain(field: FieldSpec, value: Node, queryLanguage: QueryLanguage): string | undefined {
  const placeholder = value.kind === 'string' && value.value.includes('${');
  const expression = field.expression && queryLanguage === 'JSONata' && value.kind === 'string' && value.value.startsWith('{%');
  const isStillEmpty = value.span.start === value.span.end;
  if (field.kind === 'payload' || placeholder || expression || isStillEmpty || (field.nullable && value.kind === 'null')) {
    return undefined;
  }
  const kind = kinds[field.kind];
  if (!kind.holds(value)) {
    return `has to be ${kind.title}${field.nullable ? ' or null' : ''}${field.expression && queryLanguage === 'JSONata' ? ', or a {% %} expression' : ''}.`;
  }
  if (field.values && value.kind === 'string' && !field.values.includes(value.value)) {
    return `has to be ${listed(field.values)}.`;
  }
  return value.kind === 'number' ? outOfRange(field, value.value) : undefined;
}

function outOfRange({ minimum, maximum }: FieldSpec, value: number): string | undefined {
  if (minimum !== undefined && value < minimum) {
    return `has to be at least ${String(minimum)}.`;
  }
  return maximum !== undefined && value > maximum ? `has to be at most ${String(maximum)}.` : undefined;
}

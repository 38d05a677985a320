import type { FieldSpec, ValueKind } from '../../spec/field';
import type { QueryLanguage } from '../../spec/query-languages';
import type { Node } from '../../syntax/tree';
import { isTimestamp, mendedTimestamp } from '../../text/timestamp';
import { listed } from '../../text/words';
import { defineRule, type Fix } from '../rule';

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
    State({ property, node, typeNode, name }, ctx) {
      if (property.value && !node) {
        ctx.report({ at: property.value, message: `The state "${name}" has to be an object with a "Type".` });
      }
      if (typeNode && typeNode.kind !== 'string') {
        ctx.report({ at: typeNode, message: '"Type" has to be text.' });
      }
    },
    Part({ node, spec, queryLanguage }, ctx) {
      for (const { key, value } of node.properties) {
        const field = spec.byName.get(key.value);
        const wrong = field && value && key.value !== 'Type' ? complain(field, value, queryLanguage) : undefined;
        if (value && wrong) {
          ctx.report({
            at: value,
            message: `"${key.value}" ${wrong.complaint}`,
            ...(field?.format && { fixes: timestampFix(value) }),
            aws: { code: 'SCHEMA_VALIDATION_FAILED', message: wrong.aws },
          });
        }
      }
    },
  },
});

const kinds: Record<Exclude<ValueKind, 'payload'>, { title: string; aws: string; holds: (node: Node) => boolean }> = {
  text: { title: 'text', aws: '[STRING]', holds: ({ kind }) => kind === 'string' },
  integer: { title: 'a whole number', aws: 'Integer', holds: (node) => node.kind === 'number' && Number.isInteger(node.value) },
  number: { title: 'a number', aws: 'Number', holds: ({ kind }) => kind === 'number' },
  boolean: { title: 'true or false', aws: 'Boolean', holds: ({ kind }) => kind === 'boolean' },
  object: { title: 'an object', aws: 'Object', holds: ({ kind }) => kind === 'object' },
  list: { title: 'a list', aws: 'Array', holds: ({ kind }) => kind === 'array' },
  collection: { title: 'a list or an object', aws: 'Array', holds: ({ kind }) => kind === 'array' || kind === 'object' },
};

/** The end of the sentence that the field's name begins, and what Step Functions says. */
interface Wrong {
  readonly complaint: string;
  readonly aws: string;
}

function complain(field: FieldSpec, value: Node, queryLanguage: QueryLanguage): Wrong | undefined {
  const placeholder = value.kind === 'string' && value.value.includes('${');
  const expressions = field.jsonata && field.kind !== 'payload' && queryLanguage === 'JSONata';
  const expression = expressions && value.kind === 'string' && value.value.startsWith('{%');
  const isStillEmpty = value.span.start === value.span.end;
  if (field.kind === 'payload' || placeholder || expression || isStillEmpty || (field.nullable && value.kind === 'null')) {
    return undefined;
  }
  const kind = kinds[field.kind];
  if (!kind.holds(value)) {
    return {
      complaint: `has to be ${kind.title}${field.nullable ? ' or null' : ''}${expressions ? ', or a {% %} expression' : ''}.`,
      aws: `Expected value of type ${kind.aws}`,
    };
  }
  if (field.filled && (value.kind === 'array' ? value.items : value.kind === 'object' ? value.properties : [0]).length === 0) {
    return { complaint: 'can\'t be empty.', aws: 'Value cannot be empty' };
  }
  if (field.of && value.kind === 'array') {
    return value.items.every(({ kind: of }) => of === 'object') ? undefined : { complaint: 'has to be a list of objects.', aws: 'Expected value of type Object' };
  }
  if (field.values && value.kind === 'string' && !field.values.includes(value.value)) {
    return { complaint: `has to be ${listed(field.values)}.`, aws: `Value should be one of the following: [${field.values.join(', ')}]` };
  }
  if (field.format && value.kind === 'string' && !isTimestamp(value.value)) {
    return { complaint: 'has to be a timestamp such as "2030-01-31T09:00:00Z", with "T" and a time zone.', aws: 'String does not match RFC3339 timestamp' };
  }
  return value.kind === 'number' ? outOfRange(field, value.value) : undefined;
}

function timestampFix(value: Node): Fix[] {
  const mended = value.kind === 'string' ? mendedTimestamp(value.value) : undefined;
  return value.kind === 'string' && mended ? [{ title: `Change to "${mended}"`, preferred: true, edit: (editor) => void editor.setString(value, mended) }] : [];
}

function outOfRange({ minimum, maximum }: FieldSpec, value: number): Wrong | undefined {
  if (minimum !== undefined && value < minimum) {
    return { complaint: `has to be at least ${String(minimum)}.`, aws: `Minimum value is ${String(minimum)}` };
  }
  return maximum !== undefined && value > maximum
    ? { complaint: `has to be at most ${String(maximum)}.`, aws: `Maximum value is ${String(maximum)}` }
    : undefined;
}

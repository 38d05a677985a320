import type { Part } from '../../model/parts';
import type { FieldSpec, ValueKind } from '../../spec/field';
import { toValue, type ArrayNode, type Node, type ObjectProperty, type StringNode } from '../../syntax/tree';
import { nearest } from '../../text/nearest';
import { isTimestamp, mendedTimestamp } from '../../text/timestamp';
import { listed } from '../../text/words';
import { changeTo, preferred } from '../fixes';
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
      if (property.value && property.value.kind !== 'unknown' && !node && !isOpen(property.value)) {
        ctx.report({ at: placeOf(property.value), message: `The state "${name}" has to be an object with a "Type".` });
      }
      if (typeNode && typeNode.kind !== 'string' && typeNode.kind !== 'unknown') {
        ctx.report({ at: placeOf(typeNode), message: '"Type" has to be text.', aws: { code, message: 'Expected value of type [STRING]' } });
      }
    },
    Part(part, ctx) {
      const { properties } = part.node;
      for (let index = 0; index < properties.length; index++) {
        const property = properties[index];
        const field = part.fields[index];
        if (!property || !field) {
          continue;
        }
        const { key, value } = property;
        const wrong = value && !isPlain(field, value) && key.value !== 'Type' ? complain(field, property, value, part) : undefined;
        if (wrong) {
          ctx.report({ at: wrong.at, message: `"${key.value}" ${wrong.complaint}`, aws: { code, message: wrong.aws }, ...(wrong.fixes && { fixes: wrong.fixes }) });
        }
      }
    },
  },
});

const code = 'SCHEMA_VALIDATION_FAILED';

/** In YAML a key may stand alone, and its value is then null. */
function isEmpty({ kind, span }: Node): boolean {
  return kind === 'null' && span.start === span.end;
}

/** What a mistake in the notation touches may have been meant as another kind of thing. */
function isOpen(node: Node): boolean {
  return (node.kind === 'array' || node.kind === 'object') && node.isOpen === true;
}

/** What is empty is shown at its key. */
function placeOf(node: Node): Node {
  return isEmpty(node) && node.parent?.kind === 'property' ? node.parent.key : node;
}

const kinds: Record<Exclude<ValueKind, 'payload'>, { title: string; aws: string; holds: (node: Node) => boolean }> = {
  text: { title: 'text', aws: '[STRING]', holds: ({ kind }) => kind === 'string' },
  integer: { title: 'a whole number', aws: 'Integer', holds: (node) => node.kind === 'number' && Number.isInteger(node.value) },
  number: { title: 'a number', aws: 'Number', holds: ({ kind }) => kind === 'number' },
  boolean: { title: 'true or false', aws: 'Boolean', holds: ({ kind }) => kind === 'boolean' },
  object: { title: 'an object', aws: 'Object', holds: ({ kind }) => kind === 'object' },
  list: { title: 'a list', aws: 'Array', holds: ({ kind }) => kind === 'array' },
  collection: { title: 'a list or an object', aws: 'Array', holds: ({ kind }) => kind === 'array' || kind === 'object' },
};

/** What most fields are: text, and any text will do. */
function isPlain({ kind, values, format }: FieldSpec, value: Node): boolean {
  return kind === 'payload' || (kind === 'text' && value.kind === 'string' && !values && !format);
}

/** The end of the sentence that the field's name begins, and what Step Functions says. */
interface Wrong {
  readonly at: Node;
  readonly complaint: string;
  readonly aws: string;
  readonly fixes?: readonly Fix[];
}

function complain(field: FieldSpec, property: ObjectProperty, value: Node, part: Part): Wrong | undefined {
  const expressions = field.jsonata && field.kind !== 'payload' && (part.queryLanguage === 'JSONata' || part.languageInDoubt);
  const expression = expressions && value.kind === 'string' && value.value.startsWith('{%');
  if (field.kind === 'payload' || value.kind === 'unknown' || isOpen(value) || expression || (field.nullable && value.kind === 'null')) {
    return undefined;
  }
  const kind = kinds[field.kind];
  if (isEmpty(value)) {
    return { at: placeOf(value), complaint: `has no value: it has to be ${kind.title}.`, aws: `Expected value of type ${kind.aws}` };
  }
  if (!kind.holds(value)) {
    return {
      at: value,
      complaint: `has to be ${kind.title}${field.nullable ? ' or null' : ''}${expressions && part.queryLanguage === 'JSONata' ? ', or a {% %} expression' : ''}.`,
      aws: `Expected value of type ${kind.aws}`,
      fixes: conversions(field, property, value, part),
    };
  }
  if (field.filled && (value.kind === 'array' ? value.items : value.kind === 'object' ? value.properties : [0]).length === 0) {
    return { at: value, complaint: 'can\'t be empty.', aws: 'Value cannot be empty' };
  }
  if (value.kind === 'array') {
    return wrongItem(field, value);
  }
  if (field.values && value.kind === 'string' && !field.values.includes(value.value)) {
    const near = nearest(value.value, field.values, 1);
    return {
      at: value,
      complaint: `has to be ${listed(field.values)}.`,
      aws: `Value should be one of the following: [${field.values.join(', ')}]`,
      fixes: near.map((name) => preferred(changeTo(value, name))),
    };
  }
  if (field.format && value.kind === 'string' && !isTimestamp(value.value)) {
    return {
      at: value,
      complaint: 'has to be a timestamp such as "2030-01-31T09:00:00Z", with "T" and a time zone.',
      aws: 'String does not match RFC3339 timestamp',
      fixes: timestampFixes(field, property.key, value, part),
    };
  }
  return value.kind === 'number' ? outOfRange(field, value, value.value) : undefined;
}

function timestampFixes(field: FieldSpec, key: StringNode, value: StringNode, part: Part): Fix[] {
  const mended = mendedTimestamp(value.value);
  return mended ? [preferred(changeTo(value, mended))] : toPathField(field, key, value, part);
}

function wrongItem({ of, items }: FieldSpec, { items: all }: ArrayNode): Wrong | undefined {
  const wanted = of ? 'object' : items ? 'string' : undefined;
  const at = wanted && all.find((item) => item.kind !== wanted && item.kind !== 'unknown' && !isOpen(item));
  if (!at) {
    return undefined;
  }
  const fixes = wanted === 'string' ? [quote(at)].filter((fix) => fix !== undefined) : [];
  return { at, complaint: `has to be a list of ${wanted === 'object' ? 'objects' : 'texts'}.`, aws: `Expected value of type ${wanted === 'object' ? 'Object' : '[STRING]'}`, fixes };
}

function outOfRange({ minimum, maximum }: FieldSpec, at: Node, value: number): Wrong | undefined {
  if (minimum !== undefined && value < minimum) {
    return { at, complaint: `has to be at least ${String(minimum)}.`, aws: `Minimum value is ${String(minimum)}` };
  }
  return maximum !== undefined && value > maximum
    ? { at, complaint: `has to be at most ${String(maximum)}.`, aws: `Maximum value is ${String(maximum)}` }
    : undefined;
}

/** What the author most likely meant, as a value of the right kind. */
function conversions(field: FieldSpec, { key, value: held }: ObjectProperty, value: Node, part: Part): Fix[] {
  const fixes: (Fix | undefined)[] = [];
  if (value.kind === 'string') {
    const meant = numberOrWord(value.value);
    if (meant !== undefined && kinds[field.kind as 'integer'].holds({ kind: typeof meant, value: meant } as Node)) {
      fixes.push(change(value, meant));
    } else {
      fixes.push(...toPathField(field, key, value, part));
    }
  } else if (field.kind === 'text') {
    fixes.push(quote(value));
  }
  if (field.kind === 'list' && (value.kind === 'object' ? field.of : value.kind === 'string' && field.items)) {
    fixes.push({
      title: 'Put it in a list',
      preferred: true,
      edit: (editor) => {
        editor.wrapInList(value);
      },
    });
  }
  const only = value.kind === 'array' && value.items.length === 1 ? value.items[0] : undefined;
  if (only && kinds[field.kind as 'text'].holds(only)) {
    fixes.push({
      title: 'Take it out of the list',
      preferred: true,
      edit: (editor) => {
        editor.setValue(value, toValue(only));
      },
    });
  }
  if (value.kind === 'null' && !field.required && held) {
    fixes.push({
      title: `Remove "${field.name}"`,
      edit: (editor) => {
        editor.remove(held.parent as ObjectProperty);
      },
    });
  }
  return fixes.filter((fix) => fix !== undefined);
}

/** A path stands where a fixed value belongs, and there is a field for paths. */
function toPathField(field: FieldSpec, key: StringNode, { value }: StringNode, { spec, queryLanguage }: Part): Fix[] {
  const pathField = `${field.name}Path`;
  return value.startsWith('$') && queryLanguage === 'JSONPath' && spec.byName.has(pathField) ? [changeTo(key, pathField)] : [];
}

function numberOrWord(text: string): number | boolean | undefined {
  const word = text.trim().toLowerCase();
  if (/^(?:true|false|yes|no|on|off)$/.test(word)) {
    return word === 'true' || word === 'yes' || word === 'on';
  }
  return /^-?\d+(\.\d+)?$/.test(word) ? Number(word) : undefined;
}

function change(node: Node, value: number | boolean): Fix {
  return {
    title: `Change to ${String(value)}`,
    preferred: true,
    edit: (editor) => {
      editor.setValue(node, value);
    },
  };
}

function quote(node: Node): Fix | undefined {
  return node.kind === 'number' || node.kind === 'boolean'
    ? {
        title: 'Put it in quotes',
        preferred: true,
        edit: (editor) => {
          editor.quote(node);
        },
      }
    : undefined;
}

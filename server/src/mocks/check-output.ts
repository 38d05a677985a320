// Whether a mock is something that the service called could have answered.
import { isJsonata } from '../expressions/jsonata/parse';
import type { Shape, ShapeKind } from '../services/shape';
import type { Node } from '../syntax/tree';
import { nearest } from '../text/nearest';
import { question, replacements, type Report } from './problem';

const words: Partial<Record<ShapeKind, { readonly name: string; readonly kinds: readonly Node['kind'][] }>> = {
  string: { name: 'a text', kinds: ['string'] },
  enum: { name: 'a text', kinds: ['string'] },
  number: { name: 'a number', kinds: ['number'] },
  boolean: { name: 'true or false', kinds: ['boolean'] },
  list: { name: 'a list', kinds: ['array'] },
  map: { name: 'an object', kinds: ['object'] },
  structure: { name: 'an object', kinds: ['object'] },
  union: { name: 'an object', kinds: ['object'] },
};

/** Tells of values of the wrong kind, and of members that are nearly called like one of the service's. Others may be newer than the model. */
export function checkOutput(shape: Shape, value: Node, report: Report, name = 'The answer'): void {
  const wanted = words[shape.kind];
  if (value.kind === 'unknown' || value.kind === 'null' || (value.kind === 'string' && isJsonata(value.value))) {
    return;
  }
  if (wanted && !wanted.kinds.includes(value.kind)) {
    report({ code: 'mock-output', severity: 'warning', span: value.span, message: `${name} is ${wanted.name} where the service answers.` });
  } else if (value.kind === 'array' && shape.item) {
    const { item } = shape;
    value.items.forEach((each) => {
      checkOutput(item, each, report, `An item of ${name}`);
    });
  } else if (value.kind === 'object') {
    for (const { key, value: inner } of value.properties) {
      const member = shape.kind === 'map' ? shape.item : shape.member(key.value)?.shape;
      if (!member && (shape.kind === 'structure' || shape.kind === 'union')) {
        const near = nearest(key.value, shape.members.keys(), 1);
        if (near.length > 0) {
          report({ code: 'mock-output', severity: 'warning', span: key.span, message: `The service answers no "${key.value}".${question(near)}`, fixes: replacements(key, near) });
        }
      } else if (member && inner) {
        checkOutput(member, inner, report, `"${key.value}"`);
      }
    }
  } else if (shape.kind === 'enum' && value.kind === 'string' && shape.values.length > 0 && !shape.hasValue(value.value)) {
    const near = nearest(value.value, shape.values, 1);
    if (near.length > 0) {
      report({ code: 'mock-output', severity: 'warning', span: value.span, message: `The service has no "${value.value}" here.${question(near)}`, fixes: replacements(value, near) });
    }
  }
}

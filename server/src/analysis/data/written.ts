// What stands in the text of a payload, as data: the same in both query languages but for the texts that are evaluated.
import type { Node, ObjectProperty } from '../../syntax/tree';
import { boolean, either, listOf, number, object, type Known } from './data';

/** How a query language reads a payload. */
export interface Reading {
  /** What a text gives. */
  text(value: string): Known;
  /** A field whose key says that its value is evaluated; `undefined` for any other. */
  field?(property: ObjectProperty): readonly [name: string, data: Known] | undefined;
}

/** What a value gives, with everything in it. */
export function writtenData(node: Node | undefined, reading: Reading): Known {
  switch (node?.kind) {
    case 'string':
      return reading.text(node.value);
    case 'number':
      return number;
    case 'boolean':
      return boolean;
    case 'null':
      return { is: 'null' };
    case 'array':
      return listOf(node.items.map((item) => writtenData(item, reading)).reduce(either, undefined));
    case 'object':
      return object(node.properties.map((property) => reading.field?.(property) ?? [property.key.value, writtenData(property.value, reading)]));
    default:
      return undefined;
  }
}

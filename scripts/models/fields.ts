// Shapes that no API has, written by hand.
import type { Declaration, Member, Type } from './api';

/**
 * Members by name, each with its type and a line about it; a `!` after the name means that a request can't do without it.
 * A type is `string`, `number`, `boolean`, `json`, `map of …`, `list of …`, values between bars, `type Name` for one of the API's own
 * (`with` and `without` a member), or members again.
 */
export type Fields = Readonly<Record<string, Field>>;
export type Field = readonly [type: string | Fields, doc: string];

/** Writes hand-made shapes down as declarations beside the API's own. */
export class FieldReader {
  constructor(readonly declarations: Map<string, Declaration>) {}

  /** @returns the name of a new declaration */
  structure(fields: Fields): string {
    return this.declare({ is: 'structure', members: Object.entries(fields).map(([name, field]) => this.member(name, field)) });
  }

  member(name: string, [type, doc]: Field): Member {
    return { name: name.replace('!', ''), required: name.endsWith('!'), deprecated: false, doc, type: typeof type === 'string' ? this.#type(type) : { is: 'name', name: this.structure(type) } };
  }

  /** @param likeness the declaration of the API that it is a variant of */
  declare(declaration: Declaration, likeness = ''): string {
    const name = `${likeness.split('#', 1)[0] ?? ''}#${this.declarations.size}`;
    this.declarations.set(name, declaration);
    return name;
  }

  #type(text: string): Type {
    const collection = /^(map|list) of (.+)$/.exec(text);
    if (collection?.[2] !== undefined) {
      return { is: collection[1] === 'map' ? 'map' : 'list', of: this.#type(collection[2]) };
    }
    const borrowed = /^type (\w+)(?: with (\w+))?(?: without (\w+))?$/.exec(text);
    if (borrowed?.[1] !== undefined) {
      return { is: 'name', name: this.#borrowed(borrowed[1], borrowed[2], borrowed[3]) };
    }
    if (text.includes('|')) {
      return { is: 'name', name: this.declare({ is: 'enum', values: text.split(' | ') }) };
    }
    if (text === 'string' || text === 'number' || text === 'boolean' || text === 'json') {
      return { is: text };
    }
    throw new Error(`"${text}" is no type`);
  }

  #borrowed(name: string, more: string | undefined, less: string | undefined): string {
    const found = this.declarations.get(name);
    if (found?.is !== 'structure') {
      throw new Error(`there is no structure "${name}"`);
    }
    if (more === undefined && less === undefined) {
      return name;
    }
    const members = found.members.filter((member) => member.name !== less);
    return this.declare({ ...found, members: more === undefined ? members : [this.member(more, ['string', '']), ...members] }, name);
  }
}

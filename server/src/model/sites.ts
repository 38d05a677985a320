// What stands in the fields that Step Functions evaluates: the strings that are paths, intrinsic functions or JSONata, those that are
// plain text beside them, and the objects that hold both.
// Source: Step Functions Developer Guide, "Processing input and output", "Transforming data with JSONata".
import type { FieldSpec, PathUse, StatesUse } from '../spec/field';
import type { Node, ObjectNode, StringNode } from '../syntax/tree';
import type { Part } from './parts';

/** One string that is evaluated. */
export type Site = PathSite | JsonataSite;

interface InField {
  readonly field: FieldSpec;
  readonly part: Part;
}

export interface PathSite extends InField {
  readonly form: 'path';
  readonly node: StringNode;
  readonly use: PathUse;
  /** The key that ends in `.$`, in a template. */
  readonly key: StringNode | undefined;
}

export interface JsonataSite extends InField {
  readonly form: 'jsonata';
  readonly node: StringNode;
  readonly sees: StatesUse;
}

/** A string in a payload that is taken as it is. */
export interface Literal extends InField {
  readonly node: StringNode;
  /** Its key; `undefined` in a list, and where the string is the whole payload. */
  readonly key: StringNode | undefined;
  readonly inList: boolean;
}

/** An object in a payload, at any depth. */
export interface PayloadObject extends InField {
  readonly node: ObjectNode;
}

export interface SiteVisitor {
  site(site: Site): void;
  literal(literal: Literal): void;
  object(object: PayloadObject): void;
}

/** Visits the evaluated fields of one object; nested objects with a table of their own are left to themselves. */
export function visitSites(part: Part, visitor: SiteVisitor): void {
  const { properties } = part.node;
  for (let index = 0; index < properties.length; index++) {
    const field = part.fields[index];
    const { key, value } = properties[index] ?? {};
    if (key && value && field && !field.of && (!field.language || field.language === part.queryLanguage)) {
      if (part.queryLanguage === 'JSONata') {
        if (field.jsonata) {
          visitJsonata({ field, part }, field.jsonata, value, undefined, visitor);
        }
      } else if (field.path === 'template' && value.kind !== 'string') {
        visitTemplate({ field, part }, value, visitor);
      } else if (field.path === 'template' && value.kind === 'string' && !key.value.endsWith('.$')) {
        visitor.literal({ node: value, key: undefined, inList: false, field, part });
      } else if (field.path && value.kind === 'string') {
        visitor.site({ form: 'path', use: field.path, key: undefined, node: value, field, part });
      }
    }
  }
}

function visitJsonata(where: InField, sees: StatesUse, value: Node, key: StringNode | undefined, visitor: SiteVisitor): void {
  if (value.kind === 'string') {
    if (value.value.startsWith('{%')) {
      visitor.site({ form: 'jsonata', sees, node: value, ...where });
    } else {
      visitor.literal({ node: value, key, inList: value.parent?.kind === 'array', ...where });
    }
  } else if (value.kind === 'array') {
    for (const item of value.items) {
      visitJsonata(where, sees, item, undefined, visitor);
    }
  } else if (value.kind === 'object') {
    visitor.object({ node: value, ...where });
    for (const property of value.properties) {
      if (property.value) {
        visitJsonata(where, sees, property.value, property.key, visitor);
      }
    }
  }
}

function visitTemplate(where: InField, value: Node, visitor: SiteVisitor): void {
  if (value.kind === 'array') {
    for (const item of value.items) {
      if (item.kind === 'string') {
        visitor.literal({ node: item, key: undefined, inList: true, ...where });
      } else {
        visitTemplate(where, item, visitor);
      }
    }
  } else if (value.kind === 'object') {
    visitor.object({ node: value, ...where });
    for (const { key, value: inner } of value.properties) {
      if (inner?.kind !== 'string') {
        if (inner) {
          visitTemplate(where, inner, visitor);
        }
      } else if (key.value.endsWith('.$')) {
        visitor.site({ form: 'path', use: 'template', key, node: inner, ...where });
      } else {
        visitor.literal({ node: inner, key, inList: false, ...where });
      }
    }
  }
}

// The strings that Step Functions evaluates: paths, intrinsic functions and JSONata, each with what it may use where it stands.
// Source: Step Functions Developer Guide, "Processing input and output", "Transforming data with JSONata".
import type { FieldSpec, PathUse, StatesUse } from '../spec/field';
import type { Node, StringNode } from '../syntax/tree';
import type { Part } from './parts';

/** One string that is evaluated. */
export type Site = PathSite | JsonataSite;

interface SiteBase {
  readonly node: StringNode;
  readonly field: FieldSpec;
  readonly part: Part;
}

export interface PathSite extends SiteBase {
  readonly form: 'path';
  readonly use: PathUse;
  /** The key that ends in `.$`, in a template. */
  readonly key: StringNode | undefined;
}

export interface JsonataSite extends SiteBase {
  readonly form: 'jsonata';
  readonly sees: StatesUse;
}

/** What is evaluated in one object, nested objects with a table of their own left to themselves. */
export function sitesOf(part: Part): Site[] {
  const found: Site[] = [];
  for (const { key, value } of part.node.properties) {
    const field = part.spec.byName.get(key.value);
    if (value && field && !field.of && (!field.language || field.language === part.queryLanguage)) {
      addSites(found, part, field, value);
    }
  }
  return found;
}

function addSites(found: Site[], part: Part, field: FieldSpec, value: Node): void {
  if (part.queryLanguage === 'JSONata') {
    if (field.jsonata) {
      addJsonata(found, part, field, field.jsonata, value);
    }
  } else if (field.path === 'template' && value.kind !== 'string') {
    addTemplate(found, part, field, value);
  } else if (field.path && value.kind === 'string') {
    found.push({ form: 'path', use: field.path, key: undefined, node: value, field, part });
  }
}

function addJsonata(found: Site[], part: Part, field: FieldSpec, sees: StatesUse, value: Node): void {
  if (value.kind === 'string') {
    if (value.value.startsWith('{%')) {
      found.push({ form: 'jsonata', sees, node: value, field, part });
    }
  } else if (value.kind === 'array') {
    for (const item of value.items) {
      addJsonata(found, part, field, sees, item);
    }
  } else if (value.kind === 'object') {
    for (const property of value.properties) {
      if (property.value) {
        addJsonata(found, part, field, sees, property.value);
      }
    }
  }
}

function addTemplate(found: Site[], part: Part, field: FieldSpec, value: Node): void {
  if (value.kind === 'array') {
    for (const item of value.items) {
      addTemplate(found, part, field, item);
    }
  } else if (value.kind === 'object') {
    for (const { key, value: inner } of value.properties) {
      if (inner?.kind === 'string' && key.value.endsWith('.$')) {
        found.push({ form: 'path', use: 'template', key, node: inner, field, part });
      } else if (inner) {
        addTemplate(found, part, field, inner);
      }
    }
  }
}

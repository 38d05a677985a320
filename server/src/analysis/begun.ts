// The objects that somebody is only just beginning in YAML: what can stand in them is known by where they are.
import type { ObjectName, ObjectSpec } from '../spec/field';
import { objects } from '../spec/objects';
import type { QueryLanguage } from '../spec/query-languages';
import { states } from '../spec/states';
import { isFlow } from '../syntax/layout';
import type { ObjectProperty } from '../syntax/tree';
import type { Span } from '../text/span';
import { typedBelow } from './below';
import type { Definition } from './definition';
import { itemPlaceAt } from './item-place';

export interface Begun {
  readonly is: ObjectName | 'state';
  readonly spec: ObjectSpec;
  readonly queryLanguage: QueryLanguage;
  /** The key above; `undefined` for an item of a list. */
  readonly holder: ObjectProperty | undefined;
  readonly typed: Span;
}

/** The object that begins at a cursor; `undefined` where none does, or where the language leaves it free. */
export function begunAt(definition: Definition, offset: number): Begun | undefined {
  return definition.notation === 'yaml' ? (itemAt(definition, offset) ?? valueAt(definition, offset)) : undefined;
}

/** Behind a dash. Between brackets an object has braces. */
function itemAt(definition: Definition, offset: number): Begun | undefined {
  const place = itemPlaceAt(definition, offset);
  return place?.is && place.part && place.list && !place.needsDash && !isFlow(definition.tree, place.list)
    ? { is: place.is, spec: objects[place.is], queryLanguage: place.part.queryLanguage, holder: undefined, typed: place.typed }
    : undefined;
}

/** Below a key. */
function valueAt(definition: Definition, offset: number): Begun | undefined {
  for (const { property, node, queryLanguage } of definition.states) {
    const typed = node ? undefined : typedBelow(definition, property, offset);
    if (typed) {
      // Before its type is known a state can take what a Pass has.
      return { is: 'state', spec: states.Pass, queryLanguage, holder: property, typed };
    }
  }
  for (const { node, spec, queryLanguage } of definition.parts) {
    for (const holder of node.properties) {
      const field = spec.byName.get(holder.key.value);
      const typed = field?.kind === 'object' && field.of ? typedBelow(definition, holder, offset) : undefined;
      if (field?.of && typed) {
        return { is: field.of, spec: objects[field.of], queryLanguage, holder, typed };
      }
    }
  }
  return undefined;
}

// Where a state can be written: among the others of its scope, or below a `States` that has none yet.
import type { StateMachine } from '../model/machine';
import type { Typing } from '../syntax/insertion';
import { lineEnd, lineStart } from '../syntax/layout';
import type { ObjectProperty } from '../syntax/tree';
import { typedBelow } from './below';
import type { Definition } from './definition';
import { placeAt } from './query';
import { hasColon, typedKey } from './typed';

/** A place for a state, with what has been typed of it. */
export interface StatePlace extends Typing {
  readonly machine: StateMachine;
  readonly holder: ObjectProperty;
}

/** The place at a cursor; `undefined` where no state can begin. */
export function statePlaceAt(definition: Definition, offset: number): StatePlace | undefined {
  if (definition.notation === 'yaml' && isBeforeComment(definition.text, offset)) {
    return undefined;
  }
  const place = placeAt(definition, offset);
  if (place?.at === 'key') {
    const machine = definition.machines.find(({ statesProperty }) => statesProperty?.value === place.object);
    const typed = typedKey(definition, place.property, offset);
    return machine?.statesProperty && !hasColon(definition, typed) ? { machine, holder: machine.statesProperty, object: place.object, typed } : undefined;
  }
  return definition.notation === 'yaml' ? below(definition, offset) : undefined;
}

/** In the indentation of a comment, which goes with what is around it, however far to the left the cursor is. */
function isBeforeComment(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '' && /^[ \t]*#/.test(text.slice(offset, lineEnd(text, offset)));
}

/** In YAML the first letters of the first state are still a text, or nothing at all. */
function below(definition: Definition, offset: number): StatePlace | undefined {
  for (const machine of definition.machines) {
    const holder = machine.statesProperty;
    const typed = holder && typedBelow(definition, holder, offset);
    if (typed) {
      return { machine, holder, object: undefined, typed };
    }
  }
  return undefined;
}

// Which table of the grammar an object of the document goes by.
import type { StateMachine } from '../model/machine';
import * as fields from '../spec/fields';
import type { ObjectSpec } from '../spec/fields';
import type { ObjectNode } from '../syntax/tree';
import type { AslDocument } from './document';
import { roleOf } from './query';

/** The table of a scope: the whole machine, a branch or an item processor. */
export function machineSpec(machine: StateMachine): ObjectSpec {
  return { machine: fields.machine, branch: fields.branch, processor: fields.processor }[machine.kind];
}

/** The table for an object, if it is one that the language has a table for. */
export function specOf(document: AslDocument, object: ObjectNode): ObjectSpec | undefined {
  const role = roleOf(document, object);
  switch (role?.is) {
    case 'machine':
      return machineSpec(role.machine);
    case 'state':
      return role.state.type && fields.states[role.state.type];
    case 'retrier':
      return fields.retrier;
    case 'catcher':
      return fields.catcher;
    default:
      return undefined;
  }
}

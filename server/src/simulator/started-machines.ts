// The machines that a run comes to beside its own: those that its tasks start and wait for.
import { isList, isObject, memberOf, type Json } from '../expressions/value';
import type { StateMachine } from '../model/machine';
import { statesIn } from '../model/states';
import { toValue } from '../syntax/tree';

/** `arn:aws:states:eu-west-1:111111111111:stateMachine:Child`, also with a version or an alias behind it. */
const arn = /^arn:[\w-]+:states:[\w-]*:\d*:stateMachine:([^:]+)(?::[^:]+)?$/;
const starting = /:states:startExecution\.sync(?::2)?$/;

/** The name of the machine that an ARN is of; `undefined` where it is none of a machine. */
export function machineNameIn(text: string): string | undefined {
  return arn.exec(text)?.[1];
}

/**
 * The names of the machines that tasks start and wait for, as far as their ARNs are written out.
 *
 * @param mocks a state that it answers starts nothing
 */
export function startedBy(machine: StateMachine, mocks: Json | undefined): string[] {
  const names = statesIn(machine).flatMap(({ name, node }) => {
    const state = toValue(node) as Json;
    const resource = memberOf(state, 'Resource');
    if (typeof resource !== 'string' || !starting.test(resource) || mentions(mocks, name)) {
      return [];
    }
    const started = memberOf(memberOf(state, 'Arguments') ?? memberOf(state, 'Parameters'), 'StateMachineArn');
    return (typeof started === 'string' && machineNameIn(started)) || [];
  });
  return [...new Set(names)];
}

/** Whether some key says the name, in whatever form the mocks have: by the state alone, or by the states around it too. */
function mentions(value: Json | undefined, name: string): boolean {
  if (isList(value)) {
    return value.some((each) => mentions(each, name));
  }
  return isObject(value) && Object.entries(value).some(([key, each]) => key === name || key.endsWith(`/${name}`) || mentions(each, name));
}

/**
 * All machines that a run can come to, with those that they start in turn.
 *
 * @param find gives the machine of a name, where there is one
 * @returns what gives the machine behind an ARN
 */
export async function startedMachines(root: StateMachine, mocks: Json | undefined, find: (name: string) => Promise<StateMachine | undefined>): Promise<(text: string) => StateMachine | undefined> {
  const found = new Map<string, StateMachine | undefined>();
  const open = [root];
  for (let machine = open.pop(); machine; machine = open.pop()) {
    for (const name of startedBy(machine, mocks)) {
      if (!found.has(name)) {
        const next = await find(name);
        found.set(name, next);
        open.push(...(next ? [next] : []));
      }
    }
  }
  return (text) => found.get(machineNameIn(text) ?? '');
}

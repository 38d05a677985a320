// What is known of the input of each state: the fields of an object that somebody has written out, or that a service always gives.
// Source: Amazon States Language specification, "Input and Output Processing"; Step Functions Developer Guide, "Lambda".
import type { Reference, State, StateMachine } from '../model/machine';
import { readResource } from '../model/resource';
import { member, type Node, type ObjectNode } from '../syntax/tree';

/** An object that has these fields and no others; or no object at all. */
export type Shape = { readonly kind: 'object'; readonly fields: ReadonlySet<string> } | { readonly kind: 'list' | 'single value' };

/** What is not known is `undefined`. */
export type Known = Shape | undefined;

/** Objects with more fields are not followed. */
const mostFields = 40;

/** The inputs of the states of one scope, as they come, before `InputPath`; those that nothing is known of are left out. */
export function inputsOf(machine: StateMachine): ReadonlyMap<State, Shape> {
  if (!machine.states.some(makesKnown)) {
    return nothing;
  }
  const inputs = new Map<State, Known>();
  const waiting: State[] = [];
  const arrive = (state: State, shape: Known): void => {
    const known = inputs.get(state);
    const merged = inputs.has(state) ? either(known, shape) : shape;
    if (!inputs.has(state) || merged !== known) {
      inputs.set(state, merged);
      waiting.push(state);
    }
  };
  if (machine.startAt?.target) {
    arrive(machine.startAt.target, undefined);
  }
  for (let state = waiting.pop(); state; state = waiting.pop()) {
    const input = inputs.get(state);
    const isFollowed = state.queryLanguage === 'JSONPath' && !state.languageInDoubt;
    const output = isFollowed ? through(member(state.node, 'OutputPath'), outcome(state, input)) : undefined;
    for (const { kind, node, target } of state.references) {
      if (target) {
        arrive(target, kind !== 'catcher' || !isFollowed ? output : caught(node, input));
      }
    }
  }
  for (const [state, shape] of inputs) {
    if (!shape) {
      inputs.delete(state);
    }
  }
  return inputs as ReadonlyMap<State, Shape>;
}

const nothing: ReadonlyMap<State, Shape> = new Map();

/** Whether something known can come out of a state that has an unknown input. In many scopes there is no such state. */
function makesKnown({ type, node, catchers }: State): boolean {
  if (type === 'Map' || type === 'Parallel' || catchers.length > 0) {
    return true;
  }
  return node !== undefined && node.properties.some(({ key, value }) => makers.has(key.value) || value?.kind === 'null' || (value?.kind === 'string' && value.value.includes('lambda:invoke')));
}

const makers: ReadonlySet<string> = new Set(['Result', 'Parameters', 'ResultSelector']);

/** What a state sees of its input, behind `InputPath`. */
export function seen(node: ObjectNode | undefined, input: Known): Known {
  return through(member(node, 'InputPath'), input);
}

/** The same object where nothing new arrives, so that a loop comes to an end. */
function either(known: Known, arriving: Known): Known {
  if (!known || !arriving) {
    return undefined;
  }
  if (known.kind !== 'object' || arriving.kind !== 'object') {
    return known.kind === arriving.kind ? known : known.kind === 'object' ? known : arriving.kind === 'object' ? arriving : known;
  }
  return [...arriving.fields].every((field) => known.fields.has(field)) ? known : object([...known.fields, ...arriving.fields]);
}

function object(fields: readonly string[]): Known {
  return fields.length > mostFields ? undefined : { kind: 'object', fields: new Set(fields) };
}

/** What a catcher hands on. */
function caught({ parent }: Reference['node'], input: Known): Known {
  return placed(parent?.kind === 'property' ? parent.parent : undefined, input, object(['Error', 'Cause']));
}

function outcome(state: State, input: Known): Known {
  const { node, type } = state;
  switch (type) {
    case 'Choice':
    case 'Wait':
    case 'Succeed':
      return seen(node, input);
    case 'Pass': {
      const result = member(node, 'Result') ?? member(node, 'Parameters');
      return placed(node, input, result ? written(result) : seen(node, input));
    }
    case 'Task':
    case 'Parallel':
    case 'Map': {
      const selector = member(node, 'ResultSelector');
      return placed(node, input, selector ? written(selector) : workOf(state));
    }
    default:
      return undefined;
  }
}

/** What the work of a state gives, where that is always the same. */
function workOf(state: State): Known {
  if (state.type === 'Parallel') {
    return { kind: 'list' };
  }
  if (state.type === 'Map') {
    return member(state.node, 'ResultWriter') ? undefined : { kind: 'list' };
  }
  const resource = member(state.node, 'Resource');
  const read = resource?.kind === 'string' ? readResource(resource.value) : undefined;
  const isInvoke = read?.kind === 'integration' && !read.sdk && read.service.text === 'lambda' && read.action.text === 'invoke' && read.pattern.text === '';
  return isInvoke ? object(['ExecutedVersion', 'FunctionError', 'LogResult', 'Payload', 'SdkHttpMetadata', 'SdkResponseMetadata', 'StatusCode']) : undefined;
}

/** What stands there, or what a template makes. */
function written(node: Node): Known {
  switch (node.kind) {
    case 'object':
      return object(node.properties.map(({ key }) => key.value.replace(/\.\$$/, '')));
    case 'array':
      return { kind: 'list' };
    case 'unknown':
      return undefined;
    default:
      return { kind: 'single value' };
  }
}

/** The input with a result at its `ResultPath`. */
function placed(node: ObjectNode | undefined, input: Known, result: Known): Known {
  const path = member(node, 'ResultPath');
  if (path?.kind === 'null') {
    return input;
  }
  if (path === undefined || isWhole(path)) {
    return result;
  }
  const [, field] = (path.kind === 'string' && /^\$\.([\w-]+)/.exec(path.value)) || [];
  return input?.kind !== 'object' || field === undefined ? undefined : input.fields.has(field) ? input : object([...input.fields, field]);
}

function through(path: Node | undefined, shape: Known): Known {
  return path === undefined || isWhole(path) ? shape : path.kind === 'null' ? object([]) : undefined;
}

function isWhole(path: Node): boolean {
  return path.kind === 'string' && path.value === '$';
}

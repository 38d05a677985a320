// What `TestState` refuses of a call, in its own words. Source: recorded refusals.
import { isList, isObject, memberOf, parseJson, textOf, type Json, type JsonObject } from '../expressions/value';
import type { State } from '../model/machine';
import { readResource } from '../model/resource';
import type { Catalog } from '../services/catalog';
import { member } from '../syntax/tree';
import { mockProblem } from './mock-shape';

export interface Refusal {
  readonly exception: 'ValidationException' | 'InvalidDefinition';
  readonly message: string;
}

/** The name of a state that is sent without a machine around it. */
export const lonelyName = 'StateName';

export const stateNotFound: Refusal = refused('State not found in definition');
export const tooManyFailures: Refusal = refused('Map iteration failure count must be less than or equal to the number of Map iterations');

function refused(message: string, exception: Refusal['exception'] = 'ValidationException'): Refusal {
  return { exception, message };
}

/** What is wrong with the call itself; `undefined` where the state can be tried. */
export function refusalOf(state: State, request: Json, services: Catalog | undefined): Refusal | undefined {
  const mock = memberOf(request, 'mock');
  return refusalOfMock(state, request, mock) ?? refusalOfContext(state, memberOf(request, 'context')) ?? refusalOfResult(state, mock, services);
}

function refusalOfMock({ type, node }: State, request: Json, mock: Json | undefined): Refusal | undefined {
  if (memberOf(mock, 'result') !== undefined && memberOf(mock, 'errorOutput') !== undefined) {
    return refused('A test mock should have only one of the following fields: [result, errorOutput].');
  }
  if (mock !== undefined && memberOf(request, 'revealSecrets') === true) {
    return refused('TestState does not support RevealSecrets when a mock is specified.');
  }
  if (mock === undefined && memberOf(memberOf(request, 'stateConfiguration'), 'mapIterationFailureCount') !== undefined) {
    return refused('TestState does not support MapIterationFailureCount when a mock is not specified.');
  }
  const branches = member(node, 'Branches');
  if (type === 'Parallel' && branches?.kind === 'array' && branches.items.length === 0) {
    return refused(`Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Value cannot be empty at /States/${lonelyName}/Branches'`, 'InvalidDefinition');
  }
  if (mock === undefined && (type === 'Map' || type === 'Parallel')) {
    return refused('TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]', 'InvalidDefinition');
  }
  if (mock !== undefined && type !== 'Task' && type !== 'Map' && type !== 'Parallel') {
    return refused(`State type '${String(type)}' is not supported when a mock is specified`);
  }
  return undefined;
}

/** What a context object that is sent along may hold. */
const contextMembers: Readonly<Record<string, Readonly<Record<string, 'any' | 'string' | 'number'>>>> = {
  Execution: { Id: 'string', Input: 'any', Name: 'string', RoleArn: 'string', StartTime: 'string', RedriveCount: 'number', RedriveTime: 'string' },
  State: { Name: 'string', EnteredTime: 'string', RetryCount: 'number' },
  StateMachine: { Id: 'string', Name: 'string' },
  Task: { Token: 'string' },
};

function refusalOfContext(state: State, context: Json | undefined): Refusal | undefined {
  if (!isObject(context)) {
    return undefined;
  }
  const problem = problemInContext(state, context);
  return problem === undefined ? undefined : refused(`Invalid Context object provided: ${problem}`);
}

function problemInContext({ node }: State, context: JsonObject): string | undefined {
  if (Object.hasOwn(context, 'Map')) {
    return "'Map' field is not supported when mocking a Context object";
  }
  const read = readResource(stringIn(node, 'Resource'));
  if (Object.hasOwn(context, 'Task') && !(read.kind === 'integration' && read.pattern.text !== '')) {
    return "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern";
  }
  for (const [name, inner] of Object.entries(context)) {
    const members = Object.hasOwn(contextMembers, name) ? contextMembers[name] : undefined;
    if (!members) {
      return `Field '${name}' is not allowed`;
    }
    if (!isObject(inner)) {
      return `${name} must be an object`;
    }
    for (const [each, value] of Object.entries(inner)) {
      const wanted = Object.hasOwn(members, each) ? members[each] : undefined;
      if (!wanted) {
        return `Field '${each}' is not allowed`;
      }
      if (wanted !== 'any' && typeof value !== wanted) {
        return `${name}.${each} must be a ${wanted}`;
      }
    }
  }
  return undefined;
}

function refusalOfResult({ type, node }: State, mock: Json | undefined, services: Catalog | undefined): Refusal | undefined {
  const result = memberOf(mock, 'result');
  if (result === undefined) {
    return undefined;
  }
  const value = parseJson(textOf(result));
  if (value === undefined) {
    return refused('Mocked result must be valid JSON');
  }
  const isWritten = type === 'Map' && member(node, 'ResultWriter') !== undefined;
  const resource = stringIn(node, 'Resource');
  if ((type === 'Parallel' || (type === 'Map' && !isWritten)) && !isList(value)) {
    return refused('Mocked result must be an array.');
  }
  const branches = member(node, 'Branches');
  if (type === 'Parallel' && isList(value) && branches?.kind === 'array' && branches.items.length !== value.length) {
    return refused('Mocked result must contain the same number of items as number of Parallel branches.');
  }
  // What a function of one's own gives can be anything.
  if ((isWritten || (type === 'Task' && readResource(resource).kind === 'integration')) && !isObject(value)) {
    return refused('Mocked result must be a JSON object.');
  }
  const mode = memberOf(mock, 'fieldValidationMode');
  const wrong = type !== 'Task' || mode === 'NONE' || !services ? undefined : mockProblem(resource, value, services, mode === 'PRESENT' ? 'present' : 'all');
  return wrong === undefined ? undefined : refused(`Mock result schema validation error: ${wrong}`);
}

function stringIn(node: State['node'], name: string): string {
  const value = member(node, name);
  return value?.kind === 'string' ? value.value : '';
}

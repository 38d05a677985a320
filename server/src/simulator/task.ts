// Task states: what is asked of whom, and what becomes of the answer.
import { memberOf, textOf, type Json } from '../expressions/value';
import { readResource, type Resource } from '../model/resource';
import { statePath } from '../model/state-path';
import { checkArguments } from './arguments';
import { Failure, tooLarge } from './failure';
import type { Details, EventType } from './history';
import { nested, nestedMachine } from './nested';
import { awaited, type Work } from './scheduler';
import { isNumber, type Visit } from './visit';
import type { Answer } from './world';

/** Runs one attempt and gives the result. */
export function* runTask(visit: Visit): Work<Json> {
  const text = textOf(visit.field('Resource'));
  const resource = readResource(text);
  const call = callOf(text, resource);
  if (call.isWaited) {
    visit.token = visit.run.uuid().replaceAll('-', '');
    visit.forgetContext();
  }
  const input = visit.isJsonata ? visit.input : (visit.stages['afterInputPath'] = visit.filtered('InputPath', visit.input));
  const timeout = yield* seconds(visit, 'TimeoutSeconds', input);
  const heartbeat = yield* seconds(visit, 'HeartbeatSeconds', input);
  const handed = yield* argumentsOf(visit, input);
  const role = yield* roleOf(visit, input);
  checkArguments(visit, call.title, handed);
  yield* visit.reach('arguments');
  const { region } = visit.run.names;
  const scheduled: Details = {
    ...call.scheduled(handed, region),
    ...(timeout === undefined ? {} : { timeoutInSeconds: timeout }),
    ...(heartbeat === undefined ? {} : { heartbeatInSeconds: heartbeat }),
    ...(role === undefined ? {} : { taskCredentials: { roleArn: role } }),
  };
  const machine = call.isNested ? nestedMachine(visit, handed) : undefined;
  const answer = machine ? undefined : yield* asked(visit, text, handed);
  if (answer?.is === 'absent') {
    throw visit.runtime(`The activity ${text} does not exist.`);
  }
  yield* visit.tell(`${call.prefix}Scheduled`, scheduled);
  // All that are scheduled at a time are so before the first of them starts.
  yield { do: 'sleep', until: visit.run.now };
  if (!answer) {
    return machine ? checked(visit, yield* nested(visit, call, machine, handed), call.blamed) : null;
  }
  yield* visit.tell(`${call.prefix}Started`, call.prefix === 'Activity' ? (answer.workerName === undefined ? {} : { workerName: answer.workerName }) : call.named);
  yield { do: 'sleep', until: visit.run.now };
  if (call.isSubmitted && answer.submitted !== false) {
    yield* visit.tell('TaskSubmitted', { ...call.named, output: answer.submitted ?? {} });
  }
  return yield* outcome(visit, call, answer, timeout, heartbeat);
}

function* asked(visit: Visit, resource: string, handed: Json): Work<Answer> {
  const { run, name: state, input, retryCount: attempt, token } = visit;
  return yield* awaited(run.world.answer({ state, path: statePath(visit.state), resource, arguments: handed, input, attempt, iteration: visit.scope.item?.Index, token }));
}

/** How a resource is called, and what the history says of it. */
export interface Call {
  readonly prefix: 'Task' | 'LambdaFunction' | 'Activity';
  /** What each of its events names. */
  readonly named: Details;
  /** As people call it: `lambda:invoke`. */
  readonly title: string;
  /** Who is to blame for a result that is too large. */
  readonly blamed: string;
  /** The call itself gives one answer, and the result comes later. */
  readonly isSubmitted: boolean;
  /** Its result comes with a token. */
  readonly isWaited: boolean;
  /** It starts another machine and waits for it. */
  readonly isNested: boolean;
  /** What that machine took and gave is handed on as it is, and not as text. */
  readonly isJsonNested: boolean;
  scheduled(handed: Json, region: string): Details;
}

function callOf(text: string, resource: Resource): Call {
  if (resource.kind === 'integration') {
    const { service, action, pattern, sdk } = resource;
    const named = { resourceType: `${sdk ? 'aws-sdk:' : ''}${service.text}`, resource: `${action.text}${pattern.text}` };
    const isSync = pattern.text.startsWith('.sync');
    return {
      prefix: 'Task',
      named,
      title: `${service.text}:${action.text}`,
      blamed: named.resourceType,
      isSubmitted: pattern.text !== '',
      isWaited: pattern.text === '.waitForTaskToken',
      isNested: isSync && service.text === 'states' && action.text === 'startExecution',
      isJsonNested: pattern.text === '.sync:2',
      scheduled: (handed, region) => ({ ...named, region, parameters: handed }),
    };
  }
  const prefix = resource.kind === 'activity' ? 'Activity' : 'LambdaFunction';
  return { prefix, named: {}, title: text, blamed: text, isSubmitted: false, isWaited: false, isNested: false, isJsonNested: false, scheduled: (handed) => ({ resource: text, input: handed }) };
}

function* argumentsOf(visit: Visit, input: Json): Work<Json> {
  const { stages } = visit;
  if (visit.isJsonata) {
    const written = visit.field('Arguments');
    return (stages['afterArguments'] = written === undefined ? visit.input : yield* visit.evaluated(written, 'Arguments'));
  }
  const template = visit.field('Parameters');
  return (stages['afterParameters'] = template === undefined ? input : visit.template(template, input));
}

function* seconds(visit: Visit, field: 'TimeoutSeconds' | 'HeartbeatSeconds', input: Json): Work<number | undefined> {
  if (visit.isJsonata) {
    const value = yield* visit.typed(field, 'number', isNumber);
    return value === undefined ? undefined : Math.floor(value);
  }
  const path = visit.field(`${field}Path`);
  const value = typeof path === 'string' ? visit.followPath(path, input) : visit.field(field);
  if (value === undefined) {
    return undefined;
  }
  const number = typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value)) ? Number(value) : NaN;
  if (!Number.isInteger(number) || number <= 0) {
    throw visit.runtime(`The ${field}Path parameter cannot be parsed as a long value: ${textOf(path)} == ${textOf(value)}`);
  }
  return number;
}

function* roleOf(visit: Visit, input: Json): Work<string | undefined> {
  const written = visit.field('Credentials');
  const credentials = written === undefined ? undefined : visit.isJsonata ? yield* visit.evaluated(written, 'Credentials') : visit.template(written, input);
  const role = memberOf(credentials, 'RoleArn');
  return typeof role === 'string' ? role : undefined;
}

/** The task has this long where it says nothing. */
const usualTimeout = 99_999_999;

function* outcome(visit: Visit, call: Call, answer: Answer, timeout: number | undefined, heartbeat: number | undefined): Work<Json> {
  const ends = answer.is === 'silence' ? Infinity : (answer.after ?? 0);
  const silentAt = heartbeat === undefined ? Infinity : silence(heartbeat, answer.heartbeats ?? [], ends);
  const late = Math.min(timeout ?? usualTimeout, silentAt);
  const length = Math.min(ends, late);
  if (length > 0) {
    yield { do: 'sleep', until: visit.run.now + length * 1000 };
  }
  if (ends > late) {
    yield* visit.tell(`${call.prefix}TimedOut`, { ...call.named, error: 'States.Timeout' });
    throw new Failure('States.Timeout', undefined, 'timeout', { isHeartbeat: silentAt < (timeout ?? usualTimeout) });
  }
  if (answer.is === 'result') {
    if (!visit.run.isTooLarge(answer.value)) {
      yield* visit.tell(`${call.prefix}Succeeded`, { ...call.named, output: answer.value });
      return answer.value;
    }
    return yield* failed(visit, call.prefix, call.named, tooLarge(call.blamed));
  }
  const { error, cause } = answer.is === 'error' ? answer : {};
  return yield* failed(visit, call.prefix, call.named, new Failure(error, cause, 'task'));
}

function* failed(visit: Visit, prefix: Call['prefix'], named: Details, failure: Failure): Work<never> {
  yield* visit.tell(`${prefix}Failed` as EventType, { ...named, ...failure.details });
  throw failure;
}

function checked(visit: Visit, output: Json, blamed: string): Json {
  if (visit.run.isTooLarge(output)) {
    throw tooLarge(blamed);
  }
  return output;
}

/** When the first gap between two signs of life is too long, in seconds from the start. */
function silence(most: number, heartbeats: readonly number[], ends: number): number {
  let last = 0;
  for (const next of [...heartbeats, ends]) {
    if (next - last > most) {
      break;
    }
    last = next;
  }
  return last === ends ? Infinity : last + most;
}


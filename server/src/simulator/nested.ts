// Tasks that start another machine and wait for its end, where the world has that machine.
import { timestampOf } from '../expressions/instant';
import { memberOf, parseJson, textOf, type Json } from '../expressions/value';
import type { StateMachine } from '../model/machine';
import { Failure } from './failure';
import { joined } from './join';
import type { Work } from './scheduler';
import type { Call } from './task';
import type { Visit } from './visit';

/** The machine that arguments name, where the world has it. */
export function nestedMachine({ run }: Visit, handed: Json): StateMachine | undefined {
  const arn = memberOf(handed, 'StateMachineArn');
  return typeof arn === 'string' ? run.world.machine?.(arn) : undefined;
}

/** What the task gives: the run as it is described when it has ended. */
export function* nested(visit: Visit, call: Call, machine: StateMachine, handed: Json): Work<Json> {
  const { run, strand } = visit;
  const arn = textOf(memberOf(handed, 'StateMachineArn'));
  const { named } = call;
  const machineName = arn.split(':')[6] ?? '';
  const given = memberOf(handed, 'Name');
  const name = typeof given === 'string' ? given : run.uuid();
  const id = `${arn.replace(':stateMachine:', ':execution:')}:${name}`;
  const written = memberOf(handed, 'Input') ?? {};
  const input = typeof written === 'string' ? (parseJson(written) ?? written) : written;
  const start = run.now;
  yield* visit.tell('TaskStarted', named);
  const child = run.execute(machine, input, { id, name, machine: arn, machineName, type: 'STANDARD', parent: strand.execution }, strand);
  yield* visit.tell('TaskSubmitted', { ...named, output: { ExecutionArn: id, StartDate: start } });
  yield* joined(strand);
  const told = (value: Json): Json => (call.isJsonNested ? value : JSON.stringify(value));
  const described = { ExecutionArn: id, Input: told(input), InputDetails: { Included: true }, Name: name };
  const dates = { StartDate: timestampOf(start), StateMachineArn: arn, Status: child.failure ? 'FAILED' : 'SUCCEEDED', StopDate: timestampOf(run.now) };
  if (child.failure) {
    const { error, cause } = child.failure.details;
    const failure = new Failure(
      'States.TaskFailed',
      JSON.stringify({ ...(cause === undefined ? {} : { Cause: cause }), ...(error === undefined ? {} : { Error: error }), ...described, Input: JSON.stringify(input), ...dates }),
      'task',
    );
    yield* visit.tell('TaskFailed', { ...named, ...failure.details });
    throw failure;
  }
  const output: Json = { ...described, Output: told(child.output), OutputDetails: { Included: true }, RedriveCount: 0, RedriveStatus: 'NOT_REDRIVABLE', RedriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven', ...dates };
  yield* visit.tell('TaskSucceeded', { ...named, output });
  return output;
}


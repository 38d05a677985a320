// The eight state types. Source: Amazon States Language specification, "State Types", and the Step Functions Developer Guide.

export interface StateTypeSpec {
  /** One sentence for completion and hover. */
  readonly docs: string;
  /** Whether the state says by `Next` or `End` what follows it; the others end the run, or branch. */
  readonly transitions: boolean;
  /** Whether reaching this state ends its branch of the run. */
  readonly terminal: boolean;
}

export const stateTypes = {
  Task: { docs: 'Does one piece of work: calls a service, a Lambda function or an activity.', transitions: true, terminal: false },
  Pass: { docs: 'Hands its input on, or a fixed result, without doing any work.', transitions: true, terminal: false },
  Choice: { docs: 'Picks the next state by the first of its rules that holds.', transitions: false, terminal: false },
  Wait: { docs: 'Pauses for a number of seconds, or until a point in time.', transitions: true, terminal: false },
  Parallel: { docs: 'Runs several branches at once on the same input, and waits for all of them.', transitions: true, terminal: false },
  Map: { docs: 'Runs the same steps for every item of a list.', transitions: true, terminal: false },
  Succeed: { docs: 'Ends the run, or the branch, in success.', transitions: false, terminal: true },
  Fail: { docs: 'Ends the run in failure, with an error name and a cause.', transitions: false, terminal: true },
} as const satisfies Record<string, StateTypeSpec>;

export type StateType = keyof typeof stateTypes;

/** The names in the order in which an author most likely wants them. */
export const stateTypeNames = Object.keys(stateTypes) as readonly StateType[];

export function isStateType(name: string | undefined): name is StateType {
  return name !== undefined && Object.hasOwn(stateTypes, name);
}

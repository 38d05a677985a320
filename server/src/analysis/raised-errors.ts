// The errors that a state's own work can end with, as the service's model names them.
import { callOf } from '../model/call';
import type { State } from '../model/machine';
import { calledAction } from './called-action';
import type { Definition } from './definition';

export interface RaisedErrors {
  /** What raises them, such as `sagemaker:createTrainingJob`. */
  readonly by: string;
  readonly names: readonly string[];
}

/** The errors of what a task calls; `undefined` where that is not known. They are never all: functions and workers raise their own. */
export function errorsOf(definition: Definition, { node }: State): RaisedErrors | undefined {
  const part = node && definition.partOf(node);
  const call = part && callOf(part);
  if (call?.by !== 'Task') {
    return undefined;
  }
  // A function that is named by its own ARN fails as it does for `lambda:invoke`.
  const title = call.resource.kind === 'function' ? 'lambda:invoke' : call.title;
  const called = call.resource.kind === 'function' ? definition.services.optimized(title) : calledAction(call, definition.services);
  return called && { by: title, names: called.action.errors };
}

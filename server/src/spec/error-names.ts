// The error names that Step Functions itself gives.
// Sources: Step Functions Developer Guide, "Handling errors in workflows"; Amazon States Language specification, Appendix A; recorded runs.

export interface ErrorNameSpec {
  readonly name: string;
  /** One or two sentences for completion and hover. */
  readonly docs: string;
  /** No retrier and no catcher ever gets it. */
  readonly uncatchable?: true;
}

export const errorNames: readonly ErrorNameSpec[] = [
  { name: 'States.ALL', docs: 'Every error but `States.Runtime`. Stands alone in its list, and that in the last entry. `States.DataLimitExceeded` is safer named by itself.' },
  { name: 'States.TaskFailed', docs: 'Every error that a task ends with, `States.Timeout` left out.' },
  { name: 'States.Timeout', docs: 'The task ran longer than `TimeoutSeconds`, or was silent for longer than `HeartbeatSeconds`.' },
  { name: 'States.HeartbeatTimeout', docs: 'The task was silent for longer than `HeartbeatSeconds`.' },
  { name: 'States.Permissions', docs: 'The role of the machine may not do what the task asks for.' },
  { name: 'States.DataLimitExceeded', docs: 'A payload is larger than 256 KiB. The guide says that `States.ALL` does not match it.' },
  { name: 'States.Runtime', docs: 'The run itself went wrong, as with a path to nothing. It always fails the run: no retrier and no catcher gets it.', uncatchable: true },
  { name: 'States.BranchFailed', docs: 'A branch of a Parallel state failed. Most often the branch\'s own error is there instead.' },
  { name: 'States.NoChoiceMatched', docs: 'No rule of a Choice state held, and it has no `Default`. A Parallel or Map state around it can catch this.' },
  { name: 'States.IntrinsicFailure', docs: 'An intrinsic function could not be worked out.' },
  { name: 'States.ParameterPathFailure', docs: 'A path in `Parameters` or another template leads to nothing. Recorded runs give `States.Runtime` instead.' },
  { name: 'States.ResultPathMatchFailure', docs: '`ResultPath` can\'t be put into this input.' },
  { name: 'States.QueryEvaluationError', docs: 'A JSONata expression failed, or gave a value of the wrong type.' },
  { name: 'States.ExceedToleratedFailureThreshold', docs: 'More items of a distributed Map state failed than it tolerates.' },
  { name: 'States.ItemReaderFailed', docs: 'A Map state could not read its items from Amazon S3.' },
  { name: 'States.ResultWriterFailed', docs: 'A Map state could not write its results to Amazon S3.' },
  { name: 'States.Http.Socket', docs: 'An HTTP task timed out on the connection, after 60 seconds.' },
];

/** What the names that are made up by Step Functions begin with; no other error may. */
export const reservedPrefix = 'States.';

const known: ReadonlySet<string> = new Set(errorNames.map(({ name }) => name));

/** False for a name with the reserved prefix that Step Functions never gives. */
export function canOccur(name: string): boolean {
  return !name.startsWith(reservedPrefix) || known.has(name) || /^States\.Http\.StatusCode\.\d{3}$/.test(name);
}

// The order in which definitions are read: what an object is and what it is for, what goes in, what is done, what comes out, what becomes
// of errors, and where it goes on. "Put fields in order" and Format Document write them so.
import { operatorNames } from './choice';
import type { ObjectSpec } from './field';

/** The fields of state machines, states and what leads on from them, in one order that fits them all. Other objects have the order of their table. */
export const fieldOrder: readonly string[] = [
  // What it is.
  'ProcessorConfig',
  'Type',
  'Comment',
  'QueryLanguage',
  'Version',
  'Label',
  // What goes in, and what is done with it.
  'Resource',
  'ReaderConfig',
  'WriterConfig',
  'Credentials',
  'InputPath',
  'ItemReader',
  'Items',
  'ItemsPath',
  'ItemSelector',
  'Parameters',
  'Arguments',
  'ItemBatcher',
  'TimeoutSeconds',
  'TimeoutSecondsPath',
  'HeartbeatSeconds',
  'HeartbeatSecondsPath',
  'MaxConcurrency',
  'MaxConcurrencyPath',
  'ToleratedFailurePercentage',
  'ToleratedFailurePercentagePath',
  'ToleratedFailureCount',
  'ToleratedFailureCountPath',
  'StartAt',
  'States',
  'ItemProcessor',
  'Iterator',
  'Branches',
  'Choices',
  'Seconds',
  'SecondsPath',
  'Timestamp',
  'TimestampPath',
  'Result',
  'Error',
  'ErrorPath',
  'Cause',
  'CausePath',
  // When a rule, a retrier or a catcher is the one.
  'ErrorEquals',
  'IntervalSeconds',
  'BackoffRate',
  'MaxAttempts',
  'MaxDelaySeconds',
  'JitterStrategy',
  'Variable',
  ...operatorNames,
  'And',
  'Or',
  'Not',
  'Condition',
  // What comes out.
  'ResultWriter',
  'ResultSelector',
  'ResultPath',
  'OutputPath',
  'Assign',
  'Output',
  // What becomes of errors, and where it goes on.
  'Retry',
  'Catch',
  'Default',
  'Next',
  'End',
];

const places: ReadonlyMap<string, number> = new Map(fieldOrder.map((name, index) => [name, index]));

/** The place of a field among the others of its object; `undefined` for a name that such an object does not have. */
export function placeOfField({ byName, fields }: ObjectSpec, name: string): number | undefined {
  const field = byName.get(name);
  return field && (places.get(name) ?? fields.indexOf(field));
}

// Every field of the language as data: where it may stand, in which query language, and what it takes.
// Sources: Amazon States Language specification (edition with JSONata and variables), the Step Functions Developer Guide,
// and what the service was seen to refuse. Rules, completion and hover read this and nothing else.
import type { QueryLanguage } from './query-languages';
import type { StateType } from './state-types';

/** What a field's value looks like in JSON. `payload` is anything at all. */
export type ValueKind = 'text' | 'integer' | 'number' | 'boolean' | 'object' | 'list' | 'payload';

export interface FieldSpec {
  readonly name: string;
  readonly kind: ValueKind;
  /** One or two sentences for completion and hover. */
  readonly docs: string;
  /** The only query language that has this field; both have it where this is left out. */
  readonly language?: QueryLanguage;
  readonly required?: true;
  /** In a JSONata state, a `{% %}` expression may stand in place of the value. */
  readonly expression?: true;
  readonly nullable?: true;
  readonly values?: readonly string[];
  /** Bounds of a number, both allowed themselves. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** Names another state of the same scope. */
  readonly target?: true;
  readonly deprecated?: string;
}

/** What may stand in one kind of object. */
export interface ObjectSpec {
  /** How a message calls such an object, with its article. */
  readonly title: string;
  readonly fields: readonly FieldSpec[];
  /** Fields of which at most one may be there. */
  readonly exclusive: readonly (readonly string[])[];
}

const longestSeconds = 99_999_999;

const comment: FieldSpec = { name: 'Comment', kind: 'text', docs: 'A note for people. It has no effect.' };
const type: FieldSpec = { name: 'Type', kind: 'text', required: true, docs: 'What kind of state this is.' };
const stateLanguage: FieldSpec = {
  name: 'QueryLanguage',
  kind: 'text',
  values: ['JSONPath', 'JSONata'],
  docs: 'The query language of this state, where it differs from the machine\'s. A machine in JSONata can\'t hold states in JSONPath.',
};
const next: FieldSpec = { name: 'Next', kind: 'text', target: true, docs: 'The state that follows this one. It has to be in the same scope.' };
const end: FieldSpec = { name: 'End', kind: 'boolean', docs: '`true` ends the run, or the branch, after this state.' };
const path = (name: string, docs: string, more: Partial<FieldSpec> = {}): FieldSpec => ({ name, kind: 'text', language: 'JSONPath', docs, ...more });
const inputPath = path('InputPath', 'The part of the input that the state sees: a JSONPath, or `null` for an empty object.', { nullable: true });
const outputPath = path('OutputPath', 'The part of the result that is handed on: a JSONPath, or `null` for an empty object.', { nullable: true });
const resultPath = path('ResultPath', 'Where in the input the result is put: a reference path, or `null` to drop the result and hand the input on.', { nullable: true });
const parameters: FieldSpec = {
  name: 'Parameters',
  kind: 'payload',
  language: 'JSONPath',
  docs: 'What the state works on. A key that ends in `.$` takes its value from a path or an intrinsic function.',
};
const resultSelector: FieldSpec = {
  name: 'ResultSelector',
  kind: 'payload',
  language: 'JSONPath',
  docs: 'Picks from the raw result, before `ResultPath` places it. A key that ends in `.$` takes its value from a path.',
};
const argumentsField: FieldSpec = { name: 'Arguments', kind: 'payload', language: 'JSONata', docs: 'What is sent to the service. `{% %}` holds a JSONata expression.' };
const output: FieldSpec = { name: 'Output', kind: 'payload', language: 'JSONata', docs: 'What the state hands on, in place of its result. `{% %}` holds a JSONata expression.' };
const assign: FieldSpec = { name: 'Assign', kind: 'object', docs: 'Variables to set when the state ends: every later state of the scope can read them.' };
const retry: FieldSpec = { name: 'Retry', kind: 'list', docs: 'What to do when an error may pass: the first retrier that names the error decides.' };
const catchField: FieldSpec = { name: 'Catch', kind: 'list', docs: 'Where to go when an error stays: the first catcher that names the error decides.' };
const seconds = (name: string, docs: string, more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  kind: 'integer',
  expression: true,
  minimum: 1,
  maximum: longestSeconds,
  docs,
  ...more,
});
const errorEquals: FieldSpec = { name: 'ErrorEquals', kind: 'list', required: true, docs: 'The error names that this entry is for. `States.ALL` stands alone and last.' };

const paths = [inputPath, outputPath];
const common = [type, comment, stateLanguage];
const transition = [next, end];

const stateFields: Record<StateType, { fields: FieldSpec[]; exclusive?: string[][] }> = {
  Task: {
    fields: [
      ...common,
      { name: 'Resource', kind: 'text', required: true, docs: 'The ARN of what does the work: a service integration, a Lambda function or an activity.' },
      parameters,
      argumentsField,
      { name: 'Credentials', kind: 'payload', docs: 'The role to call the service with, where it is not the machine\'s own: `RoleArn`.' },
      seconds('TimeoutSeconds', 'How long the task may take, in seconds, before it fails with `States.Timeout`.'),
      path('TimeoutSecondsPath', 'Where in the input the timeout stands.'),
      seconds('HeartbeatSeconds', 'How long the task may be silent, in seconds. It has to be shorter than the timeout.'),
      path('HeartbeatSecondsPath', 'Where in the input the heartbeat interval stands.'),
      resultSelector,
      resultPath,
      ...paths,
      assign,
      output,
      retry,
      catchField,
      ...transition,
    ],
    exclusive: [
      ['TimeoutSeconds', 'TimeoutSecondsPath'],
      ['HeartbeatSeconds', 'HeartbeatSecondsPath'],
    ],
  },
  Pass: {
    fields: [
      ...common,
      { name: 'Result', kind: 'payload', language: 'JSONPath', docs: 'A fixed result. Nothing in it is evaluated.' },
      parameters,
      resultPath,
      ...paths,
      assign,
      output,
      ...transition,
    ],
  },
  Choice: {
    fields: [
      ...common,
      { name: 'Choices', kind: 'list', required: true, docs: 'The rules, tried in order. The first that holds names the next state.' },
      { name: 'Default', kind: 'text', target: true, docs: 'The state to go to when no rule holds. Without it the run then fails with `States.NoChoiceMatched`.' },
      ...paths,
      assign,
      output,
    ],
  },
  Wait: {
    fields: [
      ...common,
      seconds('Seconds', 'How long to wait, in seconds.', { minimum: 0 }),
      path('SecondsPath', 'Where in the input the number of seconds stands.'),
      { name: 'Timestamp', kind: 'text', docs: 'The point in time to wait for, as in `2030-01-31T09:00:00Z`.' },
      path('TimestampPath', 'Where in the input the point in time stands.'),
      ...paths,
      assign,
      output,
      ...transition,
    ],
    exclusive: [['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath']],
  },
  Parallel: {
    fields: [
      ...common,
      { name: 'Branches', kind: 'list', required: true, docs: 'The branches that run at once. Each is a machine of its own, with `StartAt` and `States`.' },
      parameters,
      argumentsField,
      resultSelector,
      resultPath,
      ...paths,
      assign,
      output,
      retry,
      catchField,
      ...transition,
    ],
  },
  Map: {
    fields: [
      ...common,
      { name: 'ItemProcessor', kind: 'object', docs: 'The steps for one item: a machine of its own, with `StartAt` and `States`.' },
      { name: 'Iterator', kind: 'object', deprecated: 'Use `ItemProcessor`.', docs: 'The older name of `ItemProcessor`.' },
      path('ItemsPath', 'Where in the input the list of items stands.'),
      { name: 'Items', kind: 'payload', language: 'JSONata', docs: 'The items: a list, or a `{% %}` expression that gives one.' },
      { name: 'ItemSelector', kind: 'payload', docs: 'What each run of the processor gets in place of the bare item.' },
      { ...parameters, deprecated: 'Use `ItemSelector`.' },
      { name: 'ItemReader', kind: 'object', docs: 'Reads the items from Amazon S3. For distributed maps.' },
      { name: 'ItemBatcher', kind: 'object', docs: 'Hands several items to one run of the processor. For distributed maps.' },
      { name: 'ResultWriter', kind: 'object', docs: 'Writes the results to Amazon S3. For distributed maps.' },
      { name: 'MaxConcurrency', kind: 'integer', expression: true, minimum: 0, docs: 'How many items are worked on at once. 0 sets no limit, 1 keeps their order.' },
      path('MaxConcurrencyPath', 'Where in the input that number stands.'),
      {
        name: 'ToleratedFailurePercentage',
        kind: 'number',
        expression: true,
        minimum: 0,
        maximum: 100,
        docs: 'The share of items, in percent, that may fail before the map does. For distributed maps.',
      },
      path('ToleratedFailurePercentagePath', 'Where in the input that share stands.'),
      { name: 'ToleratedFailureCount', kind: 'integer', expression: true, minimum: 0, docs: 'How many items may fail before the map does. For distributed maps.' },
      path('ToleratedFailureCountPath', 'Where in the input that number stands.'),
      { name: 'Label', kind: 'text', docs: 'A short name for the map, part of the ARN of its run. For distributed maps.' },
      resultSelector,
      resultPath,
      ...paths,
      assign,
      output,
      retry,
      catchField,
      ...transition,
    ],
    exclusive: [
      ['ItemProcessor', 'Iterator'],
      ['MaxConcurrency', 'MaxConcurrencyPath'],
      ['ToleratedFailurePercentage', 'ToleratedFailurePercentagePath'],
      ['ToleratedFailureCount', 'ToleratedFailureCountPath'],
    ],
  },
  Succeed: { fields: [...common, ...paths, output] },
  Fail: {
    fields: [
      ...common,
      { name: 'Error', kind: 'text', docs: 'The error name of the failure.' },
      path('ErrorPath', 'Where in the input the error name stands, or an intrinsic function that makes it.'),
      { name: 'Cause', kind: 'text', docs: 'The failure in words, for people.' },
      path('CausePath', 'Where in the input those words stand, or an intrinsic function that makes them.'),
    ],
    exclusive: [
      ['Error', 'ErrorPath'],
      ['Cause', 'CausePath'],
    ],
  },
};

const article: Record<StateType, string> = {
  Task: 'a Task',
  Pass: 'a Pass',
  Choice: 'a Choice',
  Wait: 'a Wait',
  Parallel: 'a Parallel',
  Map: 'a Map',
  Succeed: 'a Succeed',
  Fail: 'a Fail',
};

/** The fields of each state type. */
export const states: Readonly<Record<StateType, ObjectSpec>> = Object.fromEntries(
  Object.entries(stateFields).map(([name, { fields, exclusive = [] }]) => [name, { title: `${article[name as StateType]} state`, fields, exclusive }]),
) as unknown as Record<StateType, ObjectSpec>;

const startAt: FieldSpec = { name: 'StartAt', kind: 'text', target: true, required: true, docs: 'The state that runs first.' };
const statesField: FieldSpec = { name: 'States', kind: 'object', required: true, docs: 'The states, each under its name. Names are unique in the whole machine.' };

/** The whole definition. */
export const machine: ObjectSpec = {
  title: 'a state machine',
  fields: [
    comment,
    { name: 'QueryLanguage', kind: 'text', values: ['JSONPath', 'JSONata'], docs: 'The query language of every state that names none itself. JSONPath where it is left out.' },
    startAt,
    { name: 'TimeoutSeconds', kind: 'integer', minimum: 0, maximum: longestSeconds, docs: 'How long a run may take, in seconds, before it fails with `States.Timeout`.' },
    { name: 'Version', kind: 'text', values: ['1.0'], docs: 'The version of the language: `1.0`, also where it is left out.' },
    statesField,
  ],
  exclusive: [],
};

/** One branch of a Parallel state. */
export const branch: ObjectSpec = { title: 'a branch', fields: [comment, startAt, statesField], exclusive: [] };

/** The steps of a Map state. */
export const processor: ObjectSpec = {
  title: 'an item processor',
  fields: [
    { name: 'ProcessorConfig', kind: 'object', docs: 'Inline or distributed: `Mode`, and for distributed maps `ExecutionType`.' },
    comment,
    startAt,
    statesField,
  ],
  exclusive: [],
};

export const retrier: ObjectSpec = {
  title: 'a retrier',
  fields: [
    errorEquals,
    { name: 'IntervalSeconds', kind: 'integer', minimum: 0, maximum: longestSeconds, docs: 'The wait before the first retry, in seconds. 1 where it is left out.' },
    { name: 'MaxAttempts', kind: 'integer', minimum: 0, maximum: longestSeconds, docs: 'How often to retry. 3 where it is left out, 0 never.' },
    { name: 'BackoffRate', kind: 'number', minimum: 1, docs: 'By what each wait is longer than the one before. 2.0 where it is left out.' },
    { name: 'MaxDelaySeconds', kind: 'integer', minimum: 1, maximum: 31_622_400, docs: 'The longest wait between two retries, in seconds.' },
    { name: 'JitterStrategy', kind: 'text', values: ['FULL', 'NONE'], docs: '`FULL` makes each wait random, up to its length. `NONE` where it is left out.' },
    comment,
  ],
  exclusive: [],
};

export const catcher: ObjectSpec = {
  title: 'a catcher',
  fields: [errorEquals, { ...next, required: true, docs: 'The state that handles the error. It has to be in the same scope.' }, resultPath, assign, output, comment],
  exclusive: [],
};

/** The field of that name, in whatever language. */
export function fieldOf(spec: ObjectSpec, name: string): FieldSpec | undefined {
  return spec.fields.find((field) => field.name === name);
}

// The fields of each state type. Sources: Amazon States Language specification, "State Types" (edition with JSONata and variables),
// the Step Functions Developer Guide, and what the service was seen to refuse.
import { assignField, comment, next, outputField, pathField, resultPath, secondsField, table, type FieldSpec, type ObjectSpec } from './field';
import type { StateType } from './state-types';

const common: readonly FieldSpec[] = [
  { name: 'Type', kind: 'text', required: true, docs: 'What kind of state this is.' },
  comment,
  {
    name: 'QueryLanguage',
    kind: 'text',
    values: ['JSONPath', 'JSONata'],
    docs: 'The query language of this state, where it differs from the machine\'s. A machine in JSONata can\'t hold states in JSONPath.',
  },
];
const transition: readonly FieldSpec[] = [next, { name: 'End', kind: 'boolean', docs: '`true` ends the run, or the branch, after this state.' }];
const paths: readonly FieldSpec[] = [
  pathField('InputPath', 'The part of the input that the state sees: a JSONPath, or `null` for an empty object.', { nullable: true, path: 'path', byDefault: '$' }),
  pathField('OutputPath', 'The part of the result that is handed on: a JSONPath, or `null` for an empty object.', { nullable: true, path: 'path', byDefault: '$' }),
];
const parameters: FieldSpec = {
  name: 'Parameters',
  kind: 'payload',
  language: 'JSONPath',
  path: 'template',
  docs: 'What the state works on. A key that ends in `.$` takes its value from a path or an intrinsic function.',
};
const resultSelector: FieldSpec = {
  name: 'ResultSelector',
  kind: 'payload',
  language: 'JSONPath',
  path: 'template',
  docs: 'Picks from the raw result, before `ResultPath` places it. A key that ends in `.$` takes its value from a path.',
};
const argumentsField: FieldSpec = {
  name: 'Arguments',
  kind: 'object',
  language: 'JSONata',
  jsonata: 'input',
  docs: 'What is sent to the service. `{% %}` holds a JSONata expression.',
};
const errorHandling: readonly FieldSpec[] = [
  { name: 'Retry', kind: 'list', of: 'retrier', docs: 'What to do when an error may pass: the first retrier that names the error decides.' },
  { name: 'Catch', kind: 'list', of: 'catcher', docs: 'Where to go when an error stays: the first catcher that names the error decides.' },
];
const afterWork: readonly FieldSpec[] = [resultSelector, resultPath, ...paths, assignField('result'), outputField('result'), ...errorHandling, ...transition];
const withoutWork: readonly FieldSpec[] = [...paths, assignField('input'), outputField('input')];

/** What may stand in a state of each type. */
export const states: Readonly<Record<StateType, ObjectSpec>> = {
  Task: table({
    title: 'a Task state',
    fields: [
      ...common,
      { name: 'Resource', kind: 'text', required: true, docs: 'The ARN of what does the work: a service integration, a Lambda function or an activity.' },
      parameters,
      argumentsField,
      { name: 'Credentials', kind: 'object', of: 'credentials', docs: 'The role to call the service with, where it is not the machine\'s own.' },
      secondsField('TimeoutSeconds', 'How long the task may take, in seconds, before it fails with `States.Timeout`.'),
      pathField('TimeoutSecondsPath', 'Where in the input the timeout stands.'),
      secondsField('HeartbeatSeconds', 'How long the task may be silent, in seconds. It has to be shorter than the timeout.'),
      pathField('HeartbeatSecondsPath', 'Where in the input the heartbeat interval stands.'),
      ...afterWork,
    ],
    exclusive: [
      ['TimeoutSeconds', 'TimeoutSecondsPath'],
      ['HeartbeatSeconds', 'HeartbeatSecondsPath'],
    ],
  }),
  Pass: table({
    title: 'a Pass state',
    fields: [
      ...common,
      { name: 'Result', kind: 'payload', language: 'JSONPath', docs: 'A fixed result. Nothing in it is evaluated.' },
      parameters,
      resultPath,
      ...withoutWork,
      ...transition,
    ],
  }),
  Choice: table({
    title: 'a Choice state',
    fields: [
      ...common,
      { name: 'Choices', kind: 'list', of: 'choiceRule', required: true, filled: true, docs: 'The rules, tried in order. The first that holds names the next state.' },
      { name: 'Default', kind: 'text', target: true, docs: 'The state to go to when no rule holds. Without it the run then fails with `States.NoChoiceMatched`.' },
      ...withoutWork,
    ],
  }),
  Wait: table({
    title: 'a Wait state',
    fields: [
      ...common,
      secondsField('Seconds', 'How long to wait, in seconds.', { minimum: 0 }),
      pathField('SecondsPath', 'Where in the input the number of seconds stands.'),
      { name: 'Timestamp', kind: 'text', format: 'timestamp', jsonata: 'input', docs: 'The point in time to wait for, as in `2030-01-31T09:00:00Z`.' },
      pathField('TimestampPath', 'Where in the input the point in time stands.'),
      ...withoutWork,
      ...transition,
    ],
    exclusive: [['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath']],
    oneOf: [['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath']],
  }),
  Parallel: table({
    title: 'a Parallel state',
    fields: [
      ...common,
      {
        name: 'Branches',
        kind: 'list',
        of: 'branch',
        required: true,
        filled: true,
        docs: 'The branches that run at once. Each is a machine of its own, with `StartAt` and `States`.',
      },
      parameters,
      argumentsField,
      ...afterWork,
    ],
  }),
  Map: table({
    title: 'a Map state',
    fields: [
      ...common,
      { name: 'ItemProcessor', kind: 'object', of: 'processor', docs: 'The steps for one item: a machine of its own, with `StartAt` and `States`.' },
      { name: 'Iterator', kind: 'object', of: 'processor', replacedBy: 'ItemProcessor', docs: 'The older name of `ItemProcessor`.' },
      pathField('ItemsPath', 'Where in the input the list of items stands.', { byDefault: '$' }),
      { name: 'Items', kind: 'collection', language: 'JSONata', jsonata: 'input', docs: 'The items: a list, or a `{% %}` expression that gives one.' },
      { name: 'ItemSelector', kind: 'payload', path: 'template', jsonata: 'input', docs: 'What each run of the processor gets in place of the bare item.' },
      { ...parameters, replacedBy: 'ItemSelector' },
      { name: 'ItemReader', kind: 'object', of: 'itemReader', docs: 'Reads the items from Amazon S3. For distributed maps.' },
      { name: 'ItemBatcher', kind: 'object', of: 'itemBatcher', docs: 'Hands several items to one run of the processor. For distributed maps.' },
      { name: 'ResultWriter', kind: 'object', of: 'resultWriter', docs: 'Writes the results to Amazon S3. For distributed maps.' },
      { name: 'MaxConcurrency', kind: 'integer', jsonata: 'input', minimum: 0, docs: 'How many items are worked on at once. 0 sets no limit, 1 keeps their order.' },
      pathField('MaxConcurrencyPath', 'Where in the input that number stands.'),
      {
        name: 'ToleratedFailurePercentage',
        kind: 'number',
        jsonata: 'input',
        minimum: 0,
        maximum: 100,
        docs: 'The share of items, in percent, that may fail before the map does. For distributed maps.',
      },
      pathField('ToleratedFailurePercentagePath', 'Where in the input that share stands.'),
      { name: 'ToleratedFailureCount', kind: 'integer', jsonata: 'input', minimum: 0, docs: 'How many items may fail before the map does. For distributed maps.' },
      pathField('ToleratedFailureCountPath', 'Where in the input that number stands.'),
      { name: 'Label', kind: 'text', docs: 'A short name for the map, part of the ARN of its run. For distributed maps.' },
      ...afterWork,
    ],
    exclusive: [
      ['ItemProcessor', 'Iterator'],
      ['MaxConcurrency', 'MaxConcurrencyPath'],
      ['ToleratedFailurePercentage', 'ToleratedFailurePercentagePath'],
      ['ToleratedFailureCount', 'ToleratedFailureCountPath'],
    ],
    oneOf: [['ItemProcessor', 'Iterator']],
  }),
  Succeed: table({ title: 'a Succeed state', fields: [...common, ...paths, outputField('input')] }),
  Fail: table({
    title: 'a Fail state',
    fields: [
      ...common,
      { name: 'Error', kind: 'text', jsonata: 'input', docs: 'The error name of the failure.' },
      pathField('ErrorPath', 'Where in the input the error name stands, or an intrinsic function that makes it.', { path: 'text-path' }),
      { name: 'Cause', kind: 'text', jsonata: 'input', docs: 'The failure in words, for people.' },
      pathField('CausePath', 'Where in the input those words stand, or an intrinsic function that makes them.', { path: 'text-path' }),
    ],
    exclusive: [
      ['Error', 'ErrorPath'],
      ['Cause', 'CausePath'],
    ],
  }),
};

/** Who a task acts as. */
export const credentials = table({
  title: 'credentials',
  fields: [
    { name: 'RoleArn', kind: 'text', jsonata: 'input', docs: 'The ARN of the role that the task takes on.' },
    { name: 'RoleArn.$', kind: 'text', language: 'JSONPath', path: 'template', docs: 'Where in the input that ARN stands, or an intrinsic function that makes it.' },
  ],
  exclusive: [['RoleArn', 'RoleArn.$']],
  oneOf: [['RoleArn', 'RoleArn.$']],
});

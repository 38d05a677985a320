// The fields of Amazon States Language, sorted by how their values are colored.
// What each may hold and where it may stand is the server's business; a grammar only has to know it on sight.

/** Fields whose value names a state. */
export const references = ['Next', 'Default', 'StartAt'];

/** Fields whose value is the author's own data: the keys below them are not ours. */
export const payloads = [
  'Parameters', 'Arguments', 'ResultSelector', 'ItemSelector', 'Output', 'Assign', 'Result', 'BatchInput', 'Credentials', 'Items',
];

const families = {
  String: ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'],
  Numeric: ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'],
  Timestamp: ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'],
  Boolean: ['Equals'],
};
const comparisons = Object.entries(families).flatMap(([family, tests]) => tests.map((test) => family + test));

/** Fields whose value is a JSONPath. */
export const paths = [
  'InputPath', 'OutputPath', 'ResultPath', 'ItemsPath', 'Variable', 'SecondsPath', 'TimestampPath', 'TimeoutSecondsPath',
  'HeartbeatSecondsPath', 'MaxConcurrencyPath', 'ToleratedFailurePercentagePath', 'ToleratedFailureCountPath', 'MaxItemsPath',
  'MaxItemsPerBatchPath', 'MaxInputBytesPerBatchPath', 'ErrorPath', 'CausePath',
  ...comparisons.map((comparison) => `${comparison}Path`),
];

/** Fields with a closed list of values; `Type` is colored apart. */
export const enumerations = [
  'QueryLanguage', 'Version', 'Mode', 'ExecutionType', 'InputType', 'CSVHeaderLocation', 'CSVDelimiter', 'ManifestType',
  'Transformation', 'OutputType', 'JitterStrategy',
];

/** Fields whose value is made of further fields. */
export const containers = [
  'Branches', 'ItemProcessor', 'Iterator', 'ProcessorConfig', 'Choices', 'And', 'Or', 'Not', 'Retry', 'Catch', 'ItemReader',
  'ReaderConfig', 'ItemBatcher', 'ResultWriter', 'WriterConfig',
];

/** Every other field: text, numbers, expressions. */
export const scalars = [
  'End', 'TimeoutSeconds', 'HeartbeatSeconds', 'Seconds', 'Timestamp', 'MaxConcurrency', 'ToleratedFailurePercentage',
  'ToleratedFailureCount', 'Label', 'Error', 'Cause', 'Condition', 'IntervalSeconds', 'MaxAttempts', 'BackoffRate', 'MaxDelaySeconds',
  'CSVHeaders', 'ItemsPointer', 'MaxItems', 'MaxItemsPerBatch', 'MaxInputBytesPerBatch', 'StringMatches',
  'IsNull', 'IsPresent', 'IsNumeric', 'IsString', 'IsBoolean', 'IsTimestamp', ...comparisons,
];

/** All of them, for places where the value plays no part. */
export const everyField = [
  'States', 'Type', 'Resource', 'Comment', 'ErrorEquals', ...references, ...payloads, ...paths, ...enumerations, ...containers, ...scalars,
];

/** The state types. */
export const types = ['Task', 'Pass', 'Choice', 'Wait', 'Parallel', 'Map', 'Succeed', 'Fail'];

/** A field's name belongs to the language. As a keyword it would be red in VS Code's light theme, like what is wrong. */
export const fieldScope = 'variable.language.field.asl';

/** The `.$` behind a name whose value is computed. */
export const dynamicScope = 'variable.language.dynamic.asl';

/** Names as one alternation. */
export const oneOf = (names) => `(?:${names.join('|')})`;

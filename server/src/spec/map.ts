// What a Map state is made of. Source: Step Functions Developer Guide, "Map workflow state", "ItemReader", "ItemBatcher", "ResultWriter".
import { pathField, table, type FieldSpec } from './field';

const requestFields: readonly FieldSpec[] = [
  { name: 'Parameters', kind: 'object', language: 'JSONPath', path: 'template', docs: 'What is sent to Amazon S3. A key that ends in `.$` takes its value from a path.' },
  { name: 'Arguments', kind: 'payload', language: 'JSONata', jsonata: 'input', docs: 'What is sent to Amazon S3. `{% %}` holds a JSONata expression.' },
];

export const processorConfig = table({
  title: 'a processor configuration',
  fields: [
    { name: 'Mode', kind: 'text', values: ['INLINE', 'DISTRIBUTED'], docs: '`INLINE`, also where it is left out, runs the items inside this run; `DISTRIBUTED` gives each a run of its own.' },
    { name: 'ExecutionType', kind: 'text', values: ['STANDARD', 'EXPRESS'], required: true, beside: { field: 'Mode', is: ['DISTRIBUTED'], otherwise: 'INLINE' }, docs: 'The type of those runs. Distributed maps need it, inline ones can\'t have it.' },
  ],
});

export const itemReader = table({
  title: 'an item reader',
  fields: [
    { name: 'Resource', kind: 'text', required: true, docs: '`arn:aws:states:::s3:getObject` for the items in one file, or `arn:aws:states:::s3:listObjectsV2` for the files themselves.' },
    { name: 'ReaderConfig', kind: 'object', of: 'readerConfig', docs: 'How to read the file.' },
    ...requestFields,
  ],
});

export const readerConfig = table({
  title: 'a reader configuration',
  fields: [
    { name: 'InputType', kind: 'text', values: ['CSV', 'JSON', 'JSONL', 'PARQUET', 'MANIFEST'], docs: 'What the file holds.' },
    {
      name: 'CSVHeaderLocation',
      kind: 'text',
      values: ['FIRST_ROW', 'GIVEN'],
      required: true,
      beside: { field: 'InputType', is: ['CSV'] },
      docs: 'Where the names of the columns stand: in the first row, or in `CSVHeaders`.',
    },
    {
      name: 'CSVHeaders',
      kind: 'list',
      filled: true,
      items: 'text',
      required: true,
      beside: { field: 'CSVHeaderLocation', is: ['GIVEN'] },
      docs: 'The names of the columns, where the file does not hold them.',
    },
    { name: 'CSVDelimiter', kind: 'text', values: ['COMMA', 'PIPE', 'SEMICOLON', 'SPACE', 'TAB'], beside: { field: 'InputType', is: ['CSV', 'MANIFEST'] }, docs: 'What stands between two columns. `COMMA` where it is left out.' },
    { name: 'ItemsPointer', kind: 'text', docs: 'Where in a JSON file the list of items stands, as a JSON Pointer: `/data/items`.' },
    { name: 'MaxItems', kind: 'integer', jsonata: 'input', minimum: 1, maximum: 100_000_000, docs: 'Reads no more items than this.' },
    pathField('MaxItemsPath', 'Where in the input that number stands.'),
    { name: 'ManifestType', kind: 'text', values: ['ATHENA_DATA', 'S3_INVENTORY'], docs: 'Which kind of manifest the file is.' },
    { name: 'Transformation', kind: 'text', values: ['NONE', 'LOAD_AND_FLATTEN'], docs: '`LOAD_AND_FLATTEN` reads the listed files and hands on what is in them.' },
  ],
  exclusive: [['MaxItems', 'MaxItemsPath']],
});

/** What some fields of a reader configuration are for. Beside another `InputType` they are not refused, but of no use. */
export const inputTypesOf: Readonly<Record<string, readonly string[]>> = { ItemsPointer: ['JSON'], ManifestType: ['MANIFEST'] };

export const itemBatcher = table({
  title: 'an item batcher',
  fields: [
    { name: 'MaxItemsPerBatch', kind: 'integer', jsonata: 'input', minimum: 1, docs: 'How many items one run gets at most.' },
    pathField('MaxItemsPerBatchPath', 'Where in the input that number stands.'),
    { name: 'MaxInputBytesPerBatch', kind: 'integer', jsonata: 'input', minimum: 1, maximum: 262_144, docs: 'How large the input of one run may be, in bytes.' },
    pathField('MaxInputBytesPerBatchPath', 'Where in the input that number stands.'),
    { name: 'BatchInput', kind: 'payload', path: 'template', jsonata: 'input', docs: 'What every batch gets beside its items.' },
  ],
  exclusive: [
    ['MaxItemsPerBatch', 'MaxItemsPerBatchPath'],
    ['MaxInputBytesPerBatch', 'MaxInputBytesPerBatchPath'],
  ],
  oneOf: [['MaxItemsPerBatch', 'MaxItemsPerBatchPath', 'MaxInputBytesPerBatch', 'MaxInputBytesPerBatchPath']],
});

export const resultWriter = table({
  title: 'a result writer',
  fields: [
    { name: 'Resource', kind: 'text', docs: '`arn:aws:states:::s3:putObject`.' },
    { name: 'WriterConfig', kind: 'object', of: 'writerConfig', docs: 'What is written of each result, and how.' },
    ...requestFields,
  ],
  // The sources disagree about when an empty one fails, at creation or in the run; that it fails they agree on.
  oneOf: [['Resource', 'WriterConfig']],
});

export const writerConfig = table({
  title: 'a writer configuration',
  fields: [
    { name: 'Transformation', kind: 'text', values: ['NONE', 'COMPACT', 'FLATTEN'], docs: '`NONE` writes the details of each run too, `COMPACT` only its output, `FLATTEN` puts lists of outputs together.' },
    { name: 'OutputType', kind: 'text', values: ['JSON', 'JSONL'], docs: 'One JSON list, or one JSON value a line.' },
  ],
});

/** How many items an inline map works on at once. */
export const inlineConcurrency = 40;

/** Fields of a Map state that an inline map does not heed. */
export const distributedFields: readonly string[] = [
  'ItemReader',
  'ItemBatcher',
  'ResultWriter',
  'Label',
  'ToleratedFailurePercentage',
  'ToleratedFailurePercentagePath',
  'ToleratedFailureCount',
  'ToleratedFailureCountPath',
];

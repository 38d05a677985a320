// Every table of the grammar by its name.
import { choiceRule, choiceTest } from './choice';
import { catcher, retrier } from './errors';
import { comment, longestSeconds, table, type FieldSpec, type ObjectName, type ObjectSpec } from './field';
import { itemBatcher, itemReader, processorConfig, readerConfig, resultWriter, writerConfig } from './map';
import { credentials } from './states';

const startAt: FieldSpec = { name: 'StartAt', kind: 'text', target: true, required: true, docs: 'The state that runs first.' };
const statesField: FieldSpec = {
  name: 'States',
  kind: 'object',
  required: true,
  filled: true,
  docs: 'The states, each under its name. Names are unique in the whole machine.',
};

/** The tables of everything but states; those go by their type. */
export const objects: Readonly<Record<ObjectName, ObjectSpec>> = {
  machine: table({
    title: 'a state machine',
    fields: [
      comment,
      { name: 'QueryLanguage', kind: 'text', values: ['JSONPath', 'JSONata'], docs: 'The query language of every state that names none itself. JSONPath where it is left out.' },
      startAt,
      { name: 'TimeoutSeconds', kind: 'integer', minimum: 0, maximum: longestSeconds, docs: 'How long a run may take, in seconds, before it fails with `States.Timeout`.' },
      { name: 'Version', kind: 'text', values: ['1.0'], docs: 'The version of the language: `1.0`, also where it is left out.' },
      statesField,
    ],
  }),
  branch: table({ title: 'a branch', fields: [comment, startAt, statesField] }),
  processor: table({
    title: 'an item processor',
    fields: [
      { name: 'ProcessorConfig', kind: 'object', of: 'processorConfig', docs: 'Inline or distributed: `Mode`, and for distributed maps `ExecutionType`.' },
      comment,
      startAt,
      statesField,
    ],
  }),
  processorConfig,
  retrier,
  catcher,
  choiceRule,
  choiceTest,
  credentials,
  itemReader,
  readerConfig,
  itemBatcher,
  resultWriter,
  writerConfig,
};

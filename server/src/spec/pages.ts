// The pages of the Step Functions Developer Guide that tell about the parts of a definition.
import type { ObjectName } from './field';
import type { StateType } from './state-types';

const guide = 'https://docs.aws.amazon.com/step-functions/latest/dg/';

const pages: Partial<Record<ObjectName | 'state', string>> = {
  retrier: 'concepts-error-handling.html',
  catcher: 'concepts-error-handling.html',
  itemReader: 'input-output-itemreader.html',
  readerConfig: 'input-output-itemreader.html',
  resultWriter: 'input-output-resultwriter.html',
  itemBatcher: 'input-output-itembatcher.html',
  credentials: 'concepts-access-cross-acct-resources.html',
  machine: 'concepts-amazon-states-language.html',
};

/** @param type of the state that the object is, or stands in */
export function pageOfObject(is: ObjectName | 'state', type: StateType | undefined): string {
  return guide + (pages[is] ?? (type === undefined ? 'concepts-amazon-states-language.html' : `state-${type.toLowerCase()}.html`));
}

import { items, member } from '../../syntax/tree';
import { defineRule } from '../rule';

export const duplicateCsvHeader = defineRule({
  code: 'duplicate-csv-header',
  severity: 'warning',
  docs: {
    what: 'Each name in `CSVHeaders` is there once.',
    why: 'The map fails when it begins to read (States.ItemReaderFailed): an item can\'t have two fields of one name.',
    bad: '{ "StartAt": "Score", "States": { "Score": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "models", "Key": "rows.csv" }, "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["id", "id"] } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "One", "States": { "One": { "Type": "Succeed" } } }, "End": true } } }',
    good: '{ "StartAt": "Score", "States": { "Score": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "models", "Key": "rows.csv" }, "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["id", "score"] } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "One", "States": { "One": { "Type": "Succeed" } } }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html',
  },
  on: {
    readerConfig({ node }, ctx) {
      const there = new Set<string>();
      for (const header of items(member(node, 'CSVHeaders'))) {
        if (header.kind === 'string') {
          if (there.has(header.value)) {
            ctx.report({ at: header, message: `There are two columns "${header.value}", so the map can't read the file.` });
          }
          there.add(header.value);
        }
      }
    },
  },
});

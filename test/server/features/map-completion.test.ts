// What a Map reads from Amazon S3 and writes to it.
import assert from 'node:assert/strict';
import { accepted, offered } from '../../support/check';

const map = (inside: string): string => `{ "States": { "Each": { "Type": "Map", ${inside} } } }`;
const reader = (inside: string): string => map(`"ItemReader": { ${inside} }`);
const config = (inside: string): string => reader(`"ReaderConfig": { ${inside} }`);
const bare = (labels: readonly string[]): string[] => labels.filter((label) => !label.includes('.$'));

suite('completion of what a Map reads and writes', () => {
  test('the three actions, where they belong', () => {
    assert.deepEqual(offered(reader('"Resource": "<|>"')), ['s3:getObject', 's3:listObjectsV2']);
    assert.deepEqual(offered(map('"ResultWriter": { "Resource": "<|>" }')), ['s3:putObject']);
    assert.deepEqual(offered(reader('<|>')), ['Resource (required)', 'ReaderConfig', 'Parameters']);
  });

  test('what each of them takes', () => {
    assert.deepEqual(bare(offered(reader('"Resource": "arn:aws:states:::s3:getObject", "Parameters": { <|> }'))), [
      'all required members (Bucket, Key)',
      'Bucket (text, required)',
      'Key (text, required)',
      'VersionId (text)',
      'ExpectedBucketOwner (text)',
    ]);
    const listed = ['Bucket (text, required)', 'Prefix (text)', 'ExpectedBucketOwner (text)'];
    assert.deepEqual(bare(offered(reader('"Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": { <|> }'))), listed);
    assert.deepEqual(bare(offered(map('"ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Parameters": { <|> } }'))), listed);
    assert.deepEqual(offered(map('"QueryLanguage": "JSONata", "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Arguments": { <|> } }')), listed);
  });

  test('the request begins with what it can\'t do without', () => {
    const sample = (after: string): string => reader(`"Resource": "arn:aws:states:::s3:getObject", ${after}`);
    assert.equal(accepted(sample('<|>'), 'Parameters'), sample('"Parameters": { "Bucket": "", "Key": "" }'));
  });

  test('in YAML, before there is an object', () => {
    const sample = 'States:\n  Each:\n    Type: Map\n    ItemReader:\n      Resource: arn:aws:states:::s3:listObjectsV2\n      Parameters:\n        <|>\n';
    assert.deepEqual(bare(offered(sample, 'yaml')), ['Bucket (text, required)', 'Prefix (text)', 'ExpectedBucketOwner (text)']);
  });

  test('of the reader\'s configuration what serves the type of the file, required fields first', () => {
    assert.deepEqual(offered(config('"InputType": "<|>"')), ['CSV', 'JSON', 'JSONL', 'PARQUET', 'MANIFEST']);
    assert.equal(offered(config('<|>'))[0], 'InputType');
    assert.deepEqual(offered(config('"InputType": "CSV", <|>')), ['CSVHeaderLocation (required)', 'CSVDelimiter', 'MaxItems', 'MaxItemsPath', 'Transformation']);
    assert.deepEqual(offered(config('"InputType": "CSV", "CSVHeaderLocation": "GIVEN", <|>'))[0], 'CSVHeaders (required)');
    assert.deepEqual(offered(config('"InputType": "JSON", "MaxItems": 5, <|>')), ['ItemsPointer', 'Transformation']);
    assert.deepEqual(offered(config('"InputType": "CSV", "CSVHeaderLocation": "<|>"')), ['FIRST_ROW', 'GIVEN']);
  });
});

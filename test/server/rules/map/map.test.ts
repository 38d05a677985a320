// Readers, and what an inline map has no use for.
import { distributedFieldInInlineMap } from '../../../../server/src/rules/map/distributed-field-in-inline-map';
import { duplicateCsvHeader } from '../../../../server/src/rules/map/duplicate-csv-header';
import { invalidReaderConfig } from '../../../../server/src/rules/map/invalid-reader-config';
import { checkFix, checkRule } from '../../../support/check';

suite('distributed-field-in-inline-map', () => {
  test('one finding a map', () => {
    checkRule(
      distributedFieldInInlineMap,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Map", "Label": "a", "ToleratedFailureCount": 1, "Iterator": { "StartAt": "B", "States": { "B": { "Type": "Succeed" } } }, "Next": "C" },
                              //^^^^^^^ warning: "Label" is for distributed maps, and this one is inline.
          "C": { "Type": "Map", "Label": "c", "ItemProcessor": { "ProcessorConfig": { "Mode": "\${Mode}" } }, "Next": "D" },
          "D": { "Type": "Map", "Label": "d", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED" } }, "End": true }
        }
      }
      `,
    );
  });

  test('makes the map distributed, whatever configuration it has', () => {
    const map = (config: string): string =>
      `{ "StartAt": "A", "States": { "A": { "Type": "Map", "Label": "a", "ItemProcessor": { "StartAt": "B", "States": { "B": { "Type": "Succeed" } }${config} }, "End": true } } }`;
    const after = map(', "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }');
    checkFix(distributedFieldInInlineMap, 'Make the map distributed', map(''), after);
    checkFix(distributedFieldInInlineMap, 'Make the map distributed', map(', "ProcessorConfig": { "Mode": "INLINE" }'), after);
    checkFix(distributedFieldInInlineMap, 'Make the map distributed', map(', "ProcessorConfig": {}'), after);
  });
});

suite('invalid-reader-config', () => {
  const withReader = (reader: string): string => `{ "StartAt": "A", "States": { "A": { "Type": "Map", "ItemReader": ${reader}, "End": true } } }`;

  test('what is read, and where in it', () => {
    checkRule(
      invalidReaderConfig,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject" }, "Next": "B" },
                              //^^^^^^^^^^^^ warning: The reader is not told what the file holds: it has no "ReaderConfig" with an "InputType".
          "B": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "MaxItems": 5 } }, "Next": "C" },
                                                                                           //^^^^^^^^^^^^^^ warning: The reader is not told what the file holds: there is no "InputType".
          "C": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "CSV", "ManifestType": "S3_INVENTORY" } }, "Next": "D" },
                                                                                                             //^^^^^^^^^^^ warning: An inventory of Amazon S3 says itself what it holds: beside "S3_INVENTORY" there is no "InputType".
          "D": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:listObjectsV2", "ReaderConfig": { "Transformation": "LOAD_AND_FLATTEN" } }, "Next": "E" },
                                                                                               //^^^^^^^^^^^^^^ warning: "LOAD_AND_FLATTEN" needs an "InputType", for what is in the files.
          "E": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "JSON", "ItemsPointer": "$.a.b" } }, "Next": "F" },
                                                                                                                                                  //^^^^^^^ warning: A JSON Pointer begins with "/", as in "/data/items".
          "F": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "JSONL", "ItemsPointer": "/a" } }, "End": true }
                                                                                                                                   //^^^^^^^^^^^^^^ warning: "ItemsPointer" points into a JSON file, and "InputType" is "JSONL".
        }
      }
      `,
    );
  });

  test('says nothing of a reader that lists files', () => {
    checkRule(invalidReaderConfig, withReader('{ "Resource": "arn:aws:states:::s3:listObjectsV2" }'));
  });

  test('turns a path into a pointer', () => {
    const reader = (pointer: string): string => withReader(`{ "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "JSON", "ItemsPointer": "${pointer}" } }`);
    checkFix(invalidReaderConfig, 'Change to "/a/b"', reader('$.a.b'), reader('/a/b'));
  });
});

test('duplicate-csv-header', () => {
  checkRule(
    duplicateCsvHeader,
    `
    {
      "StartAt": "A",
      "States": {
        "A": { "Type": "Map", "ItemReader": { "ReaderConfig": { "CSVHeaders": ["a", "b", "a", "A"] } }, "End": true }
                                                                                       //^^^ warning: There are two columns "a", so the map can't read the file.
      }
    }
    `,
  );
});

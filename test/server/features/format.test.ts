// The layout of a whole file: nothing but white space changes in JSON, and no comment is lost in YAML.
import assert from 'node:assert/strict';
import { AslDocument, type DocumentOptions } from '../../../server/src/analysis/document';
import { format } from '../../../server/src/features/format';
import type { Notation } from '../../../server/src/syntax/tree';
import { TextDocument } from 'vscode-languageserver-textdocument';

function formatted(text: string, notation: Notation, tabSize = 2, options: DocumentOptions = {}): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), format(new AslDocument(text, notation, options), { tabSize, insertSpaces: true }));
}

suite('format', () => {
  test('JSON, with comments and placeholders', () => {
    assert.equal(
      formatted('{"StartAt":"A", // first\n"States":{"A":{"Type":"Wait","Seconds":${Pause Time},"Comment":"{ ${x} }","End":true}}}', 'json', 4),
      '{\n    "StartAt": "A", // first\n    "States": {\n        "A": {\n            "Type": "Wait",\n            "Seconds": ${Pause Time},\n            "Comment": "{ ${x} }",\n            "End": true\n        }\n    }\n}\n',
    );
  });

  test('YAML, with quotes and line breaks as they are; what is behind a key alone goes below it', () => {
    assert.equal(formatted('# top\r\nStartAt:   "A"\r\nStates:\r\n    A:   # here\r\n        Type: Pass\r\n        Result:\r\n        - 1\r\n        -   2\r\n        End: true\r\n', 'yaml'), '# top\r\nStartAt: "A"\r\nStates:\r\n  A:\r\n    # here\r\n    Type: Pass\r\n    Result:\r\n    - 1\r\n    - 2\r\n    End: true\r\n');
  });

  test('leaves alone what can\'t be read, and templates', () => {
    const broken = '{ "StartAt":  "A" "States": {} }';
    assert.equal(formatted(broken, 'json'), broken);
    const template = 'Resources:\n    M: {Type:   AWS::Serverless::StateMachine}\n';
    assert.equal(formatted(template, 'yaml', 2, { onlyTemplates: true }), template);
  });
});

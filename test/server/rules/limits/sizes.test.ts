// How large a definition and what a state hands on may be.
import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import { AslDocument, type DocumentOptions } from '../../../../server/src/analysis/document';
import { excessiveDefinition } from '../../../../server/src/rules/limits/excessive-definition';
import { excessivePayload } from '../../../../server/src/rules/limits/excessive-payload';
import type { Rule } from '../../../../server/src/rules/rule';
import type { Notation } from '../../../../server/src/syntax/tree';
import { findings } from '../../../support/check';

const found = (rule: Rule, text: string, notation: Notation = 'json', options: DocumentOptions = {}): string[] =>
  findings(rule, new AslDocument(text, notation, options)).map(({ at, message }) => `${at.kind === 'string' ? at.value : ''}: ${message}`);

suite('excessive-definition', () => {
  /** A machine of exactly that many characters. */
  const machine = (size: number, sign = 'x'): string => {
    const text = (comment: string): string => JSON.stringify({ Comment: comment, StartAt: 'A', States: { A: { Type: 'Succeed' } } });
    return text(sign.repeat(size - text('').length));
  };

  test('a character too many', () => {
    assert.deepEqual(found(excessiveDefinition, machine(1_048_576)), []);
    assert.deepEqual(found(excessiveDefinition, machine(1_048_577)), ['Comment: The definition has 1,048,577 characters, and Step Functions takes 1,048,576 at most.']);
  });

  test('signs that UTF-16 writes as two count once', () => {
    assert.deepEqual(found(excessiveDefinition, machine(1_048_576, '🚂')), []);
  });

  test('white space counts, as the text is deployed as it stands', () => {
    const text = `${' '.repeat(200_000)}${machine(900_000)}`;
    assert.deepEqual(found(excessiveDefinition, text), [
      'Comment: The definition has 1,100,000 characters, and Step Functions takes 1,048,576 at most. Without the white space it has 900,000.',
    ]);
  });

  test('YAML counts as the JSON that is made of it', () => {
    const value: unknown = JSON.parse(machine(1_048_577));
    assert.equal(found(excessiveDefinition, stringify(value, { lineWidth: 0 }), 'yaml').length, 1);
    assert.deepEqual(found(excessiveDefinition, `${'# note\n'.repeat(200_000)}StartAt: A\nStates: {A: {Type: Succeed}}\n`, 'yaml'), []);
  });

  test('in a template only the definition counts', () => {
    const template = (definition: unknown): string =>
      JSON.stringify({ Description: 'x'.repeat(1_100_000), Resources: { M: { Type: 'AWS::StepFunctions::StateMachine', Properties: { DefinitionString: definition } } } });
    assert.deepEqual(found(excessiveDefinition, template(machine(2_000)), 'json', { onlyTemplates: true }), []);
    assert.equal(found(excessiveDefinition, template(machine(1_048_577)), 'json', { onlyTemplates: true }).length, 1);
  });
});

suite('excessive-payload', () => {
  const state = (fields: object): string => JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Pass', ...fields, End: true } } });
  /** An object of exactly that many bytes as JSON. */
  const payload = (bytes: number, sign = 'x'): object => ({ a: sign.repeat((bytes - 8) / new TextEncoder().encode(sign).length) });

  test('what a Pass state hands on, to the byte', () => {
    assert.deepEqual(found(excessivePayload, state({ Result: payload(262_144) })), []);
    assert.deepEqual(found(excessivePayload, state({ Result: payload(262_145) })), [
      'Result: "Result" has 262,145 bytes as JSON, and a run fails with States.DataLimitExceeded above 262,144.',
    ]);
  });

  test('bytes of UTF-8 count, not characters', () => {
    assert.deepEqual(found(excessivePayload, state({ Result: payload(200_000, '訓') })), []);
    assert.equal(found(excessivePayload, state({ Result: payload(262_148, '訓') })).length, 1);
  });

  test('only what is surely there counts: no paths, expressions and placeholders', () => {
    assert.deepEqual(found(excessivePayload, state({ Parameters: { 'a.$': `$.${'x'.repeat(300_000)}` } })), []);
    assert.deepEqual(found(excessivePayload, state({ QueryLanguage: 'JSONata', Output: `{% "${'x'.repeat(300_000)}" %}` })), []);
    assert.deepEqual(found(excessivePayload, state({ Parameters: { a: `\${A}${'x'.repeat(300_000)}` } })), []);
    assert.equal(found(excessivePayload, state({ Parameters: { b: 'x'.repeat(300_000), 'a.$': '$.a' } })).length, 1);
  });

  test('a result that is dropped may be as large as it is', () => {
    assert.deepEqual(found(excessivePayload, state({ Result: payload(300_000), ResultPath: null })), []);
  });
});

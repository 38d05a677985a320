// Choice rules: what is compared, by which operators, and what with.
import assert from 'node:assert/strict';
import { offered } from '../../support/check';

/** A Pass whose result a Choice looks at. */
const choice = (rule: string): string => `{ "StartAt": "Made", "States": {
  "Made": { "Type": "Pass", "Result": { "name": "x", "tries": 1, "done": true, "list": [1] }, "Next": "Which" },
  "Which": { "Type": "Choice", "Choices": [{ ${rule} }] },
  "Last": { "Type": "Succeed" } } }`;

/** The first names, without what stands beside them. */
const first = (count: number, rule: string): string[] =>
  offered(choice(rule))
    .slice(0, count)
    .map((each) => each.replace(/ \(.*/s, ''));

suite('completion of choice rules', () => {
  test('first what is compared, or how tests are put together', () => {
    assert.deepEqual(first(5, '<|>'), ['Variable', 'And', 'Or', 'Not', 'Next']);
    assert.deepEqual(first(1, '"Next": "Last", <|>'), ['Variable']);
  });

  test('then the operators that fit the type, before those that compare with a path', () => {
    assert.deepEqual(first(3, '"Variable": "$.name", <|>'), ['StringEquals', 'StringMatches', 'IsPresent']);
    assert.deepEqual(first(3, '"Variable": "$.tries", <|>'), ['NumericEquals', 'NumericGreaterThan', 'NumericGreaterThanEquals']);
    assert.deepEqual(first(4, '"Variable": "$.done", <|>'), ['BooleanEquals', 'IsPresent', 'IsNull', 'IsBoolean']);
    assert.deepEqual(first(2, '"Variable": "$.list", <|>'), ['IsPresent', 'IsNull']);
    assert.deepEqual(first(2, '"Variable": "$$.State.Name", <|>'), ['StringEquals', 'StringMatches']);
    const names = first(99, '"Variable": "$.name", <|>');
    assert.ok(names.indexOf('StringEqualsPath') > names.indexOf('TimestampLessThan'));
    assert.ok(names.indexOf('StringEqualsPath') < names.indexOf('NumericEquals'));
  });

  test('of what is not known the usual ones', () => {
    assert.deepEqual(first(4, '"Variable": "$.other", <|>'), ['StringEquals', 'IsPresent', 'BooleanEquals', 'NumericEquals']);
  });

  test('what stands behind the operator already says more', () => {
    const operators = (value: string): string[] => first(2, `"Variable": "$.other", "<|>": ${value}`);
    assert.deepEqual(operators('5'), ['NumericEquals', 'NumericGreaterThan']);
    assert.deepEqual(operators('true'), ['IsPresent', 'BooleanEquals']);
    assert.deepEqual(operators('"x"'), ['StringEquals', 'StringMatches']);
    assert.deepEqual(operators('"2030-01-31T09:00:00Z"'), ['TimestampEquals', 'TimestampLessThan']);
    assert.deepEqual(operators('"$.least"'), ['StringEqualsPath', 'BooleanEqualsPath']);
  });

  test('one operator is enough, and beside a variable nothing is put together', () => {
    assert.deepEqual(first(9, '"Variable": "$.name", "StringEquals": "x", <|>'), ['Next', 'Assign', 'Comment']);
    assert.deepEqual(first(9, '"And": [], <|>'), ['Next', 'Assign', 'Comment']);
    assert.ok(!first(99, '"Variable": "$.name", <|>').includes('And'));
  });

  test('inside And, Or and Not, where nothing comes next', () => {
    assert.deepEqual(first(2, '"And": [{ "Variable": "$.tries", <|> }], "Next": "Last"'), ['NumericEquals', 'NumericGreaterThan']);
    assert.deepEqual(first(4, '"Not": { <|> }, "Next": "Last"'), ['Variable', 'And', 'Or', 'Not']);
    assert.ok(!first(99, '"Not": { <|> }').includes('Next'));
  });

  test('what asks for a type takes true or false', () => {
    assert.deepEqual(first(9, '"Variable": "$.name", "IsPresent": <|>'), ['true', 'false']);
    assert.deepEqual(first(9, '"Variable": "$.name", "BooleanEquals": <|>'), ['true', 'false']);
  });

  test('in JSONata a condition', () => {
    const sample = '{ "QueryLanguage": "JSONata", "States": { "A": { "Type": "Choice", "Choices": [{ <|> }] } } }';
    assert.deepEqual(offered(sample), ['Condition', 'Next (required)', 'Output', 'Assign', 'Comment']);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'jsonc-parser';
import { suite, test } from 'mocha';

interface Configuration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly onEnterRules: readonly {
    readonly beforeText: string;
    readonly afterText?: string;
    readonly action: { readonly indent: string; readonly appendText?: string };
  }[];
}

const read = (language: string) =>
  parse(
    readFileSync(new URL(`../../client/language/${language}.language-configuration.json`, import.meta.url), 'utf8'),
  ) as Configuration;
const json = read('asl');
const yaml = read('asl-yaml');

/** The words of a line, as the editor finds them. */
const words = ({ wordPattern: { pattern, flags } }: Configuration, line: string) => line.match(new RegExp(pattern, `g${flags}`));

/** By how many columns Enter at the end of a line indents the next one. */
function indentAfter(line: string): number {
  const rule = yaml.onEnterRules.find((it) => it.afterText === undefined && new RegExp(it.beforeText).test(line));
  return rule ? 2 + (rule.action.appendText?.length ?? 0) : 0;
}

suite('words', () => {
  test('a string of JSON is one word, so a state keeps its name together', () => {
    assert.deepEqual(words(json, `"Next": "Train model (XGBoost)", "MaxAttempts": 3`), ['Next', 'Train model (XGBoost)', 'MaxAttempts', '3']);
  });

  test('an expression has the words of its language', () => {
    assert.deepEqual(words(json, `"a": "{% $states.input.b %}"`), ['a', '$states', 'input', 'b']);
  });

  test('a half-typed name and the prefix of a snippet are words', () => {
    assert.deepEqual(words(json, `"Next": "Tra`), ['Next', 'Tra']);
    assert.deepEqual(words(json, 'sm-train'), ['sm-train']);
  });

  test('a state that YAML refers to keeps its name together', () => {
    assert.deepEqual(words(yaml, '    Next: Train model (XGBoost) # then'), ['Next', 'Train model (XGBoost)', 'then']);
    assert.deepEqual(words(yaml, `    Next: 'Train model'`), ['Next', 'Train model']);
  });
});

suite('Enter in YAML', () => {
  test('goes under what a key opens', () => {
    assert.equal(indentAfter('States:'), 2);
    assert.equal(indentAfter('  Train model (XGBoost): # first'), 2);
    assert.equal(indentAfter('    Output: >-'), 2);
  });

  test('after an item goes under its first key, or under what that opens', () => {
    assert.equal(indentAfter('      - MaxAttempts: 3'), 2);
    assert.equal(indentAfter('      - ErrorEquals:'), 4);
  });

  test('stays where a value ends the line', () => {
    for (const line of ['    Next: B', '      - States.ALL', '# States:', '    Resource: arn:aws:states:::lambda:invoke']) {
      assert.equal(indentAfter(line), 0, line);
    }
  });
});

// Inlay hints, lenses and semantic tokens.
import assert from 'node:assert/strict';
import { AslDocument } from '../../../server/src/analysis/document';
import { inlayHints, type InlayHintOptions } from '../../../server/src/features/inlay-hints';
import { lenses } from '../../../server/src/features/lenses';
import { semanticTokens, tokenModifiers, tokenTypes } from '../../../server/src/features/semantic-tokens';
import type { Notation } from '../../../server/src/syntax/tree';
import { durationText } from '../../../server/src/text/duration';
import { dedent } from '../../support/fixture';

const off: InlayHintOptions = { farTransitions: false, queryLanguage: false, retrySchedules: false };

/** The text with its hints in it, in brackets. */
function hinted(sample: string, options: Partial<InlayHintOptions>, notation: Notation = 'json'): string {
  const text = dedent(sample);
  const lines = text.split('\n');
  const hints = inlayHints(new AslDocument(text, notation), 'test:', { start: 0, end: text.length }, { ...off, ...options });
  for (const { position, label } of hints.sort((one, other) => other.position.character - one.position.character)) {
    const told = typeof label === 'string' ? label : label.map(({ value }) => value).join('');
    const line = lines[position.line] ?? '';
    lines[position.line] = `${line.slice(0, position.character)}⟨${told}⟩${line.slice(position.character)}`;
  }
  return lines.join('\n');
}

const unhinted = (sample: string): string => dedent(sample).replace(/⟨[^⟩]*⟩/g, '');

function checkHints(sample: string, options: Partial<InlayHintOptions>, notation: Notation = 'json'): void {
  assert.equal(hinted(unhinted(sample), options, notation), dedent(sample));
  assert.equal(hinted(unhinted(sample), {}, notation), unhinted(sample));
}

suite('inlay hints', () => {
  test('what a retrier waits', () => {
    const retry = (retrier: string): string => `{ "States": { "A": { "Type": "Task", "Retry": [{ ${retrier} }] } } }`;
    for (const retrier of [
      '"ErrorEquals": ["X"]⟨waits 7 s in all: 1 s, 2 s, 4 s⟩',
      '"ErrorEquals": ["X"], "IntervalSeconds": 60, "BackoffRate": 1.5, "MaxAttempts": 2⟨waits 2 min 30 s in all: 1 min, 1 min 30 s⟩',
      '"MaxAttempts": 6, "MaxDelaySeconds": 5, "ErrorEquals": ["X"]⟨waits 22 s in all: 1 s, 2 s, 4 s, 5 s, …⟩',
      '"ErrorEquals": ["X"], "MaxAttempts": 1, "JitterStrategy": "FULL"⟨waits at most 1 s⟩',
      '"ErrorEquals": ["X"], "MaxAttempts": 0⟨never retried⟩',
      '"ErrorEquals": ["X"], "MaxAttempts": "${Attempts}"',
      '"ErrorEquals": ["X"], "BackoffRate": 0.5',
      '"ErrorEquals": ["X"], "MaxAttempts": ',
    ]) {
      checkHints(retry(retrier), { retrySchedules: true });
    }
  });

  test('in YAML too', () => {
    checkHints('States:\n  A:\n    Type: Task\n    Retry:\n      - ErrorEquals:\n          - States.ALL\n        IntervalSeconds: 3600⟨waits 7 h in all: 1 h, 2 h, 4 h⟩\n    End: true\n', { retrySchedules: true }, 'yaml');
  });

  test('where a transition leads that can\'t be seen', () => {
    const gap = '\n'.repeat(31);
    checkHints(`{ "StartAt": "A", "States": {\n"A": { "Type": "Pass", "Next": "B"⟨↓ Choice, line 33⟩ },${gap}"B": { "Type": "Choice", "Default": "A"⟨↑ Pass, line 2⟩, "Choices": [{ "Next": "C" }] },\n"C": { "Type": "Pass", "Next": "D" } } }`, { farTransitions: true });
  });

  test('the query language that a state has from the machine', () => {
    const sample = (language: string, hint: string): string => `{ ${language}"StartAt": "A", "States": { "A": { "Type": "Pass"${hint}, "Next": "B" }, "B": { "Type": "Pass", "QueryLanguage": "JSONata" } } }`;
    checkHints(sample('"QueryLanguage": "JSONata", ', '⟨JSONata⟩'), { queryLanguage: true });
    checkHints(sample('', ''), { queryLanguage: true });
  });

  test('only in the part that is asked for', () => {
    const text = '{ "States": {\n"A": { "Type": "Task", "Retry": [{ "ErrorEquals": ["X"] }] },\n"B": { "Type": "Task", "Retry": [{ "ErrorEquals": ["X"] }] } } }';
    const hints = inlayHints(new AslDocument(text, 'json'), 'test:', { start: text.indexOf('"B"') + 1, end: text.length }, { ...off, retrySchedules: true });
    assert.deepEqual(hints.map(({ position }) => position.line), [2]);
  });
});

suite('lenses', () => {
  test('how many places lead to each state', () => {
    const text = '{ "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": [{ "Next": "B" }], "Default": "B" }, "B": { "Type": "Succeed" }, "C": { "Type": "Succeed" } } }';
    const found = lenses(new AslDocument(text, 'json'), 'test:');
    assert.deepEqual(found.map(({ command }) => command?.title), ['1 reference', '2 references', '0 references']);
    const [uri, position, locations] = found[1]?.command?.arguments as [string, object, object[]];
    assert.deepEqual([uri, position], ['test:', { line: 0, character: text.indexOf('"B": {') }]);
    assert.deepEqual(locations[0], { uri: 'test:', range: { start: { line: 0, character: text.indexOf('"B" }') + 1 }, end: { line: 0, character: text.indexOf('"B" }') + 2 } } });
  });
});

/** The tokens of a sample: `text type`, with the modifier where there is one. */
function tokens(sample: string, notation: Notation = 'json', from = 0): string[] {
  const text = dedent(sample);
  const lines = text.split('\n');
  const data = semanticTokens(new AslDocument(text, notation), { start: from, end: text.length });
  const found: string[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lineDelta = 0, delta = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    line += lineDelta;
    character = lineDelta > 0 ? delta : character + delta;
    const modifier = modifiers === 0 ? '' : ` ${tokenModifiers[Math.log2(modifiers)] ?? ''}`;
    found.push(`${lines[line]?.slice(character, character + length) ?? ''} ${tokenTypes[type] ?? ''}${modifier}`);
  }
  return found;
}

suite('semantic tokens', () => {
  test('states, where they are there', () => {
    assert.deepEqual(tokens('{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "C": { "Type": "Pass", "Next": "A" } } }'), ['A function', 'A function declaration', 'C function declaration', 'A function']);
  });

  test('variables, local names, functions and errors', () => {
    const sample = `
      { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Assign": { "n": 1 },
        "Output": "{% ($x := $sum([$n]); $x + $states.input) %}", "Catch": [{ "ErrorEquals": ["Busy"], "Next": "A" }] } } }
    `;
    assert.deepEqual(tokens(sample, 'json', dedent(sample).indexOf('"Assign"')), [
      'n variable declaration',
      '$x parameter declaration',
      '$sum function defaultLibrary',
      '$n variable',
      '$x parameter',
      'Busy class',
      'A function',
    ]);
  });

  test('fields too where a template holds the definition as a text', () => {
    const sample = `
      Resources:
        A:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            DefinitionString: |
              { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }
    `;
    assert.deepEqual(tokens(sample, 'yaml'), ['A function', 'A function declaration', 'Type property', 'Succeed enumMember']);
  });
});

suite('durations', () => {
  test('in the two greatest units', () => {
    assert.deepEqual([0.5, 2, 59, 60, 90, 3600, 5400, 3661, 86_400, 90_061, 99_999_999].map(durationText), ['0.5 s', '2 s', '59 s', '1 min', '1 min 30 s', '1 h', '1 h 30 min', '1 h 1 min', '1 d', '1 d 1 h', '1,157 d 9 h']);
  });
});

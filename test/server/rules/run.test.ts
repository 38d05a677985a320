// Which states the rules look at anew after an edit.
import assert from 'node:assert/strict';
import { AslDocument } from '../../../server/src/analysis/document';
import type { Visitors } from '../../../server/src/rules/rule';
import { runRules } from '../../../server/src/rules/run';

const text = `{ "StartAt": "Load", "States": {
  "Load": { "Type": "Pass", "Next": "Each" },
  "Each": { "Type": "Map", "ItemProcessor": { "StartAt": "Score", "States": {
    "Score": { "Type": "Pass", "Next": "Keep" },
    "Keep": { "Type": "Pass", "End": true }
  } }, "Next": "Stop" },
  "Stop": { "Type": "Fail", "Error": "Stopped" }
} }`;

suite('after an edit', () => {
  /** The states that are looked at after `from` has become `to`. */
  function lookedAt(from: string, to: string, on: Visitors = {}): string[] {
    const names: string[] = [];
    const rule = { code: 'test', severity: 'error', docs: { what: '', why: '', bad: '', good: '', source: '' }, on: { State: ({ name }) => void names.push(name), ...on } } as const satisfies Parameters<typeof runRules>[0][number];
    const failed = (): void => undefined;
    const before = new AslDocument(text, 'json');
    runRules([rule], before, failed);
    names.length = 0;
    runRules([rule], new AslDocument(text.replace(from, to), 'json', {}, before), failed);
    return names;
  }

  test('the state that was edited is looked at', () => {
    assert.deepEqual(lookedAt('"Next": "Each"', '"Comment": "Later", "Next": "Each"'), ['Load']);
  });

  test('and one whose input is another by that', () => {
    assert.deepEqual(lookedAt('"Next": "Each"', '"Next": "Stop"'), ['Load', 'Stop']);
  });

  test('so are the states around it', () => {
    assert.deepEqual(lookedAt('"Next": "Keep"', '"Comment": "Later"'), ['Each', 'Score']);
  });

  test('an edit around the states leaves them in order', () => {
    assert.deepEqual(lookedAt('"StartAt": "Load"', '"Comment": "?", "StartAt": "Load"'), []);
  });

  test('all are looked at where their query language changes', () => {
    assert.deepEqual(lookedAt('{ "StartAt"', '{ "QueryLanguage": "JSONata", "StartAt"'), ['Load', 'Each', 'Stop', 'Score', 'Keep']);
  });

  test('all are looked at while the notation is broken', () => {
    assert.deepEqual(lookedAt('"Type": "Fail",', '"Type": "Fail"'), ['Load', 'Each', 'Stop', 'Score', 'Keep']);
  });

  test('a state with a finding is looked at again', () => {
    assert.deepEqual(lookedAt('"StartAt": "Load"', '"StartAt": "Each"', { Fail: ({ nameNode }, ctx) => { ctx.report({ at: nameNode, message: 'Here' }); } }), ['Stop']);
  });

  test('so is one whose rule asked for the whole definition', () => {
    assert.deepEqual(lookedAt('"StartAt": "Load"', '"StartAt": "Each"', { Map: (_state, ctx) => ctx.definition.states }), ['Each']);
  });

  test('and every one that a rule did not come to because it threw', () => {
    const names = lookedAt('"StartAt": "Load"', '"StartAt": "Each"', {
      Map: () => {
        throw new Error('a bug');
      },
    });
    assert.deepEqual(names, ['Each', 'Stop', 'Score', 'Keep']);
  });
});

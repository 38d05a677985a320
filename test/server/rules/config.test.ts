import assert from 'node:assert/strict';
import { AslDocument } from '../../../server/src/analysis/document';
import { diagnostics } from '../../../server/src/features/diagnostics';
import { configFor, readConfig, readConfigFile } from '../../../server/src/rules/config';

suite('the configuration of rules', () => {
  const text = '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" }, "B": { "Type": "Succeed" } } }';
  const shown = (levels: object): unknown[] =>
    diagnostics(new AslDocument(text, 'json'), 'test:', () => assert.fail('a rule threw'), { levels: levels as Record<string, 'off'> }).map(({ code, severity }) => [code, severity]);

  test('a level takes the place of the rule\'s own severity; off silences it', () => {
    assert.deepEqual(shown({}), [['unreachable-state', 1]]);
    assert.deepEqual(shown({ 'unreachable-state': 'info' }), [['unreachable-state', 3]]);
    assert.deepEqual(shown({ 'unreachable-state': 'off' }), []);
  });

  test('later overrides win; a glob without a slash is about the name', () => {
    const { value, problems } = readConfig({
      rules: { 'unknown-state': 'warning' },
      overrides: [
        { files: 'drafts/**', rules: { 'unknown-state': 'info', 'unknown-field': 'hint' } },
        { files: ['*.test.asl.json', 'other/*'], rules: { 'unknown-state': 'off' } },
      ],
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(configFor(value, 'a.asl.json').levels, { 'unknown-state': 'warning' });
    assert.deepEqual(configFor(value, 'drafts/.deep/a.asl.json').levels, { 'unknown-state': 'info', 'unknown-field': 'hint' });
    assert.deepEqual(configFor(value, 'drafts/a.test.asl.json').levels, { 'unknown-state': 'off', 'unknown-field': 'hint' });
  });

  test('the workflow type: the last override that says one wins, and auto means nobody knows', () => {
    const { value } = readConfig({ workflowType: 'STANDARD', overrides: [{ files: 'fast/*', workflowType: 'EXPRESS' }, { files: 'x.*', workflowType: 'auto' }, { files: '**/*' }] });
    assert.deepEqual(['a.asl', 'fast/a.asl', 'fast/x.asl'].map((path) => configFor(value, path).workflowType), ['STANDARD', 'EXPRESS', undefined]);
    assert.deepEqual(readConfig({ workflowType: 'express' }).problems, ['"workflowType" can be "auto", "STANDARD" or "EXPRESS", not "express".']);
  });

  test('whatever somebody wrote, the rest counts', () => {
    for (const written of [null, 1, [], 'x', { 'unknown-state': 1 }, { constructor: 'off' }]) {
      const { value } = readConfig({ rules: written, overrides: written });
      assert.deepEqual(value, { rules: {}, overrides: [] });
    }
    assert.match(readConfigFile('{').problems[0] ?? '', /^This is not JSON/);
    assert.match(readConfigFile('[]').problems[0] ?? '', /is an object/);
  });
});

import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import { AslDocument } from '../../../../server/src/analysis/document';
import { definitionPlaces, graph } from '../../../../server/src/features/graph/graph';
import type { Graph, GraphScope } from '../../../../server/src/protocol/graph';
import type { Notation } from '../../../../server/src/syntax/tree';
import { cursor, dedent } from '../../../support/fixture';
import { services } from '../../../support/services';

function drawn(text: string, notation: Notation = 'json', offset?: number): Graph | undefined {
  const document = new AslDocument(text, notation, { services, ...(notation === 'yaml' && text.includes('AWS::') && { onlyTemplates: true }) });
  return graph(
    document,
    (_rule, error) => {
      throw error;
    },
    offset === undefined ? {} : { offset },
  );
}

/** A graph as lines: a state with what its box shows, and below it where it leads. */
function lines({ start, nodes, edges }: GraphScope, indent = ''): string[] {
  return nodes.flatMap((node) => {
    const facts = [node.type ?? 'no type', node.detail, node.manner, node.retries !== undefined && `retries ${String(node.retries)}`, node.errors > 0 && `${String(node.errors)} wrong`, node.isUnreachable && 'unreachable', node.ends && 'ends'];
    return [
      `${indent}${node.id === start ? '> ' : ''}${node.name}: ${facts.filter((fact) => typeof fact === 'string').join(', ')}`,
      ...edges.filter(({ from }) => from === node.id).map(({ kind, to, labels }) => `${indent}  ${kind} → ${to}${labels.length > 0 ? ` (${labels.join('; ')})` : ''}`),
      ...node.scopes.flatMap((scope) => [`${indent}  {`, ...lines(scope, `${indent}    `), `${indent}  }`]),
    ];
  });
}

/** Draws the machine of these states; the first of them begins. In YAML it has to be the same. */
function checkGraph(states: Record<string, object>, expected: string, more: object = {}): void {
  const machine = { StartAt: Object.keys(states)[0], States: states, ...more };
  const [json, yaml] = [drawn(JSON.stringify(machine)), drawn(stringify(machine), 'yaml')].map((found) => found && lines(found.scope).join('\n'));
  assert.equal(json, dedent(expected).trimEnd());
  assert.equal(yaml, json, 'YAML is drawn alike');
}

const wait = (seconds: number, next?: string): object => ({ Type: 'Wait', Seconds: seconds, ...(next === undefined ? { End: true } : { Next: next }) });

suite('a graph', () => {
  test('has every state and where it leads; errors to the same state share an arrow', () => {
    checkGraph(
      {
        Train: {
          Type: 'Task',
          Resource: 'arn:aws:states:::sagemaker:createTrainingJob.sync',
          Retry: [{ ErrorEquals: ['A'], MaxAttempts: 5 }, { ErrorEquals: ['States.ALL'] }],
          Catch: [{ ErrorEquals: ['B', 'C'], Next: 'Failed' }, { ErrorEquals: ['States.ALL'], Next: 'Failed' }],
          Next: 'Done',
        },
        Done: { Type: 'Succeed' },
        Failed: { Type: 'Fail', Error: 'Pipeline.Failed' },
      },
      `
        > Train: Task, SageMaker: create training job, waits for the job, retries 5
          next → Done
          catch → Failed (B; C; States.ALL)
        Done: Succeed, ends
        Failed: Fail, Pipeline.Failed, ends
      `,
    );
  });

  test('says rules in words; those to the same state share an arrow', () => {
    const rules: [object, string][] = [
      [{ Variable: '$.score', NumericGreaterThan: 0.9 }, '$.score > 0.9'],
      [{ Variable: '$.score', NumericEquals: 1 }, '$.score = 1'],
      [{ Variable: '$.status', StringEquals: 'DONE' }, '$.status is "DONE"'],
      [{ Variable: '$.a', StringLessThanEqualsPath: '$.b' }, '$.a ≤ $.b'],
      [{ Variable: '$.file', StringMatches: '*.csv' }, '$.file matches "*.csv"'],
      [{ Variable: '$.a', IsPresent: false }, '$.a is not there'],
      [{ Variable: '$.a', IsNull: true }, '$.a is null'],
      [{ Variable: '$.a', BooleanEquals: false }, '$.a is false'],
      [{ Not: { Variable: '$.a', IsNumeric: true } }, 'not $.a is a number'],
      [{ Or: [{ Variable: '$.a', StringEquals: 'x' }, { Variable: '$.a', StringEquals: 'y' }] }, '$.a is "x" or "y"'],
      [{ Or: [{ Variable: '$.a', StringEquals: 'x' }, { Variable: '$.b', StringEquals: 'y' }] }, '$.a is "x" or $.b is "y"'],
      [{ And: [{ Variable: '$.a', IsPresent: true }, { Or: [{ Variable: '$.b', IsString: true }, { Variable: '$.c', IsNull: false }] }] }, '$.a is there and ($.b is text or $.c is not null)'],
    ];
    for (const [rule, words] of rules) {
      const found = drawn(JSON.stringify({ StartAt: 'Pick', States: { Pick: { Type: 'Choice', Choices: [{ ...rule, Next: 'Done' }] }, Done: { Type: 'Succeed' } } }));
      assert.deepEqual(found?.scope.edges.map(({ labels }) => labels), [[words]]);
    }
    const jsonata = { Type: 'Choice', QueryLanguage: 'JSONata', Choices: [{ Condition: '{% $states.input.score > 0.9 %}', Next: 'Done' }, { Condition: '{% $tries >= 3 %}', Next: 'Done' }], Default: 'Done' };
    checkGraph(
      { Pick: jsonata, Done: { Type: 'Succeed' } },
      `
        > Pick: Choice, 2 rules
          rule → Done (score > 0.9; $tries >= 3)
          default → Done
        Done: Succeed, ends
      `,
    );
  });

  test('has what is inside a Parallel or a Map in it, under ids that say where', () => {
    const one = (name: string): object => ({ StartAt: name, States: { [name]: wait(60) } });
    checkGraph(
      {
        Both: { Type: 'Parallel', Branches: [one('A'), one('B')], Next: 'Each' },
        Each: { Type: 'Map', MaxConcurrency: 4, ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...one('C') }, End: true },
      },
      `
        > Both: Parallel, 2 branches
          next → Each
          {
            > A: Wait, 1 minute, ends
          }
          {
            > B: Wait, 1 minute, ends
          }
        Each: Map, distributed, 4 at once, distributed, ends
          {
            > C: Wait, 1 minute, ends
          }
      `,
    );
    const nested = drawn(JSON.stringify({ StartAt: 'B/C', States: { 'B/C': { Type: 'Parallel', Branches: [one('A')], End: true } } }));
    assert.deepEqual(nested?.scope.nodes.flatMap(({ id, scopes }) => [id, ...scopes.flatMap(({ nodes }) => nodes.map((node) => node.id))]), ['B%2FC', 'B%2FC/0/A']);
  });

  test('tells states that nothing leads to; not where a name is only filled in later', () => {
    checkGraph(
      { A: wait(2), B: wait(86400) },
      `
        > A: Wait, 2 seconds, ends
        B: Wait, 1 day, 1 wrong, unreachable, ends
      `,
    );
    const open = drawn('{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"${Where}"},"B":{"Type":"Succeed"}}}');
    assert.deepEqual(open?.scope.nodes.map(({ isUnreachable }) => isUnreachable), [false, false]);
  });

  test('of broken text has what could be read, and says so', () => {
    const broken = drawn('{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},,"B":{"Type":"Succeed"}}}');
    assert.equal(broken?.isBroken, true);
    assert.deepEqual(broken.scope.nodes.map(({ name }) => name), ['A', 'B']);
    assert.equal(drawn('{"StartAt":')?.isBroken, true);
    assert.equal(drawn('')?.scope.nodes.length, 0);
  });

  test('of a template is that of the definition around the cursor, or before it', () => {
    const template = (name: string, state: string): string => `  ${name}:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition:\n        StartAt: ${state}\n        States:\n          ${state}: { Type: Succeed }\n`;
    const text = `Resources:\n${template('First', 'A')}${template('Second', 'B')}`;
    const at = (part: string): Graph | undefined => drawn(text, 'yaml', text.indexOf(part));
    assert.deepEqual([at('A: {'), at('Second:'), at('B: {'), drawn(text, 'yaml')].map((found) => [found?.name, found?.scope.nodes[0]?.name, found?.definitions]), [['First', 'A', 2], ['Second', 'B', 2], ['Second', 'B', 2], ['First', 'A', 2]]);
    assert.deepEqual(definitionPlaces(new AslDocument(text, 'yaml', { services, onlyTemplates: true })).map(({ start }) => start.line), [1, 8]);
    assert.equal(drawn('a: 1\n# AWS::Serverless::StateMachine', 'yaml'), undefined);
  });

  test('knows where each state stands', () => {
    const { text, offset } = cursor(`
      {
        "StartAt": "A",
        "States": {
          <|>"A": { "Type": "Succeed" }
        }
      }
    `);
    const { start, end } = drawn(text)?.scope.nodes[0]?.range ?? assert.fail();
    assert.deepEqual([start, end], [{ line: 3, character: 4 }, { line: 3, character: 30 }]);
    assert.equal(text.split('\n').slice(0, 3).join('\n').length + 1 + start.character, offset);
  });

  test('counts problems on the innermost state that they are in, with words', () => {
    const found = drawn('{"StartAt":"A","States":{"A":{"Type":"Map","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","Next":"Gone"}}},"End":true}}}');
    const [map] = found?.scope.nodes ?? [];
    const [inner] = map?.scopes[0]?.nodes ?? [];
    assert.deepEqual([map?.errors, inner?.errors], [0, 1]);
    assert.match(inner?.problems[0] ?? '', /There is no state "Gone"/);
  });
});

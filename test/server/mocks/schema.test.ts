// The schema, the language server's check and the reader are held against each other, over files that are right and files that are not.
import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { parse as parseYaml } from 'yaml';
import { mocksSchema } from '../../../scripts/mocks-schema';
import type { Json } from '../../../server/src/expressions/value';
import { checkMocks } from '../../../server/src/mocks/check';
import { MocksDocument } from '../../../server/src/mocks/document';
import { MockMistake } from '../../../server/src/simulator/mocks/mistake';
import { scriptedMocks } from '../../../server/src/simulator/mocks/scripted';
import type { Answer } from '../../../server/src/simulator/world';

const isValid = new Ajv({ strict: false }).compile(mocksSchema());

/** Good rules, and what the reader makes of them. */
const rules: Readonly<Record<string, Answer>> = {
  'return: 1': { is: 'result', value: 1 },
  'return: null': { is: 'result', value: null },
  'return: { a: "{% $arguments.b %}" }': { is: 'result', value: { a: 2 } },
  'throw: { error: Busy, cause: wait }': { is: 'error', error: 'Busy', cause: 'wait' },
  'throw: { error: 404 }': { is: 'error', error: '404', cause: undefined },
  'timeout: true': { is: 'silence' },
  'echo: true': { is: 'result', value: { b: 2 } },
  'default: true': { is: 'result', value: 'usual' },
  'handler: ./a.mjs#run': { is: 'result', value: 'run' },
  'attempt: 0, return: 1': { is: 'result', value: 1 },
  'attempt: 0-2, return: 1': { is: 'result', value: 1 },
  'attempt: "0", iteration: 3, return: 1': { is: 'result', value: 1 },
  'when: true, return: 1': { is: 'result', value: 1 },
  'when: "{% $arguments.b = 2 %}", return: 1': { is: 'result', value: 1 },
  'delay: 0.5, heartbeats: [1, 2], submit: { id: 7 }, return: 1': { is: 'result', value: 1, after: 0.5, heartbeats: [1, 2], submitted: { id: 7 } },
};

const badRules = [
  '',
  'delay: 1',
  'retrun: 1',
  'return: 1, echo: true',
  'throw: Busy',
  'throw: {}',
  'throw: { error: Busy, reason: x }',
  'throw: { error: [Busy] }',
  'timeout: 5',
  'echo: false',
  'default: yes please',
  'handler: app.mjs',
  'attempt: -1, return: 1',
  'attempt: one, return: 1',
  'attempt: 1.5, return: 1',
  'iteration: [1], return: 1',
  'when: $attempt > 1, return: 1',
  'delay: -1, return: 1',
  'delay: 1s, return: 1',
  'heartbeats: 5, return: 1',
  'heartbeats: [now], return: 1',
];

const goodFiles = [
  'mocks: {}',
  'cases: {}',
  'A: { return: 1 }',
  'A: [{ return: 1 }]',
  'A: [{ outcome: TaskSucceeded, output: 1 }]',
  'mocks: { A: [{ return: 1 }], B: { echo: true } }',
  'cases: { a: {}, b: { input: 7, mocks: { A: { echo: true } }, expect: { status: FAILED, output: [], error: E, cause: C, path: [A] } } }',
];

const badFiles = [
  '[]',
  'mocks: []',
  'mocks: { A: 1 }',
  'mocks: { A: [1] }',
  'mocks: {}\ncase: {}',
  'cases: []',
  'cases: { a: 1 }',
  'cases: { a: { expected: {} } }',
  'cases: { a: { expect: { result: 1 } } }',
  'cases: { a: { expect: { status: DONE } } }',
  'cases: { a: { expect: { path: A } } }',
  'cases: { a: { mocks: { A: { nothing: 1 } } } }',
];

const isChecked = (text: string): boolean => checkMocks(new MocksDocument(text, 'yaml', 'order')).length === 0;
const read = (rule: string): Promise<Answer> =>
  scriptedMocks([{ A: parseYaml(rule) as Json }], () => 0.5, 0, { defaultAnswer: () => 'usual', callHandler: (handler) => Promise.resolve({ value: handler.split('#')[1] ?? null }) })(
    { state: 'A', path: ['A'], resource: 'r', arguments: { b: 2 }, input: {}, attempt: 0, iteration: 3, token: undefined });

suite('the schema of mocks', () => {
  for (const [rule, answer] of Object.entries(rules)) {
    test(`takes { ${rule} }, as the check and the reader do`, async () => {
      const text = `mocks: { A: { ${rule} } }`;
      assert.deepEqual([isValid(parseYaml(text)), isChecked(text)], [true, true]);
      assert.deepEqual(await read(`{ ${rule} }`), answer);
    });
  }

  for (const rule of badRules) {
    test(`refuses { ${rule} }, as the check does`, () => {
      const text = `mocks: { A: { ${rule} } }`;
      assert.deepEqual([isValid(parseYaml(text)), isChecked(text)], [false, false]);
    });
  }

  for (const text of goodFiles) {
    test(`takes the file ${text}`, () => {
      assert.deepEqual([isValid(parseYaml(text)), isChecked(text)], [true, true]);
    });
  }

  for (const text of badFiles) {
    test(`refuses the file ${text}`, () => {
      assert.deepEqual([isValid(parseYaml(text)), isChecked(text)], [false, false]);
    });
  }

  test('what nobody may do for a mock is told', async () => {
    const bare = (rule: Json): Promise<Answer> => scriptedMocks([{ A: rule }], () => 0.5, 0)({ state: 'A', path: ['A'], resource: 'r', arguments: {}, input: {}, attempt: 0, iteration: undefined, token: undefined });
    await assert.rejects(bare({ default: true }), MockMistake);
    await assert.rejects(bare({ handler: './a.mjs#run' }), /A mock of "A" calls \.\/a\.mjs#run, and no code is run here/);
  });
});

// Cases: what is not as expected, where a run stopped, and what the cases went through.
import assert from 'node:assert/strict';
import { isObject, type Json } from '../../../server/src/expressions/value';
import { lower } from '../../../server/src/model/lower';
import type { StateMachine } from '../../../server/src/model/machine';
import { coverageOf } from '../../../server/src/simulator/cases/coverage';
import { runTestCase, testCasesIn, type CaseReport } from '../../../server/src/simulator/cases/run-case';
import { parse } from '../../../server/src/syntax/parse';
import { toValue } from '../../../server/src/syntax/tree';

const shop = machineOf(`
  StartAt: Charge
  States:
    Charge: { Type: Task, Resource: r, Catch: [{ ErrorEquals: [NoCard], Next: Sorry }], Next: Size }
    Size:
      Type: Choice
      Choices:
        - { Variable: $.n, NumericGreaterThan: 9, Next: Pack }
        - { Variable: $.n, NumericGreaterThan: 5, Next: Pack }
      Default: Sorry
    Pack:
      Type: Map
      ItemsPath: $.items
      ItemProcessor: { StartAt: One, States: { One: { Type: Task, Resource: r, End: true } } }
      End: true
    Sorry: { Type: Fail, Error: Sorry }
`);

suite('test cases', () => {
  test('a case without a word on it has to succeed', async () => {
    const [report] = await reportsOf(shop, '{ mocks: { Charge: { return: { n: 1 } } }, cases: { small: {} } }');
    assert.deepEqual(report?.problems.map(({ message, aspect }) => [aspect, message]), [['status', 'status is "FAILED" (Sorry), and not "SUCCEEDED"']]);
    assert.equal(report.stoppedAt?.name, 'Sorry');
  });

  test('each thing that is not as expected is told with both values', async () => {
    const [report] = await reportsOf(shop, `
      mocks: { Charge: { throw: { error: NoCard } } }
      cases: { refused: { expect: { error: NoCard, cause: none, output: 1, colour: red } } }
    `);
    assert.deepEqual(report?.problems, [
      { aspect: 'error', message: 'error is "Sorry", and not "NoCard"', difference: { expected: 'NoCard', actual: 'Sorry' } },
      { aspect: 'cause', message: 'cause is not there, where "none" is expected' },
      { aspect: 'output', message: 'output is not there, where 1 is expected' },
      { aspect: 'colour', message: '"colour" can\'t be expected; status, output, error, cause and path can.' },
    ]);
  });

  test('another output is told by the places that differ', async () => {
    const found = async (expected: string): Promise<unknown> => {
      const [report] = await reportsOf(machineOf('StartAt: A\nStates: { A: { Type: Pass, Result: { rows: [1, { n: 2 }], "a b": x, more: true }, End: true } }'), `{ cases: { a: { expect: { output: ${expected} } } } }`);
      return report?.problems.map(({ message, steps = [] }) => [message, ...steps]);
    };
    assert.deepEqual(await found('{ more: true, "a b": x, rows: [1, { n: 2 }] }'), []);
    assert.deepEqual(await found('{ more: true, "a b": x, rows: [1, { n: 3 }] }'), [['output.rows[1].n is 2, and not 3']]);
    assert.deepEqual(await found('7'), [['output is {"rows":[1,{"n":2}],"a b":"x","more":true}, and not 7']]);
    assert.deepEqual(await found('{ rows: [1], "a b": y, less: 0 }'), [[
      'output is another one than expected',
      'output.rows[1] is {"n":2}, and not expected',
      'output["a b"] is "x", and not "y"',
      'output.less is not there, where 0 is expected',
      'output.more is true, and not expected',
    ]]);
  });

  for (const [expected, message, steps] of [
    ['[Charge, Pack]', 'path is another one from step 2 on: "Size", and not "Pack"', ['1 "Charge"', '2 "Size"  expected: "Pack"', '3 "Pack"  expected: the end']],
    ['[Charge, Size]', 'path is another one from step 3 on: "Pack", and not the end', ['1 "Charge"', '2 "Size"', '3 "Pack"  expected: the end']],
    ['[Charge, Size, Pack, Ship]', 'path is another one from step 4 on: the end, and not "Ship"', ['1 "Charge"', '2 "Size"', '3 "Pack"', '4 the end  expected: "Ship"']],
  ] as const) {
    test(`another way than ${expected} is told step by step`, async () => {
      const [report] = await reportsOf(shop, `{ mocks: { Charge: { return: { n: 6, items: [] } } }, cases: { way: { expect: { path: ${expected} } } } }`);
      assert.deepEqual(report?.problems.map((problem) => [problem.message, problem.steps]), [[message, steps]]);
    });
  }

  test('a task without a mock can\'t be judged: it is said where it is, and what to write', async () => {
    const [report] = await reportsOf(shop, '{ mocks: { Charge: { return: { n: 6, items: [1] } } }, cases: { forgotten: {} } }');
    assert.equal(report?.outcome, undefined);
    assert.deepEqual(report?.problems, [{ message: 'No mock answers the task "Pack/One". Say what it gives under "mocks": "One": { return: … }' }]);
    assert.equal(report.stoppedAt?.name, 'One');
  });

  test('a mistake in a mock can\'t be judged either', async () => {
    const [report] = await reportsOf(shop, '{ mocks: { Charge: { delay: 2 } }, cases: { slip: {} } }');
    assert.deepEqual([report?.outcome, report?.problems, report?.stoppedAt?.name], [undefined, [{ message: 'A mock of "Charge" says nothing to answer: it needs return, throw, timeout, echo, default or handler.' }], 'Charge']);
  });

  test('a failure is told where it arose, and not where it came past', async () => {
    const [report] = await reportsOf(shop, '{ mocks: { Charge: { return: { n: 6, items: [1] } }, One: { throw: { error: Broken } } }, cases: { broken: {} } }');
    assert.equal(report?.stoppedAt?.name, 'One');
  });

  test('coverage counts states and each way out of them: two rules to one state are two', async () => {
    const reports = await reportsOf(shop, `
      mocks: { Charge: { return: { n: "{% $input.n %}", items: [1, 2] } }, One: { return: 0 } }
      cases:
        many: { input: { n: 10 } }
        more: { input: { n: 11 } }
        none: { mocks: { Charge: { throw: { error: NoCard } } } }
    `);
    assert.deepEqual(
      coverageOf(shop, reports).map(({ state, entered, ways }) => [state.name, entered, ...ways.map(({ reference, taken }) => `${reference.kind} → ${reference.name}: ${taken}`)]),
      [
        ['Charge', 3, 'Next → Size: 2', 'catcher → Sorry: 1'],
        ['Size', 2, 'choice rule → Pack: 2', 'choice rule → Pack: 0', 'Default → Sorry: 0'],
        ['Pack', 2],
        ['One', 4],
        ['Sorry', 1],
      ],
    );
  });

  test('AWS\'s file does not say what is expected: a case fails only where no mock is the reason', async () => {
    const file = JSON.stringify({
      StateMachines: { Shop: { TestCases: { Refused: { Charge: 'NoCard' }, Empty: { Charge: 'Nothing' } } } },
      MockedResponses: { NoCard: { '0': { Throw: { Error: 'NoCard', Cause: '' } } }, Nothing: { '0': { Return: {} } } },
    });
    const reports = await reportsOf(shop, file, 'Shop');
    assert.deepEqual(reports.map(({ name, problems }) => [name, problems.map(({ message }) => message.slice(0, 63))]), [
      ['Shop#Refused', []],
      ['Shop#Empty', ['The run failed for a reason that no mock gave: States.Runtime: ']],
    ]);
  });
});

function machineOf(text: string): StateMachine {
  const { root } = parse(text, 'yaml');
  assert.ok(root?.kind === 'object');
  return lower(root);
}

async function reportsOf(machine: StateMachine, text: string, name?: string): Promise<CaseReport[]> {
  const file = toValue(parse(text, 'yaml').root) as Json;
  assert.ok(isObject(file));
  const reports: CaseReport[] = [];
  for (const each of testCasesIn(file, name)) {
    const running = runTestCase(machine, file, each);
    let next = await running.next();
    while (!next.done) {
      next = await running.next();
    }
    reports.push(next.value);
  }
  return reports;
}

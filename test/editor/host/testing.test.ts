import * as vscode from 'vscode';
import type { Exports } from '../../../client/src/extension';
import type { Way } from '../../../client/src/testing/run';
import { eventually, inWorkspace, openFile, rangeOf, same } from '../../support/editor';

const definition = `StartAt: Charge
States:
  Charge:
    Type: Task
    Resource: arn:aws:states:::lambda:invoke
    Catch: [{ ErrorEquals: [NoCard], Next: Sorry }]
    Next: Ship
  Ship: { Type: Task, Resource: "arn:aws:states:::lambda:invoke", End: true }
  Sorry: { Type: Fail, Error: Sorry }
`;

const mocks = `mocks:
  Charge: { return: { paid: 7 } }
cases:
  paid:
    mocks: { Ship: { echo: true } }
    expect: { output: { paid: 7 } }
  wrong:
    mocks: { Ship: { echo: true } }
    expect:
      path: [Charge, Sorry]
  refused:
    mocks: { Charge: { throw: { error: NoCard } } }
  forgotten:
`;

suite('testing', () => {
  let testing: Exports['testing'];
  let told: Told;
  let createTestRun: vscode.TestController['createTestRun'];

  suiteSetup(async () => {
    await write('order.asl.yaml', definition);
    await write('order.asl.mocks.yaml', mocks);
    const extension = vscode.extensions.getExtension<Exports>('stepwise.stepwise');
    testing = (await extension?.activate() ?? extension?.exports)?.testing ?? raise('The extension hands out nothing.');
    ({ createTestRun } = testing.controller);
  });
  setup(() => {
    told = { results: [], messages: [], output: '', coverage: [] };
    testing.controller.createTestRun = (...args) => recorded(createTestRun(...args), told);
  });
  teardown(() => {
    testing.controller.createTestRun = createTestRun;
  });
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const name of ['order.asl.yaml', 'order.asl.mocks.yaml', 'MockConfigFile.json', 'long.asl.json', 'long.asl.mocks.yaml']) {
      await remove(name);
    }
  });

  const file = (name: string): vscode.TestItem | undefined => testing.controller.items.get(inWorkspace(name).toString());
  const cases = (name: string): string[] => [...(file(name)?.children ?? [])].map(([, { label }]) => label);

  async function run(way: Way, ...ids: string[]): Promise<void> {
    const order = file('order.asl.mocks.yaml');
    const chosen = ids.map((id) => order?.children.get(id) ?? raise(`There is no case ${id}.`));
    const profile = testing.profiles[way];
    await profile.runHandler(new vscode.TestRunRequest(chosen.length > 0 ? chosen : order && [order], undefined, profile), new vscode.CancellationTokenSource().token);
  }

  test('files with cases are found, and each case stands where it is written', async () => {
    await testing.controller.resolveHandler?.(undefined);
    await eventually(() => [cases('batch-job.asl.mocks.yaml'), cases('order.asl.mocks.yaml')], [['happy', 'retried', 'caught'], ['paid', 'wrong', 'refused', 'forgotten']]);
    same(file('order.asl.mocks.yaml')?.children.get('wrong')?.range?.start, { line: 6, character: 2 });
  });

  test('what is typed and not yet saved counts', async () => {
    const document = await openFile('order.asl.mocks.yaml');
    await edit(document, 'paid:\n    mocks', 'paid at once:\n    mocks');
    await eventually(() => cases('order.asl.mocks.yaml'), ['paid at once', 'wrong', 'refused', 'forgotten']);
    await edit(document, 'cases:', 'cases: [');
    await eventually(() => /^The file can't be read as it is: /.test(String(file('order.asl.mocks.yaml')?.error)), true);
    // They are as they were, with what came of them.
    same(cases('order.asl.mocks.yaml').length, 4);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await eventually(() => [cases('order.asl.mocks.yaml'), file('order.asl.mocks.yaml')?.error ?? null], [['paid', 'wrong', 'refused', 'forgotten'], null]);
  });

  test('each case passes, fails, or can\'t be judged; what is wrong is told where it is expected and where the run stopped', async () => {
    await run('run');
    same(told.results, ['paid passed', 'wrong failed', 'refused failed', 'forgotten errored']);
    same(told.messages, [
      'order.asl.mocks.yaml:10 path is another one from step 2 on: "Ship", and not "Sorry"',
      'order.asl.mocks.yaml:11 status is "FAILED" (Sorry), and not "SUCCEEDED"',
      'order.asl.yaml:9 refused: the run failed here: Sorry',
      'order.asl.mocks.yaml:13 No mock answers the task "Ship". Say what it gives under "mocks": "Ship": { return: … }',
      'order.asl.yaml:8 forgotten: No mock answers the task "Ship". Say what it gives under "mocks": "Ship": { return: … }',
    ]);
    for (const part of ['TaskStateEntered', 'ExecutionSucceeded', '2 "Ship"  expected: "Sorry"']) {
      same([part, told.output.includes(part)], [part, true]);
    }
  });

  test('coverage: states, and the ways out of them, of all cases and of one', async () => {
    await run('coverage', 'paid', 'refused');
    const [coverage] = told.coverage;
    same([coverage?.uri.path.endsWith('/order.asl.yaml'), coverage?.statementCoverage, coverage?.branchCoverage], [true, { covered: 3, total: 3 }, { covered: 2, total: 2 }]);
    same(await details(), [
      ['Charge', 2, 'Charge → Ship (Next): 1', 'Charge → Sorry (catcher): 1'],
      ['Ship', 1],
      ['Sorry', 1],
    ]);
    same(await details('paid'), [
      ['Charge', 1, 'Charge → Ship (Next): 1', 'Charge → Sorry (catcher): 0'],
      ['Ship', 1],
      ['Sorry', 0],
    ]);

    async function details(id?: string): Promise<unknown> {
      const { token } = new vscode.CancellationTokenSource();
      const { coverage: profile } = testing.profiles;
      const item = id === undefined ? undefined : file('order.asl.mocks.yaml')?.children.get(id);
      const all = coverage && (await (item ? profile.loadDetailedCoverageForTest?.(undefined as never, coverage, item, token) : profile.loadDetailedCoverage?.(undefined as never, coverage, token)));
      const text = definition.split('\n');
      return (all as vscode.StatementCoverage[]).map(({ executed, location, branches }) => [
        /\w+/.exec(text[(location as vscode.Range).start.line] ?? '')?.[0],
        executed,
        ...branches.map((branch) => `${branch.label ?? ''}: ${String(branch.executed)}`),
      ]);
    }
  });

  test('a case is debugged, with its mocks and without a question, and then judged', async () => {
    const document = await openFile('order.asl.yaml');
    const breakpoint = new vscode.SourceBreakpoint(new vscode.Location(document.uri, rangeOf(document, 'Ship: {')));
    vscode.debug.addBreakpoints([breakpoint]);
    try {
      const running = run('debug', 'paid');
      await eventually(frames, ['Ship (Task)']);
      await vscode.debug.activeDebugSession?.customRequest('continue', { threadId: 1 });
      await running;
      same(told.results, ['paid passed']);
    } finally {
      vscode.debug.removeBreakpoints([breakpoint]);
    }
  });

  test('a run that is cancelled runs no more of them', async () => {
    const source = new vscode.CancellationTokenSource();
    source.cancel();
    await testing.profiles.run.runHandler(new vscode.TestRunRequest(undefined, undefined, testing.profiles.run), source.token);
    same(told.results.filter((each) => !each.endsWith('skipped')), []);
  });

  test('a long run leaves the others their turn, and can be stopped in the middle', async () => {
    await write('long.asl.json', JSON.stringify({
      QueryLanguage: 'JSONata',
      StartAt: 'Each',
      States: { Each: { Type: 'Map', Items: '{% [1..40000] %}', ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, StartAt: 'One', States: { One: { Type: 'Pass', End: true } } }, End: true } },
    }));
    await write('long.asl.mocks.yaml', 'cases: { all of them: {} }\n');
    await testing.controller.refreshHandler?.(new vscode.CancellationTokenSource().token);
    const source = new vscode.CancellationTokenSource();
    const item = file('long.asl.mocks.yaml') ?? raise('It is not there.');
    const running = testing.profiles.run.runHandler(new vscode.TestRunRequest([item], undefined, testing.profiles.run), source.token);
    await eventually(() => told.output.includes('MapRunStarted'), true);
    source.cancel();
    await running;
    same(told.results, ['all of them skipped']);
  });

  test('a continuous run runs again what a saved file is about', async () => {
    const source = new vscode.CancellationTokenSource();
    const item = file('order.asl.mocks.yaml')?.children.get('refused') ?? raise('There is no such case.');
    await testing.profiles.run.runHandler(new vscode.TestRunRequest([item], undefined, testing.profiles.run, true), source.token);
    same(told.results, ['refused failed']);
    const document = await openFile('order.asl.yaml');
    await edit(document, 'Type: Fail, Error: Sorry', 'Type: Succeed');
    await document.save();
    await eventually(() => told.results, ['refused failed', 'refused passed']);
    source.cancel();
    await edit(document, 'Type: Succeed', 'Type: Fail, Error: Sorry');
    await document.save();
    await eventually(() => told.results, ['refused failed', 'refused passed']);
  });

  test('AWS\'s file has the cases of a state machine of that name', async () => {
    await write('MockConfigFile.json', JSON.stringify({
      StateMachines: { Order: { TestCases: { Happy: { Charge: 'Paid', Ship: 'Paid' } } }, Unknown: { TestCases: { Other: {} } } },
      MockedResponses: { Paid: { '0': { Return: { ok: true } } } },
    }));
    await testing.controller.refreshHandler?.(new vscode.CancellationTokenSource().token);
    await eventually(() => cases('MockConfigFile.json'), ['Happy']);
    const item = file('MockConfigFile.json') ?? raise('It is not there.');
    await testing.profiles.run.runHandler(new vscode.TestRunRequest([item], undefined, testing.profiles.run), new vscode.CancellationTokenSource().token);
    same(told.results, ['Order#Happy passed']);
  });

  test('cases without a state machine say so, until there is one', async () => {
    await remove('order.asl.yaml');
    await eventually(() => file('order.asl.mocks.yaml')?.error ?? null, 'There is no state machine beside it: order.asl.mocks.yaml goes with order.asl.json, .asl.yaml or .asl.');
    await write('order.asl.yaml', definition);
    await eventually(() => file('order.asl.mocks.yaml')?.error ?? null, null);
  });
});

/** What a run has told VS Code. */
interface Told {
  results: string[];
  messages: string[];
  output: string;
  coverage: vscode.FileCoverage[];
}

/** VS Code has no way to ask for results: they are heard on their way to it. */
function recorded(run: vscode.TestRun, told: Told): vscode.TestRun {
  const hear = (kind: 'passed' | 'failed' | 'errored' | 'skipped') => (item: vscode.TestItem, messages?: unknown) => {
    told.results.push(`${item.id} ${kind}`);
    for (const { message, location } of Array.isArray(messages) ? (messages as vscode.TestMessage[]) : []) {
      told.messages.push(`${location?.uri.path.split('/').at(-1) ?? ''}:${(location?.range.start.line ?? -2) + 1} ${String(message).split('\n')[0] ?? ''}`);
    }
  };
  return new Proxy(run, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') {
        return value;
      }
      return (...args: unknown[]): unknown => {
        if (name === 'passed' || name === 'failed' || name === 'errored' || name === 'skipped') {
          hear(name)(args[0] as vscode.TestItem, args[1]);
        } else if (name === 'appendOutput') {
          told.output += String(args[0]);
        } else if (name === 'addCoverage') {
          told.coverage.push(args[0] as vscode.FileCoverage);
        }
        return (value as (...given: unknown[]) => unknown).apply(target, args);
      };
    },
  });
}

async function frames(): Promise<string[]> {
  try {
    const { stackFrames } = (await vscode.debug.activeDebugSession?.customRequest('stackTrace', { threadId: 1 })) as { stackFrames: { name: string }[] };
    return stackFrames.map(({ name }) => name);
  } catch {
    // The session is just starting.
    return [];
  }
}

async function write(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));
}

async function remove(name: string): Promise<void> {
  try {
    await vscode.workspace.fs.delete(inWorkspace(name));
  } catch {
    // It was never written.
  }
}

async function edit(document: vscode.TextDocument, before: string, after: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, rangeOf(document, before), after);
  await vscode.workspace.applyEdit(change);
}

function raise(message: string): never {
  throw new Error(message);
}

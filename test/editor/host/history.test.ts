import * as vscode from 'vscode';
import { eventually, inWorkspace, same } from '../../support/editor';

const machine = '{ "StartAt": "Kept", "States": { "Kept": { "Type": "Pass", "Result": { "total": 5 }, "End": true } } }';

const history = JSON.stringify({
  events: [
    { timestamp: '2025-01-01T00:00:00.000Z', type: 'ExecutionStarted', id: 1, previousEventId: 0, executionStartedEventDetails: { input: '{}', inputDetails: { truncated: false } } },
    { timestamp: '2025-01-01T00:00:00.000Z', type: 'PassStateEntered', id: 2, previousEventId: 0, stateEnteredEventDetails: { name: 'Kept', input: '{}', inputDetails: { truncated: false } } },
    { timestamp: '2025-01-01T00:00:00.000Z', type: 'PassStateExited', id: 3, previousEventId: 2, stateExitedEventDetails: { name: 'Kept', output: '{"total":6}', outputDetails: { truncated: false } } },
    { timestamp: '2025-01-01T00:00:00.000Z', type: 'ExecutionSucceeded', id: 4, previousEventId: 3, executionSucceededEventDetails: { output: '{"total":6}', outputDetails: { truncated: false } } },
  ],
});

suite('histories', () => {
  const [file, definition] = [inWorkspace('kept-history.json'), inWorkspace('kept.asl.json')];
  const pathOf = (uri: vscode.Uri): string => (uri.scheme === 'file' ? uri.fsPath : uri.toString());
  const shown = (): string[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(({ input }) => (input instanceof vscode.TabInputCustom ? [`${input.viewType} ${input.uri.path.replace(/^.*\//, '')}`] : [])));

  suiteSetup(async () => {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(history));
    await vscode.workspace.fs.writeFile(definition, new TextEncoder().encode(machine));
  });

  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file);
    await vscode.workspace.fs.delete(definition);
  });

  test('open in an editor of their own', async () => {
    await vscode.commands.executeCommand('stepwise.openHistory', file);
    await eventually(shown, ['stepwise.history kept-history.json']);
  });

  test('are replayed, and what comes out otherwise is told; that run has a history too', async () => {
    const output: string[] = [];
    let isOver = false;
    const listening = vscode.Disposable.from(
      vscode.debug.registerDebugAdapterTrackerFactory('asl', {
        createDebugAdapterTracker: () => ({
          onDidSendMessage: ({ event, body }: { event?: string; body?: { output: string } }) => {
            output.push(...(event === 'output' && body ? [body.output] : []));
          },
        }),
      }),
      vscode.debug.onDidTerminateDebugSession(() => (isOver = true)),
    );
    try {
      await vscode.debug.startDebugging(undefined, { type: 'asl', request: 'launch', name: 'replay', program: pathOf(definition), history: pathOf(file) });
      await eventually(() => isOver, true);
      same(output[0], 'The replay is not as recorded: "Kept" gave another output. At $.total it is 5, and was 6.\n');
    } finally {
      listening.dispose();
    }
    await vscode.commands.executeCommand('stepwise.showLastRun');
    await eventually(shown, ['stepwise.history kept-history.json', 'stepwise.history kept.history.json']);
  });
});

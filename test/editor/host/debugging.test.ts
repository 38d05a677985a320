import * as vscode from 'vscode';
import { eventually, inWorkspace, openFile, same } from '../../support/editor';

const machine = `{
  "StartAt": "First",
  "States": {
    "First": { "Type": "Pass", "Result": { "total": 5 }, "Next": "Wait" },
    "Wait": { "Type": "Wait", "Seconds": 7200, "Next": "Last" },
    "Last": { "Type": "Succeed" }
  }
}`;

interface Frame {
  readonly id: number;
  readonly name: string;
}

suite('debugging', () => {
  test('a run stops at a breakpoint, is asked for its data, and goes on over hours to its end', async () => {
    // A file, since VS Code saves what it debugs.
    const address = inWorkspace('debugged.asl.json');
    await vscode.workspace.fs.writeFile(address, new TextEncoder().encode(machine));
    const document = await openFile('debugged.asl.json');
    const breakpoint = new vscode.SourceBreakpoint(new vscode.Location(document.uri, new vscode.Position(4, 0)));
    vscode.debug.addBreakpoints([breakpoint]);
    const output: string[] = [];
    const tracking = vscode.debug.registerDebugAdapterTrackerFactory('asl', {
      createDebugAdapterTracker: () => ({
        onDidSendMessage: ({ event, body }: { event?: string; body?: { output: string } }) => {
          output.push(...(event === 'output' && body ? [body.output] : []));
        },
      }),
    });
    let ended = false;
    const ending = vscode.debug.onDidTerminateDebugSession(() => (ended = true));
    try {
      await vscode.debug.startDebugging(undefined, { type: 'asl', request: 'launch', name: 'test', program: address.scheme === 'file' ? address.fsPath : address.toString(), input: {} });
      await eventually(async () => (await frames()).map(({ name }) => name), ['Wait (Wait)']);
      const session = vscode.debug.activeDebugSession;
      const [frame] = await frames();
      const { result } = (await session?.customRequest('evaluate', { expression: '$.total', frameId: frame?.id })) as { result: string };
      same(result, '5');
      await session?.customRequest('continue', { threadId: 1 });
      await eventually(() => ended, true);
      same(output[0], '2 h passed in "Wait".\n');
    } finally {
      ending.dispose();
      tracking.dispose();
      vscode.debug.removeBreakpoints([breakpoint]);
    }
  });
});

async function frames(): Promise<readonly Frame[]> {
  try {
    const answer = (await vscode.debug.activeDebugSession?.customRequest('stackTrace', { threadId: 1 })) as { stackFrames: readonly Frame[] } | undefined;
    return answer?.stackFrames ?? [];
  } catch {
    // The session is just starting.
    return [];
  }
}

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

  test('to the cursor with the example of the input, back to an event, and what each state gave stands beside it', async () => {
    const address = inWorkspace('travelled.asl.json');
    await vscode.workspace.fs.writeFile(address, new TextEncoder().encode(machine));
    await vscode.workspace.fs.writeFile(inWorkspace('travelled.input.json'), new TextEncoder().encode('{ "order": 7 }'));
    const document = await openFile('travelled.asl.json');
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(5, 8, 5, 8);
    await vscode.commands.executeCommand('stepwise.runToCursor');
    await eventually(async () => (await frames()).map(({ name }) => name), ['Last (Succeed)']);
    const session = vscode.debug.activeDebugSession;
    const { events } = (await session?.customRequest('stepwise.events')) as { events: { at: number; type: string }[] };
    await session?.customRequest('stepwise.seek', { at: events.find(({ type }) => type === 'WaitStateEntered')?.at });
    await eventually(async () => (await frames()).map(({ name }) => name), ['Wait (Wait)']);
    await eventually(() => hints(document), ['3: → {"total":5}', '4: … at work']);
    await session?.customRequest('continue', { threadId: 1 });
    await eventually(() => hints(document), ['3: → {"total":5}', '4: → {"total":5}', '5: → {"total":5}']);
    await vscode.commands.executeCommand('stepwise.clearValues');
    await eventually(() => hints(document), []);
  });
});

async function hints(document: vscode.TextDocument): Promise<string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
  return found.map(({ position, label }) => `${position.line}: ${String(label)}`);
}

async function frames(): Promise<readonly Frame[]> {
  try {
    const answer = (await vscode.debug.activeDebugSession?.customRequest('stackTrace', { threadId: 1 })) as { stackFrames: readonly Frame[] } | undefined;
    return answer?.stackFrames ?? [];
  } catch {
    // The session is just starting.
    return [];
  }
}

// Going somewhere in a run at once: to an event of its history, and to the state under the cursor.
import * as vscode from 'vscode';
import { languageIds } from '../client';
import { debugType } from './configuration';
import { Refusal } from './conversation';
import { pathOf } from './files';
import { eventsRequest, seekRequest, type Happening, type Sought } from './messages';
import { readProgram } from './program';

/** Registers "Go to Event…" and "Run to Cursor". */
export function registerTravel(): vscode.Disposable {
  return vscode.Disposable.from(vscode.commands.registerCommand('stepwise.goToEvent', goToEvent), vscode.commands.registerCommand('stepwise.runToCursor', runToCursor));
}

async function goToEvent(): Promise<void> {
  const session = vscode.debug.activeDebugSession;
  if (session?.type !== debugType) {
    void vscode.window.showInformationMessage('Debug a state machine first: its events are what there is to go to.');
    return;
  }
  const { events } = (await session.customRequest(eventsRequest)) as { events: Happening[] };
  const picked = await choose(events);
  if (!picked) {
    return;
  }
  try {
    await session.customRequest(seekRequest, { at: picked.at } satisfies Sought);
  } catch (error) {
    void vscode.window.showWarningMessage(error instanceof Error ? error.message : String(error));
  }
}

/** The list begins at where the run stands. */
async function choose(events: readonly Happening[]): Promise<Happening | undefined> {
  const start = events[0]?.timestamp ?? 0;
  const items = events.map((event) => ({
    label: `${event.id}  ${event.type}`,
    description: event.state ?? '',
    detail: `${((event.timestamp - start) / 1000).toLocaleString('en', { maximumFractionDigits: 3 })} s${event.isAhead ? ', ahead' : ''}`,
    event,
  }));
  const picker = vscode.window.createQuickPick<(typeof items)[number]>();
  picker.title = 'Go to an event of the run';
  picker.placeholder = 'Back, or ahead as far as the run has come. From there it can take another way.';
  picker.matchOnDescription = true;
  picker.items = items;
  picker.activeItems = items.filter(({ event }) => !event.isAhead).slice(-1);
  try {
    return await new Promise((resolve) => {
      picker.onDidAccept(() => resolve(picker.activeItems[0]?.event));
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}

/** Starts a run that stops where the state under the cursor is entered: with the example of the input and the mocks that are beside the file. */
async function runToCursor(): Promise<void> {
  const { document, selection } = vscode.window.activeTextEditor ?? {};
  if (!document || !selection || !languageIds.some((id) => id === document.languageId)) {
    void vscode.window.showInformationMessage('Open a state machine first, and put the cursor into the state to run to.');
    return;
  }
  const program = pathOf(document.uri);
  try {
    const { line, character: column } = selection.active;
    const state = readProgram(program, document.getText(), undefined).stateAt({ line, column });
    if (!state) {
      void vscode.window.showInformationMessage('Put the cursor into the state to run to.');
      return;
    }
    await vscode.debug.startDebugging(undefined, { type: debugType, request: 'launch', name: `Run to ${state.name}`, program, stopAt: state.name });
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    void vscode.window.showWarningMessage(error.message);
  }
}

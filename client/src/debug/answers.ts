// A task that no mock answers is answered by the person.
import * as vscode from 'vscode';
import { parseJson, type Json } from '../../../server/src/expressions/value';
import { debugType } from './configuration';
import { answerRequest, askEvent, type Question, type TypedAnswer } from './messages';

/** Asks when a session does, and again by "Stepwise: Answer Task…". */
export function registerAnswers(): vscode.Disposable {
  const open = new Map<string, Question>();

  async function askOf(session: vscode.DebugSession, question: Question): Promise<void> {
    open.set(session.id, question);
    await untilShown(session);
    // The console may have answered it meanwhile, and the session be over.
    if (open.get(session.id) === question) {
      await answer(session, question);
    }
  }

  return vscode.Disposable.from(
    vscode.debug.onDidReceiveDebugSessionCustomEvent(({ session, event, body }) => {
      if (event === askEvent) {
        void askOf(session, body as Question);
      }
    }),
    vscode.debug.onDidTerminateDebugSession(({ id }) => void open.delete(id)),
    vscode.commands.registerCommand('stepwise.answerTask', async () => {
      const session = vscode.debug.activeDebugSession;
      if (session?.type === debugType) {
        await answer(session, open.get(session.id));
      } else {
        void vscode.window.showInformationMessage('Debug a state machine first: its tasks are what is answered.');
      }
    }),
  );
}

/** VS Code takes the focus into the text where a run stands. A question that is there before loses it, and the answer would be typed into the text. */
function untilShown(session: vscode.DebugSession): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(patience);
      listener.dispose();
      resolve();
    };
    const listener = vscode.debug.onDidChangeActiveStackItem((item) => {
      if (item instanceof vscode.DebugStackFrame && item.session.id === session.id) {
        done();
      }
    });
    // Where another session is looked at, this one never gets the focus.
    const patience = setTimeout(done, 2000);
  });
}

async function answer(session: vscode.DebugSession, question: Question | undefined): Promise<void> {
  const given = await ask(question);
  if (!given) {
    return;
  }
  try {
    await session.customRequest(answerRequest, given);
  } catch (error) {
    void vscode.window.showWarningMessage(error instanceof Error ? error.message : String(error));
  }
}

async function ask(question: Question | undefined): Promise<TypedAnswer | undefined> {
  const title = question ? `${question.state} calls ${question.resource.replace(/^arn:aws:states:::/, '')}` : 'The task at hand';
  const way = await vscode.window.showQuickPick(
    [
      { label: '$(pass) Return a value…', is: 'result' as const, error: undefined },
      ...(question?.errors ?? []).filter((error) => !error.startsWith('States.') || error === 'States.TaskFailed').map((error) => ({ label: `$(error) Throw ${error}…`, description: 'which the state handles', is: 'error' as const, error })),
      { label: '$(error) Throw an error…', is: 'error' as const, error: undefined },
      { label: '$(clock) Give nothing', description: 'and run into the timeout', is: 'silence' as const, error: undefined },
    ],
    { title, placeHolder: 'No mock answers it. What does it do?', ignoreFocusOut: true },
  );
  switch (way?.is) {
    case 'result': {
      const value = await askJson(title);
      return value === undefined ? undefined : { is: 'result', value };
    }
    case 'error': {
      const error = way.error ?? (await vscode.window.showInputBox({ title, prompt: 'The name of the error', value: 'States.TaskFailed', ignoreFocusOut: true }));
      const cause = error === undefined ? undefined : await vscode.window.showInputBox({ title, prompt: `The cause of ${error}; may be empty`, ignoreFocusOut: true });
      return error === undefined || cause === undefined ? undefined : { is: 'error', error, ...(cause === '' ? {} : { cause }) };
    }
    case 'silence':
      return { is: 'silence' };
    case undefined:
      return undefined;
  }
}

async function askJson(title: string): Promise<Json | undefined> {
  const text = await vscode.window.showInputBox({ title, prompt: 'What it gives, as JSON', value: '{}', ignoreFocusOut: true, validateInput: (each) => (parseJson(each) === undefined ? 'That is no JSON.' : undefined) });
  return text === undefined ? undefined : parseJson(text);
}

// What both entries share, feature by feature: the language client, its commands and status, the debugger, the graphs, the tests, the Study view.
import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { registerExplainRule } from './commands/explain-rule';
import { registerGenerateMocks } from './commands/generate-mocks';
import { registerInsertState } from './commands/insert-state';
import { registerNewStateMachine } from './commands/new-state-machine';
import { restartServer } from './commands/restart-server';
import { showOutput } from './commands/show-output';
import { watchConfigFiles } from './config-file';
import { registerDebugger } from './debug/activate';
import { Recorders } from './debug/recorder';
import { registerGraph } from './graph/register';
import { answerFindFiles } from './local-files';
import { logServer } from './log';
import { mockHelpers, type RunHandler } from './mock-helpers';
import { ShownRuns } from './webviews/history/open-run';
import { registerHistory } from './webviews/history/register';
import { registerStatus } from './status';
import { registerStudy } from './study/register';
import { registerTesting, type Testing } from './testing/register';
import { registerWorkflowType, type WorkflowTypes } from './workflow-type';

/** What is handed to whoever asks VS Code for the extension: our own tests. */
export interface Exports {
  readonly testing: Testing;
}

/**
 * Starts everything. The server starts in the background: nothing here waits for it.
 *
 * @param runHandler runs functions of the person's own, where the host can
 */
export function activate(context: vscode.ExtensionContext, workflowTypes: WorkflowTypes, client: BaseLanguageClient, runHandler?: RunHandler): Exports {
  const helpersFor = mockHelpers(client, runHandler);
  const { version } = context.extension.packageJSON as { version: string };
  const runs = new ShownRuns();
  const recorders = new Recorders(context, runs);
  context.subscriptions.push(
    logServer(client, version),
    answerFindFiles(client),
    client,
    runs,
    registerDebugger(context, client, helpersFor, recorders),
    registerExplainRule(client),
    registerGenerateMocks(client),
    registerGraph(context, client, runs),
    registerHistory(context, client, runs, recorders),
    registerInsertState(client),
    registerNewStateMachine(context, client),
    restartServer(client),
    showOutput(client),
    registerStatus(client),
    registerStudy(context, client),
    // First the server hears of a choice, then the status asks it what counts.
    watchConfigFiles(client, workflowTypes.onDidChange),
    registerWorkflowType(client, workflowTypes),
    client.outputChannel,
  );
  // A failed start is shown by the client itself, with a way to its output.
  void client.start().catch(() => undefined);
  return { testing: registerTesting(context, helpersFor) };
}

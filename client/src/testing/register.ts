// The cases of state machines in VS Code's Test Explorer. What finds and runs them is only made once somebody looks, or opens a file with some.
import * as vscode from 'vscode';
import { isMockFile } from '../../../server/src/mocks/names';
import type { HelpersFor } from '../mock-helpers';
import type { Items } from './items';
import type { Way } from './run';

/** What tests reach of it. */
export interface Testing {
  readonly controller: vscode.TestController;
  readonly profiles: Readonly<Record<Way, vscode.TestRunProfile>>;
}

/** Registers the controller and its three ways to run. */
export function registerTesting(context: vscode.ExtensionContext, helpersFor: HelpersFor): Testing {
  const controller = vscode.tests.createTestController('stepwise', 'State machines');
  let making: Promise<Items> | undefined;
  const items = (): Promise<Items> => (making ??= import('./items').then(({ Items: Made }) => {
    const made = new Made(controller);
    context.subscriptions.push(made);
    return made;
  }));
  const find = async (again: boolean): Promise<void> => (await items()).find(again);
  controller.resolveHandler = async (item) => (item ? undefined : find(false));
  controller.refreshHandler = async () => find(true);

  const handlerOf = (way: Way) => async (request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> => {
    const [known, { runCases }] = await Promise.all([items(), import('./run')]);
    const run = (each: vscode.TestRunRequest): Promise<void> => runCases(controller, known, way, each, token, helpersFor);
    if (request.continuous) {
      const { runContinuously } = await import('./continuous');
      runContinuously(known, request, token, run);
    }
    await run(request);
  };
  const { Run, Debug, Coverage } = vscode.TestRunProfileKind;
  const profiles = {
    run: controller.createRunProfile('Run', Run, handlerOf('run'), true, undefined, true),
    debug: controller.createRunProfile('Debug', Debug, handlerOf('debug'), true),
    coverage: controller.createRunProfile('Coverage', Coverage, handlerOf('coverage'), true, undefined, true),
  };
  profiles.coverage.loadDetailedCoverage = async (_run, coverage) => detailsOf(coverage);
  profiles.coverage.loadDetailedCoverageForTest = async (_run, coverage, item) => detailsOf(coverage, item);

  // Its cases stand in the gutter from the start.
  const opened = ({ fileName }: vscode.TextDocument): void => {
    if (!making && isMockFile(fileName.replaceAll('\\', '/'))) {
      void find(false);
    }
  };
  vscode.workspace.textDocuments.forEach(opened);
  context.subscriptions.push(controller, vscode.workspace.onDidOpenTextDocument(opened));
  return { controller, profiles };
}

async function detailsOf(coverage: vscode.FileCoverage, item?: vscode.TestItem): Promise<vscode.FileCoverageDetail[]> {
  const { DefinitionCoverage } = await import('./coverage');
  return coverage instanceof DefinitionCoverage ? coverage.details(item) : [];
}

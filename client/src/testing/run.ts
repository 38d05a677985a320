// A run of some cases: each is played and judged, one after the other.
import * as vscode from 'vscode';
import { Refusal } from '../debug/conversation';
import type { HelpersFor } from '../mock-helpers';
import { DefinitionCoverage, type Gathered } from './coverage';
import { debugCase } from './debug-case';
import type { CaseAt, Items } from './items';
import { messagesOf } from './messages';
import { play } from './play';
import { Preparation } from './prepare';

export type Way = 'run' | 'debug' | 'coverage';

interface Chosen {
  readonly item: vscode.TestItem;
  readonly at: CaseAt;
}

/** Runs what is asked for, and tells VS Code what came of it. */
export async function runCases(controller: vscode.TestController, items: Items, way: Way, request: vscode.TestRunRequest, token: vscode.CancellationToken, helpersFor: HelpersFor): Promise<void> {
  await items.find();
  const run = controller.createTestRun(request);
  const stops = joined(token, run.token);
  const chosen = chosenBy(items, request);
  const preparation = new Preparation();
  const gathered = new Map<string, Gathered>();
  try {
    chosen.forEach(({ item }) => run.enqueued(item));
    for (const each of chosen) {
      if (stops.token.isCancellationRequested) {
        run.skipped(each.item);
      } else {
        await runCase(run, way, each, preparation, gathered, stops.token, helpersFor);
      }
    }
    if (way === 'coverage') {
      gathered.forEach((each) => run.addCoverage(new DefinitionCoverage(each)));
    }
  } finally {
    stops.dispose();
    run.end();
  }
}

async function runCase(run: vscode.TestRun, way: Way, { item, at }: Chosen, preparation: Preparation, gathered: Map<string, Gathered>, token: vscode.CancellationToken, helpersFor: HelpersFor): Promise<void> {
  run.started(item);
  const started = Date.now();
  try {
    const ready = await preparation.ready(item.id, at);
    if (way === 'debug' && !(await debugCase(run, ready, at, token))) {
      run.skipped(item);
      return;
    }
    run.appendOutput(`${item.label}\r\n`, undefined, item);
    const report = await play(ready, helpersFor(ready.mocks), (text) => run.appendOutput(text, undefined, item), token);
    const took = Date.now() - started;
    if (!report) {
      run.skipped(item);
    } else if (!report.outcome) {
      run.errored(item, messagesOf(ready, report), took);
    } else if (report.problems.length > 0) {
      run.failed(item, messagesOf(ready, report), took);
    } else {
      run.passed(item, took);
    }
    if (report) {
      for (const definition of [ready.definition, ...ready.others.filter(({ program }) => program.states.some((state) => report.entered.has(state)))]) {
        const key = definition.uri.toString();
        const before = gathered.get(key) ?? { definition, reports: [] };
        gathered.set(key, { ...before, reports: [...before.reports, { item, report }] });
      }
    }
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    const message = new vscode.TestMessage(error.message);
    if (item.uri && item.range) {
      message.location = new vscode.Location(item.uri, item.range.with({ end: item.range.start }));
    }
    run.errored(item, message, Date.now() - started);
  }
}

/** The cases that a request names, by themselves or by their file; all where it names none. */
function chosenBy(items: Items, { include, exclude = [] }: vscode.TestRunRequest): Chosen[] {
  const chosen: Chosen[] = [];
  const take = (item: vscode.TestItem): void => {
    if (exclude.includes(item)) {
      return;
    }
    const at = items.caseOf(item);
    if (at) {
      chosen.push({ item, at });
    }
    item.children.forEach(take);
  };
  (include ?? items.all).forEach(take);
  return chosen;
}

/** Stops when either does. */
function joined(...tokens: vscode.CancellationToken[]): vscode.CancellationTokenSource {
  const source = new vscode.CancellationTokenSource();
  for (const token of tokens) {
    token.onCancellationRequested(() => source.cancel());
    if (token.isCancellationRequested) {
      source.cancel();
    }
  }
  return source;
}

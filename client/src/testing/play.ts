// One case, played: its history goes to the output, and others have their turn on the way.
import * as vscode from 'vscode';
import { runTestCase, startOfCases, type CaseReport } from '../../../server/src/simulator/cases/run-case';
import type { MockHelpers } from '../../../server/src/simulator/mocks/mocks';
import { PrettyHistory } from '../../../server/src/simulator/pretty-history';
import type { RunEvent } from '../../../server/src/simulator/run';
import { colored } from '../../../server/src/text/paint';
import type { ReadyCase } from './prepare';
import { stoppable } from './stoppable';

/** So many milliseconds at a time; a run shares its thread with all that the extension does. */
const turn = 20;
/** Of a run's history; nobody reads more. */
const mostLines = 2000;

/** Gives what came of it; `undefined` where it was stopped. */
export async function play({ definition, machine, data, testCase }: ReadyCase, helpers: MockHelpers, write: (text: string) => void, token: vscode.CancellationToken): Promise<CaseReport | undefined> {
  const history = new History(write);
  const running = stoppable(runTestCase(definition.program.machine, data, testCase, { ...helpers, machine }), token);
  let breath = Date.now();
  try {
    for (let next = await running.next(); next; next = await running.next()) {
      if (next.done) {
        history.end(next.value);
        return next.value;
      }
      history.add(next.value);
      if (Date.now() - breath > turn) {
        history.flush();
        await new Promise((resolve) => setTimeout(resolve));
        breath = Date.now();
      }
    }
    return undefined;
  } finally {
    running.dispose();
    history.flush();
  }
}

/** The lines of one run, written together. */
class History {
  private readonly pretty = new PrettyHistory(colored, startOfCases);
  private readonly lines: string[] = [];
  private told = 0;
  /** Children of a distributed Map have histories of their own, which are not shown. */
  private root: string | undefined;

  constructor(private readonly write: (text: string) => void) {}

  add(event: RunEvent): void {
    if (event.kind === 'history') {
      this.root ??= event.execution;
    }
    const line = event.kind !== 'history' || event.execution === this.root ? this.pretty.line(event) : undefined;
    if (line !== undefined && ++this.told <= mostLines) {
      this.lines.push(line);
    }
  }

  end({ outcome, problems }: CaseReport): void {
    if (this.told > mostLines) {
      this.lines.push(`… and ${this.told - mostLines} lines more\n`);
    }
    this.lines.push(outcome ? this.pretty.end(outcome) : '', ...problems.flatMap(({ message, steps = [] }) => [`${colored('red', '✗')} ${message}\n`, ...steps.map((step) => `    ${step}\n`)]), '\n');
  }

  flush(): void {
    this.write(this.lines.splice(0).join('').replaceAll('\n', '\r\n'));
  }
}

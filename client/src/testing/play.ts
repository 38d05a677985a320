// One case, played: its history goes to the output, and others have their turn on the way.
import * as vscode from 'vscode';
import { runTestCase, startOfCases, type CaseReport } from '../../../server/src/simulator/cases/run-case';
import type { MockHelpers } from '../../../server/src/simulator/mocks/mocks';
import { PrettyHistory } from '../../../server/src/simulator/pretty-history';
import { colored } from '../../../server/src/text/paint';
import type { ReadyCase } from './prepare';

/** So many milliseconds at a time; a run shares its thread with all that the extension does. */
const turn = 20;
/** Of a run's history; nobody reads more. */
const mostLines = 2000;

/** Gives what came of it; `undefined` where it was stopped. */
export async function play({ definition, machine, data, testCase }: ReadyCase, helpers: MockHelpers, write: (text: string) => void, token: vscode.CancellationToken): Promise<CaseReport | undefined> {
  const pretty = new PrettyHistory(colored, startOfCases);
  const lines: string[] = [];
  let told = 0;
  let root: string | undefined;
  let breath = Date.now();
  const flush = (): void => {
    write(lines.splice(0).join('').replaceAll('\n', '\r\n'));
  };
  const tell = (line: string | undefined): void => {
    if (line !== undefined && ++told <= mostLines) {
      lines.push(line);
    }
  };
  const running = runTestCase(definition.program.machine, data, testCase, { ...helpers, machine });
  for (;;) {
    const next = await running.next();
    if (next.done) {
      if (told > mostLines) {
        lines.push(`… and ${told - mostLines} lines more\n`);
      }
      const { outcome, problems } = next.value;
      lines.push(outcome ? pretty.end(outcome) : '', ...problems.flatMap(({ message, steps = [] }) => [`${colored('red', '✗')} ${message}\n`, ...steps.map((step) => `    ${step}\n`)]), '\n');
      flush();
      return next.value;
    }
    const event = next.value;
    if (event.kind === 'history') {
      root ??= event.execution;
    }
    if (event.kind !== 'history' || event.execution === root) {
      tell(pretty.line(event));
    }
    if (Date.now() - breath > turn) {
      flush();
      await new Promise((resolve) => setTimeout(resolve));
      if (token.isCancellationRequested) {
        return undefined;
      }
      breath = Date.now();
    }
  }
}

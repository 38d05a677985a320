// What the cases of a run went through, as VS Code shows it: a state is a statement, and each way out of it a branch.
import * as vscode from 'vscode';
import { coverageOf } from '../../../server/src/simulator/cases/coverage';
import type { CaseReport } from '../../../server/src/simulator/cases/run-case';
import type { Definition } from './prepare';

/** What a run has gathered of one definition. */
export interface Gathered {
  readonly definition: Definition;
  readonly reports: readonly { readonly item: vscode.TestItem; readonly report: CaseReport }[];
}

/** The coverage of a definition, which can be asked for its details later. */
export class DefinitionCoverage extends vscode.FileCoverage {
  constructor(private readonly gathered: Gathered) {
    const all = coverageOf(gathered.definition.program.machine, gathered.reports.map(({ report }) => report));
    const ways = all.flatMap((state) => state.ways);
    super(
      gathered.definition.uri,
      new vscode.TestCoverageCount(all.filter(({ entered }) => entered > 0).length, all.length),
      ways.length === 0 ? undefined : new vscode.TestCoverageCount(ways.filter(({ taken }) => taken > 0).length, ways.length),
      undefined,
      gathered.reports.filter(({ report }) => report.entered.size > 0).map(({ item }) => item),
    );
  }

  /** @param item one case of those that were run; all where it is left out */
  details(item?: vscode.TestItem): vscode.StatementCoverage[] {
    const { definition: { program, rangeOf }, reports } = this.gathered;
    const wanted = reports.filter((each) => item === undefined || each.item === item);
    return coverageOf(program.machine, wanted.map(({ report }) => report)).map(
      ({ state, entered, ways }) =>
        new vscode.StatementCoverage(
          entered,
          rangeOf(state.property),
          ways.map(({ reference, taken }) => new vscode.BranchCoverage(taken, rangeOf(reference.node), `${state.name} → ${reference.name} (${reference.kind})`)),
        ),
    );
  }
}

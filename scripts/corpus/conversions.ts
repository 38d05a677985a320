// Recorded runs of machines in JSONPath, run again in JSONata: as a whole where that can be, and with each state converted by itself.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { memberOf, type Json, type JsonObject } from '../../server/src/expressions/value';
import { runCase } from '../../server/src/simulator/case';
import { testState } from '../../server/src/simulator/test-state';
import { compareRuns, conversionsOf, type Comparison, type Converted } from '../../test/support/converted-run';
import { jsonFiles } from '../../test/support/corpus';
import { services } from '../../test/support/services';
import { endsAsRecorded, type Recorded as RecordedRun } from './executions';
import type { Recorded as RecordedCall } from './test-states';

/** Prints how many were converted, what was refused and why, and each that came to another end. */
export async function reportConversions(folder: string): Promise<void> {
  const runs = new Tally();
  for (const file of jsonFiles(join(folder, 'executions'))) {
    const recorded = JSON.parse(readFileSync(join(folder, 'executions', file), 'utf8')) as RecordedRun;
    const original = await runCase(recorded);
    const wasRight = endsAsRecorded(recorded, original);
    for (const converted of runs.convert(recorded.definition)) {
      const result = await runCase({ ...recorded, definition: converted.definition });
      const comparison = compareRuns(original, result);
      runs.note(recorded.id, converted, comparison === 'alike' && wasRight && !endsAsRecorded(recorded, result) ? { difference: 'it is not as recorded' } : comparison);
    }
  }
  runs.report('Recorded runs in JSONPath, converted to JSONata and run again');

  const calls = new Tally();
  for (const file of jsonFiles(join(folder, 'teststate'))) {
    const recorded = JSON.parse(readFileSync(join(folder, 'teststate', file), 'utf8')) as RecordedCall;
    const name = recorded.request['stateName'];
    const original = await testState(recorded, services);
    for (const converted of calls.convert(name === undefined ? inMachine(recorded.definition) : recorded.definition)) {
      if (converted.state === (name ?? lonely)) {
        const result = await testState({ ...recorded, definition: name === undefined ? alone(converted.definition) : converted.definition }, services);
        const [one, other] = [original, result].map((each) => ({ ...each, inspectionData: undefined, cause: undefined }));
        calls.note(recorded.id, converted, isDeepStrictEqual(one, other) ? 'alike' : { difference: `${JSON.stringify(other)} instead of ${JSON.stringify(one)}` });
      }
    }
  }
  calls.report('Recorded TestState calls of states in JSONPath, converted and asked again');
}

const lonely = 'StateName';

function inMachine(state: JsonObject): JsonObject {
  return { StartAt: lonely, States: { [lonely]: state } };
}

function alone(machine: Json): Json {
  return memberOf(memberOf(machine, 'States'), lonely) ?? null;
}

class Tally {
  private whole = 0;
  private partly = 0;
  private not = 0;
  private states = 0;
  private readonly counted = new Map<string, number>();
  private readonly reasons = new Map<string, number>();
  private readonly different: string[] = [];

  /** What can be converted of a definition. */
  convert(definition: Json): readonly Converted[] {
    const { states, refused, converted } = conversionsOf(definition);
    if (states === 0) {
      return [];
    }
    this.states += states;
    if (refused.length === 0) {
      this.whole++;
    } else if (converted.length > 0) {
      this.partly++;
    } else {
      this.not++;
    }
    for (const reason of refused.flatMap(({ reasons }) => reasons)) {
      const kind = reason.replace(/"[^"]*"/g, '"…"');
      this.reasons.set(kind, (this.reasons.get(kind) ?? 0) + 1);
    }
    return converted;
  }

  note(id: string, { state, conditions }: Converted, comparison: Comparison): void {
    const kind = typeof comparison === 'string' ? comparison : conditions.length > 0 ? 'not alike, where the condition that its title states does not hold' : 'not alike';
    this.counted.set(kind, (this.counted.get(kind) ?? 0) + 1);
    if (!kind.startsWith('alike')) {
      const difference = typeof comparison === 'string' ? comparison : comparison.difference;
      this.different.push(`${id}, ${state === undefined ? 'whole' : `the state "${state}"`}${conditions.length > 0 ? `, if ${conditions.join(' and ')}` : ''}: ${difference}`);
    }
  }

  report(title: string): void {
    const { whole, partly, not, states } = this;
    console.log(`\n${title}: ${String(whole)} as a whole, ${String(partly)} in part, ${String(not)} not at all; ${String(states)} states`);
    for (const [reason, count] of [...this.reasons].sort(([, one], [, other]) => other - one)) {
      console.log(`  ${String(count).padStart(4)} left: ${reason}`);
    }
    for (const [kind, count] of this.counted) {
      console.log(`  ${String(count).padStart(4)} runs ${kind}`);
    }
    console.log(this.different.map((each) => `  ${each.slice(0, 1000)}`).join('\n'));
  }
}

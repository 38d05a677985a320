// What `TestState` was recorded to answer, asked again here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../server/src/expressions/value';
import { testState, type TestStateCase, type TestStateResult } from '../../server/src/simulator/test-state';
import { jsonFiles } from '../../test/support/corpus';
import { services } from '../../test/support/services';
import { isAsRecorded } from './same';

export interface Recorded extends TestStateCase {
  readonly id: string;
  readonly placeholders?: readonly string[];
  readonly request: JsonObject;
  readonly definition: JsonObject;
  readonly expected: Readonly<Record<string, unknown>>;
}

/** Prints how many answers are as recorded, and each that is not. */
export async function reportTestStates(folder: string): Promise<void> {
  const misses: string[] = [];
  let total = 0;
  let left = 0;
  let inspected = 0;
  let inspections = 0;
  for (const file of jsonFiles(join(folder, 'teststate'))) {
    const recorded = JSON.parse(readFileSync(join(folder, 'teststate', file), 'utf8')) as Recorded;
    const { expected, request, definition, id } = recorded;
    if (definition['Type'] === 'Task' && request['mock'] === undefined) {
      // A service answered, or the call was refused for its role, and neither is on record.
      left++;
      continue;
    }
    total++;
    const result = (await testState(recorded, services)) as TestStateResult & Readonly<Record<string, unknown>>;
    const same = (name: string): boolean => isAsRecorded(result[name], expected[name], recorded.placeholders ?? []) || (result[name] === undefined && expected[name] === undefined);
    const isRight = 'exception' in expected ? result['exception'] === expected['exception'] && String(expected['message']).endsWith(String(result['message'])) : ['status', 'output', 'error', 'cause', 'nextState'].every(same);
    if (!isRight) {
      misses.push(`  ${id}\n    ${JSON.stringify({ ...result, inspectionData: undefined }).slice(0, 500)}\n    recorded: ${JSON.stringify({ ...expected, inspectionData: undefined }).slice(0, 500)}`);
    }
    if (expected['inspectionData']) {
      inspections++;
      inspected += same('inspectionData') ? 1 : 0;
    }
  }
  console.log(`\nRecorded TestState calls, asked again: ${String(total)}, and ${String(left)} left out, which called a service`);
  console.log(`  ${(((total - misses.length) / total) * 100).toFixed(1).padStart(5)} %  ${String(total - misses.length)} of ${String(total)}  answers`);
  console.log(`  ${((inspected / inspections) * 100).toFixed(1).padStart(5)} %  ${String(inspected)} of ${String(inspections)}  inspections`);
  if (misses.length > 0) {
    console.log(misses.join('\n'));
  }
}

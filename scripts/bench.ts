// `npm run bench`: how fast the extension is, as ratios to a floor that is measured in the same run.
import { benchActivation } from './bench/activation';
import { benchColdStart } from './bench/cold-start';
import { benchDiagnostics } from './bench/diagnostics';
import { benchGraph } from './bench/graph';
import { builtCore } from './bench/core';
import { benchLatency } from './bench/latency';
import { benchMemory } from './bench/memory';
import { peers } from './bench/peers';
import { benchServices } from './bench/services';
import { benchSimulator } from './bench/simulator';
import { benchStudy } from './bench/study';

async function main(): Promise<void> {
  const { checkers, interpreters } = peers();
  console.log('Diagnostics, warm');
  await benchDiagnostics(checkers);
  console.log('\nServices');
  await benchServices();
  console.log('\nStudy');
  benchStudy();
  console.log('\nThe graph, from a text to its picture');
  await benchGraph();
  console.log('\nRuns');
  await benchSimulator(await builtCore(), interpreters);
  console.log('\nThe built server');
  await benchColdStart();
  await benchMemory();
  console.log('\nAnswers after a key, over stdio');
  await benchLatency();
  console.log('\nThe extension');
  await benchActivation();
}

void main();

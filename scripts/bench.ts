// `npm run bench`: how fast the extension is, as ratios to a floor that is measured in the same run.
import { benchColdStart } from './bench/cold-start';
import { benchDiagnostics } from './bench/diagnostics';

async function main(): Promise<void> {
  benchDiagnostics();
  await benchColdStart();
}

void main();

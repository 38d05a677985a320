// From starting the built server to its first diagnostics, against a process of Node that does nothing.
import { spawn } from 'node:child_process';
import { Client } from '../../test/support/client';
import { line, medianOf } from './measure';
import { mixedMachine } from './samples';

/** Prints one line. */
export async function benchColdStart(): Promise<void> {
  const text = mixedMachine(100_000);
  const ours = await medianOf(async () => {
    const start = performance.now();
    const client = await Client.start();
    await client.open('file:///bench.asl.json', text);
    await client.ask('diagnostic', { textDocument: { uri: 'file:///bench.asl.json' } });
    const time = performance.now() - start;
    await client.stop();
    return time;
  });
  const floor = await medianOf(
    () =>
      new Promise((resolve) => {
        const start = performance.now();
        spawn(process.execPath, ['-e', '0']).once('exit', () => {
          resolve(performance.now() - start);
        });
      }),
  );
  console.log(line('first diagnostics, cold process, 100 KB', ours, 'node -e 0', floor));
}

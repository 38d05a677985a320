// What the built server holds with fifty open documents of 100 KB, all of them checked.
import { readFileSync } from 'node:fs';
import { Client } from '../../test/support/client';
import { mixedMachine } from './samples';

/** Prints one line; the resident size is read where the system tells it. */
export async function benchMemory(): Promise<void> {
  const text = mixedMachine(100_000);
  const client = await Client.start();
  for (let index = 0; index < 50; index++) {
    const uri = `file:///bench-${String(index)}.asl.json`;
    await client.open(uri, text);
    await client.ask('diagnostic', { textDocument: { uri } });
  }
  console.log(`fifty documents of 100 KB open: ${residentSize(client.process.pid)}`);
  await client.stop();
}

function residentSize(pid: number | undefined): string {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? [];
    return `${(Number(kilobytes) / 1024).toFixed(0)} MB resident`;
  } catch {
    // Only Linux tells it there.
    return 'not measured on this system';
  }
}

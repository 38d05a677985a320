#!/usr/bin/env node
// The command line: `stepwise COMMAND …`. Each command is a folder or file of its own and one line in the table here.
import { nearest } from '../text/nearest';
import { listed } from '../text/words';
import { check } from './check/command';
import { exitCodes, UsageError, type Command } from './command';
import { mocks } from './mocks/command';
import { run } from './run/command';
import { test } from './cases/command';

/** Put in by the build. */
declare const STEPWISE_VERSION: string;

const commands: Readonly<Record<string, Command>> = { check, mocks, run, test };

const usage = `Usage: stepwise COMMAND …

Commands:
${Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`).join('\n')}

  stepwise COMMAND --help   tells more about a command
  stepwise --version        tells the version
`;

async function main([name, ...rest]: readonly string[]): Promise<number> {
  switch (name) {
    case '--version':
    case '-v':
      process.stdout.write(`${STEPWISE_VERSION}\n`);
      return exitCodes.fine;
    case '--help':
    case '-h':
      process.stdout.write(usage);
      return exitCodes.fine;
    case undefined:
      process.stderr.write(usage);
      return exitCodes.trouble;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const near = nearest(name, Object.keys(commands));
    throw new UsageError(`There is no command "${name}".${near.length > 0 ? ` Did you mean ${listed(near)}?` : ''} stepwise --help lists them.`);
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(command.help);
    return exitCodes.fine;
  }
  return command.run(rest, {
    cwd: process.cwd(),
    env: process.env,
    version: STEPWISE_VERSION,
    isTerminal: process.stdout.isTTY,
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    readStdin,
    write: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(`stepwise: ${text}\n`),
  });
}

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

// Whoever reads may have seen enough, as `head` does; there is nobody left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    throw error;
  }
  process.exit(process.exitCode);
});

// The exit code is only set, so that what was written still gets through a pipe.
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const told = error instanceof UsageError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`stepwise: ${told}\n`);
    process.exitCode = exitCodes.trouble;
  },
);

#!/usr/bin/env node
// The server as a process of Node: `--stdio` for any editor, `--node-ipc` for VS Code.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server';

if (process.argv.includes('--help') || process.argv.includes('-h')) {
  process.stdout.write('Usage: node server.js --stdio | --node-ipc | --pipe=NAME | --socket=PORT\n\nThe Stepwise language server, for Amazon States Language in JSON and YAML.\n');
  process.exit(0);
}

// The part of the heap for what is new stays small: with fifty documents open the process is a third smaller, and no slower.
setFlagsFromString('--semi-space-growth-factor=1');

// The client is gone: there is nobody left to tell.
process.stdout.on('error', () => process.exit(1));

/** So many messages that have arrived already are read before the work on one starts. */
const turnsOfPatience = 16;

const transport = /(^| )--(stdio|node-ipc|(pipe|socket)[= ]\S+)( |$)/;

if (transport.test(process.argv.slice(2).join(' '))) {
  const connection = createConnection(ProposedFeatures.all);
  const services = join(__dirname, '..', 'server', 'data', 'services');
  const pages = join(__dirname, '..', 'docs', 'rules.md');
  startServer(connection, {
    async nextTick() {
      // The protocol's library reads one waiting message a turn of the event loop, so one turn is not enough.
      for (let turn = 0; turn < turnsOfPatience; turn++) {
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    schedule(milliseconds, call) {
      const timer = setTimeout(call, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
    log: (message) => {
      connection.console.error(message);
    },
    // A few milliseconds for the largest, once: less than to ask and be called again.
    readService: (name) => readFileSync(join(services, `${name}.jsonl`), 'utf8'),
    // A file and not a site: it is there without a network, and describes the rules of this very version.
    ...(existsSync(pages) && { rulePage: (code) => `${pathToFileURL(pages).href}#${code}` }),
  });
} else {
  process.stderr.write('The Stepwise language server speaks LSP. Start it as: node server.js --stdio (or --node-ipc)\n');
  process.exitCode = 2;
}

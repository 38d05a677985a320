#!/usr/bin/env node
// The server as a process of Node: `--stdio` for any editor, `--node-ipc` for VS Code.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server';

const transports = ['--stdio', '--node-ipc', '--pipe', '--socket'];

if (process.argv.slice(2).some((argument) => transports.some((transport) => argument.startsWith(transport)))) {
  const connection = createConnection(ProposedFeatures.all);
  const pages = join(__dirname, '..', 'docs', 'rules.md');
  startServer(connection, {
    nextTick: () => new Promise((resolve) => setTimeout(resolve, 0)),
    schedule(milliseconds, call) {
      const timer = setTimeout(call, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
    log: (message) => {
      connection.console.error(message);
    },
    // A file and not a site: it is there without a network, and describes the rules of this very version.
    ...(existsSync(pages) && { rulePage: (code) => `${pathToFileURL(pages).href}#${code}` }),
  });
} else {
  process.stderr.write('The Stepwise language server speaks LSP. Start it as: node server.js --stdio (or --node-ipc)\n');
  process.exitCode = 2;
}

// What is bundled: client and server for Node and for the web worker, the command line, and one script and style a page.
import { readFileSync } from 'node:fs';
import { eitherHost } from './either-host.mjs';
import { study } from './study.mjs';
import { workers } from './worker.mjs';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** What all bundles share. `sourcemap` and `minify` are the caller's. */
const shared = {
  bundle: true,
  legalComments: 'none',
  // `jsonc-parser`'s default entry does not survive bundling for Node.
  mainFields: ['module', 'main'],
};
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20' };
const worker = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'], target: 'es2022' };
const page = { ...shared, platform: 'browser', format: 'iife', target: 'es2022' };

/** @type {import('esbuild').BuildOptions[]} */
export const bundles = [
  {
    ...shared,
    ...eitherHost({ node: 'client/src/node/main.ts', browser: 'client/src/browser/main.ts', isExtension: true }),
    entryPoints: { client: 'either-host:client' },
    outdir: 'dist',
  },
  {
    ...shared,
    ...eitherHost({ node: 'server/src/node/main.ts', browser: 'server/src/browser/main.ts' }),
    entryPoints: { server: 'either-host:server' },
    outdir: 'dist',
    // Also a command by itself; a worker passes over the line.
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...node,
    entryPoints: { cli: 'server/src/cli/main.ts' },
    outdir: 'dist',
    // `fdir`, below the globs, makes itself a `require` from its own address.
    define: { STEPWISE_VERSION: JSON.stringify(version), 'import.meta.url': '__filename' },
  },
  { ...page, entryPoints: { study: 'media/study/main.ts' }, outdir: 'dist/media' },
  { ...page, entryPoints: { study: 'media/study/study.css' }, outdir: 'dist/media' },
  { ...page, entryPoints: { graph: 'media/graph/main.ts' }, outdir: 'dist/media', plugins: [workers] },
  { ...page, entryPoints: { graph: 'media/graph/graph.css' }, outdir: 'dist/media' },
  { ...page, entryPoints: { history: 'media/history/main.ts' }, outdir: 'dist/media' },
  { ...page, entryPoints: { history: 'media/history/history.css' }, outdir: 'dist/media' },
  {
    ...page,
    entryPoints: { notes: 'study:notes', decks: 'study:decks' },
    outdir: 'dist/media/study',
    entryNames: '[name]',
    plugins: [study],
    // Notes and decks are data; there is nothing to step through.
    sourcemap: false,
  },
];

/**
 * The suites for both extension hosts: one bundle, since it needs no Node. No part of what is shipped.
 * @type {import('esbuild').BuildOptions[]}
 */
export const testBundles = [
  {
    ...worker,
    format: 'cjs',
    entryPoints: { host: 'test/editor/host/run.ts' },
    outdir: 'out/test',
    external: ['vscode'],
    // mocha's browser build would otherwise export itself in place of `run.ts`.
    define: { module: 'undefined' },
  },
];

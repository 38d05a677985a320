// Every bundle of the extension: client and server for Node and for the web worker, and one script and style a page.
// `--production` minifies, `--watch` rebuilds on change.
import * as esbuild from 'esbuild';
import { study } from './scripts/build/study.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** Prints what VS Code's problem matcher reads, so that errors of `npm run watch` reach the Problems panel. */
const reporter = {
  name: 'reporter',
  setup(build) {
    build.onStart(() => console.log('[watch] build started'));
    build.onEnd(({ errors }) => {
      for (const { text, location } of errors) {
        console.error(`> ${location ? `${location.file}:${location.line}:${location.column}: ` : ''}error: ${text}`);
      }
      console.log('[watch] build finished');
    });
  },
};

const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: watch ? 'silent' : 'warning',
  // `jsonc-parser`'s default entry does not survive bundling for Node.
  mainFields: ['module', 'main'],
  loader: { '.md': 'text' },
  plugins: watch ? [reporter] : [],
};
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20' };
const worker = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'], target: 'es2022' };
const page = { ...shared, platform: 'browser', format: 'iife', target: 'es2022' };

const bundles = [
  { ...node, entryPoints: { client: 'client/src/node/main.ts' }, outdir: 'dist', external: ['vscode'] },
  { ...node, entryPoints: { server: 'server/src/node/main.ts' }, outdir: 'dist' },
  { ...worker, format: 'cjs', entryPoints: { 'client.web': 'client/src/browser/main.ts' }, outdir: 'dist', external: ['vscode'] },
  { ...worker, format: 'iife', entryPoints: { 'server.web': 'server/src/browser/main.ts' }, outdir: 'dist' },
  { ...page, entryPoints: { study: 'media/study/main.ts' }, outdir: 'dist/media' },
  { ...page, entryPoints: { study: 'media/study/study.css' }, outdir: 'dist/media' },
  {
    ...page,
    entryPoints: { notes: 'study:notes', decks: 'study:decks' },
    outdir: 'dist/media/study',
    entryNames: '[name]',
    sourcemap: false,
    plugins: [...shared.plugins, study],
  },
];

if (watch) {
  const contexts = await Promise.all(bundles.map((bundle) => esbuild.context(bundle)));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  try {
    await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
  } catch {
    // esbuild has printed what is wrong and where.
    process.exitCode = 1;
  }
}

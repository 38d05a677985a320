// Builds every bundle of the extension. `--production` minifies, `--watch` rebuilds on change.
import * as esbuild from 'esbuild';
import { bundles, testBundles } from './scripts/build/bundles.mjs';

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

const builds = [...bundles, ...(production ? [] : testBundles)].map((bundle) => ({
  ...bundle,
  minify: production,
  sourcemap: bundle.sourcemap ?? (production ? false : 'linked'),
  logLevel: watch ? 'silent' : 'warning',
  plugins: [...(bundle.plugins ?? []), ...(watch ? [reporter] : [])],
}));

if (watch) {
  const contexts = await Promise.all(builds.map((build) => esbuild.context(build)));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  try {
    await Promise.all(builds.map((build) => esbuild.build(build)));
  } catch {
    // esbuild has printed what is wrong and where.
    process.exitCode = 1;
  }
}

// An esbuild plugin: `import code from 'worker:./x'` is the text of a whole bundle, which a page starts as a worker of its own.
// A page may load nothing, so the worker can't be a file that it fetches.
import { dirname, join, resolve } from 'node:path';
import * as esbuild from 'esbuild';

/** @param {string} path of the worker's own source */
export function buildWorker(path, minify = false) {
  return esbuild.build({ entryPoints: [path], bundle: true, write: false, metafile: true, minify, legalComments: 'none', format: 'iife', platform: 'browser', target: 'es2022', logLevel: 'silent' });
}

export const workers = {
  name: 'worker',
  setup(build) {
    build.onResolve({ filter: /^worker:/ }, ({ path, importer }) => ({ path: join(dirname(importer), `${path.slice('worker:'.length)}.ts`), namespace: 'worker' }));
    build.onLoad({ filter: /.*/, namespace: 'worker' }, async ({ path }) => {
      const { outputFiles, metafile } = await buildWorker(path, build.initialOptions.minify);
      return { contents: outputFiles[0].text, loader: 'text', watchFiles: Object.keys(metafile.inputs).map((file) => resolve(file)) };
    });
  },
};

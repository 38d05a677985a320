// One bundle that runs in Node and in a web worker: most of the code is the same, and what is not is only read where it belongs.
import { builtinModules } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const name = 'either-host';

/** Packages with an entry for each host, which only one of esbuild's conditions would let through. */
const split = /^(vscode-(?:languageserver|languageserver-protocol|languageclient|jsonrpc))\/(node|browser)$/;

/**
 * @param {{ node: string, browser: string, isExtension?: boolean }} entries the modules to start with, from the root; what an extension's gives is handed on
 * @returns {import('esbuild').BuildOptions}
 */
export function eitherHost({ node, browser, isExtension = false }) {
  return {
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    mainFields: ['browser', 'module', 'main'],
    external: ['vscode', ...builtinModules, ...builtinModules.map((each) => `node:${each}`)],
    plugins: [
      {
        name,
        setup(build) {
          build.onResolve({ filter: /^either-host:/ }, ({ path }) => ({ path, namespace: name }));
          build.onLoad({ filter: /.*/, namespace: name }, () => ({
            // Required, not imported: the other host's modules are then never run.
            contents: `${isExtension ? 'module.exports = ' : ''}typeof process === 'undefined' ? require(${JSON.stringify(`./${browser}`)}) : require(${JSON.stringify(`./${node}`)});`,
            resolveDir: root,
          }));
          build.onResolve({ filter: split }, async ({ path, resolveDir }) => {
            const [, packageName, host] = split.exec(path) ?? [];
            const { path: api } = await build.resolve(packageName, { resolveDir, kind: 'import-statement' });
            return { path: join(api, '..', '..', host, 'main.js') };
          });
        },
      },
    ],
  };
}

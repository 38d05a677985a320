// The server's core as it is shipped: bundled and minified, not as the tools that run these scripts would change it.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

export interface Core {
  readonly AslDocument: typeof import('../../server/src/analysis/document').AslDocument;
  readonly ExpressionCache: typeof import('../../server/src/analysis/expression-cache').ExpressionCache;
  readonly diagnostics: typeof import('../../server/src/features/diagnostics').diagnostics;
}

export async function builtCore(): Promise<Core> {
  const root = join(import.meta.dirname, '../..');
  const outfile = join(root, 'out/bench/core.cjs');
  const exports = ["AslDocument } from './analysis/document'", "ExpressionCache } from './analysis/expression-cache'", "diagnostics } from './features/diagnostics'"];
  await build({
    stdin: { contents: exports.map((each) => `export { ${each};`).join('\n'), resolveDir: join(root, 'server/src'), loader: 'ts' },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    outfile,
  });
  return createRequire(import.meta.url)(outfile) as Core;
}

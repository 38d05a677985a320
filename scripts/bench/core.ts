// The server's core as it is shipped: bundled and minified, not as the tools that run these scripts would change it.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/** Where it is, once it was built. */
export const corePath = join(root, 'out/bench/core.cjs');

export interface Core {
  readonly AslDocument: typeof import('../../server/src/analysis/document').AslDocument;
  readonly ExpressionCache: typeof import('../../server/src/analysis/expression-cache').ExpressionCache;
  readonly Catalog: typeof import('../../server/src/services/catalog').Catalog;
  readonly completion: typeof import('../../server/src/features/completion/completion').completion;
  readonly diagnostics: typeof import('../../server/src/features/diagnostics').diagnostics;
  readonly graph: typeof import('../../server/src/features/graph/graph').graph;
  readonly parse: typeof import('../../server/src/syntax/parse').parse;
  readonly lower: typeof import('../../server/src/model/lower').lower;
  readonly run: typeof import('../../server/src/simulator/run').run;
}

export async function builtCore(): Promise<Core> {
  const exports = [
    "AslDocument } from './analysis/document'",
    "Catalog } from './services/catalog'",
    "ExpressionCache } from './analysis/expression-cache'",
    "completion } from './features/completion/completion'",
    "diagnostics } from './features/diagnostics'",
    "graph } from './features/graph/graph'",
    "parse } from './syntax/parse'",
    "lower } from './model/lower'",
    "run } from './simulator/run'",
  ];
  await build({
    stdin: { contents: exports.map((each) => `export { ${each};`).join('\n'), resolveDir: join(root, 'server/src'), loader: 'ts' },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    outfile: corePath,
  });
  return createRequire(import.meta.url)(corePath) as Core;
}

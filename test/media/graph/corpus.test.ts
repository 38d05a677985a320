// Every real definition is drawn: all its states have their place, and none lies on another of its scope.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { suite, test } from 'mocha';
import { Arranger } from '../../../media/graph/arrange/arrange';
import type { Box } from '../../../media/graph/arrange/plan';
import { idOfEdge, knownGraph } from '../../../media/graph/known';
import { planOf, type Sizes } from '../../../media/graph/planned';
import { labelLines } from '../../../media/graph/words';
import { toMermaid } from '../../../client/src/webviews/graph/mermaid';
import { AslDocument } from '../../../server/src/analysis/document';
import { graph } from '../../../server/src/features/graph/graph';
import { corpusFolder, jsonFiles } from '../../support/corpus';
import { services } from '../../support/services';

/** As the page would measure, with letters that are all alike. */
const sizes: Sizes = {
  box: ({ name, detail = '' }) => ({ name: [name], detail, width: 60 + 7 * Math.max(name.length, detail.length), height: 46 }),
  label(edge) {
    const lines = labelLines(edge);
    return { lines, width: lines.length === 0 ? 0 : 6 * Math.max(...lines.map(({ length }) => length)), height: 15 * lines.length };
  },
  line: (_edge, target) => `→ ${target}`,
  lineWidth: ({ length }) => 7 * length,
};

suite('the graphs of real definitions', function () {
  this.timeout(120_000);
  const folder = corpusFolder();

  for (const kind of ['valid', 'invalid']) {
    (folder === undefined ? test.skip : test)(`those that are ${kind}: all is drawn, and nothing lies on anything else`, async () => {
      const graphviz = await Graphviz.load();
      const arranger = new Arranger((dot) => graphviz.layout(dot, 'plain', 'dot'));
      for (const file of jsonFiles(join(folder ?? '', kind))) {
        const document = new AslDocument(readFileSync(join(folder ?? '', kind, file), 'utf8'), 'json', { services });
        const drawn = graph(document, (_rule, error) => assert.fail(String(error))) ?? assert.fail(file);
        const known = knownGraph(drawn);
        for (const direction of ['down', 'right'] as const) {
          const { boxes, arrows } = arranger.arrange(planOf(drawn, sizes, direction, new Set()));
          const byId = new Map(boxes.map((box) => [box.id, box]));
          const ids = known.all.map(({ node }) => node.id);
          assert.deepEqual(ids.filter((id) => !byId.has(id)), [], file);
          const ways = new Set([...arrows.map(({ id }) => id), ...boxes.flatMap(({ lines }) => lines)]);
          assert.deepEqual(known.all.flatMap(({ out }) => out.map(idOfEdge)).filter((id) => !ways.has(id)), [], file);
          for (const { scope } of known.all) {
            const own = scope.nodes.map(({ id }) => byId.get(id) as Box);
            assert.ok(own.length > 60 || own.every((one, index) => own.slice(index + 1).every((other) => isApart(one, other))), `${file}: boxes overlap`);
          }
        }
        assert.match(toMermaid(drawn), /^flowchart TD\n/);
      }
    });
  }
});

function isApart(one: Box, other: Box): boolean {
  const close = 0.5;
  return one.x + one.width <= other.x + close || other.x + other.width <= one.x + close || one.y + one.height <= other.y + close || other.y + other.height <= one.y + close;
}

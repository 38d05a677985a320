// Where things go, without a browser: Graphviz is the same here.
import assert from 'node:assert/strict';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { suite, suiteSetup, test } from 'mocha';
import { Arranger } from '../../../media/graph/arrange/arrange';
import type { Picture, Plan, PlanEdge, PlanNode, PlanScope, Rect } from '../../../media/graph/arrange/plan';
import { segmentsOf } from '../../../media/graph/arrange/segments';

const node = (id: string, scopes: PlanScope[] = [], isApart = false): PlanNode => ({ id, width: 100, height: 40, isApart, scopes });
const edge = (from: string, to: string, width = 0): PlanEdge => ({ id: `${from}>${to}`, from, to, width, height: width > 0 ? 15 : 0, weight: 12, lineWidth: 80 });

/** `A > B, A > C: label` → nodes in the order of their names in the text, and edges. */
function scope(text: string, inside: Record<string, PlanScope[]> = {}): PlanScope {
  const edges = text.split(',').map((part) => {
    const [, from = '', to = '', label] = /^\s*(\S+) > (\S+?)(: .*)?$/.exec(part) ?? [];
    return edge(from, to, label === undefined ? 0 : 60);
  });
  const ids = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
  return { nodes: ids.map((id) => node(id, inside[id])), edges };
}

const chain = (count: number, more: PlanEdge[] = [], also: PlanNode[] = []): PlanScope => ({
  nodes: [...Array.from({ length: count }, (_, index) => node(String(index))), ...also],
  edges: [...Array.from({ length: count - 1 }, (_, index) => edge(String(index), String(index + 1))), ...more],
});

suite('arranging a graph', () => {
  let graphviz: Graphviz;
  let calls = 0;
  let arranger: Arranger;
  suiteSetup(async () => {
    graphviz = await Graphviz.load();
  });
  setup(() => {
    calls = 0;
    arranger = new Arranger((dot) => {
      calls++;
      return graphviz.layout(dot, 'plain', 'dot');
    });
  });

  const arrange = (plan: PlanScope, direction: Plan['direction'] = 'down'): Picture => arranger.arrange({ direction, scope: plan });
  const at = ({ boxes }: Picture, id: string): Rect => boxes.find((box) => box.id === id) ?? assert.fail(`no box ${id}`);
  const lacks = (picture: Picture): string[] => picture.boxes.flatMap(({ lines }) => lines);

  test('goes down, or to the right, along the arrows; nothing overlaps, and nothing is outside', () => {
    const plan = scope('A > B: x, A > C: y, B > D, C > D, D > A');
    for (const direction of ['down', 'right'] as const) {
      const picture = arrange(plan, direction);
      const along = ({ x, y }: Rect): number => (direction === 'down' ? y : x);
      assert.ok(along(at(picture, 'A')) < along(at(picture, 'B')) && along(at(picture, 'C')) < along(at(picture, 'D')));
      for (const [index, one] of picture.boxes.entries()) {
        assert.ok(one.x >= 0 && one.y >= 0 && one.x + one.width <= picture.width + 0.1 && one.y + one.height <= picture.height + 0.1);
        for (const other of picture.boxes.slice(index + 1)) {
          assert.ok(one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y, `${one.id} ${other.id}`);
        }
      }
      assert.equal(picture.arrows.length, 5);
      assert.equal(picture.arrows.filter(({ label }) => label).length, 2);
    }
  });

  test('the way that all goes well runs straight down, and two arrows to the same state lie beside each other', () => {
    const { nodes, edges } = scope('A > B, B > C, C > D, A > Failed: a, B > Failed: b, C > Failed: c, C > D: c');
    const picture = arrange({ nodes, edges: edges.map((each) => (each.width > 0 ? { ...each, id: `${each.id}!`, weight: 1 } : each)) });
    const middle = (id: string): number => Math.round(at(picture, id).x + at(picture, id).width / 2);
    assert.deepEqual(['B', 'C', 'D'].map(middle), Array(3).fill(middle('A')));
    const [one = 0, other = 0] = picture.arrows.filter(({ from, to }) => from === 'C' && to === 'D').map(({ points }) => points.at(-1)?.[0]);
    assert.ok(Math.abs(one - other) >= 16, `${String(one)} ${String(other)}`);
  });

  test('what is inside a state is inside its box, branch beside branch', () => {
    const picture = arrange(scope('A > P, P > Z', { P: [scope('B > C'), scope('D > E')] }));
    const box = at(picture, 'P');
    for (const id of ['B', 'C', 'D', 'E']) {
      const inner = at(picture, id);
      assert.ok(inner.x > box.x && inner.y > box.y + 40 && inner.x + inner.width < box.x + box.width && inner.y + inner.height < box.y + box.height);
    }
    assert.equal(picture.lanes.length, 2);
    assert.ok(at(picture, 'D').x > at(picture, 'B').x + 100);
  });

  test('what nothing leads to stands apart, and its arrow to the others is a line in its box', () => {
    const { nodes, edges } = scope('A > B');
    const picture = arrange({ nodes: [...nodes, node('Lost', [], true)], edges: [...edges, edge('Lost', 'B')] });
    assert.ok(at(picture, 'Lost').x > at(picture, 'A').x + 100);
    assert.deepEqual(lacks(picture), ['Lost>B']);
  });

  test('an edit lays out the piece that it is in, and leaves the others where they are to each other', () => {
    const before = arrange(chain(300));
    const all = calls;
    assert.ok(all >= 1);
    const plan = chain(300);
    const edited = { ...plan, nodes: plan.nodes.map((each) => (each.id === '150' ? { ...each, width: 160 } : each)) };
    const after = arrange(edited);
    assert.equal(calls - all, 1);
    for (const id of ['0', '10', '100']) {
      assert.equal(at(after, id).y, at(before, id).y);
    }
  });

  test('one arrow leads from piece to piece without a gap', () => {
    const picture = arrange(chain(100));
    const bridge = picture.arrows.filter(({ points }) => points.length > 4);
    assert.ok(bridge.length > 0);
    for (const { id, points } of picture.arrows) {
      const [from = '', to = ''] = id.split('>');
      const [start, end] = [points[0] ?? assert.fail(), points.at(-1) ?? assert.fail()];
      assert.equal(points.length % 3, 1, id);
      assert.ok(Math.abs(start[1] - (at(picture, from).y + 40)) < 2 && Math.abs(end[1] - at(picture, to).y) < 2, id);
    }
  });

  test('arrows to the one state that all lead to are lines, but for the nearest', () => {
    const failing = Array.from({ length: 30 }, (_, index) => edge(String(index), 'Failed'));
    const { segments, lines } = segmentsOf(...(Object.values(chain(30, failing, [node('Failed')])) as [PlanNode[], PlanEdge[]]));
    assert.equal(lines.length, 28);
    assert.ok(!lines.some(({ id }) => id === '29>Failed'));
    assert.ok(segments.length > 0);
    const few = chain(6, failing.slice(0, 6), [node('Failed')]);
    assert.deepEqual(segmentsOf(few.nodes, few.edges).lines, []);
  });

  test('what can’t be laid out is drawn all the same, one state behind the other', () => {
    const broken = new Arranger(() => {
      throw new Error('out of memory');
    });
    const picture = broken.arrange({ direction: 'down', scope: chain(60) });
    assert.equal(picture.boxes.length, 60);
    assert.equal(picture.arrows.length, 59);
    assert.ok(at(picture, '59').y > at(picture, '58').y && at(picture, '58').y > at(picture, '0').y);
  });

  test('thousands of states in a row, in a fan, or each leading anywhere, are arranged', () => {
    const anywhere = Array.from({ length: 1000 }, (_, index) => edge(String(index), String((index * 7919) % 1000)));
    const fan: PlanScope = { nodes: Array.from({ length: 200 }, (_, index) => node(String(index))), edges: Array.from({ length: 199 }, (_, index) => edge('0', String(index + 1))) };
    for (const plan of [chain(3000), chain(1000, anywhere), fan]) {
      const picture = arrange(plan);
      assert.equal(picture.boxes.length, plan.nodes.length);
      assert.equal(picture.arrows.length + lacks(picture).length, plan.edges.length);
    }
  });
});

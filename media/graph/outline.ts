// The same graph in words, for those who hear it: each state with what it is, and where it leads.
import { h } from '../shared/dom';
import type { Graph, GraphScope } from '../../client/src/webviews/graph/messages';
import { arrowInWords, boxInWords } from './words';

/** A list of the states, those inside others below them. */
export function outlineOf({ name, comment, scope }: Graph): HTMLElement {
  return h('div', { class: 'unseen', id: 'outline' }, h('h2', {}, name === '' ? 'States' : `States of ${name}`), comment !== undefined && h('p', {}, comment), listOf(scope));
}

function listOf({ start, nodes, edges }: GraphScope): HTMLElement {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const out = new Map<string, string[]>();
  for (const edge of edges) {
    out.set(edge.from, [...(out.get(edge.from) ?? []), arrowInWords(edge, names.get(edge.to) ?? '')]);
  }
  return h(
    'ol',
    {},
    ...nodes.map((node) => {
      const ways = out.get(node.id) ?? [];
      const words = [`${boxInWords(node)}.`, node.id === start && 'The first.', ways.length > 0 ? `Leads ${ways.join('; ')}.` : node.ends && 'Ends here.'].filter((each) => typeof each === 'string');
      return h('li', {}, words.join(' '), ...node.scopes.map((scope, index) => h('div', {}, node.scopes.length > 1 && `Branch ${String(index + 1)}:`, listOf(scope))));
    }),
  );
}

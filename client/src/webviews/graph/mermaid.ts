// A graph in the words of Mermaid, which READMEs on GitHub and elsewhere draw. Nothing of Mermaid itself is in the extension.
import type { Graph, GraphEdge, GraphNode, GraphScope } from '../../../../server/src/protocol/graph';

/** Mermaid gives all of a label room, however long it is. */
const longest = 60;

/** The flowchart of a graph. */
export function toMermaid({ scope }: Graph): string {
  const names = new Map<string, string>();
  nameAll(scope, names);
  const nameOf = (id: string): string => names.get(id) ?? '';
  const lines = ['flowchart TD'];
  if (scope.start !== undefined) {
    lines.push(`  start([Start]) --> ${nameOf(scope.start)}`);
  }
  lines.push(...scopeLines(scope, nameOf, '  '));
  const ending = scope.nodes.filter(({ ends, type }) => ends && type !== 'Fail');
  lines.push(...ending.map(({ id }, index) => `  ${nameOf(id)} --> finish${index === 0 ? '([End])' : ''}`));
  return `${lines.join('\n')}\n`;
}

/** Short names, as those of states may hold anything. */
function nameAll({ nodes }: GraphScope, names: Map<string, string>): void {
  for (const { id, scopes } of nodes) {
    names.set(id, `s${String(names.size + 1)}`);
    for (const scope of scopes) {
      nameAll(scope, names);
    }
  }
}

function scopeLines({ nodes, edges }: GraphScope, nameOf: (id: string) => string, indent: string): string[] {
  return [...nodes.flatMap((node) => nodeLines(node, nameOf, indent)), ...edges.map((edge) => `${indent}${arrow(edge, nameOf)}`)];
}

function nodeLines(node: GraphNode, nameOf: (id: string) => string, indent: string): string[] {
  const name = nameOf(node.id);
  const text = quoted([node.name, node.detail].filter((each) => each !== undefined).join('\n'));
  const inner = node.scopes.filter(({ nodes }) => nodes.length > 0);
  if (inner.length === 0) {
    return [`${indent}${name}${shape(node, text)}`];
  }
  const deeper = `${indent}  `;
  if (inner.length === 1) {
    return subgraph(name, text, inner.flatMap((scope) => scopeLines(scope, nameOf, deeper)), indent, 'TB');
  }
  // Branches stand side by side.
  const branches = inner.flatMap((scope, index) => subgraph(`${name}_${String(index + 1)}`, `"Branch ${String(index + 1)}"`, scopeLines(scope, nameOf, `${deeper}  `), deeper, 'TB'));
  return subgraph(name, text, branches, indent, 'LR');
}

/** Each says its direction, or Mermaid takes the one across that of what is around it. */
function subgraph(name: string, text: string, lines: readonly string[], indent: string, direction: 'TB' | 'LR'): string[] {
  return [`${indent}subgraph ${name}[${text}]`, `${indent}  direction ${direction}`, ...lines, `${indent}end`];
}

function shape({ type }: GraphNode, text: string): string {
  switch (type) {
    case 'Choice':
      return `{${text}}`;
    case 'Wait':
      return `([${text}])`;
    case 'Succeed':
    case 'Fail':
      return `(((${text})))`;
    case 'Map':
    case 'Parallel':
      return `[[${text}]]`;
    default:
      return `[${text}]`;
  }
}

function arrow({ kind, from, to, labels }: GraphEdge, nameOf: (id: string) => string): string {
  const text = kind === 'default' ? 'Default' : labels.map((label) => (label.length <= longest ? label : `${label.slice(0, longest - 1).trimEnd()}…`)).join('\n');
  const label = text === '' ? '' : `|${quoted(text)}|`;
  return `${nameOf(from)} ${kind === 'catch' ? '-.->' : '-->'}${label} ${nameOf(to)}`;
}

/** A text in quotes, in which nothing means anything to Mermaid. */
function quoted(text: string): string {
  const escaped = text.replace(/[#"<>&|`{}[\]()\\*_]/g, (letter) => `#${String(letter.codePointAt(0))};`).replaceAll('\n', '<br>');
  return `"${escaped}"`;
}

// What the page says of a state, where it is read and not seen: names of types, and one sentence a fact.
import type { GraphEdge, GraphNode } from '../../client/src/webviews/graph/messages';
import { counted } from '../shared/dom';

/** `Task, SageMaker: create training job, 2 errors`: all that a box shows. */
export function boxInWords(node: GraphNode): string {
  return [
    node.name,
    node.type ?? 'no type yet',
    node.detail,
    // The detail says it already.
    node.manner !== 'distributed' && node.manner,
    node.retries !== undefined && `tried again ${counted(node.retries, 'time')} at most`,
    node.errors > 0 && counted(node.errors, 'error'),
    node.warnings > 0 && counted(node.warnings, 'warning'),
    node.isUnreachable && 'nothing leads here',
  ]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(', ');
}

/** So many rules or names stand on an arrow. */
const mostLabels = 3;

/** The lines of an arrow's label. */
export function labelLines({ kind, labels }: GraphEdge): string[] {
  if (kind === 'default') {
    return ['Default'];
  }
  const shown = labels.slice(0, labels.length > mostLabels ? mostLabels - 1 : mostLabels);
  return [...shown, ...(labels.length > shown.length ? [`and ${String(labels.length - shown.length)} more`] : [])];
}

/** `to Failed on States.ALL`. */
export function arrowInWords(edge: GraphEdge, target: string): string {
  switch (edge.kind) {
    case 'next':
      return `to ${target}`;
    case 'default':
      return `to ${target} by default`;
    case 'rule':
      return `to ${target} if ${edge.labels.join(', or if ')}`;
    case 'catch':
      return `to ${target} on ${edge.labels.join(', ')}`;
  }
}

/** When an arrow is gone, a line for each rule. */
export function arrowSentences({ kind, labels }: GraphEdge): string[] {
  switch (kind) {
    case 'next':
      return ['Comes next.'];
    case 'default':
      return ['If no rule holds.'];
    case 'rule':
      return labels.map((label, index) => `${index === 0 ? 'If' : 'Or if'} ${label}`);
    case 'catch':
      return [`When it fails with ${labels.join(', ')}`];
  }
}

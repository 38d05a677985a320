// A value to begin with, where a request needs one.
import type { Shape } from './shape';

/** So deep are required members filled in; a shape that requires itself would have no end. */
const deepest = 8;

/** The emptiest value of a shape that has all its required members. What takes any JSON begins as text. */
export function emptyValue(shape: Shape | undefined, depth = 0): unknown {
  switch (shape?.kind) {
    case 'number':
      return 0;
    case 'boolean':
      return false;
    case 'list':
      return [];
    case 'map':
    case 'union':
      return {};
    case 'structure':
      return Object.fromEntries(depth < deepest ? shape.required.map((member) => [member.name, emptyValue(member.shape, depth + 1)]) : []);
    case 'enum':
      return shape.values[0] ?? '';
    default:
      return '';
  }
}

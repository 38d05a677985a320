// How a type of a service is called, in a few words.
import type { Shape } from './shape';

/** So many values of an enumeration are named. */
const mostNamed = 4;

/** `string`, `list of Channel`, `"File" | "Pipe"`. */
export function typeOf(shape: Shape, most = mostNamed): string {
  switch (shape.kind) {
    case 'enum': {
      const shown = shape.values.slice(0, most).map((value) => `"${value}"`);
      const rest = shape.values.length - shown.length;
      return shown.length === 0 ? 'string' : `${shown.join(' | ')}${rest > 0 ? ` | … ${String(rest)} more` : ''}`;
    }
    case 'list':
      return `list of ${nameOf(shape.item)}`;
    case 'map':
      return `map of ${nameOf(shape.item)}`;
    case 'structure':
    case 'union':
      return shape.name ?? 'object';
    case 'time':
      return 'timestamp';
    case 'json':
      return 'any JSON';
    case 'none':
      return 'nothing';
    default:
      return shape.kind;
  }
}

/** In a list and a map an enumeration is called a text: its values would be too long. */
function nameOf(shape: Shape | undefined): string {
  return !shape || shape.kind === 'enum' ? 'string' : typeOf(shape);
}

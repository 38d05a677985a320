// How a type is called, in a few words.
import type { Member, Shape } from './shape';

/** So many values of an enumeration are named. */
const mostNamed = 4;

/** `text`, `list of Channel`, `"File" | "Pipe"`. */
export function typeOf(shape: Shape, most = mostNamed): string {
  switch (shape.kind) {
    case 'enum': {
      const shown = shape.values.slice(0, most).map((value) => `"${value}"`);
      const rest = shape.values.length - shown.length;
      return shown.length === 0 ? 'text' : `${shown.join(' | ')}${rest > 0 ? ` | … ${String(rest)} more` : ''}`;
    }
    case 'list':
      return listOf(nameOf(shape.item));
    case 'map':
      return `map of ${plural(nameOf(shape.item))}`;
    case 'structure':
    case 'union':
      return shape.name ?? 'object';
    case 'string':
    case 'blob':
      return 'text';
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

/** The type of a member. A structure that is called like the member says nothing more, and is an object. */
export function typeOfMember({ name, shape }: Pick<Member, 'name' | 'shape'>): string {
  const type = typeOf(shape);
  return type === name ? 'object' : type;
}

/** What a list is called by what its items are called; `undefined` for what is not known. */
export function listOf(item: string | undefined): string {
  return item === undefined ? 'list' : `list of ${plural(item)}`;
}

/** Structures of services have names of their own, which stay as they are. */
function plural(name: string): string {
  return name.replace(/^(text|number|boolean|object|list|map|timestamp)(?= of |$)/, '$1s');
}

/** In a list and a map an enumeration is called a text: its values would be too long. */
function nameOf(shape: Shape | undefined): string {
  return !shape || shape.kind === 'enum' ? 'text' : typeOf(shape);
}

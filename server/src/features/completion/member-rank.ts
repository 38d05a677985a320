// Which member an author most likely means: by the value that is there already, and by what is used most.
import type { Member, Shape } from '../../services/shape';
import { usualMembers } from '../../spec/usual-order';
import type { Node } from '../../syntax/tree';

const places = new Map(usualMembers.map((name, index) => [name, index]));

/**
 * @param value what stands there as the value already
 * @returns the higher the likelier
 */
export function memberWeight({ name, required, deprecated, shape }: Member, value: Node | undefined): number {
  return (deprecated ? -1000 : 0) + fit(shape, value) * 200 + (required ? 100 : 0) + usualMembers.length - (places.get(name) ?? usualMembers.length);
}

/** 1 where the value is such as the member takes, -1 where it can't be, 0 where that is not told. */
function fit(shape: Shape, value: Node | undefined): number {
  switch (value?.kind) {
    case 'object':
      return shape.kind === 'map' || ((shape.kind === 'structure' || shape.kind === 'union') && value.properties.every(({ key }) => shape.member(key.value.replace(/\.\$$/, '')))) ? 1 : shape.kind === 'json' ? 0 : -1;
    case 'array':
      return shape.kind === 'list' ? 1 : shape.kind === 'json' ? 0 : -1;
    case 'boolean':
      return shape.kind === 'boolean' ? 1 : shape.kind === 'json' ? 0 : -1;
    case 'number':
      return shape.kind === 'number' ? 1 : shape.kind === 'json' ? 0 : -1;
    case 'string':
      return /^\{%|\$\{|^\$/.test(value.value) ? 0 : shape.kind === 'enum' ? (shape.values.includes(value.value) ? 2 : -1) : shape.kind === 'string' || shape.kind === 'json' || shape.kind === 'blob' ? 0 : -1;
    default:
      return 0;
  }
}

/** True for a text that a JSONPath state reads as a path or a function. */
export function looksEvaluated(value: Node | undefined): boolean {
  return value?.kind === 'string' && /^\$|^States\.\w/.test(value.value);
}

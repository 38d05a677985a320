// What a choice rule compares.
import type { Part } from '../model/parts';
import type { OperandType } from '../spec/usual-order';
import { member } from '../syntax/tree';
import { isList } from './data/data';
import { followPath } from './data/paths';
import type { Definition } from './definition';

/** The type of what `Variable` leads to; `undefined` where it is not known. */
export function operandTypeOf(definition: Definition, part: Part): OperandType | undefined {
  const variable = member(part.node, 'Variable');
  const field = part.spec.byName.get('Variable');
  const [path] = variable?.kind === 'string' ? definition.expressions.path(variable.value).paths : [];
  const data = path && field && followPath(path, definition.data.rootsAt({ field, part }));
  return data && (isList(data) ? 'list' : data.is === 'shape' ? 'object' : data.is);
}

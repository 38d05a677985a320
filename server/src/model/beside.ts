// Whether a field goes with another one of its object, as the table wants it.
import type { FieldSpec } from '../spec/field';
import { member, type ObjectNode } from '../syntax/tree';

/** False where the field is refused for what the other field says; `undefined` where the other's value can't be told. */
export function fits({ beside }: FieldSpec, object: ObjectNode | undefined): boolean | undefined {
  if (!beside) {
    return true;
  }
  const other = member(object, beside.field);
  if (!other) {
    return beside.otherwise !== undefined && beside.is.includes(beside.otherwise);
  }
  if (other.kind !== 'string') {
    return undefined;
  }
  return beside.is.includes(other.value);
}

/** Whether an object can't do without a field. */
export function isRequired(field: FieldSpec, object: ObjectNode): boolean {
  return field.required === true && fits(field, object) === true;
}

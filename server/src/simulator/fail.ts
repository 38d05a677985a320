// Fail states.
import { textOf, type Json } from '../expressions/value';
import { Failure } from './failure';
import type { Work } from './scheduler';
import { isText, type Visit } from './visit';

/** Ends the scope with the error and the cause that the state says. */
export function* fail(visit: Visit): Work<never> {
  if (!visit.isJsonata) {
    visit.stages['afterInputPath'] = visit.input;
  }
  const error = yield* said(visit, 'Error');
  const cause = yield* said(visit, 'Cause');
  throw new Failure(error, cause, 'state');
}

function* said(visit: Visit, field: 'Error' | 'Cause'): Work<string | undefined> {
  if (visit.isJsonata) {
    return yield* visit.typed(field, 'string', isText);
  }
  const path = visit.field(`${field}Path`);
  const value: Json | undefined = typeof path === 'string' ? visit.templateValue(path, `${field}Path`, visit.input) : visit.field(field);
  if (value !== undefined && typeof value !== 'string') {
    throw visit.runtime(`The ${field}Path parameter does not reference a string value: ${textOf(path)} == ${JSON.stringify(value)}`);
  }
  return value;
}

// What is known of a value, in words.
import { fieldsOf, isList, itemOf, nameOf, type Known } from '../../analysis/data/data';
import { code } from '../../text/markdown';
import { enumerated } from '../../text/words';

/** So many fields are named. */
const mostNames = 12;

/** ``Has `a` and `b`.``; nothing where no field is known. */
export function fieldsSentence(data: Known): string | undefined {
  const names = namesIn(data);
  return names === undefined ? undefined : `${isList(data) ? 'Each has' : 'Has'} ${names}.`;
}

/** ``list of objects with `a` and `b` ``; nothing where nothing is known. */
export function dataWords(data: Known): string | undefined {
  const [type, names] = [nameOf(data), namesIn(data)];
  return type === undefined || names === undefined ? type : `${type} with ${names}`;
}

function namesIn(data: Known): string | undefined {
  const names = [...fieldsOf(isList(data) ? itemOf(data) : data).keys()];
  const shown = names.slice(0, mostNames).map((name) => code(name));
  return names.length === 0 ? undefined : enumerated(names.length > mostNames ? [...shown, `${String(names.length - mostNames)} more`] : shown);
}

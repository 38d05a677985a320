// What is other in one value than in another, key by key.
import { isList, isObject, isSame, type Json } from '../../../server/src/expressions/value';
import type { Change } from '../webviews/history/messages';

/** More are not listed. */
const most = 500;
const longest = 200;

/** The changes from one value to the other, in the order of the first; places as JSONPath says them. */
export function differences(before: Json, after: Json): { readonly list: readonly Change[]; readonly isAll: boolean } {
  const list: Change[] = [];
  compare(before, after, '$', list);
  return { list: list.slice(0, most), isAll: list.length <= most };
}

function compare(before: Json, after: Json, path: string, list: Change[]): void {
  if (list.length > most || isSame(before, after)) {
    return;
  }
  if (isList(before) && isList(after)) {
    for (let index = 0; index < Math.max(before.length, after.length) && list.length <= most; index++) {
      member(before[index], after[index], `${path}[${String(index)}]`, list);
    }
  } else if (isObject(before) && isObject(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const own = (value: typeof before): Json | undefined => (Object.hasOwn(value, name) ? value[name] : undefined);
      member(own(before), own(after), /^[A-Za-z_]\w*$/.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`, list);
    }
  } else {
    list.push({ path, kind: 'changed', before: told(before), after: told(after) });
  }
}

function member(before: Json | undefined, after: Json | undefined, path: string, list: Change[]): void {
  if (before === undefined && after !== undefined) {
    list.push({ path, kind: 'added', after: told(after) });
  } else if (after === undefined && before !== undefined) {
    list.push({ path, kind: 'removed', before: told(before) });
  } else if (before !== undefined && after !== undefined) {
    compare(before, after, path, list);
  }
}

function told(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

// JSON documents one after the other in one text: several pages appended to a file, or one event a line.
import { parseJson, type Json } from '../../../server/src/expressions/value';

export interface Documents {
  readonly documents: readonly Json[];
  /** True where something is left that is no whole document. */
  readonly isCut: boolean;
}

/** All documents of a text. Of one that was cut off, or of a list in which the last item was, whatever is whole in it. */
export function documentsIn(text: string): Documents {
  const whole = parseJson(text);
  if (whole !== undefined) {
    return { documents: [whole], isCut: false };
  }
  const documents: Json[] = [];
  let rest: string | undefined;
  for (const part of parts(text, 0)) {
    const document = parseJson(part);
    if (document === undefined) {
      rest = part;
      break;
    }
    documents.push(document);
  }
  if (rest !== undefined) {
    // The events in what was cut off stand one or two levels deeper.
    const inner = [1, 2].map((depth) => [...parts(rest, depth)].flatMap((part) => parseJson(part) ?? [])).find((found) => found.some((each) => typeof each === 'object'));
    documents.push(...(inner ?? []));
  }
  return { documents, isCut: rest !== undefined };
}

/** The objects and lists that begin at a depth, whatever stands between them; last one that does not end. */
function* parts(text: string, at: number): Generator<string> {
  let depth = 0;
  let start = -1;
  const marks = /"(?:[^"\\]|\\.)*"?|[{}[\]]/gs;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (mark === '{' || mark === '[') {
      if (depth++ === at && (at === 0 || mark === '{')) {
        start = index;
      }
    } else if ((mark === '}' || mark === ']') && --depth === at && start >= 0) {
      yield text.slice(start, index + 1);
      start = -1;
    }
  }
  if (at === 0 && start >= 0) {
    yield text.slice(start);
  }
}

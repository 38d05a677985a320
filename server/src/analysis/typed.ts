// How much of the text at a cursor is what somebody is typing there, and will be replaced.
import type { Node, ObjectProperty } from '../syntax/tree';
import type { Span } from '../text/span';
import type { Definition } from './definition';

/** The key at the cursor, quotes included, as far as it is on the cursor's line. */
export function typedKey(definition: Definition, property: ObjectProperty | undefined, offset: number): Span {
  return property && isOnLine(definition, property.key.span, offset) ? onLine(definition, property.key.span, offset) : wordBefore(definition, offset);
}

/** The value at the cursor, likewise. */
export function typedValue(definition: Definition, value: Node | undefined, offset: number): Span {
  if (!value || value.end === value.start) {
    return wordBefore(definition, offset);
  }
  // The function that fills in placeholders stays.
  const start = value.start + (/^!Sub[ \t]+/.exec(definition.text.slice(value.start, Math.min(value.end, offset)))?.[0].length ?? 0);
  return onLine(definition, { start, end: value.end }, offset);
}

/** True where a key has its colon already. */
export function hasColon({ text }: Definition, key: Span): boolean {
  return /^[ \t]*:/.test(text.slice(key.end, key.end + 20));
}

/** In YAML a key that is being typed above another one runs on to that one's colon, and only its line is meant. */
function isOnLine(definition: Definition, span: Span, offset: number): boolean {
  return span.start <= offset && !definition.text.slice(span.start, Math.max(span.end, offset)).includes('\n');
}

/** A text without its closing quote runs to the end of its line or beyond; only up to the cursor has it been typed. */
function onLine(definition: Definition, span: Span, offset: number): Span {
  const written = definition.text.slice(span.start, span.end);
  const isOpen = written.startsWith('"') && (written.length < 2 || !written.endsWith('"'));
  return isOpen || written.includes('\n') ? { start: span.start, end: Math.max(span.start, offset) } : span;
}

function wordBefore(definition: Definition, offset: number): Span {
  let start = offset;
  while (start > 0 && /[\w"-]/.test(definition.text[start - 1] ?? '')) {
    start--;
  }
  const end = definition.text[start] === '"' && definition.text[offset] === '"' ? offset + 1 : offset;
  return { start, end };
}

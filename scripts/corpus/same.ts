// Whether what a run gave is what was recorded, by the rules for redacted values that the corpus' README states.

/** @param placeholders words in the recording that stand for any text */
export function isAsRecorded(actual: unknown, expected: unknown, placeholders: readonly string[]): boolean {
  if (typeof expected === 'string') {
    return isText(actual, expected, placeholders);
  }
  if (typeof expected !== 'object' || expected === null) {
    return actual === expected || (typeof actual === 'string' && placeholders.includes(String(expected)));
  }
  if (typeof actual === 'string') {
    const parsed = parse(actual);
    return parsed !== undefined && typeof parsed !== 'string' && isAsRecorded(parsed, expected, placeholders);
  }
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual) !== Array.isArray(expected)) {
    return false;
  }
  const names = Object.keys(expected);
  return names.length === Object.keys(actual).length && names.every((name) => Object.hasOwn(actual, name) && isAsRecorded((actual as Record<string, unknown>)[name], (expected as Record<string, unknown>)[name], placeholders));
}

function isText(actual: unknown, expected: string, placeholders: readonly string[]): boolean {
  if (actual === expected) {
    return true;
  }
  if (typeof actual === 'string') {
    return pattern(expected, placeholders).test(actual);
  }
  const parsed = parse(expected);
  return parsed !== undefined ? isAsRecorded(actual, parsed, placeholders) : pattern(expected, placeholders).test('');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Times became `date` everywhere. `<…>` and the words of the recording stand for any text, as a whole or in part. */
function pattern(expected: string, placeholders: readonly string[]): RegExp {
  const words = ['date', ...placeholders].filter((word) => !word.startsWith('<')).sort((one, other) => other.length - one.length);
  const any = new RegExp(['<+[^<>]*>(?::\\d+>)?', ...words.map(escaped)].join('|'), 'g');
  let source = '';
  let from = 0;
  for (const { 0: found, index } of expected.matchAll(any)) {
    source += `${escaped(expected.slice(from, index))}[^]*`;
    from = index + found.length;
  }
  return new RegExp(`^${source}${escaped(expected.slice(from))}$`);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

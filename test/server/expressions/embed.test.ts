import assert from 'node:assert/strict';
import { Document, isMap, isScalar, parseDocument, Scalar } from 'yaml';
import { sourceMap } from '../../../server/src/expressions/embed';
import { parse } from '../../../server/src/syntax/parse';
import { member } from '../../../server/src/syntax/tree';
import type { Span } from '../../../server/src/text/span';

/** The source with `<` and `>` around what a word of the value is made from. */
function marked(source: string, word: string, notation: 'json' | 'yaml' = 'yaml'): string {
  const value = member(parse(source, notation).root, 'a');
  const node = value?.kind === 'unknown' ? value.call?.argument : value;
  assert.ok(node?.kind === 'string');
  const start = node.value.indexOf(word);
  assert.ok(start >= 0, `no "${word}" in ${JSON.stringify(node.value)}`);
  const { start: from, end: to } = sourceMap(source, node.span, node.value, notation).spanToSource({ start, end: start + word.length });
  return `${source.slice(0, from)}<${source.slice(from, to)}>${source.slice(to)}`;
}

suite('from a value to its source', () => {
  const json: [word: string, marked: string][] = [
    ['$.b', String.raw`{"a": "<$.b>"}`],
    ['b', String.raw`{"a": "\"<b>\""}`],
    ['"', String.raw`{"a": "x<\">y"}`],
    ['é', String.raw`{"a": "\n<\u00e9>x"}`],
    ['x', String.raw`{"a": "\ud83d\ude00<x>"}`],
    ['😀', String.raw`{"a": "\t<😀>x"}`],
    ['b\nc', String.raw`{"a": "\t<b\nc>"}`],
  ];
  for (const [word, expected] of json) {
    test(`JSON: ${expected}`, () => {
      assert.equal(marked(expected.replace(/[<>]/g, ''), word, 'json'), expected);
    });
  }

  const yaml: [what: string, word: string, marked: string][] = [
    ['plain', 'b', 'a: $.<b> # note\n'],
    ['plain on several lines', 'two', 'a: one\n  <two>\n  three\n'],
    ['a joint', 'one two', 'a: <one\n  two>\n  three\n'],
    ['single quotes', "it's", "a: 'so <it''s> that'\n"],
    ['single quotes on several lines', 'two', "a: 'it''s one \n\n   <two>'\n"],
    ['double quotes', 'two', 'a: "\\x41\\U0001F600 one\\\n   \\ <two> three"\n'],
    ['literal', '$x', 'a: |\n  {%\n    <$x>\n  %}\n'],
    ['literal with an indentation indicator', 'two', 'a: |2-\n    one\n   <two>\n'],
    ['literal in CRLF', 'two', 'a: |\r\n  one\r\n  <two>\r\n'],
    ['folded', 'two', 'a: >-\n  one\n  <two>\n\n  three\n'],
    ['folded, indented more', 'two', 'a: >+ # note\n\n  one\n\n    <two>\n\n  three\n\n'],
    ['behind an anchor and a tag', 'two', 'a: &x !Sub "one\\t<two>"\n'],
  ];
  for (const [what, word, expected] of yaml) {
    test(`YAML: ${what}`, () => {
      const source = expected.replace('<', '').replace(/>(?![-+])/, '');
      assert.equal(marked(source, word), expected);
    });
  }

  test('and back again, for a cursor in an escape or in the indentation', () => {
    const source = 'a: |\n    one\n    two\n';
    const map = sourceMap(source, { start: 3, end: source.length }, 'one\ntwo\n', 'yaml');
    assert.deepEqual([5, 9, 12, 14, 16, 17, 19].map((offset) => map.toValue(offset)), [0, 0, 3, 4, 4, 4, 6]);
    const escaped = String.raw`"a\u0041b"`;
    const inside = sourceMap(escaped, { start: 0, end: escaped.length }, 'aAb', 'json');
    assert.deepEqual([1, 2, 4, 8, 9].map((offset) => inside.toValue(offset)), [0, 1, 1, 2, 3]);
  });

  test('broken strings have a map too', () => {
    for (const source of [String.raw`{"a": "x\q`, String.raw`{"a": "x\u12`, '{"a": "', String.raw`{"a": "x\n`, '{"a": "x\ny"}']) {
      const node = member(parse(source, 'json').root, 'a');
      if (node?.kind === 'string') {
        checkOrder(source, node.span, node.value, 'json');
      }
    }
  });
});

/** Offsets never run backwards, stay inside the string, and lead back to where they came from. */
function checkOrder(source: string, span: Span, value: string, notation: 'json' | 'yaml'): void {
  const map = sourceMap(source, span, value, notation);
  let last = span.start;
  for (let offset = 0; offset <= value.length; offset++) {
    const at = map.toSource(offset);
    assert.ok(at >= last && at <= span.end, `${String(offset)} of ${JSON.stringify(value)} is at ${String(at)} of ${JSON.stringify(source)}`);
    last = at;
  }
}

/** Every character of the value is written at its place: as itself, as an escape, or as the line break that it was folded from. */
function checkCharacters(source: string, span: Span, value: string, notation: 'json' | 'yaml'): void {
  checkOrder(source, span, value, notation);
  const map = sourceMap(source, span, value, notation);
  for (let offset = 0; offset < value.length; offset++) {
    const { start, end } = map.spanToSource({ start: offset, end: offset + 1 });
    const written = source.slice(start, end);
    const char = value[offset] ?? '';
    const fits = written === char || written.startsWith('\\') || written === "''" || (/^[ \n]$/.test(char) && /^(\r?\n)?$/.test(written));
    assert.ok(fits, `${JSON.stringify(char)} at ${String(offset)} is ${JSON.stringify(written)} in ${JSON.stringify(source)}`);
    if (start < end && written !== '') {
      const back = map.toValue(start);
      assert.ok(back === offset || map.toSource(back) === start, `${String(start)} leads back to ${String(back)}, not ${String(offset)}`);
    }
  }
}

/** The same numbers every time, so that a failure can be seen again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

suite('every character of every style', () => {
  const bits = ['$.order', ' ', '  ', '\n', '\n\n', "it's", '"', '\\', '\t', 'é', '😀', '{% $x %}', ': ', '#', ' #x', '\u0001', '\u2028', 'word', 'long words in a row that fold', '-', '[0]'];
  const styles = [Scalar.PLAIN, Scalar.QUOTE_SINGLE, Scalar.QUOTE_DOUBLE, Scalar.BLOCK_LITERAL, Scalar.BLOCK_FOLDED] as const;

  for (const style of styles) {
    test(`YAML, ${style}`, () => {
      const random = numbers(7);
      let checked = 0;
      for (let round = 0; round < 1500; round++) {
        const value = Array.from({ length: 1 + random(12) }, () => bits[random(bits.length)]).join('');
        const document = new Document({ outer: { a: value } });
        const scalar = document.getIn(['outer', 'a'], true);
        assert.ok(isScalar(scalar));
        scalar.type = style;
        const text = document.toString({ lineWidth: [0, 20, 40][random(3)] ?? 0, indent: 2 + random(4), minContentWidth: 0 });
        const source = random(4) === 0 ? text.replaceAll('\n', '\r\n') : text;
        const parsed = parseDocument(source);
        const outer = parsed.get('outer', true);
        const read = isMap(outer) ? outer.get('a', true) : undefined;
        if (parsed.errors.length === 0 && isScalar(read) && typeof read.value === 'string' && read.range) {
          checkCharacters(source, { start: read.range[0], end: read.range[1] }, read.value, 'yaml');
          checked++;
        }
      }
      assert.ok(checked > 1000, `only ${String(checked)} could be read`);
    });
  }

  test('YAML block scalars by hand: headers, odd indentation, blank lines', () => {
    const random = numbers(11);
    const lines = ['one', '  two', '\tthree', '', '   ', ' four', 'five six', "it's", '  ', '        deep'];
    for (let round = 0; round < 6000; round++) {
      const header = `${['|', '>'][random(2)] ?? '|'}${['', '-', '+', '2', '2-', '1+'][random(6)] ?? ''}${random(5) === 0 ? ' # note' : ''}`;
      const body = Array.from({ length: random(7) }, () => `    ${lines[random(lines.length)] ?? ''}`).join('\n');
      const source = `outer:\n  a: ${header}\n${body}${random(3) === 0 ? '' : '\n'}${random(2) === 0 ? '' : '  b: 1\n'}`;
      const parsed = parseDocument(source);
      const outer = parsed.get('outer', true);
      const read = isMap(outer) ? outer.get('a', true) : undefined;
      if (parsed.errors.length === 0 && isScalar(read) && typeof read.value === 'string' && read.range) {
        checkCharacters(source, { start: read.range[0], end: read.range[1] }, read.value, 'yaml');
      }
    }
  });

  test('YAML flow scalars by hand: joints, blank lines, trailing space', () => {
    const random = numbers(13);
    const parts = ['one', ' ', '\t', '\n', '\n    ', ' \n\n   ', "''", '\\"', '\\\n  ', '\\x41', '\\u00e9', '\\\\', '\\ ', 'two three', '\r\n  '];
    for (let round = 0; round < 6000; round++) {
      const quote = ['"', "'"][random(2)] ?? '"';
      const body = Array.from({ length: random(10) }, () => parts[random(parts.length)]).join('');
      const source = `outer:\n  a: ${quote}${body}${quote}\n`;
      const parsed = parseDocument(source);
      const outer = parsed.get('outer', true);
      const read = isMap(outer) ? outer.get('a', true) : undefined;
      if (parsed.errors.length === 0 && isScalar(read) && typeof read.value === 'string' && read.range) {
        checkCharacters(source, { start: read.range[0], end: read.range[1] }, read.value, 'yaml');
      }
    }
  });

  test('JSON', () => {
    const random = numbers(17);
    for (let round = 0; round < 2000; round++) {
      const value = Array.from({ length: random(12) }, () => bits[random(bits.length)]).join('');
      const spelled = JSON.stringify(value);
      const source = random(2) === 0 ? spelled : spelled.replaceAll('é', '\\u00e9').replaceAll('😀', '\\ud83d\\uDE00');
      checkCharacters(source, { start: 0, end: source.length }, value, 'json');
    }
  });
});

// A value with tab stops, as each notation spells it.
import { spellPlain } from '../../syntax/editor';
import { escapeSnippet } from '../../text/snippet';
import type { Spellings } from './suggestion';

export type Draft =
  | { readonly is: 'leaf'; readonly json: string; readonly yaml: string }
  /** The names are snippets too. Without members there is a tab stop where the first will be. */
  | { readonly is: 'object'; readonly members: readonly (readonly [name: string, value: Draft])[]; readonly stop: string }
  | { readonly is: 'list'; readonly items: readonly Draft[] };

/** Numbers the tab stops in the order of the text. */
export class Stops {
  #last = 0;

  get last(): number {
    return this.#last;
  }

  /** The next tab stop, with nothing in it. */
  empty(): string {
    return `$${String(this.next())}`;
  }

  /** A text to write over. */
  text(standard: string): Draft {
    if (standard !== '') {
      return this.standard(standard, false);
    }
    const stop = this.empty();
    return { is: 'leaf', json: `"${stop}"`, yaml: stop };
  }

  /** @param withQuotes whether writing over it takes the quotes away too */
  standard(standard: string, withQuotes: boolean): Draft {
    const text = escapeSnippet(inJson(standard));
    const number = String(this.next());
    const plain = spellPlain(standard);
    return {
      is: 'leaf',
      json: withQuotes ? `\${${number}:"${text}"}` : `"\${${number}:${text}}"`,
      yaml: `\${${number}:${escapeSnippet(plain)}}`,
    };
  }

  /** One of several texts, the first standing there to begin with. */
  choice(values: readonly string[]): Draft {
    if (values.length < 2) {
      return this.text(values[0] ?? '');
    }
    const number = this.next();
    return { is: 'leaf', json: `"${choice(number, values.map(inJson))}"`, yaml: choice(number, values.map(spellPlain)) };
  }

  boolean(): Draft {
    return leaf(choice(this.next(), ['true', 'false']));
  }

  number(standard: number): Draft {
    return leaf(`\${${String(this.next())}:${String(standard)}}`);
  }

  next(): number {
    this.#last++;
    return this.#last;
  }
}

export function leaf(text: string): Draft {
  return { is: 'leaf', json: text, yaml: text };
}

function choice(stop: number, values: readonly string[]): string {
  return `\${${String(stop)}|${values.map((value) => value.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** In all spellings. */
export function spell(draft: Draft): Spellings {
  return { inline: inlineOf(draft), lines: linesOf(draft), block: blockOf(draft) };
}

function inlineOf(draft: Draft): string {
  switch (draft.is) {
    case 'leaf':
      return draft.json;
    case 'list':
      return `[${draft.items.map(inlineOf).join(', ')}]`;
    case 'object': {
      const { members, stop } = draft;
      return members.length === 0 ? `{${stop}}` : `{ ${members.map(([name, value]) => `"${name}": ${inlineOf(value)}`).join(', ')} }`;
    }
  }
}

/** On lines of its own: a tab at the start of a line is one level. */
export function linesOf(draft: Draft): string[] {
  switch (draft.is) {
    case 'leaf':
      return [draft.json];
    case 'list':
      return isShort(draft.items) ? [inlineOf(draft)] : ['[', ...indented(separated(draft.items.map(linesOf))), ']'];
    case 'object': {
      const { members, stop } = draft;
      const inside = separated(
        members.map(([name, value]) => {
          const [first = '', ...rest] = linesOf(value);
          return [`"${name}": ${first}`, ...rest];
        }),
      );
      return ['{', ...indented(members.length === 0 ? [stop] : inside), '}'];
    }
  }
}

/** As a YAML block; the first line stands behind the colon. */
export function blockOf(draft: Draft): string[] {
  switch (draft.is) {
    case 'leaf':
      return [draft.yaml];
    case 'list': {
      return ['', ...draft.items.flatMap((item) => itemLines(item).map((line, index) => `\t${index === 0 ? '- ' : '  '}${line}`))];
    }
    case 'object': {
      const { members, stop } = draft;
      const inside = members.flatMap(([name, value]) => {
        const [first = '', ...rest] = blockOf(value);
        return [`${name}:${first && ` ${first}`}`, ...rest];
      });
      return ['', ...indented(members.length === 0 ? [stop] : inside)];
    }
  }
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `\t${line}`);
}

/** As an item of a list: the block is what stands behind the dash. */
export function itemSpellings(draft: Draft): Spellings {
  return { inline: inlineOf(draft), lines: linesOf(draft), block: itemLines(draft) };
}

/** A list with this one item. */
export function inList({ inline, lines, block }: Spellings): Spellings {
  return {
    inline: `[${inline}]`,
    lines: lines.length === 1 ? [`[${inline}]`] : ['[', ...indented(lines), ']'],
    block: ['', ...block.map((line, index) => `\t${index === 0 ? '- ' : '  '}${line}`)],
  };
}

/** An item as the value of a key, which in YAML begins on a line below it. */
export function objectValue({ inline, lines, block }: Spellings): Spellings {
  return { inline, lines, block: ['', ...indented(block)] };
}

/** What stands behind a dash: the members of an item stand two columns behind it, however wide a level is. */
function itemLines(draft: Draft): string[] {
  const [first = '', ...rest] = blockOf(draft);
  return draft.is === 'leaf' ? [first] : rest.map((line) => line.slice(1));
}

/** So many characters of a list stand on one line. */
const longestLine = 80;

function isShort(items: readonly Draft[]): boolean {
  return items.every(({ is }) => is === 'leaf') && inlineOf({ is: 'list', items }).length <= longestLine;
}

/** With a comma behind each group of lines but the last. */
function separated(groups: readonly (readonly string[])[]): string[] {
  return groups.flatMap((lines, index) => (index === groups.length - 1 ? lines : [...lines.slice(0, -1), `${lines.at(-1) ?? ''},`]));
}

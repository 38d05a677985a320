// A value of the arguments as an author would begin it: what is required is there, and a tab stop wherever something has to be told.
import { sampleValue } from '../../spec/sample-values';
import type { QueryLanguage } from '../../spec/query-languages';
import type { Member, Shape } from '../../services/shape';
import { spellPlain } from '../../syntax/editor';
import type { Lines } from '../../syntax/insertion';
import { escapeSnippet } from '../../text/snippet';
import type { Spellings } from './suggestion';

/** What a draft depends on beside the shape. */
export interface DraftOptions {
  readonly queryLanguage: QueryLanguage;
  /** That of the ARNs. */
  readonly partition: string;
}

type Draft =
  | { readonly is: 'leaf'; readonly json: string; readonly yaml: string }
  /** Without members there is a tab stop where the first will be. */
  | { readonly is: 'object'; readonly members: readonly (readonly [name: string, value: Draft])[]; readonly stop: string }
  | { readonly is: 'list'; readonly item: Draft };

/** Structures that are required in each other are written out as deep as this. */
const deepest = 4;

/** An editor shows the values of a longer enumeration when it is asked for them, and not all at once. */
const mostChoices = 40;

/** A member's value, in all spellings. */
export function draftOf(member: Pick<Member, 'name' | 'shape'>, options: DraftOptions): Spellings {
  return spell(new Drafter(options).value(member.shape, member.name, 0));
}

/** A path for a member that takes its value from data. */
export function draftPath(): Spellings {
  return { inline: '"\\$.$1"', lines: ['"\\$.$1"'], block: ['\\$.$1'] };
}

/** What a shape can't do without, as the value of the arguments or of a structure. */
export function draftRequired(shape: Shape, options: DraftOptions): Spellings {
  return spell(new Drafter(options).value(shape, '', 0));
}

/** Members one after the other, as lines between braces. */
export function draftMembers(members: readonly Member[], options: DraftOptions): Lines {
  const draft = new Drafter(options).members(members, 0);
  const outdent = (lines: readonly string[]): string[] => lines.map((line) => line.slice(1));
  return { json: outdent(linesOf(draft).slice(1, -1)), yaml: outdent(blockOf(draft).slice(1)) };
}

/** One of several texts, the first standing there to begin with. */
export function choice(stop: number, values: readonly string[]): string {
  return `\${${String(stop)}|${values.map((value) => value.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
}

/** Numbers the tab stops in the order of the text. */
class Drafter {
  #stops = 0;

  constructor(private readonly options: DraftOptions) {}

  value(shape: Shape, name: string, depth: number): Draft {
    switch (shape.kind) {
      case 'structure':
        return this.members(depth < deepest ? [...shape.members.values()].filter(({ required }) => required) : [], depth);
      case 'union':
      case 'map':
      case 'none':
        return this.members([], depth);
      case 'list':
        return { is: 'list', item: shape.item ? this.value(shape.item, singular(name), depth + 1) : leaf(this.#stop()) };
      case 'json':
        return this.options.queryLanguage === 'JSONata' ? this.#standard('{% $states.input %}', true) : this.members([], depth);
      case 'enum':
        return shape.values.length > 0 && shape.values.length <= mostChoices ? this.#choice(shape.values) : this.#text('');
      case 'boolean':
        return leaf(choice(this.#next(), ['true', 'false']));
      case 'number':
        return leaf(`\${${String(this.#next())}:1}`);
      case 'time':
        return this.#text('2030-01-31T09:00:00Z');
      case 'string':
      case 'blob':
        return this.#text(sampleValue(name, this.options.partition) ?? '');
    }
  }

  members(members: readonly Member[], depth: number): Draft & { is: 'object' } {
    const drafts = members.map(({ name, shape }) => [name, this.value(shape, name, depth + 1)] as const);
    return { is: 'object', members: drafts, stop: drafts.length === 0 ? this.#stop() : '' };
  }

  #text(standard: string): Draft {
    if (standard !== '') {
      return this.#standard(standard, false);
    }
    const stop = this.#stop();
    return { is: 'leaf', json: `"${stop}"`, yaml: stop };
  }

  /** @param withQuotes whether writing over it takes the quotes away too */
  #standard(standard: string, withQuotes: boolean): Draft {
    const text = escapeSnippet(standard);
    const number = String(this.#next());
    const plain = spellPlain(standard);
    return {
      is: 'leaf',
      json: withQuotes ? `\${${number}:"${text}"}` : `"\${${number}:${text}}"`,
      yaml: `\${${number}:${escapeSnippet(plain)}}`,
    };
  }

  #choice(values: readonly string[]): Draft {
    const number = this.#next();
    return { is: 'leaf', json: `"${choice(number, values)}"`, yaml: choice(number, values.map(spellPlain)) };
  }

  #stop(): string {
    return `$${String(this.#next())}`;
  }

  #next(): number {
    this.#stops++;
    return this.#stops;
  }
}

function leaf(text: string): Draft {
  return { is: 'leaf', json: text, yaml: text };
}

function singular(name: string): string {
  return name.replace(/s$/, '');
}

function spell(draft: Draft): Spellings {
  return { inline: inlineOf(draft), lines: linesOf(draft), block: blockOf(draft) };
}

function inlineOf(draft: Draft): string {
  switch (draft.is) {
    case 'leaf':
      return draft.json;
    case 'list':
      return `[${inlineOf(draft.item)}]`;
    case 'object': {
      const { members, stop } = draft;
      return members.length === 0 ? `{${stop}}` : `{ ${members.map(([name, value]) => `"${escapeSnippet(name)}": ${inlineOf(value)}`).join(', ')} }`;
    }
  }
}

function linesOf(draft: Draft): string[] {
  switch (draft.is) {
    case 'leaf':
      return [draft.json];
    case 'list':
      return draft.item.is === 'leaf' ? [inlineOf(draft)] : ['[', ...indented(linesOf(draft.item)), ']'];
    case 'object': {
      const { members, stop } = draft;
      const inside = members.flatMap(([name, value], index) => {
        const [first = '', ...rest] = linesOf(value);
        const lines = [`"${escapeSnippet(name)}": ${first}`, ...rest];
        return index === members.length - 1 ? lines : [...lines.slice(0, -1), `${lines[lines.length - 1] ?? ''},`];
      });
      return ['{', ...indented(members.length === 0 ? [stop] : inside), '}'];
    }
  }
}

/** The first line stands behind the colon. */
function blockOf(draft: Draft): string[] {
  switch (draft.is) {
    case 'leaf':
      return [draft.yaml];
    case 'list': {
      const [first = '', ...rest] = blockOf(draft.item);
      // The members of an item stand two columns behind its dash, however wide a level is.
      const lines = draft.item.is === 'leaf' ? [first] : rest.map((line) => line.slice(1));
      return ['', ...lines.map((line, index) => `\t${index === 0 ? '- ' : '  '}${line}`)];
    }
    case 'object': {
      const { members, stop } = draft;
      const inside = members.flatMap(([name, value]) => {
        const [first = '', ...rest] = blockOf(value);
        return [`${escapeSnippet(name)}:${first && ` ${first}`}`, ...rest];
      });
      return ['', ...indented(members.length === 0 ? [stop] : inside)];
    }
  }
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `\t${line}`);
}

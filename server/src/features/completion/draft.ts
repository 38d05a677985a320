// A value of the arguments as an author would begin it: what is required is there, and a tab stop wherever something has to be told.
import { sampleValue } from '../../spec/sample-values';
import type { QueryLanguage } from '../../spec/query-languages';
import type { Member, Shape } from '../../services/shape';
import type { Lines } from '../../syntax/insertion';
import { escapeSnippet } from '../../text/snippet';
import { blockOf, leaf, linesOf, spell, Stops, type Draft } from './spellings';
import type { Spellings } from './suggestion';

/** What a draft depends on beside the shape. */
export interface DraftOptions {
  readonly queryLanguage: QueryLanguage;
  /** That of the ARNs. */
  readonly partition: string;
}

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

class Drafter {
  readonly #stops = new Stops();

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
        return { is: 'list', items: [shape.item ? this.value(shape.item, singular(name), depth + 1) : leaf(this.#stops.empty())] };
      case 'json':
        return this.options.queryLanguage === 'JSONata' ? this.#stops.standard('{% $states.input %}', true) : this.members([], depth);
      case 'enum':
        return shape.values.length > 0 && shape.values.length <= mostChoices ? this.#stops.choice(shape.values) : this.#stops.text('');
      case 'boolean':
        return this.#stops.boolean();
      case 'number':
        return this.#stops.number(1);
      case 'time':
        return this.#stops.text('2030-01-31T09:00:00Z');
      case 'string':
      case 'blob':
        return this.#stops.text(sampleValue(name, this.options.partition) ?? '');
    }
  }

  members(members: readonly Member[], depth: number): Draft & { is: 'object' } {
    const drafts = members.map(({ name, shape }) => [escapeSnippet(name), this.value(shape, name, depth + 1)] as const);
    return { is: 'object', members: drafts, stop: drafts.length === 0 ? this.#stops.empty() : '' };
  }
}

function singular(name: string): string {
  return name.replace(/s$/, '');
}

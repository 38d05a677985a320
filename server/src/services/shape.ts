// What a request or a response of a service is made of.
import { basic, kind, type TypeIndex } from './format';
import type { Service } from './service';

/** Step Functions spells members one way where it calls any API, and another in its own integrations. */
export type Spelling = 'sdk' | 'optimized';

export type ShapeKind = keyof typeof basic | keyof typeof kind;

export interface Member {
  /** As it is spelled in this integration: `DbInstanceIdentifier`. */
  readonly name: string;
  readonly required: boolean;
  /** AWS advises against it. */
  readonly deprecated: boolean;
  readonly shape: Shape;
}

const basicKinds = new Map<number, ShapeKind>(Object.entries(basic).map(([name, index]) => [index, name as ShapeKind]));
const kinds = Object.keys(kind) as ShapeKind[];

/** Source: The Java Language Specification, "Keywords". */
const javaWords: ReadonlySet<string> = new Set(
  ('abstract assert boolean break byte case catch char class const continue default do double else enum extends false final finally float for goto if implements import ' +
    'instanceof int interface long native new null package private protected public return short static strictfp super switch synchronized this throw throws transient true try ' +
    'void volatile while').split(' '),
);

/** One type, in one spelling. A service gives the same object for the same type each time. */
export class Shape {
  readonly kind: ShapeKind;
  #members: ReadonlyMap<string, Member> | undefined;
  #byLetters: ReadonlyMap<string, Member> | undefined;
  #required: readonly Member[] | undefined;
  #deprecated: readonly Member[] | undefined;
  #valueSet: ReadonlySet<string> | undefined;

  constructor(
    private readonly service: Service,
    private readonly index: TypeIndex,
    private readonly spelling: Spelling,
  ) {
    this.kind = index < 0 ? (basicKinds.get(index) ?? 'json') : (kinds[this.#data[0]] ?? 'json');
  }

  /** The values that a text can have; empty where it is no enumeration. */
  get values(): readonly string[] {
    return this.kind === 'enum' ? (this.#data.slice(1) as string[]) : [];
  }

  /** True for a value of an enumeration, letter by letter. */
  hasValue(value: string): boolean {
    this.#valueSet ??= new Set(this.values);
    return this.#valueSet.has(value);
  }

  /** What is in a list, or what a map has for each key. */
  get item(): Shape | undefined {
    const item = this.kind === 'list' || this.kind === 'map' ? this.#data[1] : undefined;
    return typeof item === 'number' ? this.service.shape(item, this.spelling) : undefined;
  }

  /** The name that the API has for a structure: `TrainingJobDefinition`; what Step Functions has made up itself has none. */
  get name(): string | undefined {
    const name = this.kind === 'structure' || this.kind === 'union' ? this.#data[1] : undefined;
    return typeof name === 'string' && name !== '' ? name : undefined;
  }

  /** By name, in the order of the API; empty where it has none. */
  get members(): ReadonlyMap<string, Member> {
    this.#members ??= new Map(this.#read().map((member) => [member.name, member]));
    return this.#members;
  }

  /** The members that the request can't do without. */
  get required(): readonly Member[] {
    this.#required ??= [...this.members.values()].filter(({ required }) => required);
    return this.#required;
  }

  /** The members that AWS advises against. */
  get deprecated(): readonly Member[] {
    this.#deprecated ??= [...this.members.values()].filter(({ deprecated }) => deprecated);
    return this.#deprecated;
  }

  /** The member of that name. Where Java has the name for itself, its SDK may put `Value` behind it: both are taken. */
  member(name: string): Member | undefined {
    const found = this.members.get(name);
    const bare = !found && this.spelling === 'sdk' && name.endsWith('Value') ? name.slice(0, -'Value'.length) : undefined;
    return bare === undefined || !javaWords.has(bare.toLowerCase()) ? found : this.members.get(bare);
  }

  /** The member of that name, letter case and the other integrations' spelling aside. */
  likeMember(name: string): Member | undefined {
    this.#byLetters ??= new Map(
      [...this.members.values()].flatMap((member, index) => [member.name, ...(this.#texts[index] ?? '').replace(/[!~]+$/, '').split('=')].map((each) => [each.toLowerCase(), member] as const)),
    );
    return this.#byLetters.get(name.toLowerCase());
  }

  /** A line about a member; `undefined` where there is none. */
  docsOf(member: Member): string | undefined {
    return this.service.docs.member(this.index, [...this.members.keys()].indexOf(member.name));
  }

  /** The place of the structure in `types`: with a member's place among the others it says where its line of documentation is. */
  get place(): TypeIndex {
    return this.index;
  }

  get #data(): readonly [number, ...unknown[]] {
    return this.service.data.types[this.index] ?? [kind.enum];
  }

  get #texts(): readonly string[] {
    const text = this.#data[2];
    return typeof text === 'string' && text !== '' ? text.split(' ') : [];
  }

  #read(): readonly Member[] {
    const types = this.#data[3] as readonly TypeIndex[] | undefined;
    return this.#texts.map((text, index) => {
      const { 1: names = '', 2: flags = '' } = /^([^!~]*)(.*)$/.exec(text) ?? [];
      const [sdk = '', optimized = sdk] = names.split('=');
      return {
        name: this.spelling === 'sdk' ? sdk : optimized,
        required: flags.includes('!'),
        deprecated: flags.includes('~'),
        shape: this.service.shape(types?.[index] ?? basic.json, this.spelling),
      };
    });
  }
}

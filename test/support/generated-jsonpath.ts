// Machines in JSONPath as chance makes them, over data that is awkward: fields that are missing, null, of another type, or lists of one.
import type { Json } from '../../server/src/expressions/value';

export interface GeneratedRun {
  readonly definition: Record<string, Json>;
  readonly input: Json;
  readonly mocks: Record<string, readonly Json[]>;
}

/** A machine with an input and what its tasks answer. The same source of chance gives the same one. */
export function generatedRun(next: () => number): GeneratedRun {
  const generator = new Generator(next);
  const definition = generator.machine('', 1);
  return { definition, input: generator.object(), mocks: generator.mocks };
}

type Fields = Record<string, Json>;

class Generator {
  readonly mocks: Record<string, Json[]> = {};
  private readonly variables: string[] = [];
  /** How often something is not of the type that it should be. */
  private readonly awkward: number;

  constructor(private readonly next: () => number) {
    this.awkward = this.pick([0, 0.02, 0.1]);
  }

  machine(prefix: string, depth: number): Fields {
    const names = Array.from({ length: 2 + this.below(3) }, (_each, index) => `${prefix}${'ABCDE'[index] ?? ''}`);
    const states = names.map((name, index): [string, Json] => {
      const following = names[index + 1];
      return [name, this.state(name, following === undefined ? { End: true } : { Next: following }, names.slice(index + 1), depth)];
    });
    return { StartAt: `${prefix}A`, States: Object.fromEntries(states) };
  }

  /** Data that paths of the machine often lead into, with what they look for more often than not. */
  object(depth = 2, isLast = false): Fields {
    const usual: Readonly<Record<string, () => Json>> = {
      a: () => this.value(depth),
      b: () => this.object(depth > 0 ? depth - 1 : 0, depth <= 0),
      n: () => this.pick([0, 1, 2, 3, 1, 7, ...(this.chance(this.awkward) ? [-1, 2.5] : [])]),
      s: () => this.pick(texts),
      t: () => this.pick(times),
      j: () => this.pick(['[1]', '{"k": [1]}', '""', ' ', 'null', '2.50']),
      list: () => this.list(depth),
      'a-b': () => (depth > 0 ? this.object(depth - 1) : this.pick(scalars)),
    };
    return Object.fromEntries(Object.entries(usual).flatMap(([name, make]) => ((isLast && (name === 'b' || name === 'a-b')) || this.chance(this.awkward) ? [] : [[name, this.chance(this.awkward) ? this.value(depth) : make()]])));
  }

  private state(name: string, on: Fields, later: readonly string[], depth: number): Fields {
    const type = this.pick(later.length > 0 ? ['Pass', 'Pass', 'Task', 'Choice', 'Wait', 'Parallel', 'Map'] : ['Pass', 'Task', 'Succeed', 'Fail', 'Map', 'Parallel']);
    switch (type) {
      case 'Pass':
        return { Type: 'Pass', ...this.maybe(0.3, () => ({ InputPath: this.pathOrNull() })), ...this.maybe(0.6, () => (this.chance(0.3) ? { Result: this.value(2) } : { Parameters: this.template() })), ...this.output(), ...this.assign(), ...on };
      case 'Task':
        return this.task(name, on, later);
      case 'Choice':
        return { Type: 'Choice', ...this.maybe(0.2, () => ({ InputPath: this.pathOrNull() })), Choices: Array.from({ length: 1 + this.below(2) }, () => ({ ...this.rule(1), ...this.assign(0.2), Next: this.pick(later) })), Default: this.pick(later), ...this.maybe(0.05, () => ({ OutputPath: this.pathOrNull() })) };
      case 'Wait':
        return { Type: 'Wait', ...(this.chance(0.5) ? { SecondsPath: this.pick(['$.n', '$.n', '$.b.n', this.path()]) } : { Seconds: 1 }), ...this.maybe(0.2, () => ({ OutputPath: this.pathOrNull() })), ...this.assign(0.2), ...on };
      case 'Succeed':
        return { Type: 'Succeed', ...this.maybe(0.3, () => ({ InputPath: this.pathOrNull() })), ...this.maybe(0.3, () => ({ OutputPath: this.pathOrNull() })) };
      case 'Fail':
        return { Type: 'Fail', ...(this.chance(0.5) ? { ErrorPath: this.pick(['$.s', this.path()]) } : { Error: 'Broken' }), ...(this.chance(0.5) ? { CausePath: this.pick(['$.s', `States.Format('because {}', ${this.path()})`]) } : {}) };
      default:
        return depth === 0 ? { Type: 'Pass', ...on } : this.scope(name, type === 'Map', on, later, depth);
    }
  }

  private task(name: string, on: Fields, later: readonly string[]): Fields {
    this.mocks[name] = Array.from({ length: 8 }, () => (this.chance(0.2) ? { outcome: 'TaskFailed', error: this.pick(['Busy', 'Lost']), cause: 'why' } : { outcome: 'TaskSucceeded', output: this.object() }));
    return {
      Type: 'Task',
      Resource: 'arn:aws:lambda:us-east-1:111111111111:function:f',
      ...this.maybe(0.3, () => ({ InputPath: this.pathOrNull() })),
      ...this.maybe(0.5, () => ({ Parameters: this.template() })),
      ...this.maybe(0.1, () => ({ TimeoutSecondsPath: this.pick(['$.n', '$.n', '$.n', this.path()]) })),
      ...this.maybe(0.3, () => ({ Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 1 }] })),
      ...this.handling(on, later),
    };
  }

  private scope(name: string, isMap: boolean, on: Fields, later: readonly string[], depth: number): Fields {
    const held = this.variables.length;
    const inner = Array.from({ length: isMap ? 1 : 1 + this.below(2) }, (_each, index) => this.machine(`${name}${String(index)}`, depth - 1));
    // What is assigned inside is not seen outside.
    this.variables.length = held;
    const narrowed = this.maybe(0.2, () => ({ InputPath: this.pathOrNull() }));
    const own: Fields = isMap
      ? { ItemsPath: this.pick(['$.list', '$.list', '$.list[*]', '$.b.list', '$.list[1:]']), ...this.maybe(0.4, () => ({ ItemSelector: { ...this.template(), 'at.$': '$$.Map.Item.Index', 'item.$': '$$.Map.Item.Value' } })), ...this.maybe(0.1, () => ({ MaxConcurrencyPath: this.pick(['$.n', '$.n', '$.n', this.path()]) })), ItemProcessor: inner[0] ?? {} }
      : { ...this.maybe(0.3, () => ({ Parameters: this.template() })), Branches: inner };
    return { Type: isMap ? 'Map' : 'Parallel', ...narrowed, ...own, ...this.handling(on, later) };
  }

  private handling(on: Fields, later: readonly string[]): Fields {
    const caught = this.maybe(later.length > 0 ? 0.3 : 0, () => ({ Catch: [{ ErrorEquals: [this.pick(['States.TaskFailed', 'Lost'])], ...this.maybe(0.5, () => ({ ResultPath: this.pick(['$.error', '$.b.error', null]) })), Next: this.pick(later) }] }));
    return { ...this.maybe(0.3, () => ({ ResultSelector: this.template() })), ...this.output(), ...this.assign(0.2), ...caught, ...on };
  }

  private output(): Fields {
    return { ...this.maybe(0.9, () => ({ ResultPath: this.pick(['$.r', '$.r', '$.r', '$', '$.b.r', '$.b', "$['a-b']", '$.new.deep', null]) })), ...this.maybe(0.1, () => ({ OutputPath: this.pathOrNull() })) };
  }

  private assign(share = 0.3): Fields {
    return this.maybe(share, () => {
      const name = this.pick(['v', 'w', 'total']);
      const assigned = this.chance(0.5) ? { [`${name}.$`]: this.valueText() } : { [name]: this.value(1) };
      this.variables.push(name);
      return { Assign: assigned };
    });
  }

  private template(): Fields {
    return Object.fromEntries(Array.from({ length: 1 + this.below(3) }, (_each, index): [string, Json] => {
      const key = 'pqrs'[index] ?? '';
      return this.chance(0.6) ? [`${key}.$`, this.valueText()] : this.chance(0.2) ? [key, { ...this.template(), more: [this.value(1), { 'x.$': this.path() }] }] : [key, this.value(1)];
    }));
  }

  private valueText(): string {
    return this.chance(0.6) ? this.path(true) : this.call(1);
  }

  private call(depth: number): string {
    const argument = (): string => (depth > 0 && this.chance(0.2) ? this.call(depth - 1) : this.chance(0.7) ? this.path(true) : this.pick(["'x'", "'it\\'s {}'", '1', '-2', 'true', 'null']));
    const list = (): string => (depth > 0 && this.chance(0.2) ? `States.Array(${argument()}, ${argument()})` : this.pick(['$.list', '$.list', '$.list', '$.b.list', '$.list[*]', '$.list[1:]', ...(this.chance(this.awkward) ? ['$.a'] : [])]));
    return this.pick<() => string>([
      () => `States.Format('{} and \\{{}\\}', ${argument()}, ${argument()})`,
      () => `States.Format('{}', ${argument()})`,
      () => `States.Array(${argument()}, ${argument()})`,
      () => `States.Array(${argument()})`,
      () => `States.ArrayLength(${list()})`,
      () => `States.ArrayContains(${list()}, ${argument()})`,
      () => `States.ArrayGetItem(${list()}, ${this.pick(['0', '0', '0', '1', '$.n'])})`,
      () => `States.ArrayPartition(${list()}, ${this.pick(['1', '2', '3'])})`,
      () => `States.ArrayUnique(${list()})`,
      () => `States.ArrayRange(${this.pick(['0', '1', '$.n'])}, ${this.pick(['4', '$.n', '0'])}, ${this.pick(['1', '2', '-1', '9'])})`,
      () => `States.MathAdd(${this.pick(['$.n', '$.n', '1', '2.5'])}, ${this.pick(['$.n', '-1', '-1.5'])})`,
      () => `States.MathRandom(1, 9)`,
      () => `States.StringSplit(${this.pick(['$.s', '$.t'])}, ${this.pick(["','", "' -'", "'.'", "'x'", "'}'"])})`,
      () => `States.StringToJson(${this.pick(['$.j', '$.j', '$.j', '$.s'])})`,
      () => `States.JsonToString(${this.path(true)})`,
      () => `States.JsonMerge(${this.pick(['$', '$.b'])}, ${this.pick(['$.b', "$['a-b']"])}, false)`,
      () => `States.Hash(${this.pick(['$.s', '$.b', '$.n'])}, 'SHA-256')`,
      () => `States.Base64Encode('plain')`,
      () => 'States.UUID()',
    ])();
  }

  private rule(depth: number): Fields {
    if (depth > 0 && this.chance(0.4)) {
      return this.pick<() => Fields>([() => ({ Not: this.rule(depth - 1) }), () => ({ And: [this.rule(depth - 1), this.rule(0)] }), () => ({ Or: [this.rule(0), this.rule(depth - 1)] })])();
    }
    const operator = this.pick(operators);
    const likely = { String: '$.s', Numeric: '$.n', Timestamp: '$.t', Boolean: '$.a' }[/^(?:String|Numeric|Boolean|Timestamp)/.exec(operator)?.[0] ?? ''];
    const Variable = likely !== undefined && this.chance(0.5) ? likely : this.path();
    if (operator.startsWith('Is')) {
      return { Variable, [operator]: this.chance(0.6) };
    }
    if (operator.endsWith('Path')) {
      return { Variable, [operator]: likely !== undefined && this.chance(0.6) ? likely : this.path() };
    }
    const kind = /^(?:String|Numeric|Boolean|Timestamp)/.exec(operator)?.[0];
    const operand = operator === 'StringMatches' ? this.pick(['*', 'a*', '*,*', 'x', '2024-*Z', '\\*', '']) : kind === 'Numeric' ? this.pick([0, 1, -2.5, 1e21]) : kind === 'Boolean' ? this.chance(0.5) : kind === 'Timestamp' ? this.pick(times) : this.pick(texts);
    return { Variable, [operator]: operand };
  }

  private path(canBeSeveral = false): string {
    const straight = ['$', '$.a', '$.a', '$.b', '$.b.a', '$.b.list', '$.n', '$.n', '$.s', '$.s', '$.t', '$.list', '$.list[0]', '$.list[0].a', '$.list[-1]', '$.list[9]', "$['a-b']", "$['a-b'].n", ...(this.chance(this.awkward) ? ['$.none', '$.a.b.n'] : []), '$$.Execution.Input.a', '$$.State.Name', '$$.Execution.Input'];
    const several = ['$.list[*]', '$.list[*].a', '$.list[1:]', '$.list[:1]', '$.list[-1:]', '$.b.*', '$.a[0:2].n', '$.*', '$.list[0:1].b.n'];
    const variable = this.variables.length > 0 && this.chance(0.3) ? this.pick(this.variables) : undefined;
    return variable === undefined ? this.pick(canBeSeveral ? [...straight, ...several] : straight) : this.pick([`$${variable}`, `$${variable}`, `$${variable}.a`, `$${variable}[0]`]);
  }

  private pathOrNull(): string | null {
    return this.chance(0.08) ? null : this.pick(['$', '$.b', '$.b', '$.b', "$['a-b']", "$['a-b']", '$$.Execution.Input', ...(this.chance(0.2) ? ['$.a', '$.list', '$.s', '$.list[0]', '$.list[*]'] : [])]);
  }

  private value(depth: number): Json {
    const kind = this.next();
    return depth > 0 && kind < 0.3 ? this.object(depth - 1) : depth > 0 && kind < 0.5 ? this.list(depth) : this.pick(scalars);
  }

  private list(depth: number): Json[] {
    return Array.from({ length: this.pick([0, 1, 1, 2, 3]) }, () => this.value(depth - 1));
  }

  private maybe(share: number, make: () => Fields): Fields {
    return this.chance(share) ? make() : {};
  }

  private chance(share: number): boolean {
    return this.next() < share;
  }

  private below(most: number): number {
    return Math.floor(this.next() * most);
  }

  private pick<T>(all: readonly T[]): T {
    return all[this.below(all.length)] as T;
  }
}

const times = ['2024-01-01T00:00:00Z', '2024-01-01T02:00:00+02:00', '2023-12-31T23:59:59.999Z'];
const texts = ['', 'x', 'a', 'abc', 'a,b,,c', '1', '2.5', '{%', "it's", 'ü😀', '{"k": [1]}', 'true', '2024-02-30T00:00:00Z', ...times];
const scalars: readonly Json[] = [null, true, false, 0, 1, 3, -1, -2.5, 0.1, ...texts];
const operators = [
  ...['String', 'Numeric', 'Timestamp'].flatMap((type) => ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'].flatMap((name) => [type + name, `${type + name}Path`])),
  'BooleanEquals',
  'BooleanEqualsPath',
  'StringMatches',
  'StringMatches',
  'IsNull',
  'IsPresent',
  'IsPresent',
  'IsNumeric',
  'IsString',
  'IsBoolean',
];

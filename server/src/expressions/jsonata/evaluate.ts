// What a JSONata expression gives: the `jsonata` package with the functions that Step Functions adds and refuses, within bounds.
// An expression that loops or grows without end is stopped with the service's words, by counting, so that every run stops at the same place.
import { digest } from '../functions/hash';
import { isTooCostly } from '../functions/pattern-cost';
import { JavaRandom, uuid } from '../functions/random';
import { partition } from '../intrinsics/evaluate';
import { isList, parseJson, type Json } from '../value';
import { compileByPackage, type PackageEnvironment, type PackageExpression, type PackageFunction } from './package';

/** What an expression needs of the run around it. */
export interface JsonataWorld {
  /** From 0 to before 1. */
  random(): number;
  /** In milliseconds since 1970. */
  now(): number;
}

export type Evaluated =
  | { readonly is: 'value'; readonly value: Json }
  /** It led to nothing. */
  | { readonly is: 'undefined' }
  /** A function, or something else that is no data. */
  | { readonly is: 'unsupported' }
  /** What the package, or a bound, says: with its code in front where it has one. */
  | { readonly is: 'error'; readonly message: string; readonly hasCode: boolean };

/** Evaluates expressions one after the other, and keeps them compiled. */
export class JsonataEvaluator {
  private readonly compiled = new Map<string, PackageExpression | string>();
  private bounds = new Bounds();

  constructor(private readonly world: JsonataWorld) {}

  /**
   * @param text what stands between `{%` and `%}`
   * @param bindings what the variables hold, by their names without `$`
   * @param input what `$` and bare names stand for; nothing in a state machine
   */
  async evaluate(text: string, bindings: Readonly<Record<string, Json>>, input?: Json): Promise<Evaluated> {
    let expression = this.compiled.get(text);
    if (expression === undefined) {
      expression = this.compile(text);
      this.compiled.set(text, expression);
    }
    if (typeof expression === 'string') {
      return failed(expression);
    }
    this.bounds.begin();
    try {
      return plain(await expression.evaluate(input, bindings));
    } catch (error) {
      return failed(this.bounds.broken ?? messageOf(error));
    }
  }

  private compile(text: string): PackageExpression | string {
    try {
      const expression = compileByPackage(text, GuardedPattern as unknown as typeof RegExp);
      this.extend(expression);
      return expression;
    } catch (error) {
      return messageOf(error);
    }
  }

  private extend(expression: PackageExpression): void {
    const { world, bounds } = this;
    expression.assign(Symbol.for('jsonata.__evaluate_entry'), (_node: unknown, _input: unknown, environment: PackageEnvironment) => bounds.enter(environment));
    expression.assign(Symbol.for('jsonata.__evaluate_exit'), (_node: unknown, _input: unknown, _environment: unknown, result: unknown) => bounds.leave(result));
    // Whatever the package has under these names is not the service's.
    expression.assign('eval', undefined);
    expression.registerFunction('now', function (picture?: string, zone?: string) {
      return this.environment.lookup('fromMillis')?.implementation.call(this, world.now(), picture, zone);
    }, '<s?s?:s>');
    expression.registerFunction('millis', () => world.now(), '<:n>');
    expression.registerFunction('uuid', () => uuid(world.random), '<:s>');
    expression.registerFunction('random', (seed?: number) => (seed === undefined ? world.random() : new JavaRandom(seed).nextDouble()), '<n?:n>');
    expression.registerFunction('shuffle', (list: unknown) => (list === undefined ? undefined : shuffled(Array.isArray(list) ? list : [list], world.random)));
    expression.registerFunction('hash', (text: unknown, algorithm: unknown) => (typeof text === 'string' && typeof algorithm === 'string' ? digest(text, algorithm) : undefined));
    expression.registerFunction('parse', (text: unknown) => (text === undefined ? undefined : parsed(text)));
    expression.registerFunction('partition', (list: unknown, size: unknown) => parts(list, size));
    expression.registerFunction('range', (first: unknown, last: unknown, step: unknown) => bounds.range(first, last, step));
  }
}

const memory = 'Expression evaluation memory limit exceeded: Check for excessive memory usage';
const timeout = 'Expression evaluation timeout: Check for infinite loop';
const stack = 'Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive';

const mostSteps = 1_000_000;
const deepest = 4_000;
const longestText = 2 ** 22;
const longestList = 873_782;
const longestRange = 360_000;

/** Counts what an expression does. Once a bound is broken the expression can't go on, even where it catches nothing. */
class Bounds {
  broken: string | undefined;
  private steps = 0;
  private depth = 0;
  private readonly isWatched = new WeakSet<PackageEnvironment>();
  /** The package makes its functions once. */
  private readonly known = new Map<string, PackageFunction>();

  begin(): void {
    this.broken = undefined;
    this.steps = 0;
    this.depth = 0;
  }

  enter(environment: PackageEnvironment): void {
    if (this.depth++ === 0) {
      this.watch(environment);
    }
    if (this.depth > deepest) {
      this.stop(stack);
    }
    this.spend(1);
  }

  leave(result: unknown): void {
    this.depth--;
    this.weigh(result);
  }

  range(first: unknown, last: unknown, step: unknown): unknown {
    if (typeof first !== 'number' || typeof last !== 'number' || typeof step !== 'number') {
      return undefined;
    }
    const [from, to, by] = [Math.trunc(first), Math.trunc(last), Math.trunc(step)];
    const count = by === 0 ? 0 : Math.max(0, Math.floor((to - from) / by) + 1);
    if (count > longestRange) {
      this.stop(memory);
    }
    // A sequence of one is that one.
    return count === 0 ? undefined : count === 1 ? from : Array.from({ length: count }, (_, index) => from + index * by);
  }

  private spend(steps: number): void {
    this.steps += steps;
    if (this.steps > mostSteps) {
      this.stop(timeout);
    }
  }

  private weigh(value: unknown): void {
    if (typeof value === 'string' ? value.length > longestText : Array.isArray(value) && value.length > longestList) {
      this.stop(memory);
    }
  }

  private stop(reason: string): never {
    this.broken ??= reason;
    throw new Error(reason);
  }

  /** The package's own functions call one another unseen; each is put behind a counter. */
  private watch(environment: PackageEnvironment): void {
    if (this.isWatched.has(environment)) {
      return;
    }
    this.isWatched.add(environment);
    for (const name of watched) {
      const own = environment.lookup(name);
      if (own?._jsonata_function) {
        const counted = this.known.get(name) ?? this.counted(own);
        this.known.set(name, counted);
        environment.bind(name, counted);
      }
    }
  }

  private counted(own: PackageFunction): PackageFunction {
    const spend = (values: readonly unknown[]): void => {
      this.spend(1 + values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length / 1024 : Array.isArray(value) ? value.length / 64 : 0), 0));
    };
    const weigh = (value: unknown): void => this.weigh(value);
    return {
      ...own,
      implementation: function (this: unknown, ...values: unknown[]) {
        spend(values);
        const result = own.implementation.apply(this, values);
        weigh(result);
        return result;
      },
    };
  }
}

/** Functions that other functions can call over and over, and that make more of what they are given. */
const watched = ['append', 'join', 'merge', 'spread', 'zip', 'string', 'replace', 'split', 'pad', 'reverse', 'distinct', 'sum', 'max', 'min', 'average', 'count', 'keys', 'lookup', 'contains', 'match'];

/** A pattern that does not begin on a text that it would never end with. */
class GuardedPattern extends RegExp {
  override exec(text: string): RegExpExecArray | null {
    if (isTooCostly(this.source, text.length)) {
      throw new Error(timeout);
    }
    return super.exec(text);
  }
}

function failed(message: string): Evaluated {
  return { is: 'error', message, hasCode: /^[A-Z]\d{4}: /.test(message) };
}

function messageOf(error: unknown): string {
  const { code, message } = (typeof error === 'object' && error !== null ? error : {}) as { code?: unknown; message?: unknown };
  const text = typeof message === 'string' ? message : String(error);
  if (error instanceof RangeError) {
    return /string length|array length/i.test(text) ? memory : stack;
  }
  return typeof code === 'string' ? `${code}: ${text}` : text;
}

/** The package's results as plain data: without the marks on its lists, and with numbers that JSON has. */
function plain(result: unknown): Evaluated {
  if (result === undefined) {
    return { is: 'undefined' };
  }
  try {
    return { is: 'value', value: copied(result) };
  } catch (error) {
    if (error instanceof Unsupported) {
      return { is: 'unsupported' };
    }
    throw error;
  }
}

class Unsupported extends Error {}

function copied(value: unknown): Json {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    case 'string':
    case 'boolean':
      return value;
    case 'object':
      break;
    default:
      throw new Unsupported();
  }
  if (value === null) {
    return null;
  }
  if (Array.isArray(value)) {
    return value.map(copied);
  }
  if (value instanceof RegExp || '_jsonata_function' in value || '_jsonata_lambda' in value) {
    throw new Unsupported();
  }
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined).map(([name, member]) => [name, copied(member)]));
}

function shuffled(list: readonly unknown[], random: () => number): unknown[] {
  const result = [...list];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other], result[last]];
  }
  return result;
}

/** What the package takes for an error of its own. */
function coded(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

function parsed(text: unknown): Json {
  const value = typeof text === 'string' ? parseJson(text) : undefined;
  if (typeof text !== 'string' || value === undefined || hasRepeatedName(text) || !isFinite(value)) {
    throw coded('D3137', 'Invalid JSON');
  }
  return value;
}

/** @param text right JSON, in which a text before a colon is a name */
function hasRepeatedName(text: string): boolean {
  const open: Set<string>[] = [];
  for (const [word, name] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (word === '{') {
      open.push(new Set());
    } else if (word === '}') {
      open.pop();
    } else if (name !== undefined) {
      const names = open.at(-1);
      const plain = JSON.parse(name) as string;
      if (names?.has(plain)) {
        return true;
      }
      names?.add(plain);
    }
  }
  return false;
}

/** False where a number in the value is larger than there are. */
function isFinite(value: Json): boolean {
  return typeof value === 'number' ? Number.isFinite(value) : typeof value !== 'object' || value === null || Object.values(value).every(isFinite);
}

function parts(list: unknown, size: unknown): unknown {
  if (list === undefined) {
    return undefined;
  }
  const items = (Array.isArray(list) ? list : [list]) as Json;
  if (!isList(items)) {
    return undefined;
  }
  if (typeof size !== 'number') {
    return [items];
  }
  if (size < 0) {
    throw coded('D3137', 'Second argument must be zero or greater');
  }
  return partition(items, Math.trunc(size));
}

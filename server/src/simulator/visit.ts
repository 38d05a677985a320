// One visit of one state: its input, its fields, and what the paths and expressions in them stand for at this moment.
import { timestampOf } from '../expressions/instant';
import { evaluateIntrinsic, IntrinsicFailure } from '../expressions/intrinsics/evaluate';
import { isJsonata } from '../expressions/jsonata/parse';
import { follow, type Found } from '../expressions/jsonpath/evaluate';
import type { Path } from '../expressions/jsonpath/tree';
import { isList, kindOf, type Json, type JsonObject } from '../expressions/value';
import type { Reference, State } from '../model/machine';
import type { StateType } from '../spec/state-types';
import { member, type Node } from '../syntax/tree';
import { Failure } from './failure';
import type { Details, EventType } from './history';
import type { Run } from './run';
import { awaited, type Strand, type Work } from './scheduler';
import type { MapItem, Scope } from './scope';
import { fill } from './template';

/** What `$states` has beside the input and the context. */
export interface StatesMembers {
  readonly result?: Json;
  readonly errorOutput?: Json;
}

export class Visit {
  readonly fields: JsonObject;
  readonly isJsonata: boolean;
  readonly type: StateType;
  /** The event of entering it. */
  enteredId = 0;
  readonly enteredTime: number;
  retryCount = 0;
  /** How often each retrier was used, by its place. */
  readonly retries = new Map<number, number>();
  /** The token of a task that is waited for. */
  token: string | undefined;
  /** What the event of a failed expression follows: what the state itself does. */
  evaluationFollows: number;
  /** What has been worked out so far, under the names of the service's own inspection. */
  readonly stages: Record<string, Json> = {};
  /** What its work gave, and what it hands on. A debugger changes the one at `result`, the other is only shown. */
  result: Json | undefined;
  output: Json | undefined;
  /** What leads on from here, once that is known. */
  way: Reference | undefined;
  /** The last failure, and the seconds until it is tried again, if it is. */
  failure: Failure | undefined;
  untilRetry: number | undefined;
  private contextValue: JsonObject | undefined;

  constructor(
    readonly run: Run,
    readonly strand: Strand,
    readonly scope: Scope,
    readonly state: State,
    /** A debugger changes it at `enter`. */
    public input: Json,
    type: StateType,
  ) {
    this.type = type;
    this.fields = run.fieldsOf(state);
    this.isJsonata = state.queryLanguage === 'JSONata';
    this.evaluationFollows = strand.cursor;
    this.enteredTime = run.now;
    this.stages['input'] = input;
  }

  get name(): string {
    return this.state.name;
  }

  /** The value of a field as it is written; `undefined` where the state does not have it. */
  field(name: string): Json | undefined {
    return Object.hasOwn(this.fields, name) ? this.fields[name] : undefined;
  }

  /** Writes the next event of the strand and gives its number. What is told aside is followed by nothing. */
  *tell(type: EventType, details: Details, { previous = this.strand.cursor, aside = false }: { previous?: number; aside?: boolean } = {}): Work<number> {
    const event = this.strand.execution.tell(type, previous, this.run.now, details);
    if (!aside) {
      this.strand.cursor = event.id;
    }
    yield { do: 'tell', event };
    return event.id;
  }

  /** Lets a debugger look on, where one does. */
  *reach(point: Point): Work<void> {
    if (this.run.world.points) {
      yield { do: 'tell', event: { kind: 'point', point, visit: this } };
    }
  }

  /** With what the service puts before most of its causes. */
  cause(text: string): string {
    return `An error occurred while executing the state '${this.name}' (entered at the event id #${this.enteredId}). ${text}`;
  }

  runtime(text: string): Failure {
    return new Failure('States.Runtime', this.cause(text), 'runtime');
  }

  evaluation(text: string, location?: string): Failure {
    return new Failure('States.QueryEvaluationError', this.cause(text), 'evaluation', location === undefined ? {} : { location });
  }

  /** The context object; an item of one's own stands in for that of the scope. */
  context(item: MapItem | undefined = this.scope.item): JsonObject {
    if (item === this.scope.item && this.contextValue) {
      return this.contextValue;
    }
    const { Execution, StateMachine } = this.strand.execution.context();
    const retried = this.type === 'Task' || this.type === 'Parallel' || this.type === 'Map';
    const context: JsonObject = this.run.world.context?.(this) ?? {
      Execution,
      StateMachine,
      State: { Name: this.name, EnteredTime: timestampOf(this.enteredTime), ...(retried ? { RetryCount: this.retryCount } : {}) },
      ...(item ? { Map: { Item: { ...item } } } : {}),
      ...(this.token === undefined ? {} : { Task: { Token: this.token } }),
    };
    if (item === this.scope.item) {
      this.contextValue = context;
    }
    return context;
  }

  /** What was said of the context is out of date: there is a token, or another retry. */
  forgetContext(): void {
    this.contextValue = undefined;
  }

  // JSONPath

  /** What a path leads to, from the input given. */
  find(text: string, input: Json, item?: MapItem): Found {
    const path = this.run.path(text);
    return path ? this.followed(path, input, item) : { missing: `Could not parse the path ${text}` };
  }

  private followed(path: Path, input: Json, item?: MapItem): Found {
    switch (path.root.kind) {
      case 'context':
        return follow(path, this.context(item));
      case 'variable': {
        const value = this.scope.get(path.root.name);
        return value === undefined ? { missing: `Variable '$${path.root.name}' is not assigned` } : follow(path, value);
      }
      default:
        return follow(path, input);
    }
  }

  /** The value of a field that is a path; `undefined` where the state does not have it. */
  path(field: string, input: Json): Json | undefined {
    const text = this.field(field);
    return typeof text === 'string' ? this.followPath(text, input) : undefined;
  }

  followPath(text: string, input: Json): Json {
    const found = this.find(text, input);
    if ('value' in found) {
      return found.value;
    }
    throw this.runtime(`Invalid path '${text}' : ${found.missing}`);
  }

  /** `InputPath` or `OutputPath`: all of it where it is left out, nothing where it is null. */
  filtered(field: 'InputPath' | 'OutputPath', value: Json): Json {
    const text = this.field(field);
    return text === null ? {} : typeof text === 'string' && text !== '$' ? this.followPath(text, value) : value;
  }

  /** A template with everything in it worked out. */
  template(template: Json, input: Json, item?: MapItem): Json {
    return fill(template, (text, key) => this.templateValue(text, key, input, item));
  }

  /** The value of a key that ends in `.$`, or of `ErrorPath` and the like: a path, or an intrinsic call. */
  templateValue(text: string, field: string, input: Json, item?: MapItem): Json {
    if (text.trimStart().startsWith('$')) {
      const found = this.find(text, input, item);
      if ('value' in found) {
        return found.value;
      }
      if (found.beyondEnd) {
        return null;
      }
      throw this.runtime(`The JSONPath '${text}' specified for the field '${field}' could not be found in the input '${JSON.stringify(this.searched(text, input, item))}'`);
    }
    return this.intrinsic(text, input, item);
  }

  private searched(text: string, input: Json, item: MapItem | undefined): Json {
    return text.trimStart().startsWith('$$') ? this.context(item) : input;
  }

  private intrinsic(text: string, input: Json, item: MapItem | undefined): Json {
    const call = this.run.call(text);
    if (!call) {
      throw this.runtime(`There was an error while evaluating the intrinsic function: ${text}. Invalid function call`);
    }
    try {
      return evaluateIntrinsic(call, {
        random: this.run.random,
        resolve: (path) => {
          const found = this.followed(path, input, item);
          if ('value' in found) {
            return found.value;
          }
          const written = text.slice(path.span.start, path.span.end);
          // A path into the context object is told without its second `$`.
          const told = written.replace(/^\$\$/, '$');
          throw this.runtime(
            `The function '${text}' had the following error: The JsonPath argument for the field '${told}' could not be found in the input '${JSON.stringify(this.searched(written, input, item))}'`,
          );
        },
      });
    } catch (error) {
      throw error instanceof IntrinsicFailure ? this.runtime(`There was an error while evaluating the intrinsic function: ${text}. ${error.message}`) : error;
    }
  }

  // JSONata

  /** A value with the expressions in it worked out. */
  *evaluated(value: Json, location: string, members: StatesMembers = {}, item?: MapItem): Work<Json> {
    if (!this.run.hasExpressions(value)) {
      return value;
    }
    if (typeof value === 'string') {
      return yield* this.expression(value, location, members, item);
    }
    if (isList(value)) {
      const items: Json[] = [];
      for (const [index, each] of value.entries()) {
        items.push(yield* this.evaluated(each, `${location}[${index}]`, members, item));
      }
      return items;
    }
    const entries: [string, Json][] = [];
    for (const [name, member] of Object.entries(value as JsonObject)) {
      entries.push([name, yield* this.evaluated(member, `${location}/${name}`, members, item)]);
    }
    return Object.fromEntries(entries);
  }

  private *expression(text: string, location: string, members: StatesMembers, item: MapItem | undefined): Work<Json> {
    const expression = text.slice(2, -2).trim();
    const bindings = Object.fromEntries([...this.scope.all(), ['states', { input: this.input, context: this.context(item), ...members }]]);
    const result = yield* awaited(this.run.jsonata.evaluate(expression, bindings));
    const where = `The JSONata expression '${expression}' specified for the field '${location}'`;
    switch (result.is) {
      case 'value':
        return result.value;
      case 'undefined':
        throw this.evaluation(`${where} returned nothing (undefined).`, location);
      case 'unsupported':
        throw this.evaluation(`${where} returned an unsupported result type.`, location);
      case 'error':
        throw this.evaluation(`${where} threw an error during evaluation${result.hasCode ? '.' : ':'} ${result.message}`, location);
    }
  }

  /** The value of a field that has to be of a kind; what is written there as it is has been checked before the run. */
  *typed<T extends Json>(field: string, expected: string, is: (value: Json) => value is T, location = field, written = this.field(field)): Work<T | undefined> {
    if (written === undefined) {
      return undefined;
    }
    const value = yield* this.evaluated(written, location);
    if (is(value)) {
      return value;
    }
    const what = typeof written === 'string' && isJsonata(written) ? `The JSONata expression '${written.slice(2, -2).trim()}' specified for the field '${location}'` : `The value specified for the field '${location}'`;
    throw this.evaluation(`${what} returned an unexpected result type. Expected '${expected}', but was '${kindOf(value)}' for value: ${JSON.stringify(value)}`, location);
  }
}

/** Where a debugger can hold a state. */
export type Point = 'enter' | 'arguments' | 'result' | 'error' | 'exit';

export function isText(value: Json): value is string {
  return typeof value === 'string';
}

export function isNumber(value: Json): value is number {
  return typeof value === 'number';
}

export function isBoolean(value: Json): value is boolean {
  return typeof value === 'boolean';
}

/** Where the `Next` of a choice rule or a catcher leads. */
export function wayFrom({ state }: Visit, entry: Node | undefined): Reference | undefined {
  const written = member(entry, 'Next');
  return written && state.references.find(({ node }) => node === written);
}

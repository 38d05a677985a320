// What is shown of a state that stands still: its scopes, and what is in them, as far as somebody opens it.
import type { DebugProtocol } from '@vscode/debugprotocol';
import { isList, isObject, type Json } from '../../../server/src/expressions/value';
import type { Visit } from '../../../server/src/simulator/visit';
import { errorOf } from './evaluate';

/** Where a value comes from, so that it can be named and changed. */
interface Origin {
  readonly visit: Visit;
  readonly root: 'input' | 'result' | 'variables' | 'context' | 'error' | undefined;
  readonly keys: readonly (string | number)[];
}

interface Holder {
  readonly value: Json;
  readonly origin: Origin | undefined;
  /** No object and no list has members: it is shown as the one member of its scope. */
  readonly isWhole?: boolean;
}

/** What a change of a variable comes down to: another value for a whole root. */
export interface Changed {
  readonly visit: Visit;
  readonly root: 'input' | 'result' | 'variables';
  /** Of the variable, where the root is that of variables. */
  readonly name: string;
  readonly value: Json;
}

export class Values {
  private readonly holders = new Map<number, Holder>();
  private last = 0;

  /** Nothing of the stop before is asked for any more. */
  clear(): void {
    this.holders.clear();
  }

  scopes(visit: Visit): DebugProtocol.Scope[] {
    const { stages, result, output, failure } = visit;
    const handed = stages['afterArguments'] ?? stages['afterParameters'] ?? stages['afterItemsPath'];
    const variables = visit.scope.all();
    const scope = (name: string, value: Json | undefined, root: Origin['root'], expensive = false): DebugProtocol.Scope[] =>
      value === undefined ? [] : [{ name, variablesReference: this.hold({ value, origin: { visit, root, keys: [] }, isWhole: !isObject(value) && !isList(value) }), expensive, ...sizes(value) }];
    return [
      ...scope('Input', visit.input, 'input'),
      ...scope('Arguments', handed, undefined),
      ...scope('Result', result, 'result'),
      ...scope('Error', failure && errorOf(visit), 'error'),
      ...scope('Output', output, undefined),
      ...(variables.size > 0 ? scope('Variables', Object.fromEntries(variables), 'variables') : []),
      ...(visit.type === 'Task' || visit.type === 'Map' || visit.type === 'Parallel' ? scope('Retries', retriesOf(visit), undefined) : []),
      ...scope('Context', visit.context(), 'context', true),
    ];
  }

  /** A value that is shown by itself, such as what an expression gave. */
  shown(value: Json): { readonly result: string; readonly type: string; readonly variablesReference: number; readonly indexedVariables?: number; readonly namedVariables?: number } {
    return { result: textFor(value), type: typeOf(value), variablesReference: this.referenceTo(value, undefined), ...sizes(value) };
  }

  variables({ variablesReference, filter, start = 0, count }: DebugProtocol.VariablesArguments): DebugProtocol.Variable[] {
    const holder = this.holders.get(variablesReference);
    if (!holder) {
      return [];
    }
    const { value, origin, isWhole } = holder;
    if (isWhole) {
      return [this.variable('value', value, origin)];
    }
    if (isList(value)) {
      return filter === 'named' ? [] : value.slice(start, count ? start + count : undefined).map((each, index) => this.variable(start + index, each, within(origin, start + index)));
    }
    return filter === 'indexed' || !isObject(value) ? [] : Object.entries(value).slice(start, count ? start + count : undefined).map(([name, each]) => this.variable(name, each, within(origin, name)));
  }

  /** What becomes of the root when one of its members is given another value; `undefined` for what can't be changed. */
  changed(variablesReference: number, name: string, value: Json): Changed | undefined {
    const holder = this.holders.get(variablesReference);
    const origin = holder?.origin;
    if (!holder || !origin || (origin.root !== 'input' && origin.root !== 'result' && origin.root !== 'variables')) {
      return undefined;
    }
    const { visit, root } = origin;
    const keys = holder.isWhole ? origin.keys : [...origin.keys, isList(holder.value) ? Number(name) : name];
    if (root !== 'variables') {
      return { visit, root, name: '', value: replaced(root === 'input' ? visit.input : (visit.result ?? null), keys, value) };
    }
    const [variable = '', ...rest] = keys;
    return { visit, root, name: String(variable), value: replaced(visit.scope.get(String(variable)) ?? null, rest, value) };
  }

  private variable(key: string | number, value: Json, origin: Origin | undefined): DebugProtocol.Variable {
    const evaluateName = origin && nameOf(origin);
    return {
      name: String(key),
      value: textFor(value),
      type: typeOf(value),
      variablesReference: this.referenceTo(value, origin),
      ...sizes(value),
      ...(evaluateName === undefined ? {} : { evaluateName }),
      ...(origin?.root === 'input' || origin?.root === 'result' || origin?.root === 'variables' ? {} : { presentationHint: { attributes: ['readOnly'] } }),
    };
  }

  private referenceTo(value: Json, origin: Origin | undefined): number {
    return (isObject(value) && Object.keys(value).length > 0) || (isList(value) && value.length > 0) ? this.hold({ value, origin }) : 0;
  }

  private hold(holder: Holder): number {
    this.holders.set(++this.last, holder);
    return this.last;
  }
}

function within(origin: Origin | undefined, key: string | number): Origin | undefined {
  return origin && { ...origin, keys: [...origin.keys, key] };
}

function retriesOf(visit: Visit): Json {
  return {
    attempt: visit.retryCount + 1,
    ...Object.fromEntries([...visit.retries].filter(([index]) => index >= 0).map(([index, used]) => [`Retry[${index}]`, { used }])),
    ...(visit.untilRetry === undefined ? {} : { secondsUntilNext: visit.untilRetry }),
  };
}

/** On one line, and not longer than a line is. */
export function textFor(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 1000 ? `${text.slice(0, 999)}…` : text;
}

function typeOf(value: Json): string {
  return value === null ? 'null' : isList(value) ? `array (${value.length})` : typeof value;
}

function sizes(value: Json): { indexedVariables?: number; namedVariables?: number } {
  return isList(value) ? { indexedVariables: value.length } : isObject(value) ? { namedVariables: Object.keys(value).length } : {};
}

/** An expression for the value, in the language of its state. */
function nameOf({ visit, root, keys }: Origin): string | undefined {
  const roots = visit.isJsonata
    ? { input: '$states.input', result: '$states.result', context: '$states.context', error: '$states.errorOutput', variables: '$' }
    : { input: '$', result: '{% $states.result', context: '$$', error: '{% $states.errorOutput', variables: '$' };
  if (root === undefined) {
    return undefined;
  }
  const inPath = !visit.isJsonata && (root === 'input' || root === 'context' || root === 'variables');
  const text = keys.reduce<string>((before, key, index) => {
    if (typeof key === 'number') {
      return `${before}[${key}]`;
    }
    if (root === 'variables' && index === 0) {
      return `${before}${key}`;
    }
    return /^[A-Za-z_]\w*$/.test(key) ? `${before}.${key}` : inPath ? `${before}['${key.replace(/['\\]/g, '\\$&')}']` : `${before}.\`${key}\``;
  }, roots[root]);
  return text.startsWith('{%') ? `${text} %}` : text;
}

function replaced(whole: Json, [key, ...rest]: readonly (string | number)[], value: Json): Json {
  if (key === undefined) {
    return value;
  }
  if (isList(whole)) {
    return whole.map((each, index) => (index === key ? replaced(each, rest, value) : each));
  }
  const inner = isObject(whole) && Object.hasOwn(whole, key) ? whole[key] : undefined;
  return { ...(isObject(whole) ? whole : {}), [key]: replaced(inner ?? null, rest, value) };
}

// Runs machines in JSONata, as far as comparing values needs it: no time, no concurrency, and tasks that answer what they are told to.
import { createHash, randomUUID } from 'node:crypto';
import jsonata from 'jsonata';

/** A JSON value. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

interface Fields {
  readonly [name: string]: Json | undefined;
}

const expressions = new Map<string, jsonata.Expression>();

/** The value of an expression without its marks; `undefined` where it gives nothing. */
export async function evaluate(expression: string, states: Fields, variables: Fields = {}): Promise<Json | undefined> {
  let compiled = expressions.get(expression);
  if (!compiled) {
    compiled = jsonata(expression);
    addFunctions(compiled);
    expressions.set(expression, compiled);
  }
  const value: unknown = await compiled.evaluate(undefined, { ...variables, states });
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as Json);
}

/** What Step Functions adds to JSONata. */
function addFunctions(expression: jsonata.Expression): void {
  expression.registerFunction('parse', (text?: string): unknown => (text === undefined ? undefined : JSON.parse(text)), '<s?:x>');
  expression.registerFunction('partition', (list: Json[], size: number) => Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size)));
  expression.registerFunction('range', (first: number, last: number, step: number) => {
    const found = Array.from({ length: Math.max(0, Math.floor((last - first) / step) + 1) }, (_, index) => first + index * step);
    // One number alone is no list, as recorded.
    return found.length > 1 ? found : found[0];
  });
  expression.registerFunction('hash', (text: string, algorithm: string) => createHash(algorithm.replace('-', '')).update(text).digest('hex'), '<ss:s>');
  expression.registerFunction('random', () => Math.random());
  expression.registerFunction('uuid', () => randomUUID());
}

/** A failure with a name, as states have it. */
export class Failure extends Error {}

/** A run of one scope from its first state to its end. */
export async function run(machine: Fields, input: Json, mocks: Readonly<Record<string, readonly Fields[]>> = {}): Promise<Json> {
  const states = machine['States'] as Record<string, Fields>;
  const variables: Record<string, Json> = {};
  const calls: Record<string, number> = {};
  let name = machine['StartAt'] as string;
  let value = input;
  for (;;) {
    const state = states[name];
    if (!state) {
      throw new Failure(`no state ${name}`);
    }
    const seen: Record<string, Json> = { input: value, context: { Execution: { Input: input }, State: { Name: name } } };
    const fill = (template: Json | undefined): Promise<Json> => filled(template, seen, variables);
    let chosen: Fields = state;
    let output: Json = value;
    switch (state['Type']) {
      case 'Task': {
        await fill(state['Arguments']);
        const reply = mocks[name]?.[(calls[name] = (calls[name] ?? 0) + 1) - 1];
        if (reply?.['output'] === undefined) {
          throw new Failure(`${name} has no answer`);
        }
        seen['result'] = output = reply['output'];
        break;
      }
      case 'Choice':
        for (const rule of state['Choices'] as Fields[]) {
          if ((await fill(rule['Condition'])) === true) {
            chosen = rule;
            break;
          }
        }
        break;
      case 'Fail':
        throw new Failure(String(await fill(state['Error'])));
      case 'Wait': {
        const seconds = state['Seconds'] === undefined ? 0 : await fill(state['Seconds']);
        if (!Number.isInteger(seconds) || Number(seconds) < 0) {
          throw new Failure('Seconds is no whole number from 0');
        }
        break;
      }
      case 'Pass':
      case 'Succeed':
        break;
      default:
        throw new Failure(`${String(state['Type'])} is not run here`);
    }
    output = chosen['Output'] === undefined ? output : await fill(chosen['Output']);
    const assigned = chosen['Assign'] === undefined ? {} : await fill(chosen['Assign']);
    Object.assign(variables, assigned);
    value = output;
    if (state['End'] === true || state['Type'] === 'Succeed') {
      return value;
    }
    name = (chosen['Next'] ?? state['Default']) as string;
  }
}

/** A template with its expressions evaluated. */
async function filled(template: Json | undefined, states: Fields, variables: Fields): Promise<Json> {
  if (typeof template === 'string' && template.startsWith('{%')) {
    const value = await evaluate(template.slice(2, -2), states, variables);
    if (value === undefined) {
      throw new Failure(`${template} gives nothing`);
    }
    return value;
  }
  if (Array.isArray(template)) {
    return Promise.all(template.map((item) => filled(item, states, variables)));
  }
  if (typeof template === 'object' && template !== null) {
    const members = await Promise.all(Object.entries(template).map(async ([name, value]) => [name, await filled(value, states, variables)] as const));
    return Object.fromEntries(members);
  }
  return template ?? null;
}

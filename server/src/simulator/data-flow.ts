// What a state hands on: from what its work gave to its output and its variables.
import { isObject, textOf, type Json, type JsonObject } from '../expressions/value';
import { Failure } from './failure';
import type { Exit } from './machine';
import type { Work } from './scheduler';
import { put } from './template';
import type { Visit } from './visit';

/** The end of a state without a choice of where to go on. `result` is `undefined` where the state has no work of its own. */
export function* finish(visit: Visit, result: Json | undefined): Work<Exit> {
  if (result !== undefined) {
    // The service's own inspection does not show it for these.
    if (visit.type !== 'Map' || !visit.isJsonata) {
      visit.stages['result'] = result;
    }
    visit.result = result;
    yield* visit.reach('result');
    result = visit.result;
  }
  const { state } = visit;
  visit.way = state.ends ? undefined : state.references.find(({ kind }) => kind === 'Next');
  const next = visit.way?.target;
  if (!next && !state.ends) {
    throw visit.runtime('Failed to transition out of the state. The state does not point to a next state.');
  }
  if (visit.isJsonata) {
    const members = result === undefined ? {} : { result };
    const assigned = yield* assignedBy(visit, visit.field('Assign'), 'Assign', members);
    const written = visit.field('Output');
    return { output: written === undefined ? (result ?? visit.input) : yield* visit.evaluated(written, 'Output', members), assigned, next };
  }
  return { ...(visit.type === 'Pass' || result !== undefined ? combine(visit, result ?? passed(visit)) : filter(visit)), next };
}

/** What a Pass state gives as its own. */
function passed(visit: Visit): Json {
  const { stages } = visit;
  const fixed = visit.field('Result');
  if (fixed !== undefined) {
    return (stages['result'] = fixed);
  }
  const input = (stages['afterInputPath'] = visit.filtered('InputPath', visit.input));
  const template = visit.field('Parameters');
  return (stages['afterParameters'] = template === undefined ? input : visit.template(template, input));
}

function combine(visit: Visit, result: Json): Pick<Exit, 'output' | 'assigned'> {
  const { stages } = visit;
  const assigned = assignedByTemplate(visit, visit.field('Assign'), result);
  const selector = visit.field('ResultSelector');
  const selected = (stages['afterResultSelector'] = selector === undefined ? result : visit.template(selector, result));
  const combined = (stages['afterResultPath'] = resultPut(visit, visit.field('ResultPath'), selected));
  return { output: visit.filtered('OutputPath', combined), assigned };
}

function filter(visit: Visit): Pick<Exit, 'output' | 'assigned'> {
  const input = (visit.stages['afterInputPath'] = visit.filtered('InputPath', visit.input));
  return { assigned: assignedByTemplate(visit, visit.field('Assign'), input), output: visit.filtered('OutputPath', input) };
}

/** The raw input with a result put where `ResultPath` says. */
export function resultPut(visit: Visit, path: Json | undefined, result: Json): Json {
  if (path === null) {
    return visit.input;
  }
  const read = typeof path === 'string' ? visit.run.path(path) : undefined;
  if (!read || read.steps.length === 0) {
    return result;
  }
  const steps = read.steps.map((step) => (step.kind === 'index' ? step.index : step.kind === 'member' ? step.name : ''));
  const combined = put(visit.input, steps, result);
  if (combined === undefined) {
    throw new Failure('States.ResultPathMatchFailure', visit.cause(`Unable to apply step "${textOf(path)}" to input ${JSON.stringify(visit.input)}`), 'state');
  }
  return combined;
}

/** What `Assign` gives to variables, in a JSONPath state. */
export function assignedByTemplate(visit: Visit, template: Json | undefined, input: Json): JsonObject | undefined {
  return isObject(template) ? checked(visit, visit.template(template, input)) : undefined;
}

/** The same in a JSONata state. */
export function* assignedBy(visit: Visit, written: Json | undefined, location: string, members: { readonly result?: Json; readonly errorOutput?: Json }): Work<JsonObject | undefined> {
  return isObject(written) ? checked(visit, yield* visit.evaluated(written, location, members)) : undefined;
}

function checked(visit: Visit, values: Json): JsonObject | undefined {
  if (!isObject(values) || Object.keys(values).length === 0) {
    return undefined;
  }
  visit.run.checkSize(values, visit.name);
  return values;
}

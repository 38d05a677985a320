// Mocks beside a definition, `name.asl.mocks.yaml`: for each state a list of rules, of which the first that fits a call answers it.
import { JsonataEvaluator } from '../../expressions/jsonata/evaluate';
import { isJsonata } from '../../expressions/jsonata/parse';
import { isList, isObject, memberOf, textOf, type Json, type JsonObject } from '../../expressions/value';
import { mockAnswers } from '../../spec/mocks';
import { enumerated } from '../../text/words';
import type { Answer, TaskCall } from '../world';
import { handlerAnswer } from './handler-answer';
import { MockMistake } from './mistake';
import { MissingMock, type MockHelpers } from './mocks';

export type ScriptedMocks = (call: TaskCall) => Promise<Answer>;

/** @param scripts rules by state, or by its path (`Each/Resize`); those of the first come before those of the next */
export function scriptedMocks(scripts: readonly Json[], random: () => number, start: number, helpers: MockHelpers = {}): ScriptedMocks {
  const evaluator = new JsonataEvaluator({ random, now: () => start });
  return async (call) => {
    const names = new Set([call.path.join('/'), call.state]);
    const rules = scripts.flatMap((script) => [...names].flatMap((name) => rulesOf(memberOf(script, name))));
    for (const rule of rules) {
      if (await fits(evaluator, rule, call)) {
        return answerOf(evaluator, rule, call, helpers);
      }
    }
    throw new MissingMock(call, rules.length > 0 ? `: ${rules.length === 1 ? 'its rule does not fit' : `none of its ${rules.length} rules fits`} attempt ${call.attempt}` : '');
  };
}

/** One rule may stand without a list. */
function rulesOf(value: Json | undefined): JsonObject[] {
  return (isList(value) ? value : [value]).filter((rule) => isObject(rule));
}

async function fits(evaluator: JsonataEvaluator, rule: JsonObject, call: TaskCall): Promise<boolean> {
  const { attempt, iteration, when } = rule;
  return (attempt === undefined || isIn(call.attempt, attempt)) && (iteration === undefined || (call.iteration !== undefined && isIn(call.iteration, iteration))) && (when === undefined || (await valueOf(evaluator, when, call)) === true);
}

/** `2`, or `0-1` with both ends. */
function isIn(number: number, range: Json): boolean {
  const [first = NaN, last = first] = textOf(range).split('-').map(Number);
  return number >= first && number <= last;
}

async function answerOf(evaluator: JsonataEvaluator, rule: JsonObject, call: TaskCall, helpers: MockHelpers): Promise<Answer> {
  const { delay, heartbeats, submit, throw: thrown } = rule;
  const more = {
    ...(typeof delay === 'number' ? { after: delay } : {}),
    ...(isList(heartbeats) ? { heartbeats: heartbeats.filter((each) => typeof each === 'number') } : {}),
    ...(submit === undefined ? {} : { submitted: submit }),
  };
  if (rule['timeout'] === true) {
    return { is: 'silence', ...more };
  }
  if (isObject(thrown)) {
    const { error, cause } = thrown;
    return { is: 'error', error: error === undefined ? undefined : textOf(error), cause: cause === undefined ? undefined : textOf(cause), ...more };
  }
  if (rule['echo'] === true) {
    return { is: 'result', value: call.arguments, ...more };
  }
  if (rule['default'] === true) {
    if (!helpers.defaultAnswer) {
      throw new MockMistake(`A mock of "${call.state}" asks for the default answer of its service, and the services are not known here.`);
    }
    return { is: 'result', value: await helpers.defaultAnswer(call), ...more };
  }
  if (typeof rule['handler'] === 'string') {
    return { ...(await handlerAnswer(rule['handler'], call, helpers)), ...more };
  }
  if (rule['return'] === undefined) {
    throw new MockMistake(`A mock of "${call.state}" says nothing to answer: it needs ${enumerated(mockAnswers, 'or')}.`);
  }
  return { is: 'result', value: await valueOf(evaluator, rule['return'], call), ...more };
}

/** A value with the expressions in it worked out: they see `$arguments`, `$input`, `$attempt` and `$iteration`. */
async function valueOf(evaluator: JsonataEvaluator, value: Json, call: TaskCall): Promise<Json> {
  if (isList(value)) {
    const items: Json[] = [];
    for (const each of value) {
      items.push(await valueOf(evaluator, each, call));
    }
    return items;
  }
  if (isObject(value)) {
    const entries: [string, Json][] = [];
    for (const [name, member] of Object.entries(value)) {
      entries.push([name, await valueOf(evaluator, member, call)]);
    }
    return Object.fromEntries(entries);
  }
  if (typeof value !== 'string' || !isJsonata(value)) {
    return value;
  }
  const result = await evaluator.evaluate(value.slice(2, -2), { arguments: call.arguments, input: call.input, attempt: call.attempt, iteration: call.iteration ?? null });
  if (result.is === 'value') {
    return result.value;
  }
  throw new MockMistake(`A mock of "${call.state}" can't be worked out: ${value} ${result.is === 'error' ? result.message : 'gives nothing'}.`);
}

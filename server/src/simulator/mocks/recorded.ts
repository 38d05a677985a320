// Mocks in the form of recorded runs: for each state what its tasks gave, in the order in which they ended.
import { isList, isObject, isSame, memberOf, type Json } from '../../expressions/value';
import type { Answer, TaskCall } from '../world';
import { MissingMock, type Mocks } from './mocks';

/** Answers that are each given once, those with `after` after so many seconds. `parameters` and `iteration` tell which is meant where several tasks run at once. */
export function recordedMocks(recorded: Json): Mocks {
  const left = new Map(Object.entries(isObject(recorded) ? recorded : {}).map(([state, answers]) => [state, isList(answers) ? [...answers] : []]));
  return (call) => {
    const answers = left.get(call.state) ?? [];
    const index = best(answers, call);
    const [answer] = index < 0 ? [] : answers.splice(index, 1);
    if (answer === undefined) {
      if (call.resource.includes(':activity:') && !left.has(call.state)) {
        return { is: 'absent' };
      }
      throw new MissingMock(call, left.has(call.state) ? ' any more' : '');
    }
    return answerOf(answer);
  };
}

function best(answers: readonly Json[], { iteration, arguments: handed }: TaskCall): number {
  const ofIteration = (answer: Json): boolean => iteration === undefined || memberOf(answer, 'iteration') === undefined || memberOf(answer, 'iteration') === iteration;
  const both = answers.findIndex((answer) => ofIteration(answer) && isSame(memberOf(answer, 'parameters') ?? null, handed));
  const either = both >= 0 ? both : answers.findIndex(ofIteration);
  return either >= 0 || answers.length === 0 ? either : 0;
}

function answerOf(answer: Json): Answer {
  const outcome = memberOf(answer, 'outcome');
  const after = memberOf(answer, 'after');
  const about: Pick<Answer, 'submitted' | 'after'> = { ...(memberOf(answer, 'submitted') === true ? {} : { submitted: false }), ...(typeof after === 'number' && { after }) };
  const text = (name: string): string | undefined => {
    const value = memberOf(answer, name);
    return value === undefined || value === null ? undefined : typeof value === 'string' ? value : JSON.stringify(value);
  };
  if (typeof outcome === 'string' && outcome.endsWith('TimedOut')) {
    return { is: 'silence', ...about };
  }
  return typeof outcome === 'string' && outcome.endsWith('Failed')
    ? { is: 'error', error: text('error'), cause: text('cause'), ...about }
    : { is: 'result', value: memberOf(answer, 'output') ?? null, ...about };
}

// Parallel states.
import type { Json } from '../expressions/value';
import { answered } from './instead';
import { abandon, joined } from './join';
import { runMachine } from './machine';
import { Strand, type Work } from './scheduler';
import { Scope } from './scope';
import type { Visit } from './visit';

/** Runs all branches on the same input and gives the list of their outputs. */
export function* runParallel(visit: Visit): Work<Json> {
  const { run, strand, state, scope } = visit;
  const input = yield* inputOf(visit);
  yield* visit.reach('arguments');
  const started = yield* visit.tell('ParallelStateStarted', {});
  const instead = run.world.instead?.(visit);
  if (instead) {
    return yield* answered(instead.answer);
  }
  const outputs: Json[] = [];
  let last = started;
  for (const [index, branch] of state.machines.entries()) {
    const child = new Strand(strand.execution, strand, index);
    child.cursor = started;
    run.scheduler.start(child, runMachine(run, child, branch, new Scope(scope), input));
  }
  for (let left = state.machines.length; left > 0; ) {
    const ended = yield* joined(strand);
    for (const child of ended) {
      if (child.failure) {
        yield* abandon(visit, child, ended);
      }
      outputs[child.index] = child.output;
      last = Math.max(last, child.cursor);
      left--;
    }
  }
  strand.cursor = last;
  yield* visit.tell('ParallelStateSucceeded', {}, { aside: true });
  return outputs;
}

function* inputOf(visit: Visit): Work<Json> {
  const { stages } = visit;
  if (visit.isJsonata) {
    const written = visit.field('Arguments');
    return (stages['afterArguments'] = written === undefined ? visit.input : yield* visit.evaluated(written, 'Arguments'));
  }
  const input = (stages['afterInputPath'] = visit.filtered('InputPath', visit.input));
  const template = visit.field('Parameters');
  return (stages['afterParameters'] = template === undefined ? input : visit.template(template, input));
}

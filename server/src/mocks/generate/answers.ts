// Answers for all tasks of a machine, with which it comes to its end where that can be found: first what the models of the services say, then
// what the states have been seen to look for.
import type { Json } from '../../expressions/value';
import type { Definition } from '../../analysis/definition';
import { sampleAnswer, type SampleOptions } from '../../services/sample-answer';
import type { Catalog } from '../../services/catalog';
import type { Member } from '../../services/shape';
import { defaultAnswer } from '../../simulator/mocks/default-answer';
import { member } from '../../syntax/tree';
import { pathOf, type MockedStates } from '../states';
import { changesAfter, missingIn, type Modelled } from './changes';
import { readsOf } from './reads';
import { isFine, tryAnswers, type Answers, type Trial } from './trial';

/** So many runs are made at most. */
const mostTrials = 240;

/** @param input an example of what the machine is started with; without one it is made up too */
export async function findAnswers(states: MockedStates, input: Json | undefined): Promise<Trial> {
  const { definition } = states;
  const { machine } = definition;
  if (!machine) {
    throw new Error('There is no machine.');
  }
  const options = wantedIn(definition);
  const tasks = new Map(states.tasks.map(({ state }) => {
    const resource = member(state.node, 'Resource');
    return [pathOf(state), resource?.kind === 'string' ? defaultAnswer(resource.value, {}, definition.services, options) : {}] as const;
  }));
  const modelled: Modelled = (task, path) => {
    const [state] = states.named(task);
    let shape = state && states.output(state);
    for (const name of path) {
      shape = typeof name === 'number' || shape?.kind === 'map' ? shape?.item : shape?.member(name)?.shape;
    }
    return shape && (sampleAnswer(shape, options, String(path.at(-1) ?? '')) as Json);
  };
  let best = await tryAnswers(machine, { input: input ?? {}, tasks });
  let trials = 1;
  for (let goesOn = true; goesOn && !isFine(best); ) {
    goesOn = false;
    for (const answers of changesAfter(best, definition, modelled)) {
      if (++trials > mostTrials) {
        return best;
      }
      const kept: Answers = input === undefined ? answers : { ...answers, input };
      const trial = await tryAnswers(machine, kept);
      if (isBetter(trial, best, definition)) {
        best = trial;
        goesOn = true;
        break;
      }
    }
  }
  return best;
}

/** What a service answers when all goes well, by its model. */
export function usualAnswer(resource: string, given: Json, services: Catalog): Json {
  return defaultAnswer(resource, given, services);
}

function isBetter(one: Trial, other: Trial, definition: Definition): boolean {
  return isFine(one) || (!isFine(other) && rank(one, definition) > rank(other, definition));
}

/** One that goes well for longer is better, and one that misses less where it stops. */
function rank({ outcome, progress, moments }: Trial, definition: Definition): number {
  const missing = moments.reduce((sum, moment) => sum + missingIn(moment, definition), 0);
  const isEndless = outcome.status !== 'SUCCEEDED' && (outcome.cause ?? '').includes('The service would go on');
  return (isEndless ? -1 : progress) - missing / 1000;
}

/** Members that the machine reads somewhere, and at the top what a person knows the thing by. */
function wantedIn(definition: Definition): SampleOptions {
  const words = new Set(definition.states.flatMap((state) => readsOf(definition, state).reads.flatMap(({ chain }) => chain)));
  return {
    depth: 5,
    wants: ({ name, shape }: Member, depth) => words.has(name) || (depth === 0 && /(?:Id|Name|Status|State|Code|Payload|Output)$/.test(name) && ['string', 'enum', 'number', 'json'].includes(shape.kind)),
  };
}

// Which function an author most likely means: by the arguments that stand there already, by what the place wants, by what the definition calls
// elsewhere, and by what is used most.
import type { GivenArgument } from '../../analysis/given-arguments';
import { wordsOf } from './name-words';

/** A function of either language, as far as the ranking looks at it. */
export interface Ranked {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly parameters: readonly RankedParameter[];
  readonly returns: string;
}

interface RankedParameter {
  readonly types: readonly string[];
  readonly optional?: boolean;
  /** All that a literal may say. */
  readonly values?: readonly unknown[];
}

export interface CallPlace {
  /** `undefined` where no parentheses stand behind the name. */
  readonly given: readonly GivenArgument[] | undefined;
  readonly wanted: string | undefined;
  /** Of the calls in the definition, the share that are of a function. */
  readonly share: (name: string) => number;
  /** The words of the key that the value stands behind. */
  readonly words: ReadonlySet<string>;
  /** Names, those that are used most first. */
  readonly usual: readonly string[];
}

/** The likeliest first; those that are as likely as each other stay in their order. */
export function likeliest<F>(all: readonly F[], asRanked: (each: F) => Ranked, place: CallPlace): F[] {
  const usual = new Map(place.usual.map((name, index) => [name, 1 - index / place.usual.length]));
  const weighed = all.map((each) => {
    const ranked = asRanked(each);
    const usage = (usual.get(ranked.name) ?? 0) * weights.usual + Math.min(1, 4 * place.share(ranked.name)) * weights.called + (wordsOf(ranked.name).some((word) => place.words.has(word)) ? weights.likeness : 0);
    return [usage + fitOfResult(ranked, place) + (place.given ? fitOfArguments(ranked, place.given) : 0), each] as const;
  });
  return weighed.sort(([one], [other]) => other - one).map(([, each]) => each);
}

/** How much each sign counts. What can't be stands behind all that can. */
const weights = { usual: 6, called: 4, likeness: 6, result: 12, anyResult: 3, otherResult: -8, exact: 6, optional: 1, value: 12, list: 4, looseList: -5, impossible: -100 };

function fitOfResult({ returns }: Ranked, { wanted, given }: CallPlace): number {
  if (wanted === undefined) {
    return 0;
  }
  // Where nothing is written yet, an operator may follow that makes something else of what the function gives.
  const share = given ? 1 : 0.5;
  return share * (returns === wanted ? weights.result : returns === 'any' ? weights.anyResult : weights.otherResult);
}

function fitOfArguments({ least, most, parameters }: Ranked, given: readonly GivenArgument[]): number {
  if (given.length < least || given.length > most) {
    return weights.impossible;
  }
  return given.reduce((sum, argument, index) => sum + fitOfArgument(parameters[Math.min(index, parameters.length - 1)], argument), 0);
}

function fitOfArgument(parameter: RankedParameter | undefined, { type, literal }: GivenArgument): number {
  const { types = [], values, optional = false } = parameter ?? {};
  if (type === undefined) {
    return 0;
  }
  if (values && literal !== undefined) {
    return values.includes(literal) ? weights.value : weights.impossible;
  }
  if (types.includes(type)) {
    return optional ? weights.optional : type === 'list' ? weights.list : weights.exact;
  }
  // A single value counts as a list of one, which hardly anybody makes use of.
  return types.includes('any') ? 0 : types.includes('list') && type !== 'function' && type !== 'pattern' ? weights.looseList : weights.impossible;
}

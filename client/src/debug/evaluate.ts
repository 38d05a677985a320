// What a person asks of a state that stands still: in the language of the state, and without a trace in the run.
import { JsonataEvaluator } from '../../../server/src/expressions/jsonata/evaluate';
import { isJsonata } from '../../../server/src/expressions/jsonata/parse';
import { evaluateIntrinsic, IntrinsicFailure } from '../../../server/src/expressions/intrinsics/evaluate';
import { looksLikeIntrinsic, parseIntrinsic } from '../../../server/src/expressions/intrinsics/parse';
import { parsePath } from '../../../server/src/expressions/jsonpath/parse';
import type { Json, JsonObject } from '../../../server/src/expressions/value';
import { seeded } from '../../../server/src/simulator/seeded';
import type { Visit } from '../../../server/src/simulator/visit';

export type Evaluation = { readonly value: Json } | {
      readonly value?: undefined;
      readonly trouble: string;
      /** It is no mistake: it leads to nothing. */
      readonly isNothing?: true;
    };

/**
 * A path, a call of an intrinsic function, or JSONata: with `{% %}` or without. In a JSONPath state, JSONata finds the input as `$`,
 * so that `$.total > 3` is what it looks like.
 */
export async function evaluate(text: string, visit: Visit): Promise<Evaluation> {
  const written = text.trim();
  if (isJsonata(written)) {
    return evaluateJsonata(written.slice(2, -2), visit);
  }
  return visit.isJsonata ? evaluateJsonata(written, visit) : (evaluatePath(written, visit) ?? evaluateCall(written, visit) ?? evaluateJsonata(written, visit));
}

/** `undefined` where the text is no path. */
function evaluatePath(text: string, visit: Visit): Evaluation | undefined {
  if (!text.startsWith('$') || parsePath(text).problems.length > 0) {
    return undefined;
  }
  const found = visit.find(text, visit.input);
  return 'value' in found ? found : { trouble: found.missing, isNothing: true };
}

function evaluateCall(text: string, visit: Visit): Evaluation | undefined {
  const { call, problems } = looksLikeIntrinsic(text) ? parseIntrinsic(text) : {};
  if (!call || problems?.length !== 0) {
    return undefined;
  }
  try {
    return {
      value: evaluateIntrinsic(call, {
        random: seeded(1),
        resolve: ({ span }) => {
          const found = visit.find(text.slice(span.start, span.end), visit.input);
          if ('value' in found) {
            return found.value;
          }
          throw new IntrinsicFailure(found.missing);
        },
      }),
    };
  } catch (error) {
    if (error instanceof IntrinsicFailure) {
      return { trouble: error.message };
    }
    throw error;
  }
}

async function evaluateJsonata(text: string, visit: Visit): Promise<Evaluation> {
  // Its own, since what is random in a watch must not be missing in the run.
  const evaluator = new JsonataEvaluator({ random: seeded(1), now: () => visit.run.now });
  const result = await evaluator.evaluate(text, Object.fromEntries([...visit.scope.all(), ['states', statesOf(visit)]]), visit.isJsonata ? undefined : visit.input);
  switch (result.is) {
    case 'value':
      return { value: result.value };
    case 'undefined':
      return { trouble: 'nothing (undefined)', isNothing: true };
    case 'unsupported':
      return { trouble: 'a function' };
    case 'error':
      return { trouble: result.message };
  }
}

/** `$states` as far as the state has come. */
export function statesOf(visit: Visit): JsonObject {
  const { input, result, failure } = visit;
  return {
    input,
    context: visit.context(),
    ...(result === undefined ? {} : { result }),
    ...(failure ? { errorOutput: errorOf(visit) } : {}),
  };
}

/** The failure of a state, as a catcher gets it. */
export function errorOf({ failure }: Visit): JsonObject {
  return { Error: failure?.error ?? null, Cause: failure?.reason ?? null };
}

/** True for what a condition lets pass: as JSONata takes values for true. */
export function isTrue(value: Json): boolean {
  return Array.isArray(value) ? value.some(isTrue) : typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);
}

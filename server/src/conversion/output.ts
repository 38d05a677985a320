// Where a result is put, and what of it is handed on: `ResultPath` and `OutputPath` in one expression.
import { parsePath } from '../expressions/jsonpath/parse';
import type { Node, ObjectProperty } from '../syntax/tree';
import { inside, objectOf, operand, stepName, type Jsonata } from './jsonata';
import type { Refusals } from './scope';

/** The input with a result put in, as `ResultPath` says. */
export function merged(path: Node | undefined, result: Jsonata, refusals: Refusals): Jsonata {
  if (path?.kind === 'null') {
    return operand('$states.input');
  }
  const names = namesOf(path);
  if (!names) {
    return refusals.add('ResultPath puts the result into a list, or is not known here.');
  }
  return put(operand('$states.input'), names, result, refusals);
}

function put(into: Jsonata, [first, ...rest]: readonly string[], result: Jsonata, refusals: Refusals): Jsonata {
  if (first === undefined) {
    return result;
  }
  const step = stepName(first);
  if (step === undefined && rest.length > 0) {
    return refusals.add(`JSONata has no way to write the name "${first}" in a path.`);
  }
  const inner = put(operand(`${into.text}.${step ?? ''}`), rest, result, refusals);
  return operand(`$merge([${into.text}, ${objectOf([[first, inner.text]]).text}])`, 'object');
}

/** What `OutputPath` picks, where it is the result itself or what the result did not touch; `undefined` where all of it has to be put together first. */
export function handedOn(path: Node, refusals: Refusals, resultPath: Node | undefined, result: Jsonata | undefined): Jsonata | undefined {
  const placed = namesOf(resultPath);
  const picked = namesOf(path);
  if (!placed || placed.length === 0 || !picked || !result) {
    return undefined;
  }
  const common = placed.findIndex((name, index) => name !== picked[index]);
  const isInside = common < 0;
  const isBeside = common >= 0 && common < picked.length;
  if (!isInside && !isBeside) {
    return undefined;
  }
  const steps = picked.slice(isInside ? placed.length : 0).map((name) => stepName(name) ?? refusals.add(`JSONata has no way to write the name "${name}" in a path.`).text);
  const from = isInside ? result : operand('$states.input');
  return steps.length === 0 ? from : operand([inside(from), ...steps].join('.'));
}

/** The names that a path goes through from the input; `undefined` for any other path. */
function namesOf(path: Node | undefined): string[] | undefined {
  if (path?.kind !== 'string') {
    return undefined;
  }
  const { path: { root, steps }, problems } = parsePath(path.value);
  const names = steps.flatMap((step) => (step.kind === 'member' ? [step.name] : []));
  return problems.length === 0 && root.kind === 'input' && names.length === steps.length ? names : undefined;
}

/** Whether a value is that text. */
export function isText(node: Node | undefined, text: string): boolean {
  return node?.kind === 'string' && node.value === text;
}

/** Whether a path leaves all as it is. */
export function isIdentity(path: ObjectProperty | undefined): boolean {
  return !path || isText(path.value, '$');
}

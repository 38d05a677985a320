// A JSONPath as JSONata. What leads to one place stays a path; what gives a list becomes one that stays a list with one item, or none.
// The two differ where JSONPath fails: JSONata gives nothing for what is not there, and looks into each item of a list for a member.
import type { Path, Slice, Step } from '../expressions/jsonpath/tree';
import { parsePath } from '../expressions/jsonpath/parse';
import { inside, operand, stepName, type Jsonata } from './jsonata';
import type { Scope } from './scope';

/** Reads the text of a path and says it in JSONata. */
export function convertPathText(text: string, scope: Scope): Jsonata {
  const { path, problems } = parsePath(text);
  return problems.some(({ refused }) => refused) ? scope.refusals.add(`"${text}" can't be read as a path.`) : convertPath(path, text, scope);
}

/** Says a path in JSONata. */
export function convertPath(path: Path, text: string, scope: Scope): Jsonata {
  const written = text.slice(path.span.start, path.span.end);
  const root = rootOf(path, written, scope);
  return path.steps.length === 0 ? root : follow(root, path.steps, written, scope);
}

function rootOf({ root }: Path, written: string, { input, refusals }: Scope): Jsonata {
  switch (root.kind) {
    case 'input':
      return input ?? refusals.add(`What "${written}" starts from is not certain here.`);
    case 'context':
      return operand('$states.context');
    case 'variable':
      return operand(`$${root.name}`);
    case 'element':
    case 'missing':
      return refusals.add(`"${written}" can't be read as a path.`);
  }
}

function follow(root: Jsonata, steps: readonly Step[], written: string, scope: Scope): Jsonata {
  if (root.gives === 'list' && steps[0]?.kind === 'member') {
    return scope.refusals.add(`"${written}" names a member of a list.`);
  }
  const several = steps.findIndex(({ kind }) => kind !== 'member' && kind !== 'index');
  const from = through(inside(root), several < 0 ? steps : steps.slice(0, several), written, scope);
  const step = steps[several];
  if (!step) {
    return from;
  }
  const list = step.kind === 'slice' ? sliced(from.text, step) : step.kind === 'wildcard' ? allOf(from.text) : undefined;
  if (list === undefined) {
    return scope.refusals.add(`"${written}": ${reasonFor(step.kind)}`);
  }
  const rest = steps.slice(several + 1);
  if (rest.length === 0) {
    return operand(list, 'list');
  }
  const { text } = through('$item', rest, written, scope);
  return operand(`[$map(${list}, function($item) { ${holders(text).join(' and ')} ? ${text} })[]]`, 'list');
}

/** Steps that lead to one place. */
function through(from: string, steps: readonly Step[], written: string, { refusals }: Scope): Jsonata {
  let text = from;
  for (const step of steps) {
    if (step.kind === 'member') {
      const name = stepName(step.name);
      if (name === undefined) {
        return refusals.add(`JSONata has no way to write the name "${step.name}" in a path.`);
      }
      text += `.${name}`;
    } else if (step.kind === 'index') {
      text += `[${String(step.index)}]`;
    } else {
      return refusals.add(`"${written}": ${reasonFor(step.kind)}`);
    }
  }
  return operand(text);
}

/**
 * Tests that a path in JSONata goes through objects by name and through lists by index, as one of JSONPath has to: JSONata would look for a
 * member in each item of a list, and takes a lone value for a list of one.
 *
 * @param known beginnings of paths that surely are objects
 */
export function holders(path: string, known: readonly string[] = []): string[] {
  const ends = [...path.matchAll(/\.`[^`]*`|\.\w+|\[-?\d+\]/g)].map(({ index }) => index);
  return ends.flatMap((end) => {
    const holder = path.slice(0, end);
    const isList = path[end] === '[';
    return !isList && known.includes(holder) ? [] : [`$type(${holder}) = ${isList ? "'array'" : "'object'"}`];
  });
}

function reasonFor(kind: Step['kind']): string {
  switch (kind) {
    case 'descent':
      return '".." goes through lists and objects in an order that JSONata does not have.';
    case 'filter':
      return 'a filter takes a number and its text for equal, which JSONata does not.';
    case 'members':
      return 'several names at once have no equivalent in JSONata.';
    case 'indexes':
      return 'several indexes at once keep their order, which JSONata does not.';
    case 'function':
      return 'functions in paths have no certain meaning on AWS.';
    default:
      return 'lists of lists are kept apart, which JSONata puts together.';
  }
}

/** What "*" gives: the items of a list, or the values of an object. */
function allOf(holder: string): string {
  const tests = holders(holder, certain);
  const isObject = [...tests, `$type(${holder}) = 'object'`].join(' and ');
  const isList = [...tests, `$type(${holder}) = 'array'`].join(' and ');
  return `[${isObject} ? $each(${holder}, function($item) { $item })[] : ${isList} ? ${holder}]`;
}

/** What surely are objects: the input of a state is one where a path names a member of it. */
export const certain: readonly string[] = ['$states', '$states.input', '$states.context'];

/** The items from one index to another. In brackets, so that one item, or none, is a list as well. */
function sliced(list: string, { from = 0, to }: Slice): string {
  const bound = (at: number): string => (at < 0 ? `$count(${list}) - ${String(-at)}` : String(at));
  const tests = [...(from === 0 ? [] : [`$index >= ${bound(from)}`]), ...(to === undefined ? [] : [`$index < ${bound(to)}`])];
  const isList = [...holders(list, certain), `$type(${list}) = 'array'`].join(' and ');
  return `[${isList} ? $filter(${list}, function($item, $index) { ${tests.length === 0 ? 'true' : tests.join(' and ')} })[]]`;
}

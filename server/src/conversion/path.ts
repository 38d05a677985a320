// A JSONPath as JSONata. What leads to one place stays a path; what gives a list becomes one that stays a list with one item, or none.
// The two differ where JSONPath fails: JSONata gives nothing for what is not there, and looks into each item of a list for a member.
import type { Path, Slice, Step } from '../expressions/jsonpath/tree';
import { parsePath } from '../expressions/jsonpath/parse';
import { kindInContext } from '../spec/context-object';
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
  const converted = path.steps.length === 0 ? root : follow(root, path.steps, written, scope);
  const names = path.steps.flatMap((step) => (step.kind === 'member' ? [step.name] : []));
  const kind = path.root.kind === 'context' && names.length === path.steps.length ? kindInContext(names) : undefined;
  return kind ? { ...converted, gives: kind } : converted;
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
  const straight = stepTexts(several < 0 ? steps : steps.slice(0, several), written, scope);
  const step = steps[several];
  if (!step) {
    return operand(inside(root) + straight.join(''));
  }
  // What is no path itself is worked out once.
  const isPath = simplePath.test(root.text);
  const from: Way = { base: isPath ? root.text : '$from', steps: straight };
  const list = step.kind === 'slice' ? sliced(from, step) : step.kind === 'wildcard' ? allOf(from) : undefined;
  if (list === undefined) {
    return scope.refusals.add(`"${written}": ${reasonFor(step.kind)}`);
  }
  const behind = stepTexts(steps.slice(several + 1), written, scope);
  const found = behind.length === 0 ? list : `[$map(${list}, function($item) { ${holders({ base: '$item', steps: behind }).join(' and ')} ? $item${behind.join('')} })[]]`;
  return operand(isPath ? found : `($from := ${root.text}; ${found})`, 'list');
}

/** Steps that lead to one place. */
function stepTexts(steps: readonly Step[], written: string, { refusals }: Scope): string[] {
  return steps.map((step) => {
    if (step.kind === 'member') {
      const name = stepName(step.name);
      return name === undefined ? refusals.add(`JSONata has no way to write the name "${step.name}" in a path.`).text : `.${name}`;
    }
    return step.kind === 'index' ? `[${String(step.index)}]` : refusals.add(`"${written}": ${reasonFor(step.kind)}`).text;
  });
}

/** Steps from an expression on. */
export interface Way {
  readonly base: string;
  readonly steps: readonly string[];
}

const simplePath = /^\$\w+(?:\.`[^`]*`|\.\w+|\[-?\d+\])*$/;

/** The way that a path goes. What it starts from is a path as well, or taken as a whole. */
export function wayOf(path: Path, text: string, scope: Scope): Way {
  const written = text.slice(path.span.start, path.span.end);
  return { base: inside(rootOf(path, written, scope)), steps: stepTexts(path.steps, written, scope) };
}

/**
 * Tests that a path in JSONata goes through objects by name and through lists by index, as one of JSONPath has to: JSONata would look for a
 * member in each item of a list, and takes a lone value for a list of one.
 *
 * @param known beginnings of paths that surely are objects
 */
export function holders({ base, steps }: Way, known: readonly string[] = []): string[] {
  const own = simplePath.test(base) ? [...base.matchAll(/\.`[^`]*`|\.\w+|\[-?\d+\]/g)].map(([step]) => step) : [];
  let holder = own.length > 0 ? (/^\$\w+/.exec(base)?.[0] ?? base) : base;
  return [...own, ...steps].flatMap((step) => {
    const isList = step.startsWith('[');
    const test = !isList && known.includes(holder) ? [] : [`$type(${holder}) = ${isList ? "'array'" : "'object'"}`];
    holder += step;
    return test;
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
function allOf(way: Way): string {
  const holder = way.base + way.steps.join('');
  const tests = holders(way, certain);
  const isObject = [...tests, `$type(${holder}) = 'object'`].join(' and ');
  const isList = [...tests, `$type(${holder}) = 'array'`].join(' and ');
  return `[${isObject} ? $each(${holder}, function($item) { $item })[] : ${isList} ? ${holder}]`;
}

/** What surely are objects: the input of a state is one where a path names a member of it. */
export const certain: readonly string[] = ['$states', '$states.input', '$states.context'];

/** The items from one index to another. In brackets, so that one item, or none, is a list as well. */
function sliced(way: Way, { from = 0, to }: Slice): string {
  const list = way.base + way.steps.join('');
  const bound = (at: number): string => (at < 0 ? `$count(${list}) - ${String(-at)}` : String(at));
  const tests = [...(from === 0 ? [] : [`$index >= ${bound(from)}`]), ...(to === undefined ? [] : [`$index < ${bound(to)}`])];
  const isList = [...holders(way, certain), `$type(${list}) = 'array'`].join(' and ');
  return `[${isList} ? $filter(${list}, function($item, $index) { ${tests.length === 0 ? 'true' : tests.join(' and ')} })[]]`;
}

// A JSONPath as JSONata. What leads to one place stays a path; a slice becomes a filter by index.
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

function follow(root: Jsonata, steps: readonly Step[], written: string, { refusals }: Scope): Jsonata {
  if (root.gives === 'list' && steps[0]?.kind === 'member') {
    return refusals.add(`"${written}" names a member of a list.`);
  }
  let text = inside(root);
  for (const [index, step] of steps.entries()) {
    if (step.kind === 'member') {
      const name = stepName(step.name);
      if (name === undefined) {
        return refusals.add(`JSONata has no way to write the name "${step.name}" in a path.`);
      }
      text += `.${name}`;
    } else if (step.kind === 'index') {
      text += `[${String(step.index)}]`;
    } else if (step.kind === 'slice' && index === steps.length - 1) {
      return operand(sliced(text, step), 'list');
    } else {
      return refusals.add(`"${written}": ${reasons[step.kind]}`);
    }
  }
  return operand(text);
}

const reasons: Readonly<Record<Exclude<Step['kind'], 'member' | 'index'>, string>> = {
  slice: 'steps behind a slice keep lists inside lists apart, which JSONata puts together.',
  wildcard: '"*" gives the items of a list as well as the values of an object, and JSONata does not do both alike.',
  descent: '".." goes through lists and objects in an order that JSONata does not have.',
  filter: 'a filter takes a number and its text for equal, which JSONata does not.',
  members: 'several names at once have no equivalent in JSONata.',
  indexes: 'several indexes at once keep their order, which JSONata does not.',
  function: 'functions in paths have no certain meaning on AWS.',
};

/** In brackets, so that one item, or none, is a list as well. */
function sliced(list: string, { from = 0, to }: Slice): string {
  const bound = (at: number): string => (at < 0 ? `$count(${list}) - ${String(-at)}` : String(at));
  const tests = [...(from === 0 ? [] : [`$index >= ${bound(from)}`]), ...(to === undefined ? [] : [`$index < ${bound(to)}`])];
  return `[$filter(${list}, function($item, $index) { ${tests.length === 0 ? 'true' : tests.join(' and ')} })[]]`;
}

// States put into a Parallel with one branch, or into a Map.
import { fieldsOf, isList } from '../../analysis/data/data';
import type { Definition } from '../../analysis/definition';
import { freeName } from '../../analysis/ready-made';
import type { State } from '../../model/machine';
import { membersOf, type Composed } from '../../syntax/compose';
import { notWrittenOut, refused, type Outcome, type Refactoring } from './refactoring';
import { Rewriting } from './rewriting';
import { runOf, scopeOf, transition, type Run } from './run';

/** The Parallel hands on what its branch gives, so that nothing changes but who can catch and retry. */
export const extractParallel: Refactoring = ({ definition, states }) => {
  const run = runOf(definition, states);
  const holder = (inside: readonly Composed[], { machine }: Run): Composed[] => [
    ...membersOf({ Type: 'Parallel' }),
    { name: 'Branches', holds: { list: [inside] } },
    ...membersOf(machine.queryLanguage === 'JSONata' ? { Output: '{% $states.result[0] %}' } : { OutputPath: '$[0]' }),
  ];
  return run ? [{ title: 'Extract into a Parallel', kind: 'refactor.extract', outcome: extracted(definition, run, 'Parallel', holder) }] : [];
};

/** The states run once for each item, which is then their input; the list of what they give goes on. */
export const extractMap: Refactoring = ({ definition, states }) => {
  const run = runOf(definition, states);
  if (!run) {
    return [];
  }
  const items = 'refused' in run ? undefined : comesBack(run) ? `The run comes back to "${run.entry.name}", where the Map would get the list that it gave.` : itemsFor(definition, run);
  if (typeof items === 'string') {
    return [{ title: 'Extract into a Map', kind: 'refactor.extract', outcome: refused(items) }];
  }
  const holder = (inside: readonly Composed[]): Composed[] => [...membersOf({ Type: 'Map', ...items?.field }), { name: 'ItemProcessor', holds: { object: inside } }];
  return [{ title: `Extract into a Map${items ? ` over ${items.path}` : ''}`, kind: 'refactor.extract', outcome: extracted(definition, run, 'Map', holder) }];
};

function extracted(definition: Definition, run: ReturnType<typeof runOf> & object, type: string, holder: (inside: readonly Composed[], run: Run) => Composed[]): Outcome {
  if ('refused' in run) {
    return run;
  }
  const rewriting = Rewriting.of(definition, run.machine);
  if (!rewriting) {
    return notWrittenOut;
  }
  const name = freeName(definition, type);
  const inside = scopeOf(definition, rewriting, run, name);
  rewriting.replace(run.states, [{ name, holds: { object: [...holder(inside, run), ...transition(run)] } }]);
  return { text: rewriting.finish() };
}

/** True where what comes after some states leads to them again. */
function comesBack({ machine, next, states }: Run): boolean {
  const seen = new Set<State>();
  const open = [next === undefined ? undefined : machine.byName.get(next)];
  for (let state = open.pop(); state; state = open.pop()) {
    if (states.includes(state)) {
      return true;
    }
    if (!seen.has(state)) {
      seen.add(state);
      open.push(...state.references.flatMap(({ target }) => target ?? []));
    }
  }
  return false;
}

/** The list in the input that is nearest at hand; where none is known, one that is often there. Where there surely is none, the reason why it can't be done. */
function itemsFor(definition: Definition, { entry, machine }: Run): { path: string; field: Readonly<Record<string, string>> } | string {
  const isJsonata = machine.queryLanguage === 'JSONata';
  const { input } = definition.data.of(entry);
  const shape = definition.inputs(machine).get(entry);
  if (isList(input) || shape?.kind === 'list') {
    return isJsonata ? { path: '$states.input', field: { Items: '{% $states.input %}' } } : { path: '$', field: {} };
  }
  const name = [...fieldsOf(input)].find(([, field]) => isList(field.data))?.[0] ?? 'items';
  if (shape && !(shape.kind === 'object' && shape.fields.has(name))) {
    return 'What comes before hands on no list that a Map could go over.';
  }
  const isPlain = /^[A-Za-z_]\w*$/.test(name);
  if (isJsonata) {
    const path = `$states.input.${isPlain ? name : `\`${name}\``}`;
    return { path, field: { Items: `{% ${path} %}` } };
  }
  const path = isPlain ? `$.${name}` : `$['${name}']`;
  return { path, field: { ItemsPath: path } };
}

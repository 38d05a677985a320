// States put into a Parallel with one branch, or into a Map.
import { fieldsOf, isList } from '../../analysis/data/data';
import type { Definition } from '../../analysis/definition';
import { freeName } from '../../analysis/ready-made';
import { membersOf, type Composed } from '../../syntax/compose';
import { notWrittenOut, type Outcome, type Refactoring } from './refactoring';
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
  const items = 'refused' in run ? undefined : itemsFor(definition, run);
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

/** The list in the input that is nearest at hand; where none is known, one that is often there. */
function itemsFor({ data }: Definition, { entry, machine }: Run): { path: string; field: Readonly<Record<string, string>> } {
  const isJsonata = machine.queryLanguage === 'JSONata';
  const { input, seen } = data.of(entry);
  const known = isJsonata ? input : (seen ?? input);
  if (isList(known)) {
    return isJsonata ? { path: '$states.input', field: { Items: '{% $states.input %}' } } : { path: '$', field: {} };
  }
  const name = [...fieldsOf(known)].find(([, field]) => isList(field.data))?.[0] ?? 'items';
  const isPlain = /^[A-Za-z_]\w*$/.test(name);
  if (isJsonata) {
    const path = `$states.input.${isPlain ? name : `\`${name}\``}`;
    return { path, field: { Items: `{% ${path} %}` } };
  }
  const path = isPlain ? `$.${name}` : `$['${name}']`;
  return { path, field: { ItemsPath: path } };
}

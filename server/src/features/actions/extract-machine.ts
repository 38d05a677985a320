// States put into a state machine of their own, in a file beside this one, which a Task runs and waits for.
import type { Definition } from '../../analysis/definition';
import { freeName } from '../../analysis/ready-made';
import { compose, membersOf, styleOf, type Composed } from '../../syntax/compose';
import type { Tree } from '../../syntax/tree';
import { notWrittenOut, refused, type Outcome, type Refactoring } from './refactoring';
import { Rewriting } from './rewriting';
import { runOf, scopeOf, transition, type Run } from './run';

export const extractMachine: Refactoring = ({ definition, states, canMakeFiles }) => {
  const run = canMakeFiles ? runOf(definition, states) : undefined;
  if (!run) {
    return [];
  }
  const file = 'refused' in run ? '' : `, "${fileName(run, definition)}"`;
  return [{ title: `Extract into a state machine of its own${file}; its errors come as States.TaskFailed`, kind: 'refactor.extract', outcome: 'refused' in run ? run : extracted(definition, run) }];
};

function extracted(definition: Definition, run: Run): Outcome {
  const { machine, states } = run;
  const rewriting = Rewriting.of(definition, machine);
  if (!rewriting || !machine.statesProperty?.value) {
    return notWrittenOut;
  }
  const foreign = states.find(({ property }) => readsContext.test(definition.text.slice(property.span.start, property.span.end)));
  if (foreign) {
    return refused(`"${foreign.name}" reads the context object, which is another one in a run of its own.`);
  }
  const name = freeName(definition, `Run ${run.entry.name}`.slice(0, 76));
  const inside = scopeOf(definition, rewriting, run, name);
  const isJsonata = machine.queryLanguage === 'JSONata';
  const StateMachineArn = `\${${run.entry.name.replace(/[^A-Za-z0-9]+/g, ' ').replace(/(?:^| )(\w)/g, (_found, letter: string) => letter.toUpperCase()).trim()}StateMachineArn}`;
  const call = isJsonata
    ? { Arguments: { StateMachineArn, Input: '{% $states.input %}' }, Output: '{% $states.result.Output %}' }
    : { Parameters: { StateMachineArn, 'Input.$': '$' }, OutputPath: '$.Output' };
  const task = membersOf({ Type: 'Task', Resource: 'arn:aws:states:::states:startExecution.sync:2', ...call });
  rewriting.replace(states, [{ name, holds: { object: [...task, ...transition(run)] } }]);
  const members = [...membersOf(isJsonata ? { QueryLanguage: 'JSONata' } : {}), ...inside];
  return { text: rewriting.finish(), file: { name: fileName(run, definition), text: fileOf(definition.tree, machine.statesProperty.value, members) } };
}

/** Of its parts only what says of the state and the task are the same in another run. */
const readsContext = /(?:\$\$|\$states\.context)(?!\.(?:Task|State)\.)/;

function fileName({ entry }: Run, { notation }: Definition): string {
  const name = entry.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'states';
  return `${name}.asl.${notation}`;
}

function fileOf(tree: Tree, beside: Parameters<typeof styleOf>[1], members: readonly Composed[]): string {
  const style = styleOf(tree, beside);
  const blocks = members.map((member) => compose(style, member));
  if (!style.isBraced) {
    return `${blocks.flatMap(({ lines }) => lines).join('\n')}\n`;
  }
  const text = blocks.map(({ lines }) => lines.map((line) => (line === '' ? '' : style.unit + line)).join('\n')).join(',\n');
  return `{\n${text}\n}\n`;
}

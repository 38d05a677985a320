// A file with mocks for a machine, or what one lacks: a rule for each task, and a case that comes to its end.
import { isObject, type Json } from '../../expressions/value';
import type { State } from '../../model/machine';
import { compose, type Composed } from '../../syntax/compose';
import { TreeEditor } from '../../syntax/editor';
import { items, member, property, type Node } from '../../syntax/tree';
import { applyChanges } from '../../text/edit';
import { listed } from '../../text/words';
import type { MocksDocument } from '../document';
import { pathOf, type MockedStates } from '../states';
import { findAnswers } from './answers';
import { isFine, type Trial } from './trial';

export interface Generated {
  readonly text: string;
  /** What is not as one would wish, in words for the person. */
  readonly remarks: readonly string[];
}

/** Why nothing is generated, in words for the person. */
export interface NotGenerated {
  readonly refused: string;
}

/**
 * Writes mocks for all tasks of a machine.
 *
 * @param definition its file's name, for the first line
 * @param input an example of what it is started with
 */
export async function generateMocks(states: MockedStates, definition: string, input: Json | undefined): Promise<Generated | NotGenerated> {
  if (states.isOpen || states.tasks.length === 0) {
    return { refused: states.isOpen ? 'The state machine can\'t be read to its end: mend it first.' : 'The state machine has no tasks, so there is nothing to mock.' };
  }
  const trial = await findAnswers(states, input);
  const remarks = remarksOn(trial);
  const lines = [
    `# What the tasks of ${definition} answer when it is run on this machine.`,
    '# Made from the models of their services and from what the states read: change what matters to you.',
    ...remarks.map((remark) => `# ${remark}`),
    'mocks:',
    ...states.tasks.flatMap(({ key, state }) => taskLines(key, state, answerFor(state, trial)).map((line) => `  ${line}`)),
    'cases:',
    ...yaml({ name: 'example', holds: { value: { input: trial.answers.input, ...(isFine(trial) && { expect: { status: 'SUCCEEDED' } }) } } }).map((line) => `  ${line}`),
  ];
  return { text: `${lines.join('\n')}\n`, remarks };
}

/** Adds what a file with mocks lacks. What somebody wrote stays as it is. */
export async function completeMocks(mocks: MocksDocument, states: MockedStates, input: Json | undefined): Promise<Generated | NotGenerated> {
  const { root, problems } = mocks.tree;
  if (problems.length > 0 || (root && root.kind !== 'object') || mocks.form !== 'rules') {
    return { refused: mocks.form === 'rules' ? 'The file with mocks can\'t be read as it is: mend it first.' : 'Only files with rules can be added to, not recorded answers or AWS\'s own file.' };
  }
  if (states.isOpen) {
    return { refused: 'The state machine can\'t be read to its end: mend it first.' };
  }
  const { shared } = mocks;
  const written = new Set(shared?.kind === 'object' ? shared.properties.map(({ key }) => key.value) : []);
  const lacking = states.tasks.filter(({ state }) => !written.has(state.name) && !written.has(pathOf(state)));
  if (lacking.length === 0) {
    return { text: mocks.text, remarks: ['Every task has a mock already.'] };
  }
  if (!root) {
    return generateMocks(states, `${mocks.name}.asl`, input);
  }
  const trial = await findAnswers(states, input);
  const rules = Object.fromEntries(lacking.map(({ key, state }) => [key, { return: answerFor(state, trial) }]));
  const editor = new TreeEditor(mocks.tree);
  if (shared?.kind === 'object') {
    editor.insertAll(shared, rules);
  } else if (property(root, 'mocks')) {
    return { refused: '"mocks" in the file is no object: mend it first.' };
  } else {
    editor.insert(root, 'mocks', rules);
  }
  return { text: applyChanges(mocks.text, editor.changes), remarks: [`Added ${listed(lacking.map(({ key }) => key), 'and')}.`, ...remarksOn(trial)] };
}

function remarksOn(trial: Trial): string[] {
  const { outcome, objects, moments } = trial;
  const [moment] = moments;
  return [
    ...(isFine(trial)
      ? []
      : [`With these answers the run does not come to its end: ${outcome.status === 'SUCCEEDED' ? 'an error is caught' : (outcome.error ?? 'it fails')}${moment ? ` at "${oneLine(moment.state.name)}"` : ''}. Change what it reads there.`]),
    ...(objects.length > 0 ? [`It reads ${listed(objects.slice(0, 3).map(oneLine), 'and')} from buckets: --buckets FOLDER on the command line, or "buckets" in a launch configuration, says where they are.`] : []),
  ];
}

/** In a comment a line break would end it. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** What was found, with what the task is given in place of what is called the same in it. */
function answerFor(state: State, { answers }: Trial): Json {
  const answer = answers.tasks.get(pathOf(state)) ?? {};
  const given = member(state.node, 'Arguments') ?? member(state.node, 'Parameters');
  const isNamed = (name: string, value: Json): boolean => typeof value === 'string' && isName(name) && isText(given, name);
  return isObject(answer) ? Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, isNamed(name, value) ? `{% $arguments.${name} %}` : value])) : answer;
}

function isName(name: string): boolean {
  return /^[A-Za-z]\w*(?:Name|Id|Arn)$/.test(name);
}

function isText(given: Node | undefined, name: string): boolean {
  return member(given, name)?.kind === 'string' || member(given, `${name}.$`)?.kind === 'string';
}

function taskLines(key: string, state: State, answer: Json): readonly string[] {
  const [name] = state.retriers.flatMap((retrier) => items(member(retrier, 'ErrorEquals'))).flatMap((error) => (error.kind === 'string' ? [error.value] : []));
  const rule = yaml({ name: key, holds: { list: [[{ name: 'return', holds: { value: answer } }]] } });
  if (name === undefined) {
    return rule;
  }
  const error = name === 'States.ALL' ? 'States.TaskFailed' : name;
  const example = yaml({ name: 'a', holds: { list: [[{ name: 'attempt', holds: { value: 0 } }, { name: 'throw', holds: { value: { error, cause: 'try again' } } }]] } }).slice(1);
  const [first = '', ...rest] = rule;
  return [first, '  # Its first attempt fails, and is retried:', ...example.map((line) => `  # ${line.slice(2)}`), ...rest];
}

function yaml(of: Composed): readonly string[] {
  return compose({ isBraced: false, unit: '  ', spell: (text) => text }, of).lines;
}

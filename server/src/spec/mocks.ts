// The grammar of a file with mocks, `name.asl.mocks.yaml`: its objects and their fields. The JSON schema is made of this table (npm run docs),
// and the language server checks and completes by it; what a field does is the simulator's business.

/** The ends of a definition's name, and of that of the mocks beside it. */
export const definitionEnds = ['.asl.json', '.asl.yaml', '.asl.yml', '.asl'] as const;
export const mockEnds = ['.asl.mocks.yaml', '.asl.mocks.yml', '.asl.mocks.json'] as const;

/** The file of AWS's own tool. */
export const awsMockFile = 'MockConfigFile.json';

export type MockObject = 'file' | 'rule' | 'throw' | 'case' | 'expect';

export type MockType =
  | 'any'
  | 'text'
  | 'true'
  /** A number from 0, or two with a dash between them. */
  | 'range'
  | 'seconds'
  | 'list of seconds'
  /** A JSONata expression. */
  | 'condition'
  /** A file and a name in it: `./src/app.mjs#handler`. */
  | 'handler'
  | 'status'
  | 'names of states'
  /** Of each state a rule, or a list of them. */
  | 'rules by state'
  | 'cases'
  | { readonly object: MockObject };

export interface MockField {
  readonly name: string;
  readonly takes: MockType;
  /** A sentence or two for completion and hover, as Markdown. */
  readonly docs: string;
  readonly required?: true;
}

/** The values that `status` has. */
export const mockStatuses = ['SUCCEEDED', 'FAILED', 'TIMED_OUT'] as const;

/** What a rule has to have one of. */
export const mockAnswers = ['return', 'throw', 'timeout', 'echo', 'default', 'handler'] as const;

/** What expressions in rules see. */
export const mockVariables: Readonly<Record<string, string>> = {
  arguments: 'What the task was given.',
  input: 'The input of the state.',
  attempt: 'How often the task was asked before in this visit of the state, from 0.',
  iteration: 'The index in the innermost Map state around the task; `null` outside of one.',
};

export const mockHandler = /^(?<file>[^#\s][^#]*)#(?<name>[A-Za-z_$][\w$]*)$/;

export const mockGrammar: Readonly<Record<MockObject, readonly MockField[]>> = {
  file: [
    { name: 'mocks', takes: 'rules by state', docs: 'What tasks answer: rules by the name of their state, or by its path from the outermost state, as in `Each/Resize`.' },
    { name: 'cases', takes: 'cases', docs: 'Runs with what they are given and what is expected of them, by name. `stepwise test` runs them.' },
  ],
  rule: [
    { name: 'attempt', takes: 'range', docs: 'The rule is for this attempt of a visit of the state, from 0: `0`, or `0-1` with both ends.' },
    { name: 'iteration', takes: 'range', docs: 'The rule is for this iteration of the innermost Map state around the task, from 0: `2`, or `0-1` with both ends.' },
    { name: 'when', takes: 'condition', docs: 'The rule is for calls of which this JSONata expression is true. It sees `$arguments`, `$input`, `$attempt` and `$iteration`.' },
    { name: 'return', takes: 'any', docs: 'What the task gives. JSONata expressions in it are worked out; they see `$arguments`, `$input`, `$attempt` and `$iteration`.' },
    { name: 'throw', takes: { object: 'throw' }, docs: 'The error that the task fails with.' },
    { name: 'timeout', takes: 'true', docs: 'The task never answers, and runs into its timeout.' },
    { name: 'echo', takes: 'true', docs: 'The task gives what it was given.' },
    { name: 'default', takes: 'true', docs: 'The task gives what the service\'s model says that it answers, with plausible values: a job has ended well, a text names its field.' },
    { name: 'handler', takes: 'handler', docs: 'The task is a Lambda function of this workspace: `./src/app.mjs#handler`. It runs in a process of its own, in trusted workspaces only; on the command line with `--allow-handlers`.' },
    { name: 'delay', takes: 'seconds', docs: 'The answer comes after so many seconds on the clock of the run.' },
    { name: 'heartbeats', takes: 'list of seconds', docs: 'When a waiting task shows that it is alive, in seconds from its start.' },
    { name: 'submit', takes: 'any', docs: 'What the call itself gives, where the result comes later, as with `.sync` and `.waitForTaskToken`.' },
  ],
  throw: [
    { name: 'error', takes: 'text', docs: 'The name of the error, as `ErrorEquals` takes it.', required: true },
    { name: 'cause', takes: 'text', docs: 'What went wrong, in words.' },
  ],
  case: [
    { name: 'input', takes: 'any', docs: 'What the run is started with; `{}` where it is left out.' },
    { name: 'mocks', takes: 'rules by state', docs: 'Rules for this case alone. They come before those that all cases share.' },
    { name: 'expect', takes: { object: 'expect' }, docs: 'What has to come of the run. Without `error` or `cause` it has to succeed.' },
  ],
  expect: [
    { name: 'status', takes: 'status', docs: 'How the run ends.' },
    { name: 'output', takes: 'any', docs: 'The output of the run, as a whole.' },
    { name: 'error', takes: 'text', docs: 'The name of the error that the run fails with.' },
    { name: 'cause', takes: 'text', docs: 'The cause that the run fails with.' },
    { name: 'path', takes: 'names of states', docs: 'The states that the run goes through, in their order; those inside of Map and Parallel states are left out.' },
  ],
};

/** The field of that name. */
export function mockField(object: MockObject, name: string): MockField | undefined {
  return mockGrammar[object].find((field) => field.name === name);
}

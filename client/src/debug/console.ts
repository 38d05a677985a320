// What can be typed into the debug console beside expressions: answers for tasks, as AWS's files with mocks spell them.
import { parseJson } from '../../../server/src/expressions/value';
import { Refusal } from './conversation';
import type { TypedAnswer } from './messages';

export const commands = [
  { name: '.return', usage: '.return { "ok": true }', what: 'what the task at hand gives' },
  { name: '.throw', usage: '.throw Error cause', what: 'how it fails' },
  { name: '.silence', usage: '.silence', what: 'it gives nothing, and runs into its timeout' },
] as const;

/** The answer that a line of the console stands for; `undefined` for an expression. */
export function readCommand(line: string): TypedAnswer | undefined {
  const [, name = '', rest = ''] = /^\s*(\.[a-z]+)\b\s*([^]*?)\s*$/.exec(line) ?? [];
  switch (name) {
    case '':
      return undefined;
    case '.return': {
      const value = rest === '' ? null : parseJson(rest);
      if (value === undefined) {
        throw new Refusal(`That is no JSON: ${rest}`);
      }
      return { is: 'result', value };
    }
    case '.throw': {
      const [, error = '', cause = ''] = /^(\S+)\s*([^]*)$/.exec(rest) ?? [];
      if (error === '') {
        throw new Refusal('Say which error: .throw Error cause');
      }
      return { is: 'error', error, ...(cause === '' ? {} : { cause }) };
    }
    case '.silence':
      return { is: 'silence' };
    default:
      throw new Refusal(`There is no ${name}. There are ${commands.map(({ usage }) => usage).join(', ')}.`);
  }
}

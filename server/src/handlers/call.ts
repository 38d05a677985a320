// Lambda functions of the person's own, called as Lambda would: their code runs in a process of its own, once for each call. Who may do this has
// been asked before: nothing here is called in a workspace that is not trusted.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { extname, isAbsolute, relative, resolve } from 'node:path';
import { parseJson, type Json } from '../expressions/value';
import { MockMistake } from '../simulator/mocks/mistake';
import type { HandlerResult } from '../simulator/mocks/mocks';
import { mockHandler } from '../spec/mocks';
import { nodeProgram, pythonProgram } from './programs';

export interface HandlerOptions {
  /** The folder that paths of handlers are in: that of the file with mocks. */
  readonly folder: string;
  /** Nothing outside of it is run: the workspace folder, or the folder itself. */
  readonly root?: string;
  /** How long a function may take. */
  readonly milliseconds?: number;
  /** Gets what the functions print. */
  readonly print?: (text: string) => void;
  /** The program that runs Node's functions. */
  readonly node?: string;
}

/** As long as Lambda lets a function run that says nothing else, tenfold: a first start reads all its packages. */
const usualMilliseconds = 30_000;

/** As large as Lambda takes an answer, in bytes. */
const largestAnswer = 6 * 1024 * 1024;

/** What is printed is kept up to here, in characters. */
const mostPrinted = 100_000;

/** Node's exit code where a promise is waited for that nothing can settle any more. */
const unsettled = 13;

const programs: Readonly<Record<string, (node: string) => readonly string[]>> = {
  '.js': (node) => [node, '--input-type=module', '-e', nodeProgram],
  '.mjs': (node) => [node, '--input-type=module', '-e', nodeProgram],
  '.cjs': (node) => [node, '--input-type=module', '-e', nodeProgram],
  '.py': () => ['python3', '-c', pythonProgram],
};

/**
 * Calls a function.
 *
 * @param handler `./src/app.mjs#handler`
 * @throws a `MockMistake` where there is no such function, or it does not answer
 */
export async function callHandler(handler: string, event: Json, { folder, root = folder, milliseconds = usualMilliseconds, print, node = process.execPath }: HandlerOptions): Promise<HandlerResult> {
  const { file = '', name = '' } = mockHandler.exec(handler)?.groups ?? {};
  const path = resolve(folder, file);
  const inside = relative(root, path);
  if (inside.startsWith('..') || isAbsolute(inside)) {
    throw new MockMistake(`${handler} lies outside of ${root}. Only functions in there are run.`);
  }
  const program = programs[extname(path)];
  if (!program || !existsSync(path)) {
    throw new MockMistake(program ? `There is no ${path}, which a mock calls.` : `${handler} can't be run: functions are in .mjs, .js, .cjs or .py files.`);
  }
  const [command = node, ...args] = program(node);
  return new Promise((resolvePromise, reject) => {
    // In Electron the same program is an editor, unless it is told otherwise.
    const child = spawn(command, [...args, path, name, folder], { cwd: folder, env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, stdio: ['pipe', 'pipe', 'pipe', 'pipe'] });
    const [input, output, complaints, answers] = child.stdio;
    let answer = '';
    let printed = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new MockMistake(`${handler} did not answer within ${String(milliseconds / 1000)} seconds.`));
    }, milliseconds);
    const keep = (chunk: Buffer): void => {
      printed = (printed + chunk.toString()).slice(-mostPrinted);
      print?.(chunk.toString());
    };
    output.on('data', keep);
    complaints.on('data', keep);
    answers?.on('data', (chunk: Buffer) => {
      answer += chunk.toString();
      if (answer.length > largestAnswer) {
        child.kill('SIGKILL');
      }
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new MockMistake(`${handler} can't be run: ${error.message}. ${command === 'python3' ? 'Is Python installed as python3?' : ''}`.trim()));
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      const result = readAnswer(answer);
      if (result === undefined) {
        const [last = ''] = printed.trim().split('\n').slice(-1);
        reject(new MockMistake(code === unsettled ? `${handler} never answers: it gave a promise, and nothing is left that could settle it.` : answer.length > largestAnswer ? `${handler} answers more than 6 MB.` : `${handler} ended without an answer (exit code ${String(code)})${last === '' ? '' : `: ${last}`}.`));
      } else if ('mistake' in result) {
        reject(new MockMistake(`${handler}: ${result.mistake}`));
      } else {
        resolvePromise(result);
      }
    });
    // A function that ends before it has read all of its event is no fault of ours.
    input.on('error', () => undefined);
    input.end(JSON.stringify(event));
  });
}

function readAnswer(text: string): HandlerResult | { readonly mistake: string } | undefined {
  return text === '' ? undefined : (parseJson(text) as HandlerResult | { readonly mistake: string } | undefined);
}

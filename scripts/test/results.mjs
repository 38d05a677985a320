// Counts what test runners report. They all speak mocha's `json-stream`: a line `["pass", …]` or `["fail", …]` for each test.
import { spawn } from 'node:child_process';
import { root } from '../vscode/paths.mjs';

/**
 * @typedef {object} Result
 * @property {number} passed
 * @property {{ title: string, detail: string }[]} failures
 */

/**
 * Runs a program and counts the tests that it reports. A program that fails without a failed test, or reports no test at all,
 * counts as one failure, with all that it printed.
 * @param {string} title
 * @param {string[]} command
 * @param {{ env?: Record<string, string> }} [options]
 * @returns {Promise<Result>}
 */
export async function countTests(title, command, { env } = {}) {
  const { code, lines } = await run(command, env);
  /** @type {Result} */
  const result = { passed: 0, failures: [] };
  /** @type {string[]} */
  const rest = [];
  for (const line of lines) {
    const [kind, test] = parse(line);
    if (kind === 'pass') {
      result.passed++;
    } else if (kind === 'fail') {
      result.failures.push({ title: `${title}: ${test.fullTitle}`, detail: test.stack?.includes(test.err) ? test.stack : `${test.err}\n${test.stack ?? ''}` });
    } else {
      rest.push(line);
    }
  }
  if (result.failures.length === 0 && (code !== 0 || result.passed === 0)) {
    const what = code === 0 ? 'no test ran' : `ended with exit code ${code}`;
    result.failures.push({ title: `${title}: ${what}`, detail: rest.join('\n') });
  }
  return result;
}

/**
 * Runs a program that is one test by itself: it passes if the exit code is 0.
 * @param {string} title
 * @param {string[]} command
 * @param {{ shell?: boolean }} [options]
 * @returns {Promise<Result>}
 */
export async function oneTest(title, command, options) {
  const { code, lines } = await run(command, undefined, options);
  return code === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: [{ title, detail: lines.join('\n') }] };
}

/**
 * @param {readonly Result[]} results
 * @returns {Result}
 */
export function sum(results) {
  return { passed: results.reduce((all, { passed }) => all + passed, 0), failures: results.flatMap(({ failures }) => failures) };
}

/** @param {Result} result */
export function printFailures({ failures }) {
  for (const { title, detail } of failures) {
    console.log(`\n✗ ${title}\n${detail.trimEnd().replace(/^/gm, '    ')}`);
  }
}

/** @param {string} line */
function parse(line) {
  if (!/^\["(pass|fail)",/.test(line)) {
    return [];
  }
  try {
    return JSON.parse(line);
  } catch {
    // Something else that begins alike.
    return [];
  }
}

/**
 * @param {string[]} command
 * @param {Record<string, string>} [env]
 * @param {{ shell?: boolean }} [options]
 * @returns {Promise<{ code: number | string, lines: string[] }>}
 */
function run([program = '', ...args], env, options) {
  const child = spawn(program, args, { ...options, cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let output = '';
  const read = (/** @type {string} */ data) => (output += data);
  child.stdout.setEncoding('utf8').on('data', read);
  child.stderr.setEncoding('utf8').on('data', read);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: error.message, lines: [] }));
    child.once('close', (code, signal) => resolve({ code: code ?? signal ?? 'unknown', lines: output.split('\n') }));
  });
}

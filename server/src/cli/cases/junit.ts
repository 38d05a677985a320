// Results as JUnit writes them, for CI.
import type { CaseReport } from '../../simulator/cases/run-case';

export interface FileReport {
  readonly file: string;
  readonly cases: readonly Pick<CaseReport, 'name' | 'problems' | 'outcome'>[];
  /** What is wrong with the file itself. */
  readonly mistakes: readonly string[];
  /** False where nothing in it could be run. */
  readonly isRead: boolean;
}

export function junit(reports: readonly FileReport[]): string {
  const suites = reports.map(({ file, cases, mistakes }) => {
    const wrong = cases.filter(({ problems }) => problems.length > 0);
    const failures = wrong.filter(({ outcome }) => outcome).length;
    const lines = cases.map(({ name, problems, outcome }) => {
      const head = `    <testcase classname="${escaped(file)}" name="${escaped(name)}"`;
      // What could not be judged is an error in JUnit's own words.
      const kind = outcome ? 'failure' : 'error';
      const text = problems.flatMap(({ message, steps = [] }) => [message, ...steps]).join('\n');
      return problems.length === 0 ? `${head}/>` : `${head}>\n      <${kind} message="${escaped(problems[0]?.message ?? '')}">${escaped(text)}</${kind}>\n    </testcase>`;
    });
    const own = mistakes.length > 0 ? [`    <testcase classname="${escaped(file)}" name="the file itself">\n      <error message="${escaped(mistakes[0] ?? '')}">${escaped(mistakes.join('\n'))}</error>\n    </testcase>`] : [];
    return `  <testsuite name="${escaped(file)}" tests="${String(cases.length + own.length)}" failures="${String(failures)}" errors="${String(wrong.length - failures + own.length)}">\n${[...own, ...lines].join('\n')}\n  </testsuite>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('\n')}\n</testsuites>\n`;
}

function escaped(text: string): string {
  // XML has no way to write most control characters.
  return text.replace(/[\p{Cc}]/gu, (char) => (char === '\n' || char === '\t' ? char : '\ufffd')).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

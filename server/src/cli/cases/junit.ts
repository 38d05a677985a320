// Results as JUnit writes them, for CI.
import type { CaseReport } from './run-case';

export interface FileReport {
  readonly file: string;
  readonly cases: readonly CaseReport[];
}

export function junit(reports: readonly FileReport[]): string {
  const suites = reports.map(({ file, cases }) => {
    const failures = cases.filter(({ problems }) => problems.length > 0).length;
    const lines = cases.map(({ name, problems }) => {
      const head = `    <testcase classname="${escaped(file)}" name="${escaped(name)}"`;
      return problems.length === 0 ? `${head}/>` : `${head}>\n      <failure message="${escaped(problems[0] ?? '')}">${escaped(problems.join('\n'))}</failure>\n    </testcase>`;
    });
    return `  <testsuite name="${escaped(file)}" tests="${String(cases.length)}" failures="${String(failures)}">\n${lines.join('\n')}\n  </testsuite>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('\n')}\n</testsuites>\n`;
}

function escaped(text: string): string {
  // XML has no way to write most control characters.
  return text.replace(/[\p{Cc}]/gu, (char) => (char === '\n' || char === '\t' ? char : '\ufffd')).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

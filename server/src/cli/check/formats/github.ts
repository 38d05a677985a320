// Workflow commands of GitHub Actions: each problem becomes an annotation on its line.
// Source: GitHub documentation, "Workflow commands for GitHub Actions".
import { relative } from 'node:path';
import type { Host } from '../../command';
import type { Report } from '../report';
import { summary } from './summary';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

export function github(report: Report, { env }: Host): string {
  const root = env['GITHUB_WORKSPACE'];
  const lines = report.files.flatMap(({ path, absolute, problems }) => {
    // Annotations go by the path from the repository's root, wherever in it the step runs.
    const file = root === undefined || path.startsWith('<') ? path : relative(root, absolute).replaceAll('\\', '/');
    return problems.map(({ rule, severity, start, end, message }) => {
      const columns = start.line === end.line ? `,col=${String(start.column)},endColumn=${String(end.column)}` : '';
      return `::${commands[severity]} file=${property(file)},line=${String(start.line)},endLine=${String(end.line)}${columns},title=${property(rule.code)}::${data(message)}`;
    });
  });
  return [...lines, summary(report)].filter((line) => line !== '').map((line) => `${line}\n`).join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

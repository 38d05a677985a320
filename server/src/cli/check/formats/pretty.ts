// For people: each problem with the line it is in, and what is marked there.
import type { Host } from '../../command';
import { visible, type Paint } from '../../../text/paint';
import { caretLine, painter } from '../../terminal';
import type { CheckedFile, Report, ReportedProblem } from '../report';
import { summary } from './summary';

/** What is shown of a long line where nobody tells how wide it may be. */
const usualColumns = 120;

export function pretty(report: Report, host: Host): string {
  const paint = painter(host);
  const columns = Math.max(40, host.columns ?? usualColumns);
  const blocks = report.files.flatMap((file) => {
    const lines = file.problems.length > 0 ? file.text.split(/\r\n|\n|\r/) : [];
    return file.problems.map((problem) => block(file, problem, lines, columns, paint));
  });
  const total = summary(report);
  return total === '' ? '' : `${[...blocks, paint(blocks.length > 0 ? 'bold' : 'green', total)].join('\n\n')}\n`;
}

const colors = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

function block({ path }: CheckedFile, { rule, severity, start, end, message, related }: ReportedProblem, lines: readonly string[], columns: number, paint: Paint): string {
  const number = String(start.line);
  const line = lines[start.line - 1] ?? '';
  const { shown, carets } = caretLine(line, start.column - 1, end.line === start.line ? end.column - 1 : line.length, columns - number.length - 5);
  return [
    `${paint('bold', visible(path))}${paint('dim', `:${number}:${String(start.column)}`)} ${paint(colors[severity], severity)} ${paint('dim', rule.code)}`,
    `  ${visible(message)}`,
    '',
    `  ${paint('dim', `${number} │`)} ${shown}`,
    `  ${' '.repeat(number.length)} ${paint('dim', '│')} ${paint(colors[severity], carets)}`,
    ...related.map((place) => `  ${paint('dim', `${visible(path)}:${String(place.start.line)}:${String(place.start.column)}`)} ${visible(place.message)}`),
  ].join('\n');
}

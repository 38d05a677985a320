import { count, type Report } from '../report';

/** `2 errors and 1 warning in 5 files`. */
export function summary(report: Report): string {
  const { files, errors, warnings, advice } = count(report);
  const found = [some(errors, 'error'), some(warnings, 'warning'), advice > 0 ? `${String(advice)} of advice` : ''].filter((part) => part !== '');
  const [first = 'Nothing wrong', ...rest] = found;
  const [last, ...between] = rest.reverse();
  return `${[first, ...between.reverse()].join(', ')}${last === undefined ? '' : ` and ${last}`} in ${some(files, 'file') || 'no file'}`;
}

function some(number: number, what: string): string {
  return number === 0 ? '' : `${String(number)} ${what}${number === 1 ? '' : 's'}`;
}

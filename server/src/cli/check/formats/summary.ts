import { count, type Report } from '../report';

/** `2 errors and 1 warning in 5 files`; the empty text where no file was checked. */
export function summary(report: Report): string {
  const { files, errors, warnings, infos } = count(report);
  if (files === 0) {
    return '';
  }
  const [first = 'Nothing wrong', ...rest] = [some(errors, 'error'), some(warnings, 'warning'), some(infos, 'info')].filter((part) => part !== '');
  const [last, ...between] = rest.reverse();
  return `${[first, ...between.reverse()].join(', ')}${last === undefined ? '' : ` and ${last}`} in ${some(files, 'file')}`;
}

function some(number: number, what: string): string {
  return number === 0 ? '' : `${String(number)} ${what}${number === 1 ? '' : 's'}`;
}

// Every format of a report, by its name.
import type { Host } from '../../command';
import type { Report } from '../report';
import { github } from './github';
import { json } from './json';
import { pretty } from './pretty';
import { sarif } from './sarif';

export const formats = { pretty, json, sarif, github } satisfies Record<string, (report: Report, host: Host) => string>;

export type Format = keyof typeof formats;

export function isFormat(name: string): name is Format {
  return Object.hasOwn(formats, name);
}

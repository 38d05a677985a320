// Whether our errors are where the service, or another validator, has its own.
import { AslDocument } from '../../server/src/analysis/document';
import { services } from '../../test/support/services';
import { check, type Problem } from '../../server/src/rules/check';
import type { WorkflowType } from '../../server/src/spec/workflow-types';
import { locationOf } from '../../server/src/syntax/location';

/** One complaint of the manifest, as far as it has a place. */
export interface Expected {
  readonly location?: string | null;
  readonly range?: { readonly start: Place; readonly end: Place };
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** The places on record, and those of them at which we have an error. */
export function places(text: string, format: 'json' | 'yaml', workflowType: WorkflowType, expected: readonly Expected[]): { recorded: string[]; missed: string[] } {
  const document = new AslDocument(text, format, { workflowType, services });
  const errors = check(document, {}, (rule, error) => {
    throw new Error(`rule ${rule.code} threw`, { cause: error });
  }).filter(({ severity }) => severity === 'error');
  const recorded = expected.flatMap((each) => (each.range ? [JSON.stringify(each.range)] : isPath(each.location) ? [each.location] : []));
  const missed = recorded.filter((place) => !errors.some((error) => isThere(place, error, document)));
  return { recorded, missed };
}

/** The place of a text that is no JSON at all is told in another way. */
function isPath(location: string | null | undefined): location is string {
  return location?.startsWith('/') ?? false;
}

function isThere(place: string, { at, span }: Problem, document: AslDocument): boolean {
  if (place.startsWith('{')) {
    const { start, end } = JSON.parse(place) as Required<Expected>['range'];
    const range = document.range(span);
    return isBefore(range.start, end) && isBefore(start, range.end);
  }
  if (!at) {
    return false;
  }
  // Others write `/Branches/0`, and the service names the object where we name the key in it.
  const ours = plain(locationOf(at.kind === 'inside' ? at.node : at, document.definitionAt(span.start)?.tree.root));
  return ours === plain(place) || ours.startsWith(`${plain(place)}/`) || (at.kind === 'string' && plain(place).startsWith(`${ours}/`));
}

function isBefore(one: Place, other: Place): boolean {
  return one.line < other.line || (one.line === other.line && one.character <= other.character);
}

function plain(location: string): string {
  return location.replace(/\[(\d+)\]/g, '/$1').replace(/\/$/, '');
}

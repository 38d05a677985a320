// Reference paths: those that can only lead to one place.
import type { Span } from '../../text/span';
import type { Path, Step } from './tree';

/** What keeps a path from being a reference path. */
export interface NotReference {
  readonly span: Span;
  /** The offending step in words, as the object of a sentence: `the wildcard "*"`. */
  readonly reason: string;
}

/** True where each step picks one name or one index, so that the path can only lead to one place. */
export function isReferencePath(path: Path): boolean {
  return whyNotReference(path) === undefined;
}

/** The first step that may lead to several places, or none; `undefined` for a reference path. */
export function whyNotReference({ root, steps }: Path): NotReference | undefined {
  if (root.kind === 'missing' || root.kind === 'element') {
    return { span: root.span, reason: 'the missing "$"' };
  }
  for (const step of steps) {
    const reason = severalPlaces(step);
    if (reason) {
      return { span: step.span, reason };
    }
  }
  return undefined;
}

/** True where the path always gives a list, even for a single match. */
export function givesList({ steps }: Path): boolean {
  return steps.some((step, index) => {
    switch (step.kind) {
      case 'wildcard':
      case 'descent':
      case 'filter':
      case 'slice':
      case 'indexes':
        return true;
      case 'members':
        return index < steps.length - 1;
      case 'member':
      case 'index':
      case 'function':
        return false;
    }
  });
}

function severalPlaces(step: Step): string | undefined {
  switch (step.kind) {
    case 'wildcard':
      return 'the wildcard "*"';
    case 'descent':
      return 'the descent ".."';
    case 'filter':
      return 'a filter';
    case 'slice':
      return 'a slice';
    case 'members':
      return 'several names';
    case 'indexes':
      return 'several indexes';
    case 'function':
      return `the function "${step.name}"`;
    case 'member':
      // "@" stands for the element of a filter, and the service looks for it in the text.
      return step.name.includes('@') && !step.bracketed ? 'an "@"' : undefined;
    case 'index':
      return undefined;
  }
}

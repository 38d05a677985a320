// What is asked of every change: the text that it leaves reads, and has nothing against it that was not there before.
import { AslDocument } from '../../server/src/analysis/document';
import { translation } from '../../server/src/features/actions/translate';
import { check } from '../../server/src/rules/check';
import type { WorkflowType } from '../../server/src/spec/workflow-types';
import type { Notation } from '../../server/src/syntax/tree';
import { services } from '../../test/support/services';

/** A definition of the corpus in one of the two notations. */
export interface Original {
  readonly file: string;
  readonly text: string;
  readonly notation: Notation;
  readonly workflowType: WorkflowType;
}

/** Each definition as it is, and what is JSON as YAML too. */
export function inBothNotations(originals: readonly Original[]): Original[] {
  return originals.flatMap((each) => [each, ...[each.notation === 'json' ? translated(each) : undefined].flatMap((other) => other ?? [])]);
}

/** The definition in the other notation; nothing where that is refused. */
export function translated(original: Original): Original | undefined {
  const [action] = translation(documentOf(original), `file:///machines/order.asl.${original.notation}`, true);
  const change = action?.edit?.documentChanges?.at(-1);
  const edit = change && 'edits' in change ? change.edits[0] : undefined;
  return edit && 'newText' in edit ? { ...original, text: edit.newText, notation: original.notation === 'json' ? 'yaml' : 'json' } : undefined;
}

export function documentOf({ text, notation, workflowType }: Omit<Original, 'file'>): AslDocument {
  return new AslDocument(text, notation, { services, workflowType });
}

/** The errors and warnings of a text, each with the state that it is in, and how often. */
export function against(document: AslDocument): Map<string, number> {
  const counted = new Map<string, number>();
  const problems = check(document, {}, (rule, error) => {
    throw new Error(`rule ${rule.code} threw`, { cause: error });
  });
  for (const { rule, severity, span } of problems) {
    if (severity === 'error' || severity === 'warning') {
      const state = document.definitionAt(span.start)?.states.findLast(({ property }) => property.span.start <= span.start && span.end <= property.span.end);
      const found = `${rule.code}${state ? ` in "${state.name}"` : ''}`;
      counted.set(found, (counted.get(found) ?? 0) + 1);
    }
  }
  return counted;
}

/**
 * What there is more of than before.
 *
 * @param nameBefore the name that a state had before
 */
export function newAgainst(after: ReadonlyMap<string, number>, before: ReadonlyMap<string, number>, nameBefore: (found: string) => string = (found) => found): string[] {
  return [...after].flatMap(([found, count]) => (count > (before.get(nameBefore(found)) ?? 0) ? [found] : []));
}

/** Counts what was tried, and keeps what went wrong. */
export class Misses {
  private readonly tried = new Map<string, number>();
  private readonly missed = new Map<string, string[]>();

  count(kind: string): void {
    this.tried.set(kind, (this.tried.get(kind) ?? 0) + 1);
  }

  miss(kind: string, what: string): void {
    this.missed.set(kind, [...(this.missed.get(kind) ?? []), what]);
  }

  report(title: string, verbose: boolean): void {
    const missed = [...this.missed.values()].flat().length;
    console.log(`\n${title}: ${[...this.tried.values()].reduce((sum, count) => sum + count, 0).toLocaleString('en-US')} changes, ${String(missed)} misses`);
    for (const [kind, count] of this.tried) {
      const wrong = this.missed.get(kind) ?? [];
      console.log(`  ${count.toLocaleString('en-US').padStart(7)} ${kind}${wrong.length > 0 ? `, ${String(wrong.length)} missed` : ''}`);
      for (const each of wrong.slice(0, verbose ? wrong.length : 5)) {
        console.log(`          ${each}`);
      }
    }
  }
}

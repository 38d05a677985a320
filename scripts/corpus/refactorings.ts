// Each refactoring at states of every definition: what it leaves reads, has nothing new against it, and what undoes it gives the text that there was.
import { isDeepStrictEqual } from 'node:util';
import type { CodeAction } from 'vscode-languageserver-types';
import type { AslDocument } from '../../server/src/analysis/document';
import { conversions } from '../../server/src/features/actions/convert';
import { seeded } from '../../server/src/simulator/seeded';
import { toValue } from '../../server/src/syntax/tree';
import { offers, outcome } from '../../test/support/refactoring';
import { against, documentOf, inBothNotations, Misses, newAgainst, type Original } from './misses';

/** Prints how many were made, and each that went wrong. */
export function reportRefactorings(originals: readonly Original[], statesEach: number, verbose: boolean): void {
  const misses = new Misses();
  for (const [index, original] of inBothNotations(originals).entries()) {
    const next = seeded(index);
    const document = documentOf(original);
    const before = against(document);
    const names = (document.definitions[0]?.states ?? []).map(({ name }) => name);
    const chosen = new Set(Array.from({ length: Math.min(statesEach, names.length) }, () => names[Math.floor(next() * names.length)] ?? ''));
    for (const name of chosen) {
      new AtState(misses, original, document, before, name).tryAll();
    }
  }
  misses.report('Refactorings and conversions at states of every definition', verbose);
}

/** Rules that a conversion tells in other words: what looks like a path is told in either language, and what always holds only where it can be read. */
const inOtherWords = /^(?:path-in-jsonata-state|missing-default)\b/;

/** What is true once other data arrives, or a Choice is left with less to choose from: no mistake of the change. */
const ofOtherData = /^(?:unknown-input-field|misplaced-result|redundant-choice|unused-choice-assign)\b/;

class AtState {
  constructor(
    private readonly misses: Misses,
    private readonly original: Original,
    private readonly document: AslDocument,
    private readonly before: ReadonlyMap<string, number>,
    private readonly name: string,
  ) {}

  tryAll(): void {
    for (const action of this.actionsAt(this.document, this.name)) {
      const result = outcome(this.original.text, action);
      if ('text' in result) {
        const kind = kindOf(action.title);
        this.misses.count(kind);
        this.judge(kind, action.title, result);
      }
    }
  }

  private actionsAt(document: AslDocument, name: string): CodeAction[] {
    const state = document.definitions[0]?.stateNamed(name);
    if (!state) {
      return [];
    }
    const { start } = state.nameNode.span;
    const { notation, workflowType } = this.original;
    return [...offers(document.text, notation, { start, end: start }, { workflowType }), ...conversions(document, 'file:///machines/order.asl.json', start)];
  }

  private judge(kind: string, title: string, { text, made }: { readonly text: string; readonly made?: string }): void {
    const after = documentOf({ ...this.original, text });
    const problems = [...after.problems, ...(made === undefined ? [] : documentOf({ ...this.original, text: made }).problems)];
    if (problems.length > 0) {
      this.miss(kind, title, problems.map(({ message }) => message).join(' '));
      return;
    }
    const more = newAgainst(against(after), this.before).filter((found) => !(title.startsWith('Convert') && inOtherWords.test(found)));
    const isTold = more.length > 0 && more.every((found) => ofOtherData.test(found) && !this.isNew(after, found)) && /^(?:Delete|Extract into a Map)/.test(title);
    if (isTold) {
      this.misses.count(`${kind}: what follows is told that it gets other data`);
    } else if (more.length > 0) {
      this.miss(kind, title, `new: ${more.join(', ')}`);
    }
    if (title.startsWith('Extract into a Parallel')) {
      this.undo(kind, title, after, added(this.document, after, 'Parallel'), /^Inline "Parallel/);
    } else if (title.startsWith('Insert a state')) {
      this.undo(kind, title, after, added(this.document, after, 'Pass'), /^Delete state/);
    } else if (title.startsWith('Catch errors')) {
      this.undo(kind, title, after, added(this.document, after, 'Fail'), /^Delete state/);
    } else if (title.startsWith('Move') || title.startsWith('Sort')) {
      this.stays(kind, title, after);
    } else if (/^Convert state machine/.test(title) && conversions(after, 'file:///machines/order.asl.json', 0).length > 0) {
      this.miss(kind, title, 'there is more to convert');
    }
  }

  /** Whether the finding is in a state that was not there before. */
  private isNew(after: AslDocument, found: string): boolean {
    const state = after.definitions[0]?.states.find(({ name }) => found.endsWith(` in "${name}"`));
    return state !== undefined && !this.document.definitions[0]?.stateNamed(state.name);
  }

  /** The action of that title at a state gives the text back. */
  private undo(kind: string, title: string, after: AslDocument, name: string | undefined, title2: RegExp): void {
    const undoing = this.actionsAt(after, name ?? '').find((each) => title2.test(each.title));
    const back = undoing ? outcome(after.text, undoing) : { refused: 'it is not offered' };
    if ('refused' in back) {
      this.misses.count(`${kind}: the way back is refused: ${back.refused.replace(/"[^"]*"/g, '"…"')}`);
    } else if (back.text === this.original.text) {
      this.misses.count(`${kind}: and back to the same text`);
    } else if (isDeepStrictEqual(valueOf(documentOf({ ...this.original, text: back.text })), valueOf(this.document))) {
      this.misses.count(`${kind}: and back to the same meaning`);
    } else {
      this.miss(kind, title, 'back: another meaning');
    }
  }

  /** The meaning is the same, and nothing is left to do of the same kind. */
  private stays(kind: string, title: string, after: AslDocument): void {
    if (!isDeepStrictEqual(valueOf(after), valueOf(this.document))) {
      this.miss(kind, title, 'another meaning');
    }
    if (this.actionsAt(after, this.name).some((each) => each.title === title)) {
      this.miss(kind, title, 'it is offered again');
    }
  }

  private miss(kind: string, title: string, what: string): void {
    this.misses.miss(kind, `${this.original.file} as ${this.original.notation}, at "${this.name}": ${title}: ${what}`);
  }
}

function valueOf(document: AslDocument): unknown {
  return toValue(document.tree.root);
}

/** The state of that type which there is now and was not. */
function added(before: AslDocument, after: AslDocument, type: string): string | undefined {
  return after.definitions[0]?.states.find((state) => state.type === type && !before.definitions[0]?.stateNamed(state.name))?.name;
}

/** The title without names. */
function kindOf(title: string): string {
  return title.replace(/"(?:[^"]|"(?!\W*$|[ :,]))*"/g, '…').replace(/ over .*| of … .*|, .*|: .*| for transient.*|\d+ of \d+ /g, '');
}

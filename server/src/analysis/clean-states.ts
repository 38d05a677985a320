// Which states nothing was wrong with, so that the next version of a text has only those looked at that an edit touched.
import { commonEnd, commonStart } from '../text/common';
import type { Span } from '../text/span';

/** The states of one version of one text that were found in order, each with what was known of the scope around it. */
export class CleanStates {
  private readonly found = new Map<number, { readonly end: number; readonly scope: string }>();

  /** @param rules what they were held against */
  constructor(
    private readonly text: string,
    private readonly rules: string,
  ) {}

  add({ start, end }: Span, scope: string): void {
    this.found.set(start, { end, scope });
  }

  /** Tells of the states of another version whether they stand here too, letter by letter, and were found in order. */
  comparedWith(text: string, rules: string): (state: Span, scope: string) => boolean {
    if (rules !== this.rules) {
      return () => false;
    }
    const before = commonStart(this.text, text);
    const after = text.length - commonEnd(this.text, text, Math.min(this.text.length, text.length) - before);
    const moved = this.text.length - text.length;
    return ({ start, end }, scope) => {
      const shift = end <= before ? 0 : start >= after ? moved : undefined;
      const same = shift === undefined ? undefined : this.found.get(start + shift);
      return same !== undefined && shift !== undefined && same.end === end + shift && same.scope === scope;
    };
  }
}

// What the page keeps of its own: all that would be annoying to lose when the view is hidden.

import type { Start } from '../../client/src/webviews/study/messages';
import type { Draft } from './answers/form';
import type { Place } from './screen';

export type Kept = {
  place: Place;
  scroll?: number;
  focus?: string;
  /** Answers that were begun, by session and step. */
  drafts: Readonly<Record<string, Draft>>;
  /** As the newest session of each place was begun. */
  starts: Readonly<Record<string, Start>>;
  /** What was unfolded, and other small choices. */
  choices: readonly string[];
};

export const nothingKept: Kept = { place: { at: 'home' }, drafts: {}, starts: {}, choices: [] };

/** What was kept, if this version of the page can still use it. */
export function readKept(value: unknown): Kept {
  const kept = { ...nothingKept, ...(value as Partial<Kept> | undefined) };
  const isKnown = ['home', 'progress', 'note', 'quiz'].includes((kept.place as Partial<Place> | undefined)?.at ?? '') && !('deck' in kept.place);
  return isKnown ? kept : nothingKept;
}

/** Where one came from is remembered so many steps back. */
const longestWay = 8;

/** The place with a way back that does not grow for ever. */
export function withShortWay(place: Place, steps = longestWay): Place {
  const { from, ...here } = place;
  return from && steps > 0 ? { ...here, from: withShortWay(from, steps - 1) } : here;
}

type At = { session: string; step: number };

const keyOf = ({ session, step }: At): string => `${session}/${step}`;

export function draftIn({ drafts }: Kept, at: At): Draft | undefined {
  return Object.hasOwn(drafts, keyOf(at)) ? drafts[keyOf(at)] : undefined;
}

/** Drafts of other sessions go: they were answered, or given up. */
export function withDraft({ drafts }: Kept, at: At, draft: Draft | undefined): Pick<Kept, 'drafts'> {
  const others = Object.entries(drafts).filter(([key]) => key.startsWith(`${at.session}/`) && key !== keyOf(at));
  return { drafts: Object.fromEntries(draft ? [...others, [keyOf(at), draft]] : others) };
}

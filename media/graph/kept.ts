// What the page keeps of its own, for when it is hidden and for when the window comes back.
import type { GraphDirection } from '../../client/src/webviews/graph/messages';
import type { View } from './camera';

export type Kept = {
  /** The document that is drawn; with it the extension finds back. */
  uri?: string;
  view?: View;
  direction?: GraphDirection;
  /** States whose inside is not shown. */
  folded: readonly string[];
  focus?: string;
};

export function readKept(value: unknown): Kept {
  const kept = value as Partial<Kept> | undefined;
  return { ...kept, folded: Array.isArray(kept?.folded) ? kept.folded : [] };
}

// Arranges off the page's own thread, so that the page never stands still. Each plan is answered with its picture.
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { Arranger } from './arrange';
import type { Answer, Asked } from './worker-messages';

// Its own scope's types can't be named beside those of a page.
const scope = self as unknown as { postMessage(answer: Answer): void; onmessage: (event: MessageEvent<Asked>) => Promise<void> };

let graphviz = Graphviz.load();
let ready: Graphviz | undefined;
const arranger = new Arranger((dot) => {
  try {
    return (ready as Graphviz).layout(dot, 'plain', 'dot');
  } catch (error) {
    // It is of no use any more once it has failed.
    graphviz = Graphviz.load();
    throw error;
  }
});

scope.onmessage = async ({ data: { id, plan } }) => {
  try {
    ready = await graphviz;
    scope.postMessage({ id, picture: arranger.arrange(plan) });
  } catch (error) {
    scope.postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
  }
};

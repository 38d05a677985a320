// Arranges off the page's own thread, so that the page never stands still. Each plan is answered with its picture.
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { Arranger } from './arrange';
import type { Answer, Asked } from './worker-messages';

// Its own scope's types can't be named beside those of a page.
const scope = self as unknown as { postMessage(answer: Answer): void; onmessage: (event: MessageEvent<Asked>) => void };

const arranger = Graphviz.load().then((graphviz) => new Arranger((dot) => graphviz.layout(dot, 'plain', 'dot')));

scope.onmessage = ({ data: { id, plan } }) => {
  arranger.then(
    (ready) => {
      scope.postMessage({ id, picture: ready.arrange(plan) });
    },
  ).catch((error: unknown) => {
    scope.postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
  });
};

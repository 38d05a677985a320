// Has the worker arrange, one plan at a time. Of plans that come meanwhile only the newest is kept.
import code from 'worker:./arrange/worker';
import type { Picture, Plan } from './arrange/plan';
import type { Answer, Asked } from './arrange/worker-messages';

export class Arranging {
  private readonly worker: Worker;
  private asked = 0;
  private busy = false;
  private next: (() => void) | undefined;
  private answered: (answer: Answer) => void = () => undefined;

  constructor() {
    const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    this.worker = new Worker(address);
    URL.revokeObjectURL(address);
    this.worker.onmessage = ({ data }: MessageEvent<Answer>) => this.answered(data);
    this.worker.onerror = ({ message }) => this.answered({ id: this.asked, failure: message });
  }

  /** Resolves with the picture, or with nothing where a newer plan has come before the worker got to this one. Rejects where it fails. */
  arrange(plan: Plan): Promise<Picture | undefined> {
    return new Promise((resolve, reject) => {
      const start = (): void => {
        this.busy = true;
        this.answered = (answer) => {
          this.busy = false;
          const { next } = this;
          this.next = undefined;
          next?.();
          if ('picture' in answer) {
            resolve(answer.picture);
          } else {
            reject(new Error(answer.failure));
          }
        };
        this.worker.postMessage({ id: ++this.asked, plan } satisfies Asked);
      };
      if (!this.busy) {
        start();
        return;
      }
      this.skipped();
      this.skipped = () => resolve(undefined);
      this.next = () => {
        this.skipped = () => undefined;
        start();
      };
    });
  }

  private skipped: () => void = () => undefined;
}

import assert from 'node:assert/strict';
import { stoppable, type Token } from '../../../client/src/testing/stoppable';

suite('a run that can be stopped', () => {
  test('goes to its end where nobody stops it', async () => {
    const running = stoppable(counting(2), new Source());
    assert.deepEqual([await running.next(), await running.next(), await running.next()], [{ done: false, value: 1 }, { done: false, value: 2 }, { done: true, value: 'end' }]);
  });

  test('gives nothing more once it is stopped, between two events and while it waits', async () => {
    const [between, within] = [new Source(), new Source()];
    const one = stoppable(counting(2), between);
    await one.next();
    between.stop();
    assert.equal(await one.next(), undefined);

    const other = stoppable(never(), within);
    const waiting = other.next();
    within.stop();
    assert.equal(await waiting, undefined);
  });

  test('an error of the run is that of who asked', async () => {
    await assert.rejects(stoppable(failing(), new Source()).next(), /broken/);
  });

  test('nobody listens any more once it is put away', () => {
    const source = new Source();
    stoppable(counting(1), source).dispose();
    assert.equal(source.listeners.size, 0);
  });
});

class Source implements Token {
  isCancellationRequested = false;
  readonly listeners = new Set<() => void>();

  onCancellationRequested(listener: () => void): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  }

  stop(): void {
    this.isCancellationRequested = true;
    this.listeners.forEach((listener) => listener());
  }
}

async function* counting(to: number): AsyncGenerator<number, string> {
  for (let number = 1; number <= to; number++) {
    yield number;
  }
  return 'end';
}

async function* never(): AsyncGenerator<number, string> {
  await new Promise(() => undefined);
  yield 1;
  return 'end';
}

async function* failing(): AsyncGenerator<number, string> {
  yield await Promise.reject<number>(new Error('broken'));
  return 'end';
}

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { Channel, type Handlers } from '../../../client/src/webviews/channel';

type Host = { requests: { double: [params: number, result: number]; name: [params: undefined, result: string] }; events: { heard: string } };
type Page = { requests: Record<never, never>; events: { changed: undefined } };

suite('a channel', () => {
  test('brings back the answer to each question, whatever order the answers come in', async () => {
    let finish = (_name: string): void => undefined;
    const { page } = connected({ name: () => new Promise((resolve) => (finish = resolve)) });
    const name = page.ask('name');
    assert.equal(await page.ask('double', 21), 42);
    finish('late');
    assert.equal(await name, 'late');
  });

  test('rejects where the other side throws, at once or later', async () => {
    const { page } = connected({
      double: () => {
        throw new Error('no numbers today');
      },
      name: () => Promise.reject(new Error('no name')),
    });
    await assert.rejects(page.ask('double', 1), { message: 'no numbers today' });
    await assert.rejects(page.ask('name'), { message: 'no name' });
  });

  test('tells without asking', async () => {
    const { page, heard } = connected({});
    page.tell('heard', 'hello');
    await page.ask('name');
    assert.deepEqual(heard, ['hello']);
  });

  test('rejects a question that nobody answers, even one named like a part of every object', async () => {
    const { page } = connected({});
    const ask = page.ask.bind(page) as (name: string) => Promise<unknown>;
    await assert.rejects(ask('unheard'), { message: 'nothing answers "unheard"' });
    await assert.rejects(ask('constructor'), { message: 'nothing answers "constructor"' });
  });

  test('ignores what is not its own', async () => {
    const sent: unknown[] = [];
    const channel = new Channel<Page, Host>((message) => sent.push(message), { changed: () => assert.fail('nobody said so') });
    for (const message of [undefined, null, 'changed', 7, {}, { kind: 'tell', name: 'changed' }, { wire: 'other/1', kind: 'tell', name: 'changed' }]) {
      await channel.receive(message);
    }
    await channel.receive({ wire: 'stepwise/1', kind: 'answer', id: 'nobody.1', value: 1 });
    await channel.receive({ wire: 'stepwise/1', kind: 'tell', name: 'unheard' });
    assert.deepEqual(sent, []);
  });

  test('takes an answer once', async () => {
    const sent: { id: string }[] = [];
    const channel = new Channel<Page, Host>((message) => sent.push(message as { id: string }), { changed: () => undefined });
    const answer = channel.ask('double', 2);
    const id = sent[0]?.id;
    await channel.receive({ wire: 'stepwise/1', kind: 'answer', id, value: 4 });
    await channel.receive({ wire: 'stepwise/1', kind: 'refusal', id, value: 'again' });
    assert.equal(await answer, 4);
  });

  test('does not take an answer that was meant for the page before a reload', async () => {
    const questions: { id: string }[] = [];
    const load = () => new Channel<Page, Host>((message) => questions.push(message as { id: string }), { changed: () => undefined });
    void load().ask('double', 1);
    const after = load();
    const answer = after.ask('double', 5);
    await after.receive({ wire: 'stepwise/1', kind: 'answer', id: questions[0]?.id, value: 2 });
    await after.receive({ wire: 'stepwise/1', kind: 'answer', id: questions[1]?.id, value: 10 });
    assert.equal(await answer, 10);
  });

  test('lets nobody wait once it is closed', async () => {
    const channel = new Channel<Page, Host>(() => undefined, { changed: () => undefined });
    const answer = channel.ask('name');
    channel.close();
    await assert.rejects(answer, { message: 'closed' });
  });
});

/** Both ends, with a copy of every message between them, as VS Code makes. */
function connected(handlers: Partial<Handlers<Host>>) {
  const heard: string[] = [];
  const host: Channel<Host, Page> = new Channel<Host, Page>((message) => void page.receive(structuredClone(message)), {
    double: (number) => number * 2,
    name: () => 'host',
    heard: (word) => heard.push(word),
    ...handlers,
  });
  const page: Channel<Page, Host> = new Channel<Page, Host>((message) => void host.receive(structuredClone(message)), { changed: () => undefined });
  return { host, page, heard };
}

// How long an editor waits for the built server after each key, over real stdio: what it asks for where somebody types, and what it asks for beside that.
import type { ClientCapabilities } from 'vscode-languageserver-protocol/node';
import { stringify } from 'yaml';
import { able, Client } from '../../test/support/client';
import { keysIn, type Key, type Place } from './keys';
import { mixedMachine } from './samples';

/** A text to type in, and the goal for the 95th percentile in milliseconds. */
interface Sample {
  readonly title: string;
  readonly uri: string;
  readonly text: () => string;
  readonly goal: number;
}

const samples: readonly Sample[] = [
  { title: 'JSON, 100 KB', uri: 'file:///bench.asl.json', text: () => mixedMachine(100_000), goal: 30 },
  { title: 'YAML, 100 KB', uri: 'file:///bench.asl.yaml', text: () => stringify(JSON.parse(mixedMachine(130_000))), goal: 30 },
  { title: 'JSON, 1 MB', uri: 'file:///bench.asl.json', text: () => mixedMachine(1_000_000), goal: 100 },
];

/** So many keys for each kind of request before anything is counted, and then. */
const warmUp = 12;
const keys = 120;

type Ask = (client: Client, uri: string, key: Key) => Promise<unknown>;

const at = (method: string, of: (key: Key) => object): Ask => (client, uri, key) => client.ask(method, { textDocument: { uri }, ...of(key) });
const near = ({ place: { line } }: Key): { range: { start: Place; end: Place } } => ({ range: { start: { line: Math.max(0, line - 30), character: 0 }, end: { line: line + 30, character: 0 } } });
const here = ({ place }: Key): { range: { start: Place; end: Place } } => ({ range: { start: place, end: place } });

/** What somebody waits for. */
const awaited: Readonly<Record<string, Ask>> = {
  completion: at('completion', ({ place }) => ({ position: place })),
  hover: at('hover', ({ place }) => ({ position: place })),
  rename: at('rename', ({ nextName }) => ({ position: nextName, newName: 'Another name' })),
};

/** What an editor asks for by itself after a key. */
const burst: Readonly<Record<string, Ask>> = {
  diagnostic: at('diagnostic', () => ({})),
  documentSymbol: at('documentSymbol', () => ({})),
  'semanticTokens/full': at('semanticTokens/full', () => ({})),
  codeLens: at('codeLens', () => ({})),
  inlayHint: at('inlayHint', near),
  'codeAction, by itself': at('codeAction', (key) => ({ ...here(key), context: { diagnostics: [], triggerKind: 2 } })),
  documentHighlight: at('documentHighlight', ({ place }) => ({ position: place })),
  foldingRange: at('foldingRange', () => ({})),
  documentLink: at('documentLink', () => ({})),
};

/** What somebody asks for now and then. */
const asked: Readonly<Record<string, Ask>> = {
  'codeAction, asked for': at('codeAction', ({ nextName }) => ({ range: { start: nextName, end: nextName }, context: { diagnostics: [], triggerKind: 1 } })),
};

const capabilities: ClientCapabilities = {
  ...able,
  textDocument: {
    ...able.textDocument,
    completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true, insertTextModeSupport: { valueSet: [1, 2] }, resolveSupport: { properties: ['documentation', 'detail'] } }, completionList: { itemDefaults: ['editRange', 'insertTextFormat'] } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor'] } }, disabledSupport: true, dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
};

/** Prints a line for each kind of request on each sample. */
export async function benchLatency(): Promise<void> {
  for (const sample of samples) {
    const client = await Client.start(capabilities, { initializationOptions: { settings: { codeLens: { references: true }, inlayHints: { farTransitions: true } }, showReferences: true } });
    const text = sample.text();
    await client.open(sample.uri, text, sample.uri.endsWith('yaml') ? 'asl-yaml' : 'asl');
    const typist = new Typist(client, sample.uri, text);
    const all = { ...awaited, ...burst, ...asked };
    const print = (name: string, times: readonly number[], isAwaited: boolean): void => {
      console.log(`${`${sample.title}, ${name}`.padEnd(46)} ${percentile(times, 0.5)} ms median ${percentile(times, 0.95)} ms p95${isAwaited ? `   goal ${String(sample.goal)} ms` : ''}`);
    };
    for (const ask of Object.values(all)) {
      await typist.timesOf(ask, warmUp);
    }
    for (const [name, ask] of Object.entries(all)) {
      print(name, await typist.timesOf(ask, keys), name in awaited);
    }
    for (const [name, ask] of Object.entries(awaited)) {
      print(`${name} behind a burst`, await typist.timesOf(ask, keys, Object.values(burst)), true);
    }
    await client.stop();
  }
}

/** Types one character here and there, and takes it back the next time. */
class Typist {
  private readonly keys: Generator<Key, never>;
  private version = 1;

  constructor(
    private readonly client: Client,
    private readonly uri: string,
    text: string,
  ) {
    this.keys = keysIn(text);
  }

  /**
   * How long the answer takes, from the moment that the key is sent, each time after another key.
   *
   * @param before what is asked first, and may be answered later
   */
  async timesOf(ask: Ask, count: number, before: readonly Ask[] = []): Promise<number[]> {
    const times: number[] = [];
    while (times.length < count) {
      const key = this.keys.next().value;
      const { line, character } = key.from;
      const start = performance.now();
      await this.client.change(this.uri, ++this.version, line, character, character + key.removed, key.typed);
      const others = before.map((each) => each(this.client, this.uri, key));
      // A refusal is an answer too.
      await ask(this.client, this.uri, key).catch(() => undefined);
      times.push(performance.now() - start);
      await Promise.allSettled(others);
    }
    return times;
  }
}

function percentile(times: readonly number[], share: number): string {
  const sorted = times.toSorted((one, other) => one - other);
  return (sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(1).padStart(8);
}

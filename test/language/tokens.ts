// What the grammars make of a text, checked by drawing: a line of the sample, and below it what is expected under which columns.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { OnigScanner, OnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, type IGrammar, Registry, parseRawGrammar } from 'vscode-textmate';

const files: Readonly<Record<string, string>> = {
  'source.asl': 'asl.tmLanguage.json',
  'source.asl.yaml': 'asl-yaml.tmLanguage.json',
  'source.asl.expressions': 'asl-expressions.tmLanguage.json',
};

const engine = readFile(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')).then(async (wasm) => {
  await loadWASM(wasm);
  return {
    createOnigScanner: (patterns: string[]) => new OnigScanner(patterns),
    createOnigString: (text: string) => new OnigString(text),
  };
});

const registry = new Registry({
  onigLib: engine,
  async loadGrammar(scopeName) {
    const file = files[scopeName];
    if (!file) {
      return null;
    }
    const url = new URL(`../../client/language/${file}`, import.meta.url);
    return parseRawGrammar(await readFile(url, 'utf8'), url.pathname);
  },
});

export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/** The tokens of every line of `text`. */
export async function tokenize(scopeName: 'source.asl' | 'source.asl.yaml', text: string): Promise<Token[][]> {
  const grammar: IGrammar | null = await registry.loadGrammar(scopeName);
  assert(grammar, `no grammar ${scopeName}`);
  let stack = INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      start: startIndex,
      end: Math.min(endIndex, line.length),
      scopes,
    }));
  });
}

const marker = /^(\s*(?:\/\/|#)\s*)(\^+) (.+)$/;

/** `"Next": "A"` with `//      ^^^ entity.name.function` below: every column marked has a scope that starts so; `!` says that it has none. */
export const checkJson = (sample: string) => check('source.asl', sample);
export const checkYaml = (sample: string) => check('source.asl.yaml', sample);

async function check(scopeName: 'source.asl' | 'source.asl.yaml', sample: string): Promise<void> {
  const rows = sample.replace(/^\n|\n[ ]*$/g, '').split('\n');
  const lines = await tokenize(scopeName, rows.filter((row) => !marker.test(row)).join('\n'));
  let tokens: Token[] = [];
  let next = 0;
  const drawn = rows.map((row) => {
    const match = marker.exec(row);
    if (!match) {
      tokens = lines[next++] ?? [];
      return row;
    }
    const [, before = '', carets = '', expected = ''] = match;
    const found = tokens.filter((token) => token.start < before.length + carets.length && token.end > before.length);
    return `${before}${carets} ${verdict(found, expected)}`;
  });
  assert.equal(drawn.join('\n'), rows.join('\n'));
}

/** The expectation itself if it holds for all of them, else what was found. */
function verdict(tokens: readonly Token[], expected: string): string {
  const unwanted = expected.startsWith('!');
  const scope = expected.replace('!', '');
  const has = (token: Token) => token.scopes.some((it) => it === scope || it.startsWith(`${scope}.`));
  const holds = tokens.length > 0 && tokens.every((token) => has(token) !== unwanted);
  return holds ? expected : tokens.map(({ text, scopes }) => `${JSON.stringify(text)} ${scopes.slice(1).join(' ')}`).join(', ');
}

// Ready-made parts, made to fit the place where they go: in its query language, under a name that is free, leading to a state that is there.
import type { StateMachine } from '../model/machine';
import type { Part } from '../model/parts';
import type { ObjectName } from '../spec/field';
import { queryLanguages, type QueryLanguage } from '../spec/query-languages';
import { itemSnippets, machineSnippets, stateSnippets, type Snippet, type SnippetPart } from '../spec/snippets';
import { stateTypeNames } from '../spec/state-types';
import { spellText } from '../syntax/editor';
import { memberLines, type Lines } from '../syntax/insertion';
import type { Span } from '../text/span';
import { escapeSnippet } from '../text/snippet';
import type { Definition } from './definition';

/** The states of a scope that are spoken of but nowhere to be found. */
export function missingStates(definition: Definition, machine: StateMachine): string[] {
  const named = [machine.startAt, ...machine.states.flatMap((state) => state.references)].flatMap((reference) => (reference && !reference.isOpen ? [reference.name] : []));
  return [...new Set(named)].filter((name) => name !== '' && !isTaken(definition, name));
}

/** What can be put in: lines with tab stops. */
export interface ReadyMade {
  readonly snippet: Snippet;
  /** The prefix, with the query language where there is one of each. */
  readonly label: string;
  /** What a state is called. */
  readonly name?: string;
  readonly lines: Lines;
}

/**
 * The states for a scope. Each is called as the one state that is missing there, or else as its snippet calls it; those that come with it are
 * called after it.
 *
 * @param typed what is there of the name so far, which may have begun with a quote
 */
export function readyStates(definition: Definition, machine: StateMachine, typed: Span, snippets: readonly Snippet[] = stateSnippets): ReadyMade[] {
  const [missing, ...others] = missingStates(definition, machine);
  const fitting = definition.workflowType(machine) === 'EXPRESS' ? snippets.filter((snippet) => !isForStandardOnly(snippet)) : snippets;
  return fitting.map((snippet) => {
    const { stateName, suffixes } = snippet;
    const name = missing !== undefined && others.length === 0 ? missing : freeName(definition, stateName, suffixes);
    const parts = snippet.parts.map((part, index) => {
      const around = (text: string): string => (index === 0 ? `\${1:${text}}` : `$1${escapeSnippet(part.suffix)}`);
      return named(definition, name, typed, inLanguage(part, machine.queryLanguage), around);
    });
    return { snippet, label: snippet.prefix, name, lines: { json: parts.flatMap(({ json }, index) => (index < parts.length - 1 ? withComma(json) : json)), yaml: parts.flatMap(({ yaml }) => yaml) } };
  });
}

/** Whether it waits for jobs or tokens, or has many runs of its own, which an Express workflow can't. */
function isForStandardOnly({ parts }: Snippet): boolean {
  return parts.some(({ members }) => members.yaml.JSONPath.some((line) => /\.sync\b|\.waitForTaskToken\b|:activity:|Mode: DISTRIBUTED/.test(line)));
}

/** A state that somebody else has, as a snippet; `undefined` for a text that holds none. */
export function ownSnippet(text: string): Snippet | undefined {
  const value = parseValue(text);
  const [[name, members] = [], another] = typeof value === 'object' && value !== null ? Object.entries(value as Record<string, unknown>) : [];
  if (name === undefined || another || typeof members !== 'object' || members === null || Array.isArray(members)) {
    return undefined;
  }
  const { json, yaml } = memberLines(members);
  const lines = { json: { JSONPath: json.map(escapeSnippet), JSONata: json.map(escapeSnippet) }, yaml: { JSONPath: yaml.map(escapeSnippet), JSONata: yaml.map(escapeSnippet) } };
  return { prefix: name, group: '', title: name, description: '', holds: 'state', stateName: name, parts: [{ suffix: '', members: lines }] };
}

function parseValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The machines for a text with nothing in it, which has no query language yet either: one for each. */
export function firstMachines(): ReadyMade[] {
  return inEachLanguage.map(({ snippet, language, label }) => {
    const { json, yaml } = inLanguage(partOf(snippet), language);
    return { snippet, label, lines: { json: ['{', ...deeper(json), '}'], yaml } };
  });
}

/** The machines for an empty object, as what it holds. */
export function readyMachines(definition: Definition, { kind, queryLanguage }: Pick<StateMachine, 'kind' | 'queryLanguage'>): ReadyMade[] {
  const those = kind === 'machine' ? inEachLanguage : machineSnippets.map((snippet) => ({ snippet, language: queryLanguage, label: snippet.prefix }));
  return those.map(({ snippet, language, label }) => {
    const { stateName } = snippet;
    const name = freeName(definition, stateName);
    const { json, yaml } = inLanguage(partOf(snippet), language);
    const fit = (lines: readonly string[]): string[] =>
      lines
        // A scope inside has the language of the machine and can't name one.
        .filter((line) => kind === 'machine' || !/^"?QueryLanguage\b/.test(line))
        .map((line) => line.replace(`:${stateName}}`, `:${name}}`));
    return { snippet, label, lines: { json: fit(json), yaml: fit(yaml) } };
  });
}

/** The items for a list: what has to lead somewhere leads to a state that is there. */
export function readyItems(definition: Definition, is: ObjectName, part: Part, isInBraces: boolean): ReadyMade[] {
  const targets = nextStates(definition, part, isInBraces);
  return itemSnippets(is).map((snippet) => {
    const { stateName } = snippet;
    const name = stateName && freeName(definition, stateName);
    const fit = (lines: readonly string[]): string[] =>
      lines.map((line) => line.replace(/\$\{(\d+):Next state\}/, targets ? `\${$1|${targets.replaceAll('$', '$$$$')}|}` : '$&').replace(`:${stateName}}`, `:${name}}`));
    const { json, yaml } = inLanguage(partOf(snippet), part.queryLanguage);
    return { snippet, label: snippet.prefix, lines: { json: ['{', ...deeper(fit(json)), '}'], yaml: fit(yaml) } };
  });
}

/** The states of a scope as the options of a tab stop: those after a state, then those before it. */
function nextStates({ tree }: Definition, { machine: { states }, state }: Part, isInBraces: boolean): string {
  const index = states.findIndex((each) => each === state);
  const names = [...states.slice(index + 1), ...states.slice(0, Math.max(index, 0))].slice(0, mostOptions).map(({ name }) => name);
  const spelled = names.map((name) => (isInBraces ? JSON.stringify(name).slice(1, -1) : spellText(tree, { start: 0, end: 0 }, name)));
  return spelled.map((name) => name.replace(/[\\,|]/g, '\\$&')).join(',');
}

/** More than this nobody reads in a list. */
const mostOptions = 50;

/** A state that is called as the others call it already, with its type to choose. */
export function missingState(definition: Definition, name: string, typed: Span): Lines {
  const type = `\${1|${stateTypeNames.join(',')}|}`;
  return named(definition, name, typed, { json: [`"Type": "${type}"$0`], yaml: [`Type: ${type}$0`] }, (text) => text);
}

const inEachLanguage = machineSnippets.flatMap((snippet) =>
  queryLanguages.map((language) => ({ snippet, language, label: language === 'JSONPath' ? snippet.prefix : `${snippet.prefix} (${language})` })),
);

function partOf({ parts: [part], prefix }: Snippet): SnippetPart {
  if (!part) {
    throw new Error(`${prefix} has no parts`);
  }
  return part;
}

function inLanguage({ members: { json, yaml } }: SnippetPart, language: QueryLanguage): Lines {
  return { json: json[language], yaml: yaml[language] };
}

function withComma(lines: readonly string[]): string[] {
  return lines.map((line, index) => (index < lines.length - 1 ? line : `${line},`));
}

/** The members below the name, which is spelled as the notation and the quote before it want it. */
function named({ tree }: Definition, name: string, typed: Span, { json, yaml }: Lines, around: (name: string) => string): Lines {
  const [, quote = '', inside = name] = /^(["'])(.*)\1$/.exec(spellText(tree, typed, name)) ?? [];
  return {
    json: [`"${around(escapeSnippet(JSON.stringify(name).slice(1, -1)))}": {`, ...deeper(json), '}'],
    yaml: [`${quote}${around(escapeSnippet(inside))}${quote}:`, ...deeper(quote === '' ? yaml : yaml.map((line) => quoted(line, quote)))],
  };
}

/** Names that begin as the first one does need the quotes that it needs. */
function quoted(line: string, quote: string): string {
  return line.replace(/^(\t*)(\$1[^:]*):$/, `$1${quote}$2${quote}:`).replace(/: (\$1[^:]*)$/, `: ${quote}$1${quote}`);
}

function deeper(lines: readonly string[]): string[] {
  return lines.map((line) => `\t${line}`);
}

/** The name, or the first free one of "name 2", "name 3" and so on, free with every ending that it will also be used with. */
export function freeName(definition: Definition, name: string, suffixes: readonly string[] = ['']): string {
  let candidate = name;
  for (let number = 2; suffixes.some((suffix) => isTaken(definition, candidate + suffix)); number++) {
    candidate = `${name} ${number}`;
  }
  return candidate;
}

function isTaken({ notation, writtenKeys }: Definition, name: string): boolean {
  return writtenKeys.has(notation === 'json' ? JSON.stringify(name).slice(1, -1) : name);
}

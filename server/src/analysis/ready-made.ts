// States and machines to start from, made to fit the place where they go: in its query language, under a name that is free.
import type { StateMachine } from '../model/machine';
import { queryLanguages, type QueryLanguage } from '../spec/query-languages';
import { machineSnippets, stateSnippets, type Snippet } from '../spec/snippets';
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
  readonly lines: Lines;
}

/**
 * The states for a scope. Each is called as the one state that is missing there, or else as its snippet calls it.
 *
 * @param typed what is there of the name so far, which may have begun with a quote
 */
export function readyStates(definition: Definition, machine: StateMachine, typed: Span, snippets: readonly Snippet[] = stateSnippets): ReadyMade[] {
  const [missing, ...others] = missingStates(definition, machine);
  return snippets.map((snippet) => {
    const name = missing !== undefined && others.length === 0 ? missing : freeName(definition, snippet.stateName);
    return { snippet, label: snippet.prefix, lines: named(definition, name, typed, inLanguage(snippet, machine.queryLanguage), (text) => `\${1:${text}}`) };
  });
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
  return { prefix: name, title: name, description: '', holds: 'state', stateName: name, members: lines };
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
    const { json, yaml } = inLanguage(snippet, language);
    return { snippet, label, lines: { json: ['{', ...deeper(json), '}'], yaml } };
  });
}

/** The machines for an empty object, as what it holds. */
export function readyMachines(definition: Definition, { kind, queryLanguage }: Pick<StateMachine, 'kind' | 'queryLanguage'>): ReadyMade[] {
  const those = kind === 'machine' ? inEachLanguage : machineSnippets.map((snippet) => ({ snippet, language: queryLanguage, label: snippet.prefix }));
  return those.map(({ snippet, language, label }) => {
    const { stateName } = snippet;
    const name = freeName(definition, stateName);
    const { json, yaml } = inLanguage(snippet, language);
    const fit = (lines: readonly string[]): string[] =>
      lines
        // A scope inside has the language of the machine and can't name one.
        .filter((line) => kind === 'machine' || !/^"?QueryLanguage\b/.test(line))
        .map((line) => line.replace(`:${stateName}}`, `:${name}}`));
    return { snippet, label, lines: { json: fit(json), yaml: fit(yaml) } };
  });
}

/** A state that is called as the others call it already, with its type to choose. */
export function missingState(definition: Definition, name: string, typed: Span): Lines {
  const type = `\${1|${stateTypeNames.join(',')}|}`;
  return named(definition, name, typed, { json: [`"Type": "${type}"$0`], yaml: [`Type: ${type}$0`] }, (text) => text);
}

const inEachLanguage = machineSnippets.flatMap((snippet) =>
  queryLanguages.map((language) => ({ snippet, language, label: language === 'JSONPath' ? snippet.prefix : `${snippet.prefix} (${language})` })),
);

function inLanguage({ members: { json, yaml } }: Snippet, language: QueryLanguage): Lines {
  return { json: json[language], yaml: yaml[language] };
}

/** The members below the name, which is spelled as the notation and the quote before it want it. */
function named({ tree }: Definition, name: string, typed: Span, { json, yaml }: Lines, around: (name: string) => string): Lines {
  const [, quote = '', inside = name] = /^(["'])(.*)\1$/.exec(spellText(tree, typed, name)) ?? [];
  return {
    json: [`"${around(escapeSnippet(JSON.stringify(name).slice(1, -1)))}": {`, ...deeper(json), '}'],
    yaml: [`${quote}${around(escapeSnippet(inside))}${quote}:`, ...deeper(yaml)],
  };
}

function deeper(lines: readonly string[]): string[] {
  return lines.map((line) => `\t${line}`);
}

/** The name, or the first free one of "name 2", "name 3" and so on. */
export function freeName(definition: Definition, name: string): string {
  let candidate = name;
  for (let number = 2; isTaken(definition, candidate); number++) {
    candidate = `${name} ${number}`;
  }
  return candidate;
}

function isTaken({ notation, writtenKeys }: Definition, name: string): boolean {
  return writtenKeys.has(notation === 'json' ? JSON.stringify(name).slice(1, -1) : name);
}

// States and machines to start from, made to fit the place where they go: in its query language, under a name that is free.
import type { StateMachine } from '../model/machine';
import type { QueryLanguage } from '../spec/query-languages';
import type { Snippet } from '../spec/snippets';
import { stateTypeNames } from '../spec/state-types';
import { spellText } from '../syntax/editor';
import type { Lines } from '../syntax/insertion';
import type { Span } from '../text/span';
import { escapeSnippet } from '../text/snippet';
import type { Definition } from './definition';

/** The states of a scope that are spoken of but nowhere to be found. */
export function missingStates(definition: Definition, machine: StateMachine): string[] {
  const named = [machine.startAt, ...machine.states.flatMap((state) => state.references)].flatMap((reference) => (reference && !reference.isOpen ? [reference.name] : []));
  return [...new Set(named)].filter((name) => name !== '' && !isTaken(definition, name));
}

/** A snippet's state for a scope, called as the one state that is missing there, or else as the snippet calls it. */
export function readyState(definition: Definition, machine: StateMachine, { members, stateName }: Snippet, typed: Span): Lines {
  const [missing, ...others] = missingStates(definition, machine);
  const name = missing !== undefined && others.length === 0 ? missing : freeName(definition, stateName);
  return named(definition, name, typed, inLanguage(members, machine.queryLanguage), (text) => `\${1:${text}}`);
}

/** A state that is called as the others call it already, with its type to choose. */
export function missingState(definition: Definition, name: string, typed: Span): Lines {
  const type = `\${1|${stateTypeNames.join(',')}|}`;
  return named(definition, name, typed, { json: [`"Type": "${type}"$0`], yaml: [`Type: ${type}$0`] }, (text) => text);
}

/** A snippet's machine as the members of its object. */
export function readyMachine(definition: Definition | undefined, { members, stateName }: Snippet, language: QueryLanguage, kind: StateMachine['kind']): Lines {
  const name = definition ? freeName(definition, stateName) : stateName;
  const { json, yaml } = inLanguage(members, language);
  const fit = (lines: readonly string[]): string[] =>
    lines
      // A scope inside has the language of the machine and can't name one.
      .filter((line) => kind === 'machine' || !/^"?QueryLanguage\b/.test(line))
      .map((line) => line.replace(`:${stateName}}`, `:${name}}`));
  return { json: fit(json), yaml: fit(yaml) };
}

function inLanguage({ json, yaml }: Snippet['members'], language: QueryLanguage): Lines {
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
function freeName(definition: Definition, name: string): string {
  let candidate = name;
  for (let number = 2; isTaken(definition, candidate); number++) {
    candidate = `${name} ${number}`;
  }
  return candidate;
}

/** While something is being typed the tree may lack states that are there, so the text is asked for a key of that name. */
function isTaken({ text, host, notation }: Definition, name: string): boolean {
  const spelled = (notation === 'json' ? JSON.stringify(name).slice(1, -1) : name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?:^|[{,])[ \\t-]*\\\\*["']?${spelled}\\\\*["']?[ \\t]*:`, 'm').test(text.slice(host.span.start, host.span.end));
}
